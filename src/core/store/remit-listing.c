/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of a kind, one by one, in the order in which people list them. */
#include "remit-listing.h"

/* Returns: the field by which those of one owner stand, or -1 */
static int
find_order (const RemitEntityInfo *info)
{
  int name = remit_entity_info_find_name (info);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & REMIT_FIELD_ORDER)
        || (info->is_log && info->fields[i].kind == REMIT_FIELD_TIME))
      return (int) i;
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == REMIT_FIELD_DATE && (info->fields[i].flags & REMIT_FIELD_REQUIRED))
      return (int) i;
  return name;
}

static void
append_order (GString *sql,
              const RemitEntityInfo *info,
              const char *alias)
{
  int order = find_order (info);

  if (order >= 0)
    g_string_append_printf (sql, "%s.\"%s\"%s, ", alias,
                            remit_field_get_column (&info->fields[order]),
                            remit_field_is_text (&info->fields[order]) ? " COLLATE NOCASE" : "");
  g_string_append_printf (sql, "%s.id", alias);
}

static const char *
get_select (const RemitEntityInfo *info,
            int field)
{
  int owner = remit_entity_info_find_owner (info);
  g_autoptr (GString) sql = g_string_new (NULL);

  if (owner >= 0)
    g_string_append_printf (sql, "LEFT JOIN %s AS o ON o.id = t.\"%s\" ",
                            remit_entity_info_get_table (remit_entity_info (
                                info->fields[owner].target)),
                            remit_field_get_column (&info->fields[owner]));
  if (field >= 0)
    g_string_append_printf (sql, "WHERE t.\"%s\" = ?1 ",
                            remit_field_get_column (&info->fields[field]));
  g_string_append (sql, "ORDER BY ");
  if (owner >= 0)
    {
      append_order (sql, remit_entity_info (info->fields[owner].target), "o");
      g_string_append (sql, ", ");
    }
  append_order (sql, info, "t");
  return remit_store_get_select (info->kind, sql->str);
}

gboolean
remit_listing_read (RemitStore *store,
                    RemitKind kind,
                    int field,
                    gint64 id,
                    RemitListingFunc func,
                    gpointer data,
                    GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (kind);
  g_autoptr (RemitStatement) statement = remit_store_query (
    store, get_select (remit_entity_info (kind), field), id, 0, error);
  g_autoptr (GError) local_error = NULL;
  gboolean goes_on = TRUE;

  while (goes_on && remit_store_step (store, statement))
    {
      remit_store_read (statement, record);
      goes_on = func (record, data, &local_error);
    }
  if (local_error == NULL)
    return remit_store_finish (store, statement, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
