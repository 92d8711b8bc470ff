/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of words in conflicts and their logs.
 *
 * The index is the table conflict_text of the migration 0003. It follows what comes into the
 * history: a trigger cannot keep it, since with an untrusted schema, SQLite 3.40 lets none write to
 * a virtual table. */
#include "remit-search.h"

#include <string.h>

#include "remit-search-private.h"
#include "remit-store-private.h"
#include "store/changes/remit-changeset.h"

/* More words than this are not asked for. */
#define MAX_WORDS 16

/* Beginnings of words in quotes, which have no meaning of their own there. */
static void
add_word (GString *query,
          const char *word,
          gsize length)
{
  if (query->len > 0)
    g_string_append_c (query, ' ');
  g_string_append_c (query, '"');
  g_string_append_len (query, word, (gssize) length);
  g_string_append (query, "\"*");
}

char *
remit_search_dup_query (const char *words)
{
  g_autoptr (GString) query = g_string_new (NULL);
  const char *start = NULL;
  guint n_words = 0;

  g_return_val_if_fail (words != NULL, NULL);

  for (const char *p = words;; p = g_utf8_next_char (p))
    {
      gboolean is_letter = *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));

      if (is_letter && start == NULL)
        start = p;
      if (!is_letter && start != NULL && n_words++ < MAX_WORDS)
        add_word (query, start, (gsize) (p - start));
      if (!is_letter)
        start = NULL;
      if (*p == '\0')
        break;
    }
  return query->len > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}

static const char forget_sql[] = "DELETE FROM conflict_text WHERE rowid = ?1";
#define LEARN "INSERT INTO conflict_text (rowid, conflict, text) "
#define LEARN_CONFLICTS LEARN REMIT_SEARCH_CONFLICTS
#define LEARN_EVENTS LEARN REMIT_SEARCH_EVENTS
static const char learn_conflict_sql[] = LEARN_CONFLICTS " WHERE id = ?1";
static const char learn_event_sql[] = LEARN_EVENTS " AND id = ?1";

static gboolean
run (RemitStore *store,
     const char *sql,
     gint64 id,
     GError **error)
{
  return remit_store_run (store, remit_store_query (store, sql, id, 0, error), error);
}

typedef struct {
  RemitStore *store;
  gboolean done;
  GError **error;
} Follow;

/* An event is new, or goes; it never changes. */
static gboolean
follow_row (const RemitChangesetRow *row,
            gpointer data)
{
  Follow *self = data;
  gint64 id = remit_changeset_row_get_id (row);
  const char *learn_sql;

  if (strcmp (row->table, "conflict") == 0)
    learn_sql = learn_conflict_sql;
  else if (strcmp (row->table, "conflict_event") == 0 && row->op != SQLITE_UPDATE)
    learn_sql = learn_event_sql;
  else
    return TRUE;
  self->done = (row->op == SQLITE_INSERT || run (self->store, forget_sql, id, self->error))
               && (row->op == SQLITE_DELETE || run (self->store, learn_sql, id, self->error));
  return self->done;
}

gboolean
remit_search_follow (RemitStore *store,
                     gconstpointer changeset,
                     gsize length,
                     GError **error)
{
  Follow self = { store, TRUE, error };

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);

  if (remit_changeset_foreach (changeset, length, follow_row, &self))
    return self.done;
  remit_store_set_error (store, SQLITE_CORRUPT, NULL, error);
  return FALSE;
}

gboolean
remit_search_fill (RemitStore *store,
                   GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);

  return remit_store_exec (store, LEARN_CONFLICTS "; " LEARN_EVENTS, NULL, error);
}
