/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history that is in a file by itself, without what is only in its log. */
#include "remit-raw-head.h"

#include <gio/gio.h>

#include "store/remit-store-private.h"

#define SELECT_HEAD "SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1"

/* What stands in the history under the number of ?1, and from where on and up to where it goes: its
 * beginning may be in an archive. */
#define SELECT_ENTRY                                                                               \
  "SELECT (SELECT hash FROM history WHERE seq = ?1), min (seq), max (seq) FROM history"

/* Those of another connection would read the log. SQLite keeps the locks of the whole program when
 * this one is closed. */
static sqlite3 *
open_raw (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_strconcat (uri, "?immutable=1", NULL);
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (name, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                       NULL)
      == SQLITE_OK)
    return db;
  sqlite3_close (db);
  return NULL;
}

/* A store that is reading may see an earlier moment than that of the file. What goes wrong here is
 * not the store's business. */
static gboolean
is_in_history (RemitStore *store,
               gint64 seq,
               const char *hash)
{
  sqlite3 *db = remit_store_get_handle (store);
  gboolean is_reading = sqlite3_txn_state (db, "main") == SQLITE_TXN_READ;
  sqlite3_stmt *row = NULL;
  gboolean is_known = TRUE;

  if (sqlite3_prepare_v2 (db, SELECT_ENTRY, -1, &row, NULL) == SQLITE_OK)
    {
      sqlite3_bind_int64 (row, 1, seq);
      if (sqlite3_step (row) == SQLITE_ROW)
        is_known = sqlite3_column_type (row, 0) != SQLITE_NULL
                     ? g_strcmp0 (remit_statement_get_text (row, 0), hash) == 0
                     : seq < sqlite3_column_int64 (row, 1)
                         || (is_reading && seq > sqlite3_column_int64 (row, 2));
    }
  sqlite3_finalize (row);
  return is_known;
}

gint64
remit_raw_head_read (RemitStore *store,
                     gboolean *is_known)
{
  sqlite3 *db = open_raw (remit_store_get_path (store));
  sqlite3_stmt *row = NULL;
  gint64 head = -1;

  *is_known = TRUE;
  if (db != NULL && sqlite3_prepare_v2 (db, SELECT_HEAD, -1, &row, NULL) == SQLITE_OK)
    switch (sqlite3_step (row))
      {
      case SQLITE_ROW:
        head = sqlite3_column_int64 (row, 0);
        *is_known = is_in_history (store, head, remit_statement_get_text (row, 1));
        break;
      case SQLITE_DONE:
        head = 0;
        break;
      default:
        break;
      }
  sqlite3_finalize (row);
  sqlite3_close (db);
  return head;
}
