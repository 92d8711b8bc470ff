/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a project in MSPDI, the XML of Microsoft Project, as a plan. */
#pragma once

#include "exchange/remit-exchange.h"

/**
 * remit_mspdi_import_run:
 * @options: (nullable): with a plan, what is missing there is added to it; else a new one is made
 *
 * Imports a project as one edit: summary tasks are teams, which stand in one another as in the
 * outline, the tasks in them slots, resources of the type work people, and assignments what they
 * are here. Tasks without a summary task above them are in a team with the name of the project.
 *
 * People match those of the workspace as in tables, see remit_table_directory_match(), but two
 * resources are never one person, whatever they are called. Whoever is in the workspace already
 * stays as they are; only absences are added.
 *
 * Pauses in a resource's own calendar are absences, those in the project's calendar holidays.
 *
 * With a plan, teams match by their name and the team above, slots by their team and name, and
 * assignments by slot, person and days; what the file has otherwise is changed, and nothing is
 * removed but a person's assignment that one of the file replaces in its days.
 *
 * What Remit has no place for is in the notes.
 *
 * Errors: those of remit_mspdi_project_read(); %REMIT_STORE_ERROR
 *
 * Returns: (transfer full): the result, or %NULL with @error set and nothing changed
 */
RemitImportResult *remit_mspdi_import_run (RemitStore *store,
                                           const char *path,
                                           const RemitImportOptions *options,
                                           GError **error);
