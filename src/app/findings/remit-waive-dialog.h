/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks who accepts findings, why, and until when. */
#pragma once

#include <gtk/gtk.h>

#include "check/findings/remit-finding.h"
#include "store/workspace/remit-workspace.h"

/**
 * remit_waive_dialog_present:
 * @parent: whose window says what was done
 * @findings: (array length=n_findings): at least one
 */
void remit_waive_dialog_present (GtkWidget *parent,
                                 RemitWorkspace *workspace,
                                 gint64 plan,
                                 RemitFinding *const *findings,
                                 guint n_findings);
