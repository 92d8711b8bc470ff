/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifying a workspace: is the history as it was written, and is the data what it led to? */
#include "remit-history-verify.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "model/remit-day.h"
#include "remit-history-hash.h"
#include "remit-history-verified.h"
#include "remit-history-words.h"
#include "store/archive/remit-anchor.h"
#include "store/archive/remit-base.h"
#include "store/archive/remit-seal.h"
#include "store/remit-edit.h"
#include "store/remit-integrity.h"
#include "store/remit-store-private.h"

#define STEP 1024

/* Goes along a table of parts, beside the lines to which they belong. */
typedef struct {
  RemitStatement *rows;
  gint64 seq; /* of the line that the current part belongs to; after the last line at the end */
} Cursor;

/* What goes along the history. */
typedef struct {
  RemitStore *store;
  RemitHistoryReplay *replay; /* NULL when only the chain is asked for */
  RemitHistoryHasher hasher;
  RemitHistoryHasher part_hasher;
  Cursor parts_1;
  Cursor parts;
  gint64 seq;
  gint64 size; /* of what was gone through */
  /* of the row before */
  gint64 undo_top;
  gint64 redo_top;
  char hash[65];
} Walk;

static void
walk_clear (Walk *self)
{
  remit_history_hasher_clear (&self->hasher);
  remit_history_hasher_clear (&self->part_hasher);
  g_clear_pointer (&self->parts_1.rows, remit_statement_reset);
  g_clear_pointer (&self->parts.rows, remit_statement_reset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

void
remit_verification_free (RemitVerification *self)
{
  if (self == NULL)
    return;
  g_free (self->hash);
  g_free (self->flaw);
  g_free (self->name);
  g_clear_pointer (&self->entry, remit_history_entry_unref);
  g_free (self);
}

gboolean
remit_verification_is_whole (const RemitVerification *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->flaw == NULL && self->broken == 0 && self->difference.n_rows == 0;
}

/* ── The chain ────────────────────────────────────────────────────────────────────────────── */

static gboolean
cursor_step (Cursor *self,
             RemitStore *store,
             GError **error)
{
  self->seq = G_MAXINT64;
  if (remit_store_step (store, self->rows))
    {
      self->seq = sqlite3_column_int64 (self->rows, 0);
      return TRUE;
    }
  return remit_store_finish (store, self->rows, error);
}

static gboolean
cursor_begin (Cursor *self,
              RemitStore *store,
              const char *sql,
              gint64 after,
              GError **error)
{
  self->rows = remit_store_query (store, sql, after, 0, error);
  return self->rows != NULL && cursor_step (self, store, error);
}

/* Takes over what was changed. */
static gboolean
follow (Walk *self,
        gconstpointer changeset,
        gsize length)
{
  self->size += (gint64) length;
  return self->replay == NULL || remit_history_replay_add (self->replay, changeset, length);
}

static gboolean
follow_column (Walk *self,
               RemitStatement *row,
               int column)
{
  return follow (self, sqlite3_column_blob (row, column),
                 (gsize) sqlite3_column_bytes (row, column));
}

static gboolean
follow_part_1 (Walk *self)
{
  RemitStatement *part = self->parts_1.rows;

  remit_history_hash_bytes (self->part_hasher.checksum, sqlite3_column_blob (part, 1),
                            (gsize) sqlite3_column_bytes (part, 1));
  return follow_column (self, part, 1) && cursor_step (&self->parts_1, self->store, NULL);
}

/* Returns: whether the parts of a line of form 1 are there as they were written */
static gboolean
verify_parts_1 (Walk *self,
                const RemitHistoryRow *row)
{
  if (self->parts_1.seq > row->seq)
    return *row->parts == '\0';
  g_checksum_reset (self->part_hasher.checksum);
  while (self->parts_1.seq == row->seq)
    if (!follow_part_1 (self))
      return FALSE;
  return g_str_equal (g_checksum_get_string (self->part_hasher.checksum), row->parts);
}

static const char *
hash_form_1 (Walk *self,
             const RemitHistoryRow *row)
{
  if (!verify_parts_1 (self, row) || !follow (self, row->changeset, row->changeset_length))
    return NULL;
  return remit_history_hasher_run_1 (&self->hasher, row, self->hash);
}

static gboolean
follow_part (Walk *self,
             gint64 index)
{
  RemitStatement *part = self->parts.rows;
  const char *compartment = remit_statement_get_text (part, 2);

  if (sqlite3_column_int64 (part, 1) != index || compartment == NULL
      || !remit_history_hasher_is_digest (&self->part_hasher, part, 3)
      || !follow_column (self, part, 5))
    return FALSE;
  remit_history_hasher_add_part (&self->hasher, compartment, sqlite3_column_blob (part, 3));
  return cursor_step (&self->parts, self->store, NULL);
}

/* Takes over the part that is in the line itself, if one is. */
static gboolean
follow_line (Walk *self,
             const RemitHistoryRow *row)
{
  const guint8 *salt = row->changeset;
  guint8 digest[REMIT_HISTORY_DIGEST];
  gsize length;

  if (*row->parts == '\0')
    return row->changeset_length == 0;
  if (row->changeset_length < REMIT_HISTORY_SALT)
    return FALSE;
  length = row->changeset_length - REMIT_HISTORY_SALT;
  remit_history_hasher_make_digest (&self->part_hasher, salt, salt + REMIT_HISTORY_SALT, length,
                                    digest);
  remit_history_hasher_add_part (&self->hasher, row->parts, digest);
  return follow (self, salt + REMIT_HISTORY_SALT, length);
}

static const char *
hash_form_2 (Walk *self,
             const RemitHistoryRow *row,
             const RemitHistoryTarget *target)
{
  remit_history_hasher_begin (&self->hasher, row, target, self->hash);
  if (!follow_line (self, row))
    return NULL;
  for (gint64 i = 0; self->parts.seq == row->seq; i++)
    if (!follow_part (self, i))
      return NULL;
  return remit_history_hasher_end (&self->hasher);
}

/* Returns: whether a text is there, with nothing behind a zero within it */
static gboolean
is_whole_text (RemitStatement *statement,
               int column)
{
  const char *text = remit_statement_get_text (statement, column);

  return text != NULL && strlen (text) == (gsize) sqlite3_column_bytes (statement, column);
}

/* Returns: whether the texts of a row are what was hashed */
static gboolean
verify_texts (RemitStatement *statement,
              const RemitHistoryRow *row)
{
  static const int columns[] = { 2, 3, 4, 10, REMIT_HISTORY_N_COLUMNS + 1 };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!is_whole_text (statement, columns[i]))
      return FALSE;
  return g_str_equal (remit_statement_get_text (statement, 4),
                      remit_history_op_nicks[row->op]);
}

/* What follows from the rows before is not hashed; see remit_history_append(). */
static gboolean
verify_stacks (Walk *self,
               const RemitHistoryRow *row,
               const RemitHistoryTarget *target)
{
  gint64 below = row->op == REMIT_HISTORY_UNDO ? self->redo_top : self->undo_top;
  if (row->form == 1)
    return TRUE;
  if (!remit_history_row_is_step (row))
    return row->below == 0 && row->undo_top == self->undo_top && row->redo_top == self->redo_top;
  if (row->below != below)
    return FALSE;
  return row->op == REMIT_HISTORY_UNDO
           ? row->undo_top == target->below && row->redo_top == row->seq
           : row->undo_top == row->seq && row->redo_top == target->below;
}

/* Returns: whether the row is the one that has to come after the one before */
static gboolean
verify_row (Walk *self,
            RemitStatement *statement)
{
  RemitHistoryRow row;
  RemitHistoryTarget target;
  const char *hash;
  const char *written = remit_statement_get_text (statement, REMIT_HISTORY_N_COLUMNS + 1);

  remit_history_read_row (statement, &row);
  row.changeset = sqlite3_column_blob (statement, REMIT_HISTORY_N_COLUMNS);
  row.changeset_length = (gsize) sqlite3_column_bytes (statement, REMIT_HISTORY_N_COLUMNS);
  if (row.seq != self->seq || !verify_texts (statement, &row)
      || !remit_history_find_target (self->store, row.target, &target, NULL)
      || !verify_stacks (self, &row, &target))
    return FALSE;
  hash = row.form == 1 ? hash_form_1 (self, &row) : hash_form_2 (self, &row, &target);
  if (hash == NULL)
    return FALSE;
  g_strlcpy (self->hash, hash, sizeof self->hash);
  self->undo_top = row.undo_top;
  self->redo_top = row.redo_top;
  /* a part that belongs to no line, or to one of the other form, was passed by */
  return g_strcmp0 (hash, written) == 0 && self->parts.seq > row.seq
         && self->parts_1.seq > row.seq;
}

static gboolean
verify_lines (Walk *self,
              RemitVerification *verdict,
              GCancellable *cancellable,
              void (*progress) (double share, gpointer data),
              gpointer data,
              GError **error)
{
  g_autoptr (RemitStatement) statement = remit_store_query (
    self->store,
    "SELECT " REMIT_HISTORY_COLUMNS ", changeset, hash FROM history WHERE seq > ?1 ORDER BY seq",
    self->seq, 0, error);

  for (self->seq++; remit_store_step (self->store, statement); self->seq++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!verify_row (self, statement))
        {
          verdict->broken = self->seq;
          return remit_history_find_entry (self->store, self->seq, &verdict->entry, error);
        }
      if (progress != NULL && self->seq % STEP == 0)
        progress ((double) self->seq / (double) MAX (verdict->length, self->seq), data);
    }
  if (self->parts.seq != G_MAXINT64 || self->parts_1.seq != G_MAXINT64)
    verdict->broken = self->seq;
  return remit_store_finish (self->store, statement, error);
}

