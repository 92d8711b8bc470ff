/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs on conflicts share: finding one, and showing it. */
#pragma once

#include "remit-cli.h"

G_BEGIN_DECLS

/**
 * remit_cli_find_conflict:
 * @text: an id, or a title that only one conflict has; of several, one that goes on
 *
 * Returns: the conflict's id, or 0 with @error set
 */
gint64 remit_cli_find_conflict (RemitStore *store,
                                const char *text,
                                GError **error);

/** Writes a conflict with its ladder and its log. */
gboolean remit_cli_show_conflict (RemitCli *cli,
                                  RemitWorkspace *workspace,
                                  gint64 conflict,
                                  GError **error);

G_END_DECLS
