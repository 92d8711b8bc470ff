/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a file is read: content, sheet, encoding, and target plan. */
#pragma once

#include <adwaita.h>

#include "exchange/remit-import-source.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitImportFileGroup:
 *
 * Signal `reopen`: the file has to be looked at again, as what was chosen.
 */
#define REMIT_TYPE_IMPORT_FILE_GROUP (remit_import_file_group_get_type ())
G_DECLARE_FINAL_TYPE (RemitImportFileGroup,
                      remit_import_file_group,
                      REMIT,
                      IMPORT_FILE_GROUP,
                      AdwPreferencesGroup)

/**
 * remit_import_file_group_show:
 * @source: (nullable): what it was taken for; %NULL when it could not be, and only another encoding
 *   can be chosen
 * @plan: the plan that decision rights go into; 0 for none
 * @plan_name: how a new plan is called
 */
void remit_import_file_group_show (RemitImportFileGroup *self,
                                   const RemitImportSource *source,
                                   RemitWorkspace *workspace,
                                   gint64 plan,
                                   const char *plan_name);

/** Lets one of the sheets be chosen, and nothing else: which one is meant cannot be told. */
void remit_import_file_group_ask_sheet (RemitImportFileGroup *self,
                                        const char *const *sheets);

/** Makes an encoding the first choice. @encoding: (transfer none) (nullable): interned */
void remit_import_file_group_propose_encoding (RemitImportFileGroup *self,
                                               const char *encoding);

/** Shows that an encoding is chosen. @encoding: (transfer none): one of those, or interned */
void remit_import_file_group_choose_encoding (RemitImportFileGroup *self,
                                              const char *encoding);

RemitImportContent remit_import_file_group_get_content (RemitImportFileGroup *self);

/** Returns: (transfer full) (nullable): the number of the sheet that was chosen, from 1 */
char *remit_import_file_group_dup_sheet (RemitImportFileGroup *self);

/** Returns: (transfer none) (nullable): the encoding that was chosen; %NULL to find out */
const char *remit_import_file_group_get_encoding (RemitImportFileGroup *self);

/** Returns: the plan for the slots, 0 for the one with that name */
gint64 remit_import_file_group_get_plan (RemitImportFileGroup *self);

/** Returns: (transfer none): that name */
const char *remit_import_file_group_get_plan_name (RemitImportFileGroup *self);
