/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who can hold rights in a plan's matrix, and what the columns of a table call them. */
#include "remit-matrix-holders.h"

#include <glib/gi18n-lib.h>

static const char slots_sql[] =
  "SELECT s.id, t.name, coalesce (nullif (s.name, ''), r.name),"
  "   EXISTS (SELECT 1 FROM right AS h WHERE h.slot = s.id), s.role"
  " FROM slot AS s JOIN team AS t ON t.id = s.team JOIN role AS r ON r.id = s.role"
  " WHERE s.plan = ?1 ORDER BY t.position, t.id, s.position, s.id";
static const char roles_sql[] =
  "SELECT r.id, '', r.name, EXISTS (SELECT 1 FROM right AS h WHERE h.role = r.id AND h.plan = ?1),"
  "   r.id"
  " FROM role AS r ORDER BY r.name, r.id";
static const char people_sql[] =
  "SELECT p.id, '', p.name,"
  "   EXISTS (SELECT 1 FROM right AS h WHERE h.person = p.id AND h.plan = ?1), 0"
  " FROM person AS p ORDER BY p.name, p.id";

void
remit_matrix_holder_free (RemitMatrixHolder *self)
{
  g_free (self->header);
  g_free (self->name);
  g_free (self->team);
  g_free (self);
}

static char *
dup_header (RemitKind kind,
            const char *team,
            const char *name)
{
  switch ((int) kind)
    {
    case REMIT_KIND_SLOT:
      return g_strdup_printf ("%s: %s", team, name);
    case REMIT_KIND_ROLE:
      /* Translators: the header of a column of a table: a role */
      return g_strdup_printf (_ ("Role: %s"), name);
    case REMIT_KIND_PERSON:
    default:
      /* Translators: the header of a column of a table: a person */
      return g_strdup_printf (_ ("Person: %s"), name);
    }
}

void
remit_matrix_holder_rename (RemitMatrixHolder *self,
                            const char *name)
{
  if (g_str_equal (self->name, name))
    return;
  g_free (self->name);
  g_free (self->header);
  self->name = g_strdup (name);
  self->header = dup_header (self->kind, self->team, name);
}

/* The second of those with the same header is called "… (2)". */
static char *
number (GHashTable *counts,
        char *header)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, header)) + 1;
  char *numbered = n > 1 ? g_strdup_printf ("%s (%u)", header, n) : g_strdup (header);

  g_hash_table_replace (counts, header, GUINT_TO_POINTER (n));
  return numbered;
}

static gboolean
load (RemitStore *store,
      RemitKind kind,
      const char *sql,
      gint64 plan,
      GPtrArray *holders,
      GError **error)
{
  g_autoptr (RemitStatement) rows = remit_store_query (store, sql, plan, 0, error);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (remit_store_step (store, rows))
    {
      RemitMatrixHolder *holder = g_new0 (RemitMatrixHolder, 1);

      holder->kind = kind;
      holder->id = remit_statement_get_integer (rows, 0);
      holder->name = g_strdup (remit_statement_get_text (rows, 2));
      holder->header = number (counts,
                               dup_header (kind, remit_statement_get_text (rows, 1),
                                           holder->name));
      holder->used = (int) remit_statement_get_integer (rows, 3) != 0;
      holder->role = remit_statement_get_integer (rows, 4);
      g_ptr_array_add (holders, holder);
    }
  return remit_store_finish (store, rows, error);
}

GPtrArray *
remit_matrix_holders_load (RemitStore *store,
                           gint64 plan,
                           GError **error)
{
  g_autoptr (GPtrArray) holders = g_ptr_array_new_with_free_func (
    (GDestroyNotify) remit_matrix_holder_free);

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  if (load (store, REMIT_KIND_SLOT, slots_sql, plan, holders, error)
      && load (store, REMIT_KIND_ROLE, roles_sql, plan, holders, error)
      && load (store, REMIT_KIND_PERSON, people_sql, plan, holders, error))
    return g_steal_pointer (&holders);
  return NULL;
}
