/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chain of the history: its rows, and the hash that makes a rewritten row show. */
#include "remit-history-chain.h"

#include <string.h>

#include "model/remit-day.h"
#include "store/remit-edit.h"
#include "store/remit-search.h"
#include "store/remit-store-private.h"

const char *const remit_history_op_nicks[] = { "edit", "undo", "redo" };

static RemitHistoryOp
find_op (const char *nick)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (remit_history_op_nicks); i++)
    if (strcmp (nick, remit_history_op_nicks[i]) == 0)
      return (RemitHistoryOp) i;
  return REMIT_HISTORY_EDIT;
}

void
remit_history_read_row (RemitStatement *statement,
                        RemitHistoryRow *row)
{
  row->seq = sqlite3_column_int64 (statement, 0);
  row->at = sqlite3_column_int64 (statement, 1);
  row->actor = (const char *) sqlite3_column_text (statement, 2);
  row->label = (const char *) sqlite3_column_text (statement, 3);
  row->op = find_op ((const char *) sqlite3_column_text (statement, 4));
  row->target = sqlite3_column_int64 (statement, 5);
  row->plan = sqlite3_column_int64 (statement, 6);
  row->below = sqlite3_column_int64 (statement, 7);
  row->undo_top = sqlite3_column_int64 (statement, 8);
  row->redo_top = sqlite3_column_int64 (statement, 9);
  row->is_unattended = row->op == REMIT_HISTORY_EDIT && row->undo_top != row->seq;
  row->parts = (const char *) sqlite3_column_text (statement, 10);
  row->changeset = NULL;
  row->changeset_length = 0;
}

/* As "%ld" does; a million entries have twenty million numbers. */
static void
append_decimal (GString *text,
                gint64 integer)
{
  char digits[20];
  gsize n = 0;
  guint64 rest = integer < 0 ? -(guint64) integer : (guint64) integer;

  do
    digits[sizeof digits - ++n] = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (integer < 0)
    g_string_append_c (text, '-');
  g_string_append_len (text, digits + sizeof digits - n, (gssize) n);
}

static void
append_length (GString *text,
               gsize length)
{
  append_decimal (text, (gint64) length);
  g_string_append_c (text, ':');
}

static void
update (GChecksum *checksum,
        gconstpointer bytes,
        gsize length)
{
  for (gsize done = 0; done < length; done += G_MAXINT / 2)
    g_checksum_update (checksum, (const guchar *) bytes + done,
                       (gssize) MIN (length - done, G_MAXINT / 2));
}

void
remit_history_hash_bytes (GChecksum *checksum,
                          gconstpointer bytes,
                          gsize length)
{
  g_autoptr (GString) head = g_string_sized_new (24);

  append_length (head, length);
  update (checksum, head->str, head->len);
  update (checksum, bytes, length);
}

static void
append_text (GString *text,
             const char *value)
{
  gsize length = strlen (value);

  append_length (text, length);
  g_string_append_len (text, value, (gssize) length);
}

static void
append_integer (GString *text,
                gint64 integer)
{
  gsize start = text->len;
  gsize length;

  /* a length of two digits or less stands before it */
  append_decimal (text, integer);
  length = text->len - start;
  g_string_insert_c (text, (gssize) start, ':');
  g_string_insert_c (text, (gssize) start, (char) ('0' + length % 10));
  if (length >= 10)
    g_string_insert_c (text, (gssize) start, (char) ('0' + length / 10));
}

void
remit_history_hasher_init (RemitHistoryHasher *self)
{
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->text = g_string_sized_new (1024);
}

void
remit_history_hasher_clear (RemitHistoryHasher *self)
{
  g_clear_pointer (&self->checksum, g_checksum_free);
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}

