/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a plan by what stands on the command line, without loading the workspace. */
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

G_END_DECLS
