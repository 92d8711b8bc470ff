/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files with a workspace as it stood, for a window on them. */
#pragma once

#include <gio/gio.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/**
 * remit_past_file_write_async:
 * @seq: an entry of the history
 *
 * Writes what stood after the entry into a new file, in a thread.
 */
void remit_past_file_write_async (RemitWorkspace *workspace,
                                  gint64 seq,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/** Returns: (transfer full): the path of the file, which the caller removes, or %NULL */
char *remit_past_file_write_finish (GAsyncResult *result,
                                    GError **error);

G_END_DECLS
