/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The skills or the roles that a CSV file names. */
#include "remit-table-names.h"

#include "model/remit-text.h"

struct _RemitTableNames {
  RemitTableJob *job;
  const RemitEntityInfo *info;
  guint name;
  int key;
  GPtrArray *all;
  GHashTable *names; /* folded */
  GHashTable *keys;
  GHashTable *written; /* names as they stand in the file, which need not be folded again */
  RemitRecord *record;
};

static RemitTableNamed *
add (RemitTableNames *self,
     const RemitRecord *record,
     gboolean is_old)
{
  g_autofree char *folded = remit_text_fold (remit_record_get_text (record, self->name));
  RemitTableNamed *named = g_new0 (RemitTableNamed, 1);

  named->id = remit_record_get_id (record);
  named->is_old = is_old;
  g_ptr_array_add (self->all, named);
  if (!g_hash_table_contains (self->names, folded))
    g_hash_table_insert (self->names, g_steal_pointer (&folded), named);
  if (self->key >= 0)
    g_hash_table_insert (self->keys, g_strdup (remit_record_get_text (record, (guint) self->key)),
                         named);
  return named;
}

static GHashTable *
create_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

RemitTableNames *
remit_table_names_new (RemitTableJob *job,
                       RemitKind kind,
                       GError **error)
{
  g_autoptr (RemitTableNames) self = g_new0 (RemitTableNames, 1);
  g_autoptr (GPtrArray) records = NULL;

  self->job = job;
  self->info = remit_entity_info (kind);
  self->name = (guint) remit_entity_info_find_name (self->info);
  self->key = remit_entity_info_find_field (self->info, "key");
  self->all = g_ptr_array_new_with_free_func (g_free);
  self->names = create_index ();
  self->keys = create_index ();
  self->written = create_index ();
  self->record = remit_record_new (kind);
  records = remit_store_load_all (job->store, kind, "ORDER BY t.id", 0, error);
  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    add (self, records->pdata[i], TRUE);
  return g_steal_pointer (&self);
}

void
remit_table_names_free (RemitTableNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->written);
  g_ptr_array_unref (self->all);
  remit_record_free (self->record);
  g_free (self);
}

static char *
make_key (RemitTableNames *self,
          const char *name)
{
  g_autofree char *base = remit_role_dup_key (name);
  char *key = g_strdup (base);

  for (guint i = 2; g_hash_table_contains (self->keys, key); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", base, i);
    }
  return key;
}

static RemitTableNamed *
insert (RemitTableNames *self,
        const char *name,
        GError **error)
{
  remit_record_reset (self->record);
  remit_record_set_text (self->record, self->name, name);
  if (self->key >= 0)
    {
      g_autofree char *key = make_key (self, name);

      remit_record_set_text (self->record, (guint) self->key, key);
    }
  return remit_table_names_insert (self, self->record, error);
}

RemitTableNamed *
remit_table_names_insert (RemitTableNames *self,
                          RemitRecord *record,
                          GError **error)
{
  if (!remit_edit_insert (self->job->edit, record, error))
    return NULL;
  self->job->result->added[self->info->kind]++;
  return add (self, record, FALSE);
}

RemitTableNamed *
remit_table_names_find (RemitTableNames *self,
                        const char *name)
{
  g_autofree char *folded = remit_text_fold (name);

  return g_hash_table_lookup (self->names, folded);
}

RemitTableNamed *
remit_table_names_get (RemitTableNames *self,
                       const RemitCsvRow *row,
                       char *name,
                       GError **error)
{
  RemitTableNamed *named = g_hash_table_lookup (self->written, name);
  g_autofree char *written = NULL;
  g_autofree char *folded = NULL;

  if (named != NULL)
    return named;

  written = g_strdup (name);
  remit_table_job_fit (self->job, row, self->info->kind, self->name, name);
  folded = remit_text_fold (name);
  named = g_hash_table_lookup (self->names, folded);
  if (named == NULL)
    named = g_hash_table_lookup (self->keys, name);
  if (named == NULL)
    named = insert (self, name, error);
  if (named == NULL)
    return NULL;

  if (named->is_old)
    remit_import_result_count_same (self->job->result, self->info->kind, named->id);
  named->is_old = FALSE;
  /* What was cut is to be told each time. */
  if (g_str_equal (written, name))
    g_hash_table_insert (self->written, g_steal_pointer (&written), named);
  return named;
}
