/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a conflict in several places. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/** Returns: (transfer full): "Fraud · owned by Cem · raised 3 days ago · rung 2: Ada Lovelace" */
char *remit_conflict_dup_about (RemitWorkspace *workspace,
                                RemitEntity *conflict);

/** Returns: (transfer full): how the holder of a rung is called, and who that is today */
char *remit_rung_dup_words (RemitWorkspace *workspace,
                            const RemitRecord *rung,
                            gint64 team);

/** Returns: (transfer full): "May decide" */
char *remit_rung_dup_action (const RemitRecord *rung);

G_END_DECLS
