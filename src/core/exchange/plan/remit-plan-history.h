/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan file says of the history of the workspace that wrote it. */
#pragma once

#include "exchange/remit-exchange.h"

G_BEGIN_DECLS

/**
 * remit_plan_read_history:
 * @path: a file in the format of `data/schema/plan.xsd`
 * @length: (out): how many entries the history had
 * @head: (out) (transfer full): the hash of the newest
 *
 * See remit_history_contains().
 *
 * Errors: those of remit_plan_parse(); %REMIT_EXCHANGE_ERROR_REFUSED for a file that says nothing
 * of it
 */
gboolean remit_plan_read_history (const char *path,
                                  gint64 *length,
                                  char **head,
                                  GError **error);

G_END_DECLS
