/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding plans by what stands on the command line, and loading them. */
#pragma once

#include "remit-cli.h"

G_BEGIN_DECLS

/**
 * remit_cli_find_plan:
 * @text: an id, or a name that only one plan has (letter case apart)
 *
 * Like remit_design_find(), for verbs whose memory is not to grow with the workspace.
 *
 * Returns: the plan's id, or 0 with @error set
 */
gint64 remit_cli_find_plan (RemitStore *store,
                            const char *text,
                            GError **error);

/** Loads what is in all plans. */
gboolean remit_cli_open_all_plans (RemitWorkspace *workspace,
                                   GError **error);

/**
 * remit_cli_open_plans:
 * @name: (nullable): an id or a name; %NULL for all plans
 * @plan: (out): the plan, or 0
 *
 * Loads what is in one plan, or in all of them.
 */
gboolean remit_cli_open_plans (RemitWorkspace *workspace,
                               const char *name,
                               gint64 *plan,
                               GError **error);

G_END_DECLS
