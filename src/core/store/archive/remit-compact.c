/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sealing the beginning of a history into an archive, so that the workspace becomes smaller. */
#include "remit-compact.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/remit-day.h"
#include "remit-archive.h"
#include "remit-base.h"
#include "remit-seal.h"
#include "store/history/remit-history-chain.h"
#include "store/history/remit-history-changesets.h"
#include "store/remit-store-private.h"
#include "store/undo/remit-rewind.h"

/* Where the steps are, of all that is to be done. */
#define WRITTEN 0.3
#define VERIFIED 0.7
#define CHANGED 0.9

typedef struct {
  RemitStore *store;
  RemitStore *archive; /* once it is there */
  const char *path;
  const RemitWorkControl *control;
  RemitCompactPlan plan;
  RemitAnchor anchor; /* the new one */
  gint64 former;      /* where the history began before */
  gboolean may_be_done;
} Compact;

static void
compact_clear (Compact *self)
{
  g_clear_object (&self->archive);
  remit_anchor_clear (&self->anchor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Compact, compact_clear)

/* Returns: whether to go on */
static gboolean
step (Compact *self,
      double share,
      GError **error)
{
  if (self->control->progress != NULL)
    self->control->progress (share, self->control->progress_data);
  return !g_cancellable_set_error_if_cancelled (self->control->cancellable, error);
}

/* ── What would be done ───────────────────────────────────────────────────────────────────── */

gint64
remit_compact_get_default_day (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) remit_day_today ());
  g_date_subtract_years (&date, 1);
  return g_date_get_julian (&date);
}

static gint64
get_size (RemitStore *store)
{
  return remit_store_query_integer (
    store, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", 0, 0, NULL);
}

/* What lines take: what they changed, and some more for each. */
#define SELECT_SAVED                                                                               \
  "SELECT coalesce ((SELECT sum (length (changeset) + 100) FROM history_part WHERE seq <= ?1), 0)" \
  " + coalesce ((SELECT sum (length (changeset) + 20) FROM history_part_1 WHERE seq <= ?1), 0)"    \
  " + coalesce ((SELECT sum (length (changeset) + length (label) + 200) FROM history"              \
  " WHERE seq <= ?1), 0)"

/* Returns: whether there is anything to seal but lines about what was sealed before */
static gboolean
has_edits (RemitStore *store,
           gint64 seq)
{
  g_autoptr (RemitStatement) row = remit_store_query (
    store, "SELECT EXISTS (SELECT 1 FROM history WHERE seq <= ?1 AND substr (label, 1, ?2) <> ?3)",
    seq, strlen (REMIT_SEAL_BEGINNING), NULL);

  if (row == NULL)
    return FALSE;
  remit_statement_bind_text (row, 3, REMIT_SEAL_BEGINNING);
  return remit_store_step (store, row) && sqlite3_column_int (row, 0) != 0;
}

static gboolean
look (RemitStore *store,
      RemitCompactPlan *plan,
      GError **error)
{
  g_autofree char *hash = NULL;
  gint64 sealed = remit_anchor_get_seq (store);
  gint64 length;

  if (!remit_history_get_head (store, &length, &hash, error))
    return FALSE;
  plan->seq = remit_rewind_find (store, remit_time_of_day_end (plan->day - 1));
  if (plan->seq <= sealed || !has_edits (store, plan->seq))
    plan->seq = 0;
  plan->n_lines = plan->seq > 0 ? plan->seq - sealed : 0;
  plan->n_kept = length - MAX (plan->seq, sealed);
  plan->size = get_size (store);
  plan->saved = remit_store_query_integer (store, SELECT_SAVED, plan->seq, 0, NULL);
  return TRUE;
}

gboolean
remit_compact_plan (RemitStore *store,
                    gint64 day,
                    RemitCompactPlan *plan,
                    GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (store) && plan != NULL, FALSE);

  *plan = (RemitCompactPlan){ .day = day };
  if (!remit_store_begin_read (store, NULL, error))
    return FALSE;
  return remit_store_end_read (store, look (store, plan, error), error);
}

/* ── The archive ──────────────────────────────────────────────────────────────────────────── */

static gboolean
read_new_anchor (Compact *self,
                 GError **error)
{
  g_autoptr (RemitStatement) row = remit_store_query (
    self->store, "SELECT at, hash, undo_top, redo_top FROM history WHERE seq = ?1", self->plan.seq,
    0, error);
  RemitAnchor *anchor = &self->anchor;

  if (!remit_store_step (self->store, row))
    return remit_store_finish (self->store, row, error) && remit_history_refuse_missing (error);
  anchor->seq = self->plan.seq;
  anchor->at = sqlite3_column_int64 (row, 0);
  g_strlcpy (anchor->hash, remit_statement_get_text (row, 1), sizeof anchor->hash);
  anchor->undo_top = sqlite3_column_int64 (row, 2);
  anchor->redo_top = sqlite3_column_int64 (row, 3);
  anchor->day = self->plan.day;
  anchor->archive = g_filename_display_basename (self->path);
  return TRUE;
}

