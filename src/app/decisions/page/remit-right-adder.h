/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that gives a letter of a decision to a slot, a role or a person. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/** Returns: (transfer floating): a menu button with a search for the holder */
GtkWidget *remit_right_adder_new (RemitWorkspace *workspace,
                                  RemitEntity *decision,
                                  RemitLetter letter);

G_END_DECLS
