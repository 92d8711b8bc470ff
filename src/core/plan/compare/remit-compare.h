/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two plans differ, or one plan at two moments, row by row and field by field. */
#pragma once

#include "remit-plan-figures.h"
#include "remit-plan-pairs.h"
#include "store/history/remit-history-words.h"

/**
 * RemitDifferenceOp:
 * @REMIT_DIFFERENCE_ADDED: only in the second plan
 * @REMIT_DIFFERENCE_REMOVED: only in the first one
 * @REMIT_DIFFERENCE_MOVED: part of something else, such as a slot in another team; fields may
 *   differ, too
 * @REMIT_DIFFERENCE_CHANGED: fields differ, or the place among its siblings
 */
typedef enum {
  REMIT_DIFFERENCE_ADDED,
  REMIT_DIFFERENCE_REMOVED,
  REMIT_DIFFERENCE_MOVED,
  REMIT_DIFFERENCE_CHANGED,
  REMIT_N_DIFFERENCE_OPS
} RemitDifferenceOp;

/** What each is called: in JSON, and a translatable label. */
const char *remit_difference_op_get_nick (RemitDifferenceOp op);
const char *remit_difference_op_get_label (RemitDifferenceOp op);

/**
 * RemitDifference:
 * @a: the id in the first plan, 0 for what was added
 * @b: the id in the second plan, 0 for what was removed
 * @fields: of what is in both, a bit for each field that differs
 * @old: (nullable): the row in the first plan
 * @new: (nullable): the row in the second plan
 * @team: the id of the team that it belongs to, in the second plan if it is there; 0 for the plan
 *   as a whole
 * @team_name: its name; empty for the plan as a whole
 * @line: what differs, in the words of the history
 *
 * One row that differs. References are counted.
 */
typedef struct {
  RemitDifferenceOp op;
  RemitKind kind;
  gint64 a;
  gint64 b;
  guint64 fields;
  RemitRecord *old;
  RemitRecord *new;
  gint64 team;
  char *team_name;
  RemitHistoryLine *line;
} RemitDifference;

RemitDifference *remit_difference_ref (RemitDifference *self);
void remit_difference_unref (RemitDifference *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitDifference, remit_difference_unref)

/** Returns: (transfer full): one sentence: "Slot ML engineer: Demand 100 % → 80 %" */
char *remit_difference_dup_sentence (const RemitDifference *self);

/** A plan, and as of which entry of the history; or %REMIT_PLAN_STATE_NOW. */
typedef struct {
  gint64 plan;
  gint64 seq;
} RemitPlanMoment;

/**
 * RemitComparison:
 * @differences: (element-type RemitDifference): by team, as teams stand in the second plan, first
 *   what is of the plan as a whole; then by kind
 * @pairs: which rows are the same thing
 * @titles: what the two are called
 * @figures: what the two amount to
 */
typedef struct {
  GPtrArray *differences;
  RemitPlanPairs *pairs;
  char *titles[2];
  RemitPlanFigures figures[2];
} RemitComparison;

/**
 * remit_compare:
 *
 * Compares two plans, as they are at one moment whoever else writes. In whatever thread has
 * @store. Not compared are conflicts, and between different plans what each has of its own: its
 * name, kind and status.
 *
 * Errors: those of remit_plan_state_read()
 */
RemitComparison *remit_compare (RemitStore *store,
                                const RemitPlanMoment *a,
                                const RemitPlanMoment *b,
                                GCancellable *cancellable,
                                GError **error);
void remit_comparison_free (RemitComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitComparison, remit_comparison_free)

/** Returns: (transfer full) (element-type RemitDifference): how two states differ */
GPtrArray *remit_compare_states (RemitPlanState *a,
                                 RemitPlanState *b,
                                 RemitPlanPairs *pairs);

/** Returns: (transfer full): "Fraud", or "Fraud, 3 March 2026 12:00" of another moment than now */
char *remit_plan_moment_dup_title (const RemitPlanMoment *self,
                                   RemitPlanState *state);
