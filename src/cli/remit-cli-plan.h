/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What verbs for plans and templates share. */
#pragma once

#include "remit-cli.h"

/** Says which plan was made or changed: in JSON, or in @words, which take its name and its id. */
gboolean remit_cli_show_plan (RemitCli *cli,
                              gint64 id,
                              const char *words,
                              GError **error);

/** Returns: (transfer full) (nullable): the file of the template with an id */
char *remit_cli_dup_template_path (const char *id,
                                   GError **error);
