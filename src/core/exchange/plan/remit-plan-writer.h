/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a plan as XML, as a stream. */
#pragma once

#include "exchange/remit-exchange.h"

G_BEGIN_DECLS

#define REMIT_PLAN_NAMESPACE "urn:remit:plan:1"
#define REMIT_PLAN_FORMAT "1.2"

/**
 * remit_plan_write:
 * @path: the file to write, replaced as a whole when all is written; "-" for standard output
 *
 * Writes a plan with everything that it refers to, and that @audience may read: of the conflicts,
 * what is visible to the team, for all but the whole house.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNWRITABLE, %REMIT_STORE_ERROR, %G_IO_ERROR_CANCELLED
 */
gboolean remit_plan_write (RemitStore *store,
                           gint64 plan,
                           RemitAudience audience,
                           const char *path,
                           GCancellable *cancellable,
                           RemitProgress progress,
                           gpointer progress_data,
                           GError **error);

G_END_DECLS