static gboolean
refuse_nothing (Compact *self,
                GError **error)
{
  g_autofree char *day = remit_day_display (self->plan.day);

  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOTHING,
               /* Translators: a day */
               _ ("Nothing was archived: the history has no entries before %s"), day);
  return FALSE;
}

/* What is before line seq is the same whoever writes meanwhile, so all is looked up first. */
static gboolean
prepare (Compact *self,
         GError **error)
{
  self->former = remit_anchor_get_seq (self->store);
  return remit_compact_plan (self->store, self->plan.day, &self->plan, error)
         && (self->plan.seq > 0 || refuse_nothing (self, error))
         && read_new_anchor (self, error);
}

static void
on_verify (double share,
           gpointer data)
{
  Compact *self = data;

  step (self, WRITTEN + share * (VERIFIED - WRITTEN), NULL);
}

static gboolean
verify_archive (Compact *self,
                GError **error)
{
  g_autoptr (RemitVerification) verdict = NULL;
  g_autofree char *sentence = NULL;

  self->archive = remit_archive_open (self->path, error);
  if (self->archive == NULL)
    return FALSE;
  verdict = remit_history_verify (self->archive, REMIT_VERIFY_ALL, self->control->cancellable,
                                  on_verify, self, error);
  if (verdict == NULL)
    return FALSE;
  if (remit_verification_is_whole (verdict) && verdict->length == self->anchor.seq
      && g_str_equal (verdict->hash, self->anchor.hash))
    return TRUE;
  sentence = remit_verification_dup_sentence (verdict);
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_DAMAGED,
               /* Translators: what verifying found */
               _ ("Nothing was archived, since the history failed verification: %s"), sentence);
  return FALSE;
}

/* ── The workspace ────────────────────────────────────────────────────────────────────────── */

/* The lock is held: is everything still what was put into the archive? */
static gboolean
judge (Compact *self,
       GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (remit_anchor_get_seq (self->store) == self->former
      && remit_history_contains (self->store, self->anchor.seq, self->anchor.hash, &local_error))
    return TRUE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OVERTAKEN,
                         _ ("Nothing was archived: another program changed the start of the "
                            "history in the meantime. Try again."));
  return FALSE;
}

/* What is kept of single lines: those that are taken back by lines that stay, and the last one of
 * each desk. An earlier archive may have left some. */
#define WRITE_STUBS                                                                                \
  "INSERT INTO history_stub (seq, desk, count, below)"                                             \
  " SELECT seq, desk, CASE form WHEN 1 THEN seq ELSE count END, below FROM history, "              \
  "   (SELECT seq AS last FROM history_anchor)"                                                    \
  " WHERE seq <= last"                                                                             \
  "   AND (seq IN (SELECT target FROM history, history_anchor AS a WHERE history.seq > a.seq)"     \
  "     OR seq IN (SELECT max (h.seq) FROM history AS h, history_anchor AS a"                      \
  "                WHERE h.seq <= a.seq AND desk <> 0 GROUP BY desk));"                            \
  "DELETE FROM history_stub WHERE"                                                                 \
  " seq NOT IN (SELECT target FROM history, history_anchor AS a WHERE history.seq > a.seq)"        \
  " AND seq NOT IN (SELECT max (seq) FROM history_stub WHERE desk <> 0 GROUP BY desk)"

