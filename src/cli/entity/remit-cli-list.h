/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entities of one kind, a line for each, or as JSON. */
#pragma once

#include "remit-cli-where.h"
#include "support/remit-cli-json.h"

G_BEGIN_DECLS

/**
 * RemitCliList:
 * @field: a reference, or -1 for all of the kind
 * @id: what the reference is to
 * @hidden: a field that need not be told, or -1
 * @where: (nullable): conditions
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
  RemitCliWhere *where;
  guint limit;
} RemitCliList;

/**
 * remit_cli_list_print:
 *
 * Writes a table: ids, names, and fields of which at least one entity has a value. Long texts are
 * cut; those with lines are left out.
 *
 * Returns: how many there are, or -1 with @error set
 */
int remit_cli_list_print (const RemitCliList *self,
                          GError **error);

/** Returns: how many entities there are, or -1 with @error set */
int remit_cli_list_count (const RemitCliList *self,
                          GError **error);

/** Adds an array of objects with all fields. */
gboolean remit_cli_list_add_json (const RemitCliList *self,
                                  JsonBuilder *builder,
                                  GError **error);

G_END_DECLS
