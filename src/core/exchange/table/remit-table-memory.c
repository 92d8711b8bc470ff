/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a workspace remembers of how the columns of tables were taken. */
#include "remit-table-memory.h"

#include "remit-table-saved.h"

/* More than that is not written by a table that makes sense. */
#define MAX_CONTENT 65536

/* Returns: (transfer full) (nullable): what is remembered; %NULL, with @error set if that failed */
static RemitRecord *
find (RemitTableImport *import,
      RemitStore *store,
      GError **error)
{
  g_autofree char *key = remit_table_saved_dup_key (import);
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_MAPPING);
  RemitStatement *rows;
  gboolean found;

  rows = remit_store_prepare (
    store, remit_store_get_select (REMIT_KIND_MAPPING, "WHERE t.headers = ?1"), error);
  if (rows == NULL)
    return NULL;
  remit_statement_bind_text (rows, 1, key);
  found = remit_store_step (store, rows);
  if (found)
    remit_store_read (rows, record);
  return remit_store_finish (store, rows, error) && found ? g_steal_pointer (&record) : NULL;
}

gboolean
remit_table_memory_recall (RemitTableImport *import,
                           RemitStore *store,
                           gboolean *kept,
                           GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (RemitRecord) record = NULL;
  g_autofree char *before = NULL;

  g_return_val_if_fail (import != NULL && REMIT_IS_STORE (store), FALSE);

  if (kept != NULL)
    *kept = FALSE;
  record = find (import, store, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (record == NULL)
    return TRUE;
  before = remit_table_saved_dup_text (import);
  if (remit_table_saved_apply (import, remit_record_get_text (record, REMIT_MAPPING_CONTENT), NULL))
    {
      if (kept != NULL)
        *kept = TRUE;
      return TRUE;
    }
  return remit_table_saved_apply (import, before, NULL);
}

static gboolean
update (RemitRecord *record,
        const char *name,
        const char *text)
{
  gboolean changed = remit_record_set_text (record, REMIT_MAPPING_CONTENT, text);

  /* the name alone is no news */
  if (changed)
    remit_record_set_text (record, REMIT_MAPPING_NAME, name);
  return changed;
}

gboolean
remit_table_memory_keep (RemitTableImport *import,
                         RemitEdit *edit,
                         GError **error)
{
  RemitStore *store;
  g_autoptr (GError) failure = NULL;
  g_autoptr (RemitRecord) record = NULL;
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (import != NULL && edit != NULL, FALSE);

  store = remit_edit_get_store (edit);
  text = remit_table_saved_dup_text (import);
  key = remit_table_saved_dup_key (import);
  if (*key == '\0' || strlen (text) > MAX_CONTENT)
    return TRUE;
  record = find (import, store, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (record != NULL)
    return !update (record, import->name, text) || remit_edit_update (edit, record, error);
  record = remit_record_new (REMIT_KIND_MAPPING);
  remit_record_set_text (record, REMIT_MAPPING_HEADERS, key);
  update (record, import->name, text);
  return remit_edit_insert (edit, record, error);
}