const char *
remit_history_hasher_run (RemitHistoryHasher *self,
                          const RemitHistoryRow *row,
                          const char *previous)
{
  GString *text = self->text;

  g_string_truncate (text, 0);
  append_text (text, previous);
  append_integer (text, row->seq);
  append_integer (text, row->at);
  append_text (text, row->actor);
  append_text (text, row->label);
  append_text (text, remit_history_op_nicks[row->op]);
  append_integer (text, row->target);
  append_integer (text, row->plan);
  append_integer (text, row->below);
  append_integer (text, row->undo_top);
  append_integer (text, row->redo_top);
  append_text (text, row->parts);
  append_length (text, row->changeset_length);

  g_checksum_reset (self->checksum);
  update (self->checksum, text->str, text->len);
  update (self->checksum, row->changeset, row->changeset_length);
  return g_checksum_get_string (self->checksum);
}

gboolean
remit_history_read_head (RemitStore *store,
                         RemitHistoryHead *head,
                         GError **error)
{
  g_autoptr (RemitStatement) statement = NULL;

  head->seq = head->undo_top = head->redo_top = 0;
  g_strlcpy (head->hash, REMIT_HISTORY_NO_HASH, sizeof head->hash);

  statement = remit_store_query (store, "SELECT seq, undo_top, redo_top, hash FROM history "
                                        "ORDER BY seq DESC LIMIT 1",
                                 0, 0, error);
  if (remit_store_step (store, statement, NULL))
    {
      head->seq = sqlite3_column_int64 (statement, 0);
      head->undo_top = sqlite3_column_int64 (statement, 1);
      head->redo_top = sqlite3_column_int64 (statement, 2);
      g_strlcpy (head->hash, (const char *) sqlite3_column_text (statement, 3), sizeof head->hash);
    }
  return remit_store_finish (store, statement, error);
}

static void
fill_in (RemitHistoryRow *row,
         const RemitHistoryHead *head)
{
  row->seq = head->seq + 1;
  row->at = remit_time_now ();
  row->actor = row->is_unattended ? REMIT_EDIT_UNATTENDED : remit_edit_get_actor ();
  if (row->is_unattended)
    {
      row->below = 0;
      row->undo_top = head->undo_top;
      row->redo_top = head->redo_top;
    }
  else if (row->op != REMIT_HISTORY_UNDO)
    row->undo_top = row->seq;
  else
    row->redo_top = row->seq;
}

gboolean
remit_history_append (RemitStore *store,
                      const RemitHistoryHead *head,
                      RemitHistoryRow *row,
                      GError **error)
{
  sqlite3_stmt *statement;
  g_auto (RemitHistoryHasher) hasher = { NULL };

  fill_in (row, head);
  if (!remit_search_follow (store, row->changeset, row->changeset_length, error))
    return FALSE;
  statement = remit_store_prepare (store, "INSERT INTO history (seq, at, actor, label, op, target, "
                                          "plan, below, undo_top, redo_top, parts, changeset, "
                                          "hash) "
                                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
                                          "?12, ?13)",
                                   error);
  if (statement == NULL)
    return FALSE;

  remit_history_hasher_init (&hasher);
  sqlite3_bind_int64 (statement, 1, row->seq);
  sqlite3_bind_int64 (statement, 2, row->at);
  sqlite3_bind_text (statement, 3, row->actor, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 4, row->label, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 5, remit_history_op_nicks[row->op], -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 6, row->target);
  sqlite3_bind_int64 (statement, 7, row->plan);
  sqlite3_bind_int64 (statement, 8, row->below);
  sqlite3_bind_int64 (statement, 9, row->undo_top);
  sqlite3_bind_int64 (statement, 10, row->redo_top);
  sqlite3_bind_text (statement, 11, row->parts, -1, SQLITE_TRANSIENT);
  if (row->changeset_length > 0)
    sqlite3_bind_blob64 (statement, 12, row->changeset, row->changeset_length, SQLITE_STATIC);
  else
    sqlite3_bind_zeroblob (statement, 12, 0);
  sqlite3_bind_text (statement, 13, remit_history_hasher_run (&hasher, row, head->hash), -1,
                     SQLITE_TRANSIENT);

  if (!remit_store_run (store, statement, error))
    return FALSE;
  remit_store_keep_entry (store, row->seq, *row->parts == '\0' ? row->changeset : NULL,
                          row->changeset_length);
  return TRUE;
}
