/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the index of words is what the conflicts and their logs make of it.
 *
 * FTS5 checks an index against the texts that it keeps itself, as a statement that writes; so that
 * is done with a copy, since a workspace may be open for reading alone. */
#include "remit-search-private.h"
#include "remit-search.h"
#include "remit-store-private.h"

/* What FTS5 keeps, as it makes that. It is not told to make it, since it would remember its own. */
static const struct
{
  const char *make;
  const char *read;
  const char *write;
} tables[] = {
  { "CREATE TABLE conflict_text_data (id INTEGER PRIMARY KEY, block BLOB)",
    "SELECT id, block FROM conflict_text_data", "INSERT INTO conflict_text_data VALUES (?1, ?2)" },
  { "CREATE TABLE conflict_text_idx (segid, term, pgno, PRIMARY KEY (segid, term)) WITHOUT ROWID",
    "SELECT segid, term, pgno FROM conflict_text_idx",
    "INSERT INTO conflict_text_idx VALUES (?1, ?2, ?3)" },
  { "CREATE TABLE conflict_text_content (id INTEGER PRIMARY KEY, c0, c1)",
    "SELECT id, c0, c1 FROM conflict_text_content",
    "INSERT INTO conflict_text_content VALUES (?1, ?2, ?3)" },
  { "CREATE TABLE conflict_text_docsize (id INTEGER PRIMARY KEY, sz BLOB)",
    "SELECT id, sz FROM conflict_text_docsize",
    "INSERT INTO conflict_text_docsize VALUES (?1, ?2)" },
  { "CREATE TABLE conflict_text_config (k PRIMARY KEY, v) WITHOUT ROWID",
    "SELECT k, v FROM conflict_text_config", "INSERT INTO conflict_text_config VALUES (?1, ?2)" },
};

/* Returns: whether all rows were copied; SQLite's code in @code */
static gboolean
copy_rows (sqlite3_stmt *from,
           sqlite3 *to,
           const char *sql,
           int *code)
{
  sqlite3_stmt *insert = NULL;

  *code = sqlite3_prepare_v2 (to, sql, -1, &insert, NULL);
  while (*code == SQLITE_OK && (*code = sqlite3_step (from)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (from); i++)
        sqlite3_bind_value (insert, i + 1, sqlite3_column_value (from, i));
      sqlite3_step (insert);
      *code = sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  return *code == SQLITE_DONE;
}

/* Returns: a code of SQLite */
static int
make_virtual_table (RemitStore *store,
                    sqlite3 *copy)
{
  g_autoptr (RemitStatement) row = remit_store_query (
    store, "SELECT sql FROM main.sqlite_schema WHERE name = 'conflict_text'", 0, 0, NULL);
  char *sql;
  int code;

  if (!remit_store_step (store, row))
    return SQLITE_CORRUPT;
  sql = sqlite3_mprintf ("PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES "
                         "('table', 'conflict_text', 'conflict_text', 0, %Q); "
                         "PRAGMA writable_schema = RESET",
                         sqlite3_column_text (row, 0));
  code = sqlite3_exec (copy, sql, NULL, NULL, NULL);
  sqlite3_free (sql);
  return code;
}

static gboolean
copy_index (RemitStore *store,
            sqlite3 *copy,
            GError **error)
{
  int code = SQLITE_OK;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (RemitStatement) rows = remit_store_query (store, tables[i].read, 0, 0, error);

      if (rows == NULL)
        return FALSE;
      code = sqlite3_exec (copy, tables[i].make, NULL, NULL, NULL);
      if (code != SQLITE_OK || !copy_rows (rows, copy, tables[i].write, &code))
        {
          remit_store_set_error (store, code, NULL, error);
          return FALSE;
        }
    }
  code = make_virtual_table (store, copy);
  if (code == SQLITE_OK)
    return TRUE;
  remit_store_set_error (store, code, NULL, error);
  return FALSE;
}

/* Returns: whether the index is that of the texts that stand beside it */
static gboolean
check_index (RemitStore *store,
             gboolean *is_whole,
             GError **error)
{
  sqlite3 *copy = NULL;
  int code = sqlite3_open_v2 ("", &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  gboolean done = FALSE;

  if (code != SQLITE_OK)
    remit_store_set_error (store, code, NULL, error);
  else if (copy_index (store, copy, error))
    {
      code = sqlite3_exec (copy, "INSERT INTO conflict_text (conflict_text) "
                                 "VALUES ('integrity-check')", NULL, NULL, NULL);
      *is_whole = code == SQLITE_OK;
      done = code != SQLITE_NOMEM && code != SQLITE_IOERR && code != SQLITE_FULL;
      if (!done)
        remit_store_set_error (store, code, NULL, error);
    }
  sqlite3_close (copy);
  return done;
}

/* Whether the texts beside the index are those of the conflicts and their logs. */
static gboolean
check_texts (RemitStore *store,
             gboolean *is_whole,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *is_whole = remit_store_query_integer (
    store,
    "WITH shown AS (" REMIT_SEARCH_CONFLICTS " UNION ALL " REMIT_SEARCH_EVENTS "),"
    " kept AS (SELECT id, c0 AS conflict, c1 AS text FROM conflict_text_content)"
    " SELECT NOT EXISTS (SELECT * FROM shown EXCEPT SELECT * FROM kept)"
    " AND NOT EXISTS (SELECT * FROM kept EXCEPT SELECT * FROM shown)",
    0, 0, &local_error) == 1;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
remit_search_check (RemitStore *store,
                    gboolean *is_whole,
                    GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (is_whole != NULL, FALSE);

  return check_texts (store, is_whole, error)
         && (!*is_whole || check_index (store, is_whole, error));
}
