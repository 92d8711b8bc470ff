/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Load against capacity over time, by person, unit, team or role. */
#pragma once

#include "model/remit-slot.h"
#include "store/remit-store.h"

#define REMIT_N_HIRINGS (REMIT_HIRING_FROZEN + 1)

/** As many days as a chart may have: ten years. */
#define REMIT_LOAD_CHART_MAX_DAYS 3660

/**
 * RemitLoadBy:
 * @REMIT_LOAD_BY_PERSON: a row for each person of the workspace
 * @REMIT_LOAD_BY_UNIT: a row for each unit that people belong to
 * @REMIT_LOAD_BY_TEAM: a row for each team of the plan
 * @REMIT_LOAD_BY_ROLE: a row for each role that slots of the plan are for
 *
 * Whose load: people have theirs in all plans that count (see remit-load.h); teams and roles have
 * what their slots need, and who is in these, in the plan alone.
 */
typedef enum {
  REMIT_LOAD_BY_PERSON,
  REMIT_LOAD_BY_UNIT,
  REMIT_LOAD_BY_TEAM,
  REMIT_LOAD_BY_ROLE,
} RemitLoadBy;

/** How long the periods are. A week begins on Monday. */
typedef enum {
  REMIT_LOAD_EVERY_DAY,
  REMIT_LOAD_EVERY_WEEK,
  REMIT_LOAD_EVERY_MONTH,
} RemitLoadEvery;

/**
 * RemitLoadCell:
 * @capacity: of people: what they can work; of teams and roles: what their slots need
 * @confirmed: allocations that are confirmed
 * @proposed: allocations that are proposed
 * @open: of teams and roles: what slots need beyond all allocations, by their state of hiring
 * @over_days: the days, of each person or slot, with more load than capacity
 * @away_days: the days, of each person, without capacity
 * @n_days: the days of all its people or slots together
 *
 * Amounts are percent, summed over the days: 100 is one day of full-time work. Days are those of
 * the calendar, as in dates and absences: nothing is said of weekends.
 */
typedef struct {
  int capacity;
  int confirmed;
  int proposed;
  int open[REMIT_N_HIRINGS];
  int over_days;
  int away_days;
  int n_days;
} RemitLoadCell;

/** Returns: load in percent of capacity, rounded; -1 without capacity */
int remit_load_cell_get_utilisation (const RemitLoadCell *cell);

/** Returns: what slots need beyond all allocations, in any state of hiring */
int remit_load_cell_get_open (const RemitLoadCell *cell);

/** A period: its first and its last day. */
typedef struct {
  gint64 from;
  gint64 until;
} RemitLoadPeriod;

/**
 * RemitLoadRow:
 * @id: of the person, the team or the role; 0 for a unit, and for those that have none
 * @name: what it is called; empty for people without a unit
 * @full_from: utilisation in percent from which it is fully planned: a person's own target, or that
 *   of the workspace
 * @total: over all periods
 * @cells: one for each period
 */
typedef struct {
  gint64 id;
  char *name;
  int full_from;
  RemitLoadCell total;
  RemitLoadCell *cells;
} RemitLoadRow;

/**
 * RemitLoadPart:
 * @row: in the chart
 * @assignment: its id
 * @from: its first day in the chart
 * @until: its last day in the chart
 * @percent: its allocation
 *
 * What adds to somebody's load.
 */
typedef struct {
  guint row;
  gint64 assignment;
  gint64 from;
  gint64 until;
  int percent;
} RemitLoadPart;

/**
 * RemitLoadChart:
 * @rows: (element-type RemitLoadRow): in the order of their names
 * @periods: (element-type RemitLoadPeriod): without gaps
 * @parts: (element-type RemitLoadPart): what the load of people consists of, by row; empty for
 *   units, teams and roles
 * @totals: of all rows together
 * @over_from: utilisation in percent above which a day has too much load
 *
 * A copy: nothing in it belongs to a workspace, so that any thread can read it.
 */
typedef struct {
  RemitLoadBy by;
  RemitLoadEvery every;
  GArray *rows;
  GArray *periods;
  GArray *parts;
  RemitLoadRow totals;
  int over_from;
} RemitLoadChart;

/**
 * remit_load_chart_read:
 * @store: a connection of the calling thread
 * @plan: with the other published plans it says what is counted
 * @from: the first day
 * @until: the last day, not before the first, and at most %REMIT_LOAD_CHART_MAX_DAYS after it
 *
 * Returns: (transfer full) (nullable): %NULL on errors, and when it was cancelled
 */
RemitLoadChart *remit_load_chart_read (RemitStore *store,
                                       gint64 plan,
                                       RemitLoadBy by,
                                       gint64 from,
                                       gint64 until,
                                       RemitLoadEvery every,
                                       GCancellable *cancellable,
                                       GError **error);
void remit_load_chart_free (RemitLoadChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitLoadChart, remit_load_chart_free)

/**
 * RemitLoadState:
 * @REMIT_LOAD_NONE: no load at all
 * @REMIT_LOAD_FREE: less than fully planned
 * @REMIT_LOAD_FULL: fully planned
 * @REMIT_LOAD_OVER: too much load on some day
 * @REMIT_LOAD_AWAY: without capacity on all days, and without load
 *
 * How much somebody has to do.
 */
typedef enum {
  REMIT_LOAD_NONE,
  REMIT_LOAD_FREE,
  REMIT_LOAD_FULL,
  REMIT_LOAD_OVER,
  REMIT_LOAD_AWAY,
} RemitLoadState;

RemitLoadState remit_load_cell_get_state (const RemitLoadCell *cell,
                                          int full_from);

/** Returns: capacity without load, in percent of capacity, rounded down; 0 without capacity */
int remit_load_cell_get_free (const RemitLoadCell *cell);
