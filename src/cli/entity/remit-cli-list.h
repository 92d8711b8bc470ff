/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entities of one kind, a line for each, or as JSON; and conditions that they have to meet. */
#pragma once

#include "remit-cli-entity.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

/**
 * RemitCliList:
 * @field: a reference, or -1 for all of the kind
 * @id: what the reference is to
 * @hidden: a field that need not be told, or -1
 * @where: (nullable): conditions, all of which have to be met
 * @limit: how many are shown in a table, 0 for all
 *
 * Which entities are listed, in the order of remit_listing_read().
 */
typedef struct {
  RemitWorkspace *workspace;
  RemitKind kind;
  int field;
  gint64 id;
  int hidden;
  GArray *where;
  guint limit;
} RemitCliList;

/**
 * remit_cli_list_fill:
 * @table: (out) (transfer full): ids, names, and fields of which at least one entity has a value.
 *   Long texts are cut; those with lines are left out
 *
 * Returns: how many there are, or -1 with @error set
 */
int remit_cli_list_fill (const RemitCliList *self,
                         RemitCliTable **table,
                         GError **error);

/** Adds to a JSON object an array of objects with all fields. */
gboolean remit_cli_list_add_json (const RemitCliList *self,
                                  JsonObject *object,
                                  GError **error);

/**
 * remit_cli_where_new:
 * @plan: the plan in which references are looked up, 0 for all
 * @texts: (nullable): FIELD=VALUE, with =, !=, <, >, <= or >=, ending with %NULL
 *
 * Returns: (transfer full): the conditions, or %NULL with @error set
 */
GArray *remit_cli_where_new (RemitCli *cli,
                             RemitKind kind,
                             gint64 plan,
                             char **texts,
                             GError **error);
gboolean remit_cli_where_matches (GArray *conditions,
                                  RemitWorkspace *workspace,
                                  const RemitRecord *record);
