/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All rows of one plan at one moment, in memory, with the names of what they refer to. */
#pragma once

#include "model/remit-name.h"
#include "store/remit-store.h"

/** The moment of a state: as it is now. Else the number of the last entry that counts. */
#define REMIT_PLAN_STATE_NOW -1

/**
 * RemitPlanState:
 *
 * A plan and the rows of the kinds that are copied with one: what happens in a plan, such as its
 * conflicts, stays behind, and so do rows about that. For one thread; the store has to live as
 * long, since names of people and roles are looked up when they are asked for.
 */
typedef struct _RemitPlanState RemitPlanState;

/**
 * remit_plan_state_read:
 * @seq: the last entry of the history that counts, or %REMIT_PLAN_STATE_NOW
 *
 * Errors: %REMIT_STORE_ERROR_NOT_FOUND: there is no such plan, or was none then;
 *   %REMIT_STORE_ERROR_ARCHIVED: see remit_rewind(); %G_IO_ERROR_CANCELLED
 */
RemitPlanState *remit_plan_state_read (RemitStore *store,
                                       gint64 plan,
                                       gint64 seq,
                                       GCancellable *cancellable,
                                       GError **error);
void remit_plan_state_free (RemitPlanState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitPlanState, remit_plan_state_free)

/** Returns: whether rows of the kind are in a state: they are of a plan, and are copied with it */
gboolean remit_plan_state_has_kind (RemitKind kind);

RemitStore *remit_plan_state_get_store (RemitPlanState *self);
gint64 remit_plan_state_get_plan_id (RemitPlanState *self);
gint64 remit_plan_state_get_seq (RemitPlanState *self);
const RemitRecord *remit_plan_state_get_plan (RemitPlanState *self);

/** Returns: (transfer none) (element-type RemitRecord): the rows of a kind, by id */
GPtrArray *remit_plan_state_get_rows (RemitPlanState *self,
                                      RemitKind kind);

/** Returns: (transfer none) (nullable): a row of the plan */
const RemitRecord *remit_plan_state_get (RemitPlanState *self,
                                         RemitKind kind,
                                         gint64 id);

/** Returns: (transfer none) (nullable): the same, or what the plan refers to, such as a person, as
 *   it was at that moment */
const RemitRecord *remit_plan_state_find (RemitPlanState *self,
                                          RemitKind kind,
                                          gint64 id);

/** Returns: (transfer full) (element-type RemitRecord): the parts that something shared had at that
 *   moment, such as the skills of a person */
GPtrArray *remit_plan_state_load_parts (RemitPlanState *self,
                                        RemitKind kind,
                                        gint64 owner,
                                        GError **error);
