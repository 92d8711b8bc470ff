/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs on conflicts share: showing one. */
#pragma once

#include "remit-cli.h"

/** Writes a conflict with its ladder and its log. */
gboolean remit_cli_show_conflict (RemitCli *cli,
                                  gint64 conflict,
                                  GError **error);