/* What stands before the first line belongs to none. */
static gboolean
has_stray (RemitStore *store,
           gint64 sealed,
           GError **error)
{
  return remit_store_query_integer (store,
                                    "SELECT EXISTS (SELECT 1 FROM history WHERE seq <= ?1)"
                                    " OR EXISTS (SELECT 1 FROM history_part WHERE seq <= ?1)"
                                    " OR EXISTS (SELECT 1 FROM history_part_1 WHERE seq <= ?1)",
                                    sealed, 0, error)
         != 0;
}

static void
begin_at_anchor (Walk *self,
                 const RemitAnchor *anchor)
{
  self->seq = anchor->seq;
  self->undo_top = anchor->undo_top;
  self->redo_top = anchor->redo_top;
  g_strlcpy (self->hash, anchor->hash, sizeof self->hash);
}

static gboolean
begin_walk (Walk *self,
            const RemitVerified *verified,
            const RemitAnchor *anchor,
            GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (verified->seq <= 0)
    {
      begin_at_anchor (self, anchor);
      return TRUE;
    }
  self->seq = verified->seq;
  g_strlcpy (self->hash, verified->hash, sizeof self->hash);
  self->undo_top = remit_store_query_integer (
    self->store, "SELECT undo_top FROM history WHERE seq = ?1", self->seq, 0, &local_error);
  if (local_error == NULL)
    self->redo_top = remit_store_query_integer (
      self->store, "SELECT redo_top FROM history WHERE seq = ?1", self->seq, 0, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* From the line after @verified on. */
static gboolean
verify_chain (Walk *self,
              const RemitVerified *verified,
              const RemitAnchor *anchor,
              RemitVerification *verdict,
              GCancellable *cancellable,
              void (*progress) (double share, gpointer data),
              gpointer data,
              GError **error)
{
  if (has_stray (self->store, anchor->seq, NULL))
    {
      verdict->broken = anchor->seq + 1;
      return remit_history_find_entry (self->store, verdict->broken, &verdict->entry, error);
    }
  return begin_walk (self, verified, anchor, error)
         && cursor_begin (&self->parts, self->store,
                          "SELECT seq, part, compartment, digest, salt, changeset "
                          "FROM history_part WHERE seq > ?1 ORDER BY seq, part",
                          self->seq, error)
         && cursor_begin (&self->parts_1, self->store,
                          "SELECT seq, changeset FROM history_part_1 WHERE seq > ?1 "
                          "ORDER BY seq, part",
                          self->seq, error)
         && verify_lines (self, verdict, cancellable, progress, data, error);
}

/* ── The anchor ───────────────────────────────────────────────────────────────────────────── */

/* Lines that tell of an archive; few of many. */
#define SELECT_SEALS "SELECT label, form FROM history WHERE substr (label, 1, ?1) = ?2"

/* An archive that begins at another one may end before the line that tells of that. */
static gboolean
may_lack_seal (RemitStore *store)
{
  return remit_store_query_integer (store, "SELECT EXISTS (SELECT 1 FROM history_end)", 0, 0, NULL)
         != 0;
}

/* Returns: whether what stands for the sealed lines is what the history says of it. */
static gboolean
check_seals (RemitStore *store,
             const RemitAnchor *anchor,
             const char *digest,
             gboolean *is_whole,
             GError **error)
{
  g_autoptr (RemitStatement) rows = remit_store_query (store, SELECT_SEALS,
                                                       strlen (REMIT_SEAL_BEGINNING), 0, error);
  gboolean is_told = FALSE;
  RemitSeal seal;

  *is_whole = TRUE;
  if (rows == NULL)
    return FALSE;
  remit_statement_bind_text (rows, 2, REMIT_SEAL_BEGINNING);
  while (remit_store_step (store, rows))
    if (remit_seal_read (&seal, remit_statement_get_text (rows, 0),
                         sqlite3_column_int (rows, 1))
        && seal.seq == anchor->seq)
      {
        is_told = TRUE;
        *is_whole = *is_whole && g_str_equal (seal.digest, digest);
      }
  if (!is_told && !may_lack_seal (store))
    *is_whole = FALSE;
  return remit_store_finish (store, rows, error);
}

static gboolean
verify_anchor (Walk *self,
               const RemitAnchor *anchor,
               RemitVerification *verdict,
               GCancellable *cancellable,
               GError **error)
{
  gboolean is_whole;
  char digest[65];

  if (anchor->seq == 0 || verdict->flaw != NULL || self->replay == NULL)
    return TRUE;
  if (!remit_anchor_make_digest (self->store, digest, error)
      || !check_seals (self->store, anchor, digest, &is_whole, error))
    return FALSE;
  if (is_whole
      && !remit_base_replay (self->store, self->replay, cancellable, &is_whole, error))
    return FALSE;
  if (!is_whole)
    verdict->flaw = g_strdup (_ ("The record of the archive was modified"));
  return TRUE;
}

/* ── The data ─────────────────────────────────────────────────────────────────────────────── */

static void
find_name (RemitStore *store,
           RemitVerification *verdict)
{
  g_autoptr (RemitRecord) record = NULL;

  if (verdict->difference.n_rows == 0 || verdict->difference.op == REMIT_CHANGE_REMOVED)
    return;
  record = remit_store_load (store, verdict->difference.kind, verdict->difference.id, NULL);
  if (record != NULL)
    verdict->name = remit_history_dup_name (store, record);
}

static void
remember (const Walk *walk,
          RemitVerified *verified,
          const RemitVerification *verdict,
          RemitVerifyScope scope)
{
  if (scope == REMIT_VERIFY_ALL && (verdict->broken != 0 || verdict->flaw != NULL))
    verified->seq = -1;
  else if (remit_verification_is_whole (verdict))
    verified->seq = verdict->length;
  else
    return;
  g_strlcpy (verified->hash, verdict->hash, sizeof verified->hash);
  verified->size = walk->size;
  if (scope == REMIT_VERIFY_ALL)
    verified->full_at = remit_time_now ();
  remit_history_verified_keep (walk->store, verified);
}

static RemitVerification *
verify (RemitStore *store,
        RemitVerifyScope scope,
        GCancellable *cancellable,
        void (*progress) (double share, gpointer data),
        gpointer data,
        GError **error)
{
  g_autoptr (RemitHistoryReplay) replay = NULL;
  g_autoptr (RemitVerification) verdict = g_new0 (RemitVerification, 1);
  g_auto (RemitAnchor) anchor = { 0 };
  g_auto (Walk) walk = { .store = store };
  RemitVerified verified = { 0 };

  remit_history_hasher_init (&walk.hasher);
  remit_history_hasher_init (&walk.part_hasher);
  if (!remit_history_get_head (store, &verdict->length, &verdict->hash, error)
      || !remit_anchor_read (&anchor, store, error)
      || (scope == REMIT_VERIFY_ALL
          && !remit_integrity_check (store, cancellable, &verdict->flaw, error)))
    return NULL;
  if (scope == REMIT_VERIFY_ALL)
    walk.replay = replay = remit_history_replay_new (store, error);
  else
    remit_history_verified_read (store, &verified);
  verdict->sealed = anchor.seq;
  if ((replay == NULL && scope == REMIT_VERIFY_ALL)
      || !verify_anchor (&walk, &anchor, verdict, cancellable, error)
      || (verdict->flaw == NULL
          && !verify_chain (&walk, &verified, &anchor, verdict, cancellable, progress, data,
                            error)))
    return NULL;
  if (verdict->flaw == NULL && verdict->broken == 0 && replay != NULL
      && !remit_history_replay_compare (replay, cancellable, &verdict->difference, error))
    return NULL;
  find_name (store, verdict);
  remember (&walk, &verified, verdict, scope);
  return g_steal_pointer (&verdict);
}

RemitVerification *
remit_history_verify (RemitStore *store,
                      RemitVerifyScope scope,
                      GCancellable *cancellable,
                      void (*progress) (double share, gpointer data),
                      gpointer data,
                      GError **error)
{
  g_autoptr (RemitVerification) verdict = NULL;
  gboolean is_damaged;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  /* what another program writes meanwhile is neither in what is read of the history, nor of the
   * data */
  if (!remit_store_begin_read (store, NULL, error))
    return NULL;
  verdict = verify (store, scope, cancellable, progress, data, error);
  /* of a file that is damaged, not all can be read */
  is_damaged = verdict != NULL && verdict->flaw != NULL;
  return remit_store_end_read (store, verdict != NULL && !is_damaged, error) || is_damaged
           ? g_steal_pointer (&verdict)
           : NULL;
}

gboolean
remit_history_contains (RemitStore *store,
                        gint64 length,
                        const char *hash,
                        GError **error)
{
  g_auto (RemitAnchor) anchor = { 0 };
  RemitStatement *statement;
  gboolean found;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (hash != NULL, FALSE);

  if (length == 0)
    return g_str_equal (hash, REMIT_HISTORY_NO_HASH);
  if (!remit_anchor_read (&anchor, store, error)
      || (length < anchor.seq && !remit_anchor_refuse (&anchor, error)))
    return FALSE;
  if (length == anchor.seq)
    return g_str_equal (hash, anchor.hash);
  statement = remit_store_prepare (store, "SELECT 1 FROM history WHERE seq = ?1 AND hash = ?2",
                                   error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, length);
  sqlite3_bind_text (statement, 2, hash, -1, SQLITE_STATIC);
  found = remit_store_step (store, statement);
  return remit_store_finish (store, statement, error) && found;
}

gpointer
remit_history_verify_all (RemitStore *store,
                          const RemitWorkControl *control,
                          gpointer data G_GNUC_UNUSED,
                          GError **error)
{
  return remit_history_verify (store, REMIT_VERIFY_ALL, control->cancellable, control->progress,
                               control->progress_data, error);
}

/* ── In words ─────────────────────────────────────────────────────────────────────────────── */

static char *
dup_broken (const RemitVerification *self)
{
  g_autofree char *time = NULL;

  if (self->entry == NULL)
    return g_strdup_printf (_ ("Entry %" PRId64 " is missing"), self->broken);
  time = remit_time_display (self->entry->at);
  /* Translators: its number, and the time it bears */
  return g_strdup_printf (_ ("Entry %" PRId64 " of %s was modified afterwards"), self->broken,
                          time);
}

static char *
dup_difference (const RemitVerification *self)
{
  static const char *const sentences[] = {
    /* Translators: what it is, such as "Slot", and its name */
    [REMIT_CHANGE_ADDED] = N_ ("%s “%s” was added outside Remit"),
    [REMIT_CHANGE_CHANGED] = N_ ("%s “%s” was changed outside Remit"),
  };
  const char *kind = _ (remit_entity_info (self->difference.kind)->label);

  if (self->name != NULL && self->difference.op != REMIT_CHANGE_REMOVED)
    return g_strdup_printf (_ (sentences[self->difference.op]), kind, self->name);
  /* Translators: what it is, such as "Slot", and its number in hexadecimal digits */
  return g_strdup_printf (_ ("%s %016" PRIx64 " was removed outside Remit"), kind,
                          (guint64) self->difference.id);
}

char *
remit_verification_dup_sentence (const RemitVerification *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->flaw != NULL)
    return g_strdup (self->flaw);
  if (self->broken != 0)
    return dup_broken (self);
  if (self->difference.n_rows > 0)
    return dup_difference (self);
  if (self->sealed > 0)
    return g_strdup_printf (ngettext ("History verified: %'lu change since the archive, unmodified",
                                      "History verified: %'lu changes since the archive, "
                                      "unmodified",
                                      (gulong) (self->length - self->sealed)),
                            (gulong) (self->length - self->sealed));
  if (self->length == 0)
    return g_strdup (_ ("The history is empty"));
  if (self->length == 1)
    return g_strdup (_ ("History verified: one change, unmodified"));
  return g_strdup_printf (ngettext ("History verified: %'lu change, unmodified",
                                    "History verified: %'lu changes, unmodified",
                                    (gulong) self->length),
                          (gulong) self->length);
}
