/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds and their fields, as they are written on the command line. */
#pragma once

#include "remit-cli.h"

G_BEGIN_DECLS

/**
 * remit_cli_kind_find:
 * @word: a kind in the singular or the plural, with hyphens or underscores, in any letter case
 *
 * Returns: the kind, or %REMIT_KIND_NONE with %G_OPTION_ERROR, which names the nearest, and all
 */
RemitKind remit_cli_kind_find (const char *word,
                               GError **error);

/** Returns: (transfer full): the plural with underscores, as a member in JSON */
char *remit_cli_kind_dup_member (const RemitEntityInfo *info);

/** Returns: the field of a kind that @length bytes of @word name, or -1 with an error as above */
int remit_cli_kind_find_field (const RemitEntityInfo *info,
                               const char *word,
                               gsize length,
                               GError **error);

/** Writes a line for each kind. */
void remit_cli_kind_list (RemitCli *cli);

/** Writes which fields a kind has, their types, choices and defaults. */
void remit_cli_kind_show (RemitCli *cli,
                          const RemitEntityInfo *info);

G_END_DECLS
