/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roles of the seats in a CSV file. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-csv-roles.h"

#include <string.h>

#include "remit-csv-value.h"

/* @is_old until the file has named the role. */
typedef struct {
  gint64 id;
  gboolean is_old;
} Role;

struct _RemitCsvRoles
{
  RemitCsvJob *job;
  GPtrArray *roles;
  GHashTable *names;
  GHashTable *keys;
  RemitRecord *record;
};

/* Where several have the same name, the first one has it. */
static Role *
add_role (RemitCsvRoles *self,
          gint64 id,
          const char *name,
          const char *key,
          gboolean is_old)
{
  g_autofree char *folded = remit_csv_value_fold (name);
  Role *role = g_new0 (Role, 1);

  role->id = id;
  role->is_old = is_old;
  g_ptr_array_add (self->roles, role);
  if (!g_hash_table_contains (self->names, folded))
    g_hash_table_insert (self->names, g_steal_pointer (&folded), role);
  g_hash_table_insert (self->keys, g_strdup (key), role);
  return role;
}

static gboolean
load (RemitCsvRoles *self,
      GError **error)
{
  g_autoptr (RemitStatement) statement = NULL;

  statement = remit_store_prepare (self->job->store, "SELECT id, name, key FROM role ORDER BY id",
                                   error);
  if (statement == NULL)
    return FALSE;
  while (remit_store_step (self->job->store, statement, NULL))
    add_role (self, remit_statement_get_integer (statement, 0),
              remit_statement_get_text (statement, 1),
              remit_statement_get_text (statement, 2), TRUE);
  return remit_store_finish (self->job->store, statement, error);
}

RemitCsvRoles *
remit_csv_roles_new (RemitCsvJob *job,
                     GError **error)
{
  g_autoptr (RemitCsvRoles) self = g_new0 (RemitCsvRoles, 1);

  self->job = job;
  self->roles = g_ptr_array_new_with_free_func (g_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->record = remit_record_new (REMIT_KIND_ROLE);
  if (!load (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
remit_csv_roles_free (RemitCsvRoles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->keys);
  g_ptr_array_unref (self->roles);
  remit_record_free (self->record);
  g_free (self);
}

static char *
make_key (RemitCsvRoles *self,
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

static Role *
insert (RemitCsvRoles *self,
        const char *name,
        GError **error)
{
  g_autofree char *key = make_key (self, name);

  remit_record_reset (self->record);
  remit_record_set_text (self->record, REMIT_ROLE_NAME, name);
  remit_record_set_text (self->record, REMIT_ROLE_KEY, key);
  if (!remit_edit_insert (self->job->edit, self->record, error))
    return NULL;
  self->job->result->added[REMIT_KIND_ROLE]++;
  return add_role (self, remit_record_get_id (self->record), name, key, FALSE);
}

gint64
remit_csv_roles_get (RemitCsvRoles *self,
                     const RemitCsvRow *row,
                     char *name,
                     GError **error)
{
  g_autofree char *folded = NULL;
  Role *role;

  remit_csv_job_fit (self->job, row, REMIT_KIND_ROLE, REMIT_ROLE_NAME, name);
  folded = remit_csv_value_fold (name);
  role = g_hash_table_lookup (self->names, folded);
  if (role == NULL)
    role = g_hash_table_lookup (self->keys, name);
  if (role == NULL)
    role = insert (self, name, error);
  if (role == NULL)
    return 0;

  self->job->result->same[REMIT_KIND_ROLE] += role->is_old;
  role->is_old = FALSE;
  return role->id;
}
