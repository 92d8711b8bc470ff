/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deletes something, and asks first when other things go with it. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

/**
 * remit_delete_ask:
 * @widget: whose window says what was done, with Undo, or why not
 */
void remit_delete_ask (GtkWidget *widget,
                       RemitWorkspace *workspace,
                       RemitKind kind,
                       gint64 id);

/** The same for several of one kind, in one edit. */
void remit_delete_ask_all (GtkWidget *widget,
                           RemitWorkspace *workspace,
                           RemitKind kind,
                           const gint64 *ids,
                           gsize n_ids);
