/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chain of the history: its lines, read and appended. */
#include "remit-history-chain.h"

#include <string.h>

#include "model/remit-day.h"
#include "remit-history-count.h"
#include "remit-history-hash.h"
#include "remit-history-verified.h"
#include "store/archive/remit-seal.h"
#include "store/remit-desk.h"
#include "store/remit-edit.h"
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
  row->actor = remit_statement_get_text (statement, 2);
  row->label = remit_statement_get_text (statement, 3);
  row->op = find_op (remit_statement_get_text (statement, 4));
  row->target = sqlite3_column_int64 (statement, 5);
  row->plan = sqlite3_column_int64 (statement, 6);
  row->below = sqlite3_column_int64 (statement, 7);
  row->undo_top = sqlite3_column_int64 (statement, 8);
  row->redo_top = sqlite3_column_int64 (statement, 9);
  row->parts = remit_statement_get_text (statement, 10);
  row->form = sqlite3_column_int (statement, 11);
  row->desk = sqlite3_column_int64 (statement, 12);
  row->count = sqlite3_column_int64 (statement, 13);
  row->changeset = NULL;
  row->changeset_length = 0;
}

RemitMessage *
remit_history_read_label (const char *label,
                          int form)
{
  RemitMessage *message = form > 1 ? remit_message_read (label) : NULL;

  return message != NULL ? message : remit_message_new_text (label);
}

gboolean
remit_history_find_target (RemitStore *store,
                           gint64 seq,
                           RemitHistoryTarget *target,
                           GError **error)
{
  g_autoptr (RemitStatement) row = NULL;

  *target = (RemitHistoryTarget){ 0 };
  if (seq == 0)
    return TRUE;
  row = remit_store_query (
    store, "SELECT desk, CASE form WHEN 1 THEN seq ELSE count END, below FROM history"
           " WHERE seq = ?1"
           " UNION ALL SELECT desk, count, below FROM history_stub WHERE seq = ?1", seq, 0, error);
  if (remit_store_step (store, row))
    {
      target->desk = sqlite3_column_int64 (row, 0);
      target->count = sqlite3_column_int64 (row, 1);
      target->below = sqlite3_column_int64 (row, 2);
    }
  return remit_store_finish (store, row, error);
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
  if (remit_store_step (store, statement))
    {
      head->seq = sqlite3_column_int64 (statement, 0);
      head->undo_top = sqlite3_column_int64 (statement, 1);
      head->redo_top = sqlite3_column_int64 (statement, 2);
      g_strlcpy (head->hash, remit_statement_get_text (statement, 3), sizeof head->hash);
    }
  return remit_store_finish (store, statement, error);
}

gboolean
remit_history_row_is_step (const RemitHistoryRow *row)
{
  RemitSeal seal;

  return row->op != REMIT_HISTORY_EDIT
         || (strcmp (row->actor, REMIT_EDIT_UNATTENDED) != 0
             && !remit_seal_read (&seal, row->label, row->form));
}

static void
fill_in (RemitHistoryRow *row,
         const RemitHistoryHead *head,
         const RemitHistoryDraft *draft)
{
  gboolean is_step;

  row->seq = head->seq + 1;
  row->at = remit_time_now ();
  row->actor = draft->is_unattended ? REMIT_EDIT_UNATTENDED : remit_edit_get_actor ();
  row->op = draft->op;
  row->target = draft->target;
  row->plan = draft->plan;
  row->form = REMIT_HISTORY_FORM;
  is_step = remit_history_row_is_step (row);
  row->below = is_step ? draft->below : 0;
  row->undo_top = draft->undo_top;
  row->redo_top = draft->redo_top;
  if (!is_step)
    {
      row->undo_top = head->undo_top;
      row->redo_top = head->redo_top;
    }
  else if (row->op != REMIT_HISTORY_UNDO)
    row->undo_top = row->seq;
  else
    row->redo_top = row->seq;
}

/* Says who writes the row, and the how manieth it is. */
static gboolean
sign (RemitStore *store,
      RemitHistoryRow *row,
      GError **error)
{
  row->desk = remit_desk_get (store, error);
  if (row->desk == 0)
    return FALSE;
  row->count = 1 + remit_history_count (store, row->desk, row->seq - 1, error);
  return row->count > 0;
}

static gboolean
write_row (RemitStore *store,
           const RemitHistoryRow *row,
           GBytes *in_line,
           const char *hash,
           GError **error)
{
  sqlite3_stmt *statement = remit_store_prepare (
    store,
    "INSERT INTO history (seq, at, actor, label, op, target, plan, below, undo_top, redo_top,"
    " parts, changeset, hash, form, desk, count)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?15, ?16, ?11, ?12, ?13, ?14)", error);
  gsize length = 0;
  gconstpointer bytes = in_line != NULL ? g_bytes_get_data (in_line, &length) : "";

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row->seq);
  sqlite3_bind_int64 (statement, 2, row->at);
  sqlite3_bind_text (statement, 3, row->actor, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, row->label, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, remit_history_op_nicks[row->op], -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 6, row->target);
  sqlite3_bind_int64 (statement, 7, row->plan);
  sqlite3_bind_int64 (statement, 8, row->below);
  sqlite3_bind_int64 (statement, 9, row->undo_top);
  sqlite3_bind_int64 (statement, 10, row->redo_top);
  sqlite3_bind_text (statement, 11, hash, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 12, row->form);
  sqlite3_bind_int64 (statement, 13, row->desk);
  sqlite3_bind_int64 (statement, 14, row->count);
  sqlite3_bind_text (statement, 15, in_line != NULL ? REMIT_COMPARTMENT_GENERAL : "", -1,
                     SQLITE_STATIC);
  sqlite3_bind_blob64 (statement, 16, bytes, length, SQLITE_STATIC);
  return remit_store_run (store, statement, error);
}

gboolean
remit_history_append (RemitStore *store,
                      const RemitHistoryHead *head,
                      const RemitHistoryDraft *draft,
                      GError **error)
{
  g_autofree char *label = remit_message_write (draft->label);
  g_autoptr (GBytes) in_line = NULL;
  g_auto (RemitHistoryHasher) hasher = { NULL };
  RemitHistoryRow row = { .label = label };
  RemitHistoryTarget target;

  fill_in (&row, head, draft);
  if (!sign (store, &row, error) || !remit_history_find_target (store, row.target, &target, error)
      || !remit_history_parts_end (draft->parts, &in_line, error))
    return FALSE;

  remit_history_hasher_init (&hasher);
  remit_history_hasher_begin (&hasher, &row, &target, head->hash);
  for (guint i = 0; i < remit_history_parts_get_length (draft->parts); i++)
    remit_history_hasher_add_part (&hasher, REMIT_COMPARTMENT_GENERAL,
                                   remit_history_parts_get_digest (draft->parts, i));
  if (!write_row (store, &row, in_line, remit_history_hasher_end (&hasher), error))
    return FALSE;
  remit_store_keep_entry (store, row.seq, remit_history_parts_get_only (draft->parts),
                          draft->is_unattended);
  return remit_history_verified_write (store, row.desk, error);
}
