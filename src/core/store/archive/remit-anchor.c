/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the history begins that is in a file, when what was before is sealed in an archive. */
#include "remit-anchor.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "model/remit-day.h"
#include "store/history/remit-history-hash.h"
#include "store/remit-store-private.h"

void
remit_anchor_clear (RemitAnchor *self)
{
  g_clear_pointer (&self->archive, g_free);
}

static void
fill (RemitAnchor *self,
      sqlite3_stmt *row)
{
  self->seq = sqlite3_column_int64 (row, 0);
  self->at = sqlite3_column_int64 (row, 1);
  g_strlcpy (self->hash, remit_statement_get_string (row, 2), sizeof self->hash);
  self->undo_top = sqlite3_column_int64 (row, 3);
  self->redo_top = sqlite3_column_int64 (row, 4);
  self->day = remit_day_parse (remit_statement_get_string (row, 5));
  self->archive = g_strdup (remit_statement_get_string (row, 6));
}

gboolean
remit_anchor_read (RemitAnchor *self,
                   RemitStore *store,
                   GError **error)
{
  g_autoptr (RemitStatement) row = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);

  *self = (RemitAnchor){ 0 };
  g_strlcpy (self->hash, REMIT_HISTORY_NO_HASH, sizeof self->hash);
  row = remit_store_prepare (
    store, "SELECT seq, at, hash, undo_top, redo_top, before, archive FROM history_anchor", error);
  if (remit_store_step (store, row))
    fill (self, row);
  return remit_store_finish (store, row, error);
}

gint64
remit_anchor_get_seq (RemitStore *store)
{
  g_auto (RemitAnchor) self = { 0 };

  return remit_anchor_read (&self, store, NULL) ? self.seq : 0;
}

/* ── The digest ───────────────────────────────────────────────────────────────────────────── */

static void
hash_text (GChecksum *checksum,
           const char *text)
{
  remit_history_hash_bytes (checksum, text, strlen (text));
}

static void
hash_integer (GChecksum *checksum,
              gint64 integer)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" PRId64, integer);
  hash_text (checksum, text);
}

/* As the values stand, so that a day or a text that is none is another value. */
static void
hash_row (GChecksum *checksum,
          sqlite3_stmt *row)
{
  for (int i = 0; i < sqlite3_column_count (row); i++)
    if (sqlite3_column_type (row, i) == SQLITE_INTEGER)
      hash_integer (checksum, sqlite3_column_int64 (row, i));
    else
      {
        gconstpointer bytes = sqlite3_column_blob (row, i);

        remit_history_hash_bytes (checksum, bytes, (gsize) sqlite3_column_bytes (row, i));
      }
}

gboolean
remit_anchor_make_digest (RemitStore *store,
                          char digest[65],
                          GError **error)
{
  static const char *const tables[] = {
    "SELECT seq, at, hash, undo_top, redo_top, before, archive FROM history_anchor",
    "SELECT seq, desk, count, below FROM history_stub ORDER BY seq",
    "SELECT compartment, digest FROM history_base ORDER BY part",
  };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (RemitStatement) rows = remit_store_prepare (store, tables[i], error);

      while (remit_store_step (store, rows))
        hash_row (checksum, rows);
      if (!remit_store_finish (store, rows, error))
        return FALSE;
    }
  g_strlcpy (digest, g_checksum_get_string (checksum), 65);
  return TRUE;
}

/* ── In words ─────────────────────────────────────────────────────────────────────────────── */

char *
remit_anchor_dup_sentence (const RemitAnchor *self)
{
  g_autofree char *day = remit_day_display (self->day);

  /* Translators: a day, and the name of a file */
  return g_strdup_printf (_ ("Entries before %s are in the archive “%s”"), day,
                          self->archive);
}

gboolean
remit_anchor_refuse (const RemitAnchor *self,
                     GError **error)
{
  g_autofree char *day = remit_day_display (self->day);

  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_ARCHIVED,
               /* Translators: a day, and the name of a file */
               _ ("The history before %s is in the archive “%s”. Open that file to see it."), day,
               self->archive);
  return FALSE;
}

char *
remit_anchor_find_archive (const RemitAnchor *self,
                           const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *archive = NULL;

  /* a file elsewhere is not ours to open */
  if (self->archive == NULL || strchr (self->archive, G_DIR_SEPARATOR) != NULL)
    return NULL;
  archive = g_build_filename (folder, self->archive, NULL);
  return g_file_test (archive, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&archive) : NULL;
}
