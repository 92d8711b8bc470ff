/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in for the names of people: their role, and a number. */
#include "remit-pseudonyms.h"

#include <glib/gi18n-lib.h>

struct _RemitPseudonyms
{
  GHashTable *names; /* by id */
};

/* Who has a slot comes first, in the order of the board. */
#define SELECT_PEOPLE                                                                              \
  "SELECT a.person, r.name FROM assignment AS a JOIN slot AS s ON s.id = a.slot"                   \
  " JOIN team AS t ON t.id = s.team JOIN role AS r ON r.id = s.role WHERE t.plan = ?1"             \
  " ORDER BY t.position, t.id, s.position, s.id, a.id"
#define SELECT_OTHERS "SELECT id, NULL FROM person ORDER BY id"

static void
add (RemitPseudonyms *self,
     GHashTable *numbers,
     gint64 person,
     const char *role)
{
  guint number;

  if (g_hash_table_contains (self->names, &person))
    return;
  if (role == NULL)
    role = _ ("Person");
  number = 1 + GPOINTER_TO_UINT (g_hash_table_lookup (numbers, role));
  g_hash_table_insert (numbers, g_strdup (role), GUINT_TO_POINTER (number));
  g_hash_table_insert (self->names, g_memdup2 (&person, sizeof person),
                       g_strdup_printf ("%s %u", role, number));
}

static gboolean
read_people (RemitPseudonyms *self,
             RemitStore *store,
             GHashTable *numbers,
             const char *select,
             gint64 plan,
             GError **error)
{
  RemitStatement *rows = remit_store_query (store, select, plan, 0, error);

  while (remit_store_step (store, rows))
    add (self, numbers, remit_statement_get_integer (rows, 0), remit_statement_get_text (rows, 1));
  return remit_store_finish (store, rows, error);
}

RemitPseudonyms *
remit_pseudonyms_load (RemitStore *store,
                       gint64 plan,
                       GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  RemitPseudonyms *self = g_new0 (RemitPseudonyms, 1);

  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (read_people (self, store, numbers, SELECT_PEOPLE, plan, error)
      && read_people (self, store, numbers, SELECT_OTHERS, 0, error))
    return self;
  remit_pseudonyms_free (self);
  return NULL;
}

void
remit_pseudonyms_free (RemitPseudonyms *self)
{
  g_hash_table_unref (self->names);
  g_free (self);
}

const char *
remit_pseudonyms_get (RemitPseudonyms *self,
                      gint64 person)
{
  const char *name = g_hash_table_lookup (self->names, &person);

  return name != NULL ? name : _ ("Somebody");
}

/* Returns: whose name a record has */
static gint64
get_person (const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int field = remit_entity_info_find_field (info, "person");

  if (info->kind == REMIT_KIND_PERSON)
    return remit_record_get_id (record);
  return field >= 0 ? remit_record_get_integer (record, (guint) field) : 0;
}

void
remit_pseudonyms_replace (RemitPseudonyms *self,
                          RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & REMIT_FIELD_PERSON_NAME)
        && *remit_record_get_text (record, i) != '\0')
      remit_record_set_text (record, i, remit_pseudonyms_get (self, get_person (record)));
}
