/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of words in conflicts and their logs.
 *
 * The index is the table conflict_text of the migration 0003. It follows what comes into the
 * history: a trigger cannot keep it, since with an untrusted schema, SQLite 3.40 lets none write to
 * a virtual table. */
#define G_LOG_DOMAIN "remit-store"

#include "config.h"

#include "remit-search.h"

#include <string.h>

#include "remit-store-private.h"

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
#define LEARN_CONFLICTS                                                                            \
  "INSERT INTO conflict_text (rowid, conflict, text) SELECT id, id, title || ' ' || description"   \
  " || ' ' || impact || ' ' || resolution FROM conflict"
#define LEARN_EVENTS                                                                               \
  "INSERT INTO conflict_text (rowid, conflict, text) SELECT id, conflict, text"                    \
  " FROM conflict_event WHERE text <> ''"
static const char learn_conflict_sql[] = LEARN_CONFLICTS " WHERE id = ?1";
static const char learn_event_sql[] = LEARN_EVENTS " AND id = ?1";

static gboolean
run (RemitStore *store,
     const char *sql,
     gint64 id,
     GError **error)
{
  sqlite3_stmt *statement = remit_store_prepare (store, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return remit_store_run (store, statement, error);
}

static gint64
get_id (sqlite3_changeset_iter *iter,
        int op)
{
  sqlite3_value *value = NULL;
  int code = op == SQLITE_INSERT ? sqlite3changeset_new (iter, 0, &value)
                                 : sqlite3changeset_old (iter, 0, &value);

  return code == SQLITE_OK && value != NULL ? sqlite3_value_int64 (value) : 0;
}

/* An event is new, or goes; it never changes. */
static gboolean
follow_row (RemitStore *store,
            sqlite3_changeset_iter *iter,
            GError **error)
{
  const char *table, *learn_sql;
  int n_columns, op, indirect;
  gint64 id;

  if (sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect) != SQLITE_OK)
    return TRUE;
  if (strcmp (table, "conflict") == 0)
    learn_sql = learn_conflict_sql;
  else if (strcmp (table, "conflict_event") == 0 && op != SQLITE_UPDATE)
    learn_sql = learn_event_sql;
  else
    return TRUE;
  id = get_id (iter, op);
  return (op == SQLITE_INSERT || run (store, forget_sql, id, error))
         && (op == SQLITE_DELETE || run (store, learn_sql, id, error));
}

gboolean
remit_search_follow (RemitStore *store,
                     gconstpointer changeset,
                     gsize length,
                     GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean done = TRUE;
  int code;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);

  if (length == 0 || length > G_MAXINT)
    return TRUE;
  code = sqlite3changeset_start (&iter, (int) length, (void *) changeset);
  while (code == SQLITE_OK && done && sqlite3changeset_next (iter) == SQLITE_ROW)
    done = follow_row (store, iter, error);
  if (iter != NULL)
    {
      int end = sqlite3changeset_finalize (iter);

      code = code == SQLITE_OK ? end : code;
    }
  if (code == SQLITE_OK || !done)
    return done;
  remit_store_set_error (store, code, NULL, error);
  return FALSE;
}

gboolean
remit_search_fill (RemitStore *store,
                   GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);

  return remit_store_exec (store, LEARN_CONFLICTS "; " LEARN_EVENTS, error);
}
