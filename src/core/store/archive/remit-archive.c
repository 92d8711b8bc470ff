/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An archive: a workspace that has the beginning of a history, and the data as they were then. */
#include "remit-archive.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/remit-day.h"
#include "store/past/remit-past.h"
#include "store/remit-private-file.h"
#include "store/remit-store-private.h"

/* Files of one day. */
#define MAX_NAMES 1000

/* ── Lines ────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  gint64 seq;
  GCancellable *cancellable;
} Lines;

static const char *
get_insert (const char *table,
            int n_columns)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s VALUES (?1", table);
  for (int i = 2; i <= n_columns; i++)
    g_string_append_printf (sql, ", ?%d", i);
  g_string_append_c (sql, ')');
  return g_intern_string (sql->str);
}

static gboolean
copy_row (RemitStatement *row,
          RemitStore *to,
          const char *table,
          GError **error)
{
  int n = sqlite3_column_count (row);
  sqlite3_stmt *insert = remit_store_prepare (to, get_insert (table, n), error);

  if (insert == NULL)
    return FALSE;
  for (int i = 0; i < n; i++)
    sqlite3_bind_value (insert, i + 1, sqlite3_column_value (row, i));
  return remit_store_run (to, insert, error);
}

/* Both files are of the same format, so their columns are the same. */
static gboolean
copy_rows (RemitStore *from,
           RemitStore *to,
           const char *table,
           const char *where,
           const Lines *lines,
           GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s%s", table, where);
  g_autoptr (RemitStatement) rows = remit_store_query (from, g_intern_string (sql), lines->seq, 0,
                                                       error);

  while (remit_store_step (from, rows))
    if (g_cancellable_set_error_if_cancelled (lines->cancellable, error)
        || !copy_row (rows, to, table, error))
      return FALSE;
  return remit_store_finish (from, rows, error);
}

static gboolean
copy_lines (RemitStore *from,
            RemitStore *to,
            gpointer data,
            GError **error)
{
  static const struct
  {
    const char *table;
    const char *where;
  } tables[] = {
    { "history", " WHERE seq <= ?1 ORDER BY seq" },
    { "history_part", " WHERE seq <= ?1 ORDER BY seq, part" },
    { "history_part_1", " WHERE seq <= ?1 ORDER BY id" },
    { "history_anchor", "" },
    { "history_stub", "" },
    { "history_base", " ORDER BY part" },
    { "desk", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!copy_rows (from, to, tables[i].table, tables[i].where, data, error))
      return FALSE;
  return remit_store_exec (to, "INSERT INTO history_end (id) VALUES (1)", NULL, error);
}

static gboolean
sync_file (const char *path,
           GError **error)
{
  int failure = remit_private_file_sync (path);

  if (failure == 0)
    return TRUE;
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_FAILED,
               /* Translators: a file name, and the system's reason */
               _ ("Cannot write “%s”: %s"), path, g_strerror (failure));
  g_unlink (path);
  return FALSE;
}

gboolean
remit_archive_write (RemitStore *store,
                     gint64 seq,
                     const char *path,
                     GCancellable *cancellable,
                     GError **error)
{
  Lines lines = { seq, cancellable };

  g_return_val_if_fail (REMIT_IS_STORE (store) && path != NULL, FALSE);

  return remit_past_write_with (store, seq, path, copy_lines, &lines, cancellable, error)
         && sync_file (path, error);
}

RemitStore *
remit_archive_open (const char *path,
                    GError **error)
{
  g_autoptr (RemitStore) store = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  store = remit_store_open (path, REMIT_STORE_READ_ONLY, &local_error);
  if (g_error_matches (local_error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_READ_ONLY))
    return remit_store_open (path, REMIT_STORE_NO_FLAGS, error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return g_steal_pointer (&store);
}

/* ── The name ─────────────────────────────────────────────────────────────────────────────── */

#define SUFFIX ".remit"

char *
remit_archive_dup_path (const char *path,
                        gint64 day)
{
  gsize length = strlen (path);
  g_autofree char *stem = NULL;
  g_autofree char *name = NULL;
  char text[11];

  g_return_val_if_fail (path != NULL, NULL);

  if (g_str_has_suffix (path, SUFFIX))
    length -= strlen (SUFFIX);
  stem = g_strndup (path, length);
  remit_day_format (day, text);
  name = g_strdup_printf ("%s-before-%s" SUFFIX, stem, text);
  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS) && i < MAX_NAMES; i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-before-%s-%u" SUFFIX, stem, text, i);
    }
  return g_steal_pointer (&name);
}
