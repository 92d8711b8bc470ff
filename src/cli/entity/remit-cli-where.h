/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions that entities of a list have to meet: --where FIELD=VALUE. */
#pragma once

#include "remit-cli-kind.h"

G_BEGIN_DECLS

/**
 * RemitCliWhere:
 *
 * Conditions on the fields of a kind, all of which have to be met.
 */
typedef struct _RemitCliWhere RemitCliWhere;

/**
 * remit_cli_where_new:
 * @plan: the plan in which references are looked up, 0 for all
 * @texts: (nullable): FIELD=VALUE, with =, !=, <, >, <= or >=, ending with %NULL
 *
 * Returns: (transfer full): the conditions, or %NULL with @error set
 */
RemitCliWhere *remit_cli_where_new (RemitWorkspace *workspace,
                                    RemitKind kind,
                                    gint64 plan,
                                    char **texts,
                                    GError **error);
void remit_cli_where_free (RemitCliWhere *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitCliWhere, remit_cli_where_free)

gboolean remit_cli_where_matches (RemitCliWhere *self,
                                  const RemitRecord *record);

G_END_DECLS
