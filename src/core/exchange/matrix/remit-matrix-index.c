/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The holders of rights by what tables call them. */
#include "remit-matrix-index.h"

#include "exchange/table/remit-table-mapping.h"

/* Names go to slots before roles, and to these before people. */
enum {
  SLOTS,
  ROLES,
  PEOPLE,
  N_INDEXES
};

struct _RemitMatrixIndex {
  GHashTable *exact;            /* header → holder */
  GHashTable *headers;          /* normalized header → holder, the first one */
  GHashTable *names[N_INDEXES]; /* normalized name → holder, NULL for several */
  GHashTable *people;           /* id → holder */
  GHashTable *roles;            /* those that have slots */
};

static guint
get_place (const RemitMatrixHolder *holder)
{
  if (holder->kind == REMIT_KIND_SLOT)
    return SLOTS;
  return holder->kind == REMIT_KIND_ROLE ? ROLES : PEOPLE;
}

static void
add_first (GHashTable *index,
           char *key,
           RemitMatrixHolder *holder)
{
  if (g_hash_table_contains (index, key))
    g_free (key);
  else
    g_hash_table_insert (index, key, holder);
}

static void
add (RemitMatrixIndex *self,
     RemitMatrixHolder *holder)
{
  GHashTable *names = self->names[get_place (holder)];
  char *name = remit_table_mapping_normalize (holder->name);

  add_first (self->exact, g_strdup (holder->header), holder);
  add_first (self->headers, remit_table_mapping_normalize (holder->header), holder);
  g_hash_table_replace (names, name, g_hash_table_contains (names, name) ? NULL : holder);
  if (holder->kind == REMIT_KIND_PERSON)
    g_hash_table_insert (self->people, &holder->id, holder);
  if (holder->kind == REMIT_KIND_SLOT)
    g_hash_table_add (self->roles, &holder->role);
}

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

RemitMatrixIndex *
remit_matrix_index_new (GPtrArray *holders)
{
  RemitMatrixIndex *self = g_new0 (RemitMatrixIndex, 1);

  self->exact = create_table ();
  self->headers = create_table ();
  for (guint i = 0; i < N_INDEXES; i++)
    self->names[i] = create_table ();
  self->people = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->roles = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < holders->len; i++)
    add (self, holders->pdata[i]);
  return self;
}

void
remit_matrix_index_free (RemitMatrixIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->exact);
  g_hash_table_unref (self->headers);
  for (guint i = 0; i < N_INDEXES; i++)
    g_hash_table_unref (self->names[i]);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->roles);
  g_free (self);
}

const RemitMatrixHolder *
remit_matrix_index_find (const RemitMatrixIndex *self,
                         const char *header)
{
  g_autofree char *normal = remit_table_mapping_normalize (header);
  gpointer found;

  if (*normal == '\0')
    return NULL;
  if ((found = g_hash_table_lookup (self->exact, header)) != NULL
      || (found = g_hash_table_lookup (self->headers, normal)) != NULL)
    return found;
  for (guint i = 0; i < N_INDEXES; i++)
    {
      if (!g_hash_table_lookup_extended (self->names[i], normal, NULL, &found))
        continue;
      /* a role that several slots have is meant itself */
      if (found != NULL || i != SLOTS)
        return found;
    }
  return NULL;
}

const RemitMatrixHolder *
remit_matrix_index_get_person (const RemitMatrixIndex *self,
                               gint64 id)
{
  return g_hash_table_lookup (self->people, &id);
}

gboolean
remit_matrix_index_has_name (const RemitMatrixIndex *self,
                             const char *name)
{
  g_autofree char *normal = remit_table_mapping_normalize (name);

  for (guint i = 0; i < N_INDEXES; i++)
    if (g_hash_table_contains (self->names[i], normal))
      return TRUE;
  return FALSE;
}

gboolean
remit_matrix_index_has_slot (const RemitMatrixIndex *self,
                             gint64 role)
{
  return g_hash_table_contains (self->roles, &role);
}
