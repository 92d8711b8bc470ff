/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Import and export, also by dropping files on the window. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/**
 * RemitTransfer:
 *
 * The actions of a window that import and export, and the place where files are dropped. Files are
 * imported one after the other. Signal: `imported`, with the id of a plan that came with a file.
 */
#define REMIT_TYPE_TRANSFER (remit_transfer_get_type ())
G_DECLARE_FINAL_TYPE (RemitTransfer, remit_transfer, REMIT, TRANSFER, GObject)

/** @window: gets the actions; the transfer does not keep it */
RemitTransfer *remit_transfer_new (GtkApplicationWindow *window);

/**
 * remit_transfer_set_plan:
 * @workspace: (nullable): into which files are imported
 * @plan: what is exported; 0 for none
 */
void remit_transfer_set_plan (RemitTransfer *self,
                              RemitWorkspace *workspace,
                              gint64 plan);

G_END_DECLS
