/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the mediator of a conflict, and for a note for the log. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

/** @parent: whose window says what was done */
void remit_mediate_dialog_present (GtkWidget *parent,
                                   RemitWorkspace *workspace,
                                   RemitEntity *conflict);
