/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What refers to an entity, be it in a plan that is loaded or not. */
#include "remit-design-private.h"

GPtrArray *
remit_design_load_referring (RemitStore *store,
                             RemitKind kind,
                             guint field,
                             gint64 id,
                             int max,
                             GError **error)
{
  const RemitField *info = &remit_entity_info (kind)->fields[field];
  g_autofree char *where = g_strdup_printf ("WHERE t.\"%s\" = ?1 ORDER BY t.id LIMIT %d",
                                            remit_field_get_column (info), max);

  return remit_store_load_all (store, kind, where, id, error);
}

gint64
remit_design_count_referring (RemitStore *store,
                              RemitKind kind,
                              guint field,
                              gint64 id,
                              GError **error)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE \"%s\" = ?1",
                                          remit_entity_info_get_table (info),
                                          remit_field_get_column (&info->fields[field]));
  RemitStatement *row = remit_store_query (store, g_intern_string (sql), id, 0, error);
  gint64 n = 0;

  if (remit_store_step (store, row))
    n = remit_statement_get_integer (row, 0);
  return remit_store_finish (store, row, error) ? n : -1;
}
