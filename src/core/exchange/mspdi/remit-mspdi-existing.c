/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan has that a project is imported into: teams and slots by name. */
#include "model/remit-text.h"
#include "remit-mspdi-import-private.h"

struct _RemitMspdiExisting {
  GHashTable *lists;       /* of records, in their order, by kind, parent and name */
  GHashTable *assignments; /* lists of records, by slot */
  GHashTable *roles;       /* folded names */
  GHashTable *role_names;  /* by id */
  gint64 last[REMIT_N_KINDS];
};

static char *
dup_key (RemitKind kind,
         gint64 parent,
         const char *name)
{
  g_autofree char *folded = remit_text_fold (name);

  return g_strdup_printf ("%u %" G_GINT64_FORMAT " %s", (guint) kind, parent, folded);
}

static void
list_free (gpointer data)
{
  g_queue_free_full (data, (GDestroyNotify) remit_record_free);
}

/* @record: (transfer full) */
static void
add (RemitMspdiExisting *self,
     RemitKind kind,
     gint64 parent,
     const char *name,
     RemitRecord *record)
{
  g_autofree char *key = dup_key (kind, parent, name);
  GQueue *list = g_hash_table_lookup (self->lists, key);
  int order = remit_entity_info_find_order (remit_record_get_info (record));

  if (list == NULL)
    {
      list = g_queue_new ();
      g_hash_table_insert (self->lists, g_steal_pointer (&key), list);
    }
  g_queue_push_tail (list, record);
  if (order >= 0)
    self->last[kind] = MAX (self->last[kind], remit_record_get_integer (record, (guint) order));
}

static gboolean
load_roles (RemitMspdiExisting *self,
            RemitStore *store,
            GError **error)
{
  RemitStatement *rows = remit_store_query (store, "SELECT id, name FROM role", 0, 0, error);

  while (remit_store_step (store, rows))
    {
      gint64 id = remit_statement_get_integer (rows, 0);
      const char *name = remit_statement_get_text (rows, 1);

      g_hash_table_add (self->roles, remit_text_fold (name));
      g_hash_table_insert (self->role_names, g_memdup2 (&id, sizeof id), g_strdup (name));
    }
  return remit_store_finish (store, rows, error);
}

static gboolean
load_teams (RemitMspdiExisting *self,
            RemitStore *store,
            gint64 plan,
            GError **error)
{
  g_autoptr (GPtrArray) teams = remit_store_load_all (
    store, REMIT_KIND_TEAM, "WHERE t.plan = ?1 ORDER BY t.position, t.id", plan, error);

  for (guint i = 0; teams != NULL && i < teams->len; i++)
    add (self, REMIT_KIND_TEAM, remit_record_get_integer (teams->pdata[i], REMIT_TEAM_PARENT),
         remit_record_get_text (teams->pdata[i], REMIT_TEAM_NAME),
         remit_record_copy (teams->pdata[i]));
  return teams != NULL;
}

/* A slot without a name is called as its role is. */
static const char *
get_slot_name (RemitMspdiExisting *self,
               const RemitRecord *slot)
{
  const char *name = remit_record_get_text (slot, REMIT_SLOT_NAME);
  gint64 role = remit_record_get_integer (slot, REMIT_SLOT_ROLE);

  if (*name == '\0')
    name = g_hash_table_lookup (self->role_names, &role);
  return name != NULL ? name : "";
}

static gboolean
load_slots (RemitMspdiExisting *self,
            RemitStore *store,
            gint64 plan,
            GError **error)
{
  g_autoptr (GPtrArray) slots = remit_store_load_all (
    store, REMIT_KIND_SLOT, "WHERE t.plan = ?1 ORDER BY t.position, t.id", plan, error);

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    add (self, REMIT_KIND_SLOT, remit_record_get_integer (slots->pdata[i], REMIT_SLOT_TEAM),
         get_slot_name (self, slots->pdata[i]), remit_record_copy (slots->pdata[i]));
  return slots != NULL;
}

static gboolean
load_assignments (RemitMspdiExisting *self,
                  RemitStore *store,
                  gint64 plan,
                  GError **error)
{
  g_autoptr (GPtrArray) records = remit_store_load_all (
    store, REMIT_KIND_ASSIGNMENT, "WHERE t.plan = ?1 ORDER BY t.id", plan, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gint64 slot = remit_record_get_integer (records->pdata[i], REMIT_ASSIGNMENT_SLOT);
      GPtrArray *list = g_hash_table_lookup (self->assignments, &slot);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
          g_hash_table_insert (self->assignments, g_memdup2 (&slot, sizeof slot), list);
        }
      g_ptr_array_add (list, remit_record_copy (records->pdata[i]));
    }
  return records != NULL;
}

RemitMspdiExisting *
remit_mspdi_existing_new (RemitStore *store,
                          gint64 plan,
                          GError **error)
{
  g_autoptr (RemitMspdiExisting) self = g_new0 (RemitMspdiExisting, 1);

  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, list_free);
  self->assignments = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);
  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->role_names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (!load_roles (self, store, error) || !load_teams (self, store, plan, error)
      || !load_slots (self, store, plan, error) || !load_assignments (self, store, plan, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
remit_mspdi_existing_free (RemitMspdiExisting *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->assignments);
  g_hash_table_unref (self->roles);
  g_hash_table_unref (self->role_names);
  g_free (self);
}

RemitRecord *
remit_mspdi_existing_take (RemitMspdiExisting *self,
                           RemitKind kind,
                           gint64 parent,
                           const char *name)
{
  g_autofree char *key = g_hash_table_size (self->lists) > 0 ? dup_key (kind, parent, name) : NULL;
  GQueue *list = key != NULL ? g_hash_table_lookup (self->lists, key) : NULL;

  return list != NULL ? g_queue_pop_head (list) : NULL;
}

GPtrArray *
remit_mspdi_existing_get_assignments (RemitMspdiExisting *self,
                                      gint64 slot)
{
  return g_hash_table_lookup (self->assignments, &slot);
}

gboolean
remit_mspdi_existing_has_role (RemitMspdiExisting *self,
                               const char *name)
{
  g_autofree char *folded = remit_text_fold (name);

  return g_hash_table_contains (self->roles, folded);
}

gint64
remit_mspdi_existing_get_last (RemitMspdiExisting *self,
                               RemitKind kind)
{
  return self->last[kind];
}
