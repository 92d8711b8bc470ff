/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of two plans, or of one plan at two moments, are the same thing. */
#pragma once

#include "store/past/remit-plan-state.h"

/**
 * RemitPlanPairs:
 *
 * Pairs rows one to one. Of one plan at two moments the same ids are paired. Else a row and its
 * copy are, and two copies of one row, also over several steps; see REMIT_FIELD_COPIED(). What is
 * left over is paired by what people know it by: its owner, and its name or what else tells it from
 * the others, such as the person of an assignment or the skill of a need.
 */
typedef struct _RemitPlanPairs RemitPlanPairs;

/** Errors: %REMIT_STORE_ERROR */
RemitPlanPairs *remit_plan_pairs_new (RemitPlanState *a,
                                      RemitPlanState *b,
                                      GError **error);
void remit_plan_pairs_free (RemitPlanPairs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitPlanPairs, remit_plan_pairs_free)

/** Returns: the id in the second plan of a row of the first one, or 0; what is of neither, such as
 *   a person, has the id that it has */
gint64 remit_plan_pairs_to_b (RemitPlanPairs *self,
                              RemitKind kind,
                              gint64 id);
/** The same the other way. */
gint64 remit_plan_pairs_to_a (RemitPlanPairs *self,
                              RemitKind kind,
                              gint64 id);

/** Returns: whether a field of two rows that are paired has the same value, where one that refers
 *   to a row of the plan refers to its counterpart */
gboolean remit_plan_pairs_is_same (RemitPlanPairs *self,
                                   const RemitRecord *a,
                                   const RemitRecord *b,
                                   guint field);

/** Returns: whether a field says what a plan's rows are like: not what it is in, or was copied
 *   from */
gboolean remit_plan_pairs_is_cell (const RemitField *field);

/**
 * remit_plan_pairs_add_key:
 * @translate: what the id of a row of the plan is called in the key
 *
 * Adds to @key what people know a row by, within its plan.
 */
typedef gint64 (*RemitPlanKeyFunc) (RemitKind kind,
                                    gint64 id,
                                    gpointer data);
void remit_plan_pairs_add_key (GString *key,
                               const RemitRecord *record,
                               RemitPlanKeyFunc translate,
                               gpointer data);
