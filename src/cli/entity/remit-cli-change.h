/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting, for verbs of any kind and for those of one. */
#pragma once

#include "remit-cli.h"

G_BEGIN_DECLS

/** Deletes an entity whose plan is loaded, and says what went with it. */
gboolean remit_cli_delete (RemitCli *cli,
                           RemitKind kind,
                           gint64 id,
                           GError **error);

G_END_DECLS
