/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a chart of load is counted. */
#pragma once

#include "remit-load-chart.h"

/**
 * RemitLoadAccount:
 * @row: the row that it is counted in
 * @capacity: what a person can work, or a slot needs, percent
 * @from: its first day; 0 since ever
 * @until: its last day; 0 for an open end
 * @hiring: of a slot; -1 of a person
 * @first_entry, @n_entries: its entries
 *
 * One person, or one slot.
 */
typedef struct {
  guint row;
  int capacity;
  gint64 from;
  gint64 until;
  int hiring;
  guint first_entry;
  guint n_entries;
} RemitLoadAccount;

/** What an entry is. */
typedef enum {
  REMIT_LOAD_CONFIRMED,
  REMIT_LOAD_PROPOSED,
  REMIT_LOAD_ABSENCE,
} RemitLoadEntryKind;

/** @from, @until: 0 for an open start or end; @source: the assignment, or 0 */
typedef struct {
  guint account;
  RemitLoadEntryKind kind;
  gint64 from;
  gint64 until;
  int percent;
  gint64 source;
} RemitLoadEntry;

/** Returns: (transfer full): an empty chart with the periods from a day until another one */
RemitLoadChart *remit_load_chart_new (RemitLoadBy by,
                                      RemitLoadEvery every,
                                      gint64 from,
                                      gint64 until);

/** Adds a row, whose cells are empty. @name: (transfer full). Returns: its place */
guint remit_load_chart_add_row (RemitLoadChart *self,
                                gint64 id,
                                char *name,
                                int full_from);

/**
 * remit_load_chart_count:
 * @accounts: (element-type RemitLoadAccount)
 * @entries: (element-type RemitLoadEntry): in any order; sorted by account
 *
 * Counts all accounts into their rows, day by day.
 */
void remit_load_chart_count (RemitLoadChart *self,
                             GArray *accounts,
                             GArray *entries);

/** Brings the rows into the order of their names. */
void remit_load_chart_sort (RemitLoadChart *self);
