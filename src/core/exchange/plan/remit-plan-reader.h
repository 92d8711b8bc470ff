/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a plan from XML: streaming, validated while it is read, merged by id in one edit. */
#pragma once

#include "exchange/library/remit-templates.h"
#include "exchange/remit-exchange.h"

/** Returns: whether a file is a plan: it begins as XML does, or is called so */
gboolean remit_plan_recognize (const char *path);

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
 * @options: (nullable): its @plan is one that the teams are added to, in place of a new one
 *
 * Makes a new plan from a template: teams, slots, needs and assignments get new ids, everything
 * else matches what is there. In a plan that is there, they come behind what it has; decisions and
 * ladders for the whole plan that it has already, by key and by name, are not added again.
 */
RemitImportResult *remit_plan_read_template (RemitStore *store,
                                             const char *path,
                                             const char *name,
                                             const RemitImportOptions *options,
                                             GError **error);

/**
 * remit_plan_read_history:
 * @path: a file in the format of `data/schema/plan.xsd`
 * @length: (out): how many entries the history had
 * @head: (out) (transfer full): the hash of the newest
 *
 * Reads what the file says of the history of the workspace that wrote it. See
 * remit_history_contains().
 *
 * Errors: those of remit_plan_parse(); %REMIT_EXCHANGE_ERROR_REFUSED for a file that says nothing
 * of it
 */
gboolean remit_plan_read_history (const char *path,
                                  gint64 *length,
                                  char **head,
                                  GError **error);
