/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table names people without ambiguity. */
#include "remit-book-references.h"

#include "model/remit-text.h"

struct _RemitBookReferences
{
  GHashTable *seen;     /* names, folded */
  GHashTable *repeated; /* those of several */
};

static void
add_name (RemitBookReferences *self,
          const char *name)
{
  char *folded = remit_text_fold (name);

  if (g_hash_table_contains (self->seen, folded))
    g_hash_table_add (self->repeated, folded);
  else
    g_hash_table_add (self->seen, folded);
}

RemitBookReferences *
remit_book_references_new (RemitStore *store,
                           GError **error)
{
  g_autoptr (RemitBookReferences) self = g_new0 (RemitBookReferences, 1);
  RemitStatement *statement = remit_store_query (store, "SELECT name FROM person", 0, 0, error);

  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->repeated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (remit_store_step (store, statement))
    add_name (self, remit_statement_get_text (statement, 0));
  return remit_store_finish (store, statement, error) ? g_steal_pointer (&self) : NULL;
}

void
remit_book_references_free (RemitBookReferences *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->repeated);
  g_free (self);
}

char *
remit_book_references_dup (RemitBookReferences *self,
                           const RemitRecord *person)
{
  static const guint keys[] = { REMIT_PERSON_EXTERNAL_ID, REMIT_PERSON_EMAIL };
  const char *name = person != NULL ? remit_record_get_text (person, REMIT_PERSON_NAME) : "";
  g_autofree char *folded = remit_text_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (keys) && g_hash_table_contains (self->repeated, folded); i++)
    if (*remit_record_get_text (person, keys[i]) != '\0')
      return g_strdup (remit_record_get_text (person, keys[i]));
  return g_strdup (name);
}
