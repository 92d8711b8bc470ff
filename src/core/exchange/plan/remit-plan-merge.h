/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging what a plan file says into a workspace, entity by entity, in one edit. */
#pragma once

#include "remit-plan-parser.h"

G_BEGIN_DECLS

/**
 * RemitPlanMerge:
 *
 * The handler of remit_plan_parse() that changes the workspace. Freed without a commit, it has
 * changed nothing.
 */
typedef struct _RemitPlanMerge RemitPlanMerge;

extern const RemitPlanHandler remit_plan_merge_handler;

/**
 * remit_plan_merge_begin:
 * @as_template: make a new plan with new ids, and leave skills, roles and people that are there
 *   already as they are
 * @name: (nullable): the name of the new plan
 */
RemitPlanMerge *remit_plan_merge_begin (RemitStore *store,
                                        gboolean as_template,
                                        const char *name,
                                        GError **error);
void remit_plan_merge_free (RemitPlanMerge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitPlanMerge, remit_plan_merge_free)

/** Returns: (transfer full): the result; everything is committed, or, for a dry run, taken back */
RemitImportResult *remit_plan_merge_finish (RemitPlanMerge *self,
                                            gboolean dry_run,
                                            GError **error);

G_END_DECLS
