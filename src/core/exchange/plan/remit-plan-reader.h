/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a plan from XML: streaming, validated while it is read, merged by id in one edit. */
#pragma once

#include "exchange/library/remit-templates.h"
#include "exchange/remit-exchange.h"

G_BEGIN_DECLS

/**
 * remit_plan_read:
 * @path: a file in the format of `data/schema/plan.xsd`
 *
 * Imports the plan. What has the same id is changed to what the file says; what the file no longer
 * has of a plan that it replaces is removed; skills, roles and people match by id, else by name,
 * key and e-mail address.
 *
 * Returns: (transfer full): the result, or %NULL with @error set, and nothing changed
 */
RemitImportResult *remit_plan_read (RemitStore *store,
                                    const char *path,
                                    const RemitImportOptions *options,
                                    GError **error);

/**
 * remit_plan_read_template:
 * @path: a template: a plan file
 * @name: (nullable): the name of the new plan
 *
 * Makes a new plan from a template: teams, slots, needs and assignments get new ids, everything
 * else matches what is there.
 */
RemitImportResult *remit_plan_read_template (RemitStore *store,
                                             const char *path,
                                             const char *name,
                                             const RemitImportOptions *options,
                                             GError **error);

G_END_DECLS
