/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the three-way merge share. */
#pragma once

#include "remit-adopt.h"

/** The states that are merged. */
typedef enum {
  REMIT_ADOPT_BASE,
  REMIT_ADOPT_MINE,
  REMIT_ADOPT_THEIRS,
  REMIT_ADOPT_N_STATES
} RemitAdoptState;

/**
 * RemitTriple:
 * @id: that of the row in the base, or else in the origin, or else in the scenario: the id by which
 *   all rows here refer to it
 * @rows: (nullable): the row in each state, in which references are such ids
 * @ids: its id in each state, 0 for where it is not
 * @is_left: whether its changes are not taken over
 * @forced: which side it follows as a whole, after a clash
 * @is_present: whether it is in the outcome
 * @mine_fields: of what is on both sides, the fields that come from the scenario
 *
 * One row in three states, and what comes of it.
 */
typedef struct {
  RemitKind kind;
  gint64 id;
  RemitRecord *rows[REMIT_ADOPT_N_STATES];
  gint64 ids[REMIT_ADOPT_N_STATES];
  gboolean is_left;
  RemitSide forced;
  gboolean is_present;
  guint64 mine_fields;
} RemitTriple;

/**
 * RemitThreeWay:
 * @by_kind: (element-type RemitTriple): those of each kind, owners first
 * @by_id: (element-type RemitTriple): all, by their id
 * @clashes: (element-type RemitClash): found so far
 * @known: (element-type RemitClash): the same, by key
 * @target: which plan the outcome is for: rows that are left keep what they are there
 */
typedef struct {
  RemitPlanState *states[REMIT_ADOPT_N_STATES];
  GPtrArray *triples;
  GPtrArray *by_kind[REMIT_N_KINDS];
  GHashTable *by_id;
  GHashTable *by_side[REMIT_ADOPT_N_STATES]; /* of RemitTriple, by the id in each state */
  GPtrArray *clashes;
  GHashTable *known;
  const RemitAdoptOptions *options;
  RemitSide target;
  gboolean is_follow_up; /* the scenario is made level: nobody is asked again */
} RemitThreeWay;

/** Returns: (transfer full) (nullable): the three states row by row */
RemitThreeWay *remit_three_way_new (RemitPlanState *states[REMIT_ADOPT_N_STATES],
                             const RemitAdoptOptions *options,
                             GError **error);
void remit_three_way_free (RemitThreeWay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitThreeWay, remit_three_way_free)

/** Returns: (nullable): the row that an id here stands for */
RemitTriple *remit_three_way_find (RemitThreeWay *self,
                               gint64 id);

/** Whether a field is merged; a decision's status stays with its log. */
gboolean remit_three_way_is_cell (const RemitEntityInfo *info,
                              guint field);
/** Returns: the fields that are one value, such as the holder of a right; 0 if @field is not the
 *   first of them */
guint64 remit_three_way_get_unit (const RemitEntityInfo *info,
                              guint field);
/** Returns: the fields of a row that a side has changed, orders apart; 0 for what is not in the
 *   base or not there */
guint64 remit_three_way_get_changes (const RemitTriple *triple,
                                 RemitAdoptState side);
gboolean remit_three_way_is_unit_same (const RemitRecord *a,
                                   const RemitRecord *b,
                                   guint64 unit);

/** Returns: the state of a side */
RemitAdoptState remit_side_get_state (RemitSide side);
RemitSide remit_side_get_other (RemitSide side);

/** Finds the outcome for a target: clashes are added, those that are known keep their choice. */
void remit_three_way_judge (RemitThreeWay *self,
                        RemitSide target);

/** Returns: (transfer full) (nullable): a row of the outcome, with references as here; %NULL when
 *   it is not there */
RemitRecord *remit_three_way_dup_outcome (const RemitTriple *triple);

/** Finds what is not possible together. Returns: whether rows have to give way, so that all is to
 * be judged again */
gboolean remit_three_way_check_rules (RemitThreeWay *self);

/**
 * remit_three_way_add_clash:
 * @other: (nullable): what it clashes with
 * @fields: of which values it tells: of @other for a guard, else of @triple
 *
 * Returns: the choice; for a clash that is known what was chosen before. %REMIT_SIDE_THEIRS while
 *   it is open
 */
RemitSide remit_three_way_add_clash (RemitThreeWay *self,
                                 RemitClashKind kind,
                                 RemitTriple *triple,
                                 RemitTriple *other,
                                 guint64 fields);

/** Returns: (transfer full) (element-type RemitDifference): what the outcome changes in the
 * target */
GPtrArray *remit_three_way_get_differences (RemitThreeWay *self);

/** Writes the outcome into the target. @ids: (inout): the ids that rows have there, by those that
 * they have here */
gboolean remit_three_way_write (RemitThreeWay *self,
                            RemitEdit *edit,
                            GHashTable *ids,
                            GError **error);

/** Returns: the id in a table of ids, or 0 */
gint64 remit_three_way_get_id (GHashTable *ids,
                           gint64 id);
