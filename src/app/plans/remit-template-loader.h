/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding the templates that are installed, beside the main loop. */
#pragma once

#include <gio/gio.h>

#include "exchange/plan/remit-plan-reader.h"

G_BEGIN_DECLS

void remit_template_loader_run (GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);

/** Returns: (transfer full) (element-type RemitTemplate): the templates, or %NULL when cancelled */
GPtrArray *remit_template_loader_finish (GAsyncResult *result,
                                         GError **error);

G_END_DECLS
