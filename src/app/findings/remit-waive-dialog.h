/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks who accepts a finding, why, and until when. */
#pragma once

#include <gtk/gtk.h>

#include "check/findings/remit-finding.h"
#include "store/workspace/remit-workspace.h"

/** @parent: whose window says what was done */
void remit_waive_dialog_present (GtkWidget *parent,
                                 RemitWorkspace *workspace,
                                 gint64 plan,
                                 RemitFinding *finding);
