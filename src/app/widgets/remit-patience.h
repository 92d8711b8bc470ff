/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work that takes long: after a moment, a dialog that says how far it is. */
#pragma once

#include <gtk/gtk.h>

#include "store/remit-worker.h"

/** While it is there, a dialog above a window shows how far the work of a worker is, and cancels
 * it; unless the work has ended before a dialog would have been read. */
typedef struct _RemitPatience RemitPatience;

/** @heading: what is being done, translated: "Exporting…" */
RemitPatience *remit_patience_new (GtkWindow *parent,
                                   RemitWorker *worker,
                                   const char *heading);
void remit_patience_free (RemitPatience *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitPatience, remit_patience_free)