static gboolean
write_anchor (Compact *self,
              GError **error)
{
  const RemitAnchor *anchor = &self->anchor;
  sqlite3_stmt *row;
  char day[11];

  if (!remit_store_exec (self->store, "DELETE FROM history_anchor", NULL, error))
    return FALSE;
  row = remit_store_prepare (
    self->store,
    "INSERT INTO history_anchor (id, seq, at, hash, undo_top, redo_top, before, archive)"
    " VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)", error);
  if (row == NULL)
    return FALSE;
  remit_day_format (anchor->day, day);
  sqlite3_bind_int64 (row, 1, anchor->seq);
  sqlite3_bind_int64 (row, 2, anchor->at);
  sqlite3_bind_text (row, 3, anchor->hash, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (row, 4, anchor->undo_top);
  sqlite3_bind_int64 (row, 5, anchor->redo_top);
  sqlite3_bind_text (row, 6, day, -1, SQLITE_STATIC);
  sqlite3_bind_text (row, 7, anchor->archive, -1, SQLITE_STATIC);
  return remit_store_run (self->store, row, error);
}

static gboolean
delete_lines (Compact *self,
              GError **error)
{
  static const char *const deletions[] = {
    "DELETE FROM history_part WHERE seq <= ?1",
    "DELETE FROM history_part_1 WHERE seq <= ?1",
    "DELETE FROM history WHERE seq <= ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (deletions); i++)
    if (!remit_store_run (self->store,
                          remit_store_query (self->store, deletions[i], self->anchor.seq, 0,
                                             error),
                          error))
      return FALSE;
  return TRUE;
}

static gboolean
check_base (Compact *self,
            GError **error)
{
  gboolean is_base;

  if (!remit_archive_check_base (self->store, self->archive, self->control->cancellable, &is_base,
                                 error))
    return FALSE;
  if (is_base)
    return TRUE;
  remit_store_set_error (self->archive, SQLITE_CORRUPT, NULL, error);
  return FALSE;
}

/* The line changes nothing, and is there all the same, so it has an empty part. */
static gboolean
append_seal (Compact *self,
             GError **error)
{
  g_autoptr (RemitMessage) label = NULL;
  g_autoptr (RemitHistoryParts) parts = NULL;
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  RemitHistoryDraft draft = { .op = REMIT_HISTORY_EDIT };
  RemitHistoryHead head;
  RemitSeal seal = { .seq = self->anchor.seq };

  if (!remit_anchor_make_digest (self->store, seal.digest, error)
      || !remit_history_read_head (self->store, &head, error))
    return FALSE;
  draft.label = label = remit_seal_new (&seal, self->anchor.day, self->anchor.archive);
  draft.parts = parts = remit_history_parts_new (self->store, head.seq + 1);
  return remit_history_parts_add (parts, nothing, error)
         && remit_history_append (self->store, &head, &draft, error);
}

static void
set_triggers (RemitStore *store,
              gboolean enabled)
{
  sqlite3_db_config (remit_store_get_handle (store), SQLITE_DBCONFIG_ENABLE_TRIGGER, enabled, NULL);
}

/* Nowhere else may anything of this be written or deleted, so the triggers do not let it. The line
 * about it is appended by their rules, while the others are still there. */
static gboolean
change (Compact *self,
        GError **error)
{
  gboolean done;

  set_triggers (self->store, FALSE);
  done = remit_base_write (self->store, self->archive, self->control->cancellable, error)
         && check_base (self, error) && write_anchor (self, error)
         && remit_store_exec (self->store, WRITE_STUBS, NULL, error);
  set_triggers (self->store, TRUE);
  if (!done || !step (self, VERIFIED + 0.1, error) || !append_seal (self, error))
    return FALSE;
  set_triggers (self->store, FALSE);
  done = delete_lines (self, error);
  set_triggers (self->store, TRUE);
  return done && step (self, VERIFIED + 0.15, error);
}

static gboolean
change_in_transaction (Compact *self,
                       GError **error)
{
  if (!remit_store_begin (self->store, error))
    return FALSE;
  if (!judge (self, error) || !change (self, error))
    {
      remit_store_rollback (self->store);
      return FALSE;
    }
  self->may_be_done = TRUE;
  if (!remit_store_commit (self->store, error))
    return FALSE;
  remit_store_emit_committed (self->store);
  return TRUE;
}

/* The room on the disk comes back now, or, when others are in the way, with the next time: pages
 * that are free are used again. SQLite makes the copy that it needs for this beside the file. */
static void
give_back_room (Compact *self)
{
  g_autoptr (GError) error = NULL;

  remit_store_exec (self->store, "PRAGMA temp_store = FILE", NULL, NULL);
  if (!remit_store_exec (self->store, "VACUUM; PRAGMA wal_checkpoint (TRUNCATE)", NULL, &error))
    g_debug ("The file does not become smaller now: %s", error->message);
  remit_store_exec (self->store, "PRAGMA temp_store = MEMORY", NULL, NULL);
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

static gboolean
run (Compact *self,
     GError **error)
{
  return step (self, WRITTEN, error) && verify_archive (self, error)
         && step (self, VERIFIED, error) && change_in_transaction (self, error);
}

static void
finish (Compact *self,
        RemitCompacted *compacted)
{
  step (self, CHANGED, NULL);
  give_back_room (self);
  step (self, 1, NULL);
  *compacted = (RemitCompacted){
    .n_lines = self->plan.n_lines,
    .size_before = self->plan.size,
    .size_after = get_size (self->store),
    .archive_size = get_size (self->archive),
  };
}

/* Says at once that nothing can be written, rather than after the archive. */
static gboolean
check_writable (RemitStore *store,
                GError **error)
{
  if (!remit_store_begin (store, error))
    return FALSE;
  remit_store_rollback (store);
  return TRUE;
}

gboolean
remit_compact (RemitStore *store,
               gint64 day,
               const char *archive,
               const RemitWorkControl *control,
               RemitCompacted *compacted,
               GError **error)
{
  g_auto (Compact) self = { .store = store, .path = archive, .control = control };

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (archive != NULL && control != NULL && compacted != NULL, FALSE);

  self.plan.day = day;
  if (!check_writable (store, error) || !prepare (&self, error) || !step (&self, 0, error)
      || !remit_archive_write (store, self.plan.seq, archive, control->cancellable, error))
    return FALSE;
  if (run (&self, error))
    {
      finish (&self, compacted);
      return TRUE;
    }
  g_clear_object (&self.archive);
  /* after a commit that failed nobody can be sure, and what is in two places is not lost */
  if (!self.may_be_done)
    g_unlink (archive);
  return FALSE;
}
