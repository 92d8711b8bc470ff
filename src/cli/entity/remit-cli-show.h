/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entity of any kind, with its parts. */
#pragma once

#include "remit-cli-kind.h"

G_BEGIN_DECLS

/** Writes what is known of an entity, and of what belongs to it. */
gboolean remit_cli_show_entity (RemitCli *cli,
                                RemitKind kind,
                                gint64 id,
                                GError **error);

/** Writes a JSON object with one entity. @member: what it is called there */
void remit_cli_show_record (const char *member,
                            const RemitRecord *record);

G_END_DECLS
