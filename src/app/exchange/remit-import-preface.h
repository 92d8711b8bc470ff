/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is chosen above the preview of an import: the plan for a project, and a signer to trust. */
#pragma once

#include <adwaita.h>

#include "exchange/remit-import-source.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitImportPreface:
 *
 * Signals: `changed`: another plan was chosen; `trusted`: the signer is trusted from now on.
 */
#define REMIT_TYPE_IMPORT_PREFACE (remit_import_preface_get_type ())
G_DECLARE_FINAL_TYPE (RemitImportPreface, remit_import_preface, REMIT, IMPORT_PREFACE,
                      AdwPreferencesGroup)

/** Offers the plans that there are for a project; for what else there is, nothing. */
void remit_import_preface_offer (RemitImportPreface *self,
                                 const RemitImportSource *source,
                                 RemitWorkspace *workspace);

/** Offers to trust who signed, if they are not known and the file has their certificate. */
void remit_import_preface_show (RemitImportPreface *self,
                                const RemitImportResult *result);

/** Returns: the plan that a project goes into, 0 for a new one */
gint64 remit_import_preface_get_plan (RemitImportPreface *self);
