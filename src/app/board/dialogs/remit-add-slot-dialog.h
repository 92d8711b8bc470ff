/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which role a new slot is for. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/** Asks, and adds the slot to @team; @parent is told, with Undo. */
void remit_add_slot_dialog_present (GtkWidget *parent,
                                    RemitWorkspace *workspace,
                                    gint64 team);

G_END_DECLS
