/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: the changeset of an entry, inverted and applied, as an entry of its own.
 *
 * The two stacks are linked lists through the history: each row has the tops of both after it, and
 * what lay below what it pushed. So they are there after a restart, and cost one look-up. What was
 * done unattended is on neither, and goes with what it followed from: see remit-followers.h. */
#include <glib/gi18n-lib.h>

#include "remit-followers.h"
#include "remit-undo-log.h"
#include "store/archive/remit-anchor.h"
#include "store/changes/remit-inverse.h"
#include "store/history/remit-history-chain.h"
#include "store/history/remit-history-changesets.h"
#include "store/remit-store-private.h"

/* What is taken back, as it stands in the history. */
typedef struct {
  RemitMessage *label;
  char *words; /* what that says */
  gint64 plan;
  gint64 below;
  GArray *steps; /* of Step, in the order in which they are taken back */
} Target;

/* One changeset of an entry. */
typedef struct {
  gint64 seq;
  gint64 key;
} Step;

static void
target_clear (Target *target)
{
  g_clear_pointer (&target->label, remit_message_unref);
  g_clear_pointer (&target->words, g_free);
  g_clear_pointer (&target->steps, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

/* The last changeset first: what it led to is what the one before it led to, and so on. */
static gboolean
add_steps (RemitStore *store,
           gint64 seq,
           GArray *steps,
           GError **error)
{
  g_autoptr (GArray) keys = remit_history_list_changesets (store, seq, error);

  for (guint i = keys != NULL ? keys->len : 0; i > 0; i--)
    {
      Step step = { seq, g_array_index (keys, gint64, i - 1) };

      g_array_append_val (steps, step);
    }
  return keys != NULL;
}

static gboolean
find_steps (RemitStore *store,
            gint64 seq,
            Target *target,
            GError **error)
{
  g_autoptr (GArray) followers = remit_followers_find (store, seq, error);

  target->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  if (followers == NULL)
    return FALSE;
  for (guint i = 0; i < followers->len; i++)
    if (!add_steps (store, g_array_index (followers, gint64, i), target->steps, error))
      return FALSE;
  return add_steps (store, seq, target->steps, error);
}

static gboolean
load_target (RemitStore *store,
             gint64 seq,
             Target *target,
             GError **error)
{
  g_autoptr (RemitStatement) statement = remit_store_query (
    store, "SELECT label, form, plan, below FROM history WHERE seq = ?1", seq, 0, error);

  if (!remit_store_step (store, statement))
    return remit_store_finish (store, statement, error) && remit_history_refuse_missing (error);

  target->label = remit_history_read_label (remit_statement_get_text (statement, 0),
                                            sqlite3_column_int (statement, 1));
  target->words = remit_message_say (target->label);
  target->plan = sqlite3_column_int64 (statement, 2);
  target->below = sqlite3_column_int64 (statement, 3);
  remit_statement_reset (g_steal_pointer (&statement));
  return find_steps (store, seq, target, error);
}

static gboolean
invert (RemitStore *store,
        const Step *step,
        RemitInverse *inverse,
        GError **error)
{
  g_autoptr (GBytes) changeset = NULL;

  changeset = remit_history_load_changeset (store, step->seq, step->key, error);
  return changeset != NULL && remit_inverse_init (inverse, store, changeset, error);
}

static gboolean
apply_beside_logs (RemitStore *store,
                   RemitHistoryOp op,
                   const Target *target,
                   RemitUndoLog *log,
                   RemitInverse *inverse,
                   GError **error)
{
  g_autofree char *words = NULL;

  /* Translators: what a correction in a log says, with the label of an edit */
  words = g_strdup_printf (op == REMIT_HISTORY_UNDO ? _ ("Undone: %s") : _ ("Redone: %s"),
                           target->words);
  return remit_inverse_apply_beside_logs (inverse, store, target->words, words, log, error);
}

/* Looks through all that is going to be taken back, for what it means for the logs. */
static gboolean
scan_logs (RemitStore *store,
           const Target *target,
           RemitUndoLog *log,
           GError **error)
{
  for (guint i = 0; i < target->steps->len; i++)
    {
      g_auto (RemitInverse) inverse = { NULL, 0 };

      if (!invert (store, &g_array_index (target->steps, Step, i), &inverse, error)
          || !remit_undo_log_scan (log, inverse.data, inverse.length, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
append (RemitStore *store,
        const RemitHistoryHead *head,
        RemitHistoryOp op,
        const Target *target,
        RemitHistoryParts *parts,
        GError **error)
{
  gboolean is_undo = op == REMIT_HISTORY_UNDO;
  RemitHistoryDraft draft = {
    .label = target->label,
    .op = op,
    .target = is_undo ? head->undo_top : head->redo_top,
    .plan = target->plan,
    .below = is_undo ? head->redo_top : head->undo_top,
    .undo_top = target->below,
    .redo_top = target->below,
    .parts = parts,
  };

  return remit_history_append (store, head, &draft, error);
}

static gboolean
apply_and_append (RemitStore *store,
                  const RemitHistoryHead *head,
                  RemitHistoryOp op,
                  const Target *target,
                  GError **error)
{
  g_autoptr (RemitHistoryParts) parts = remit_history_parts_new (store, head->seq + 1);
  g_auto (RemitUndoLog) log = { NULL };

  remit_undo_log_init (&log, store);
  if (!scan_logs (store, target, &log, error))
    return FALSE;
  for (guint i = 0; i < target->steps->len; i++)
    {
      g_auto (RemitInverse) inverse = { NULL, 0 };
      g_autoptr (GBytes) part = NULL;

      if (!invert (store, &g_array_index (target->steps, Step, i), &inverse, error)
          || (log.touched ? !apply_beside_logs (store, op, target, &log, &inverse, error)
                          : !remit_inverse_apply (&inverse, store, target->words, error)))
        return FALSE;
      part = remit_inverse_take_bytes (&inverse);
      if (!remit_history_parts_add (parts, part, error))
        return FALSE;
    }
  return remit_undo_log_check (&log, target->words, error)
         && append (store, head, op, target, parts, error);
}

/* ── Taking back ──────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitHistoryOp op;
  gint64 expected;
} Order;

static gboolean
refuse_overtaken (RemitStore *store,
                  RemitHistoryOp op,
                  gint64 seq,
                  GError **error)
{
  g_autoptr (RemitHistoryEntry) top = NULL;

  if (!remit_history_find_entry (store, seq, &top, error))
    return FALSE;
  if (top == NULL)
    return remit_history_refuse_missing (error);
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OVERTAKEN,
               op == REMIT_HISTORY_UNDO
                 /* Translators: the label of an edit, and whose it is */
                 ? _ ("Nothing was undone: the last change is now “%1$s” by %2$s. Undo again to "
                      "revert it.")
                 /* Translators: the label of an edit, and whose it is */
                 : _ ("Nothing was redone: the next change is now “%1$s” by %2$s. Redo again to "
                      "repeat it."),
               top->label, top->actor);
  return FALSE;
}

/* Errors: what there is to undo is in the archive, so there is nothing */
static gboolean
refuse_sealed (const RemitAnchor *anchor,
               RemitHistoryOp op,
               GError **error)
{
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOTHING,
               op == REMIT_HISTORY_UNDO
                 /* Translators: the name of a file */
                 ? _ ("Nothing to undo: earlier changes are in the archive “%s”")
                 /* Translators: the name of a file */
                 : _ ("Nothing to redo: earlier changes are in the archive “%s”"),
               anchor->archive);
  return FALSE;
}

static gboolean
check_top (RemitStore *store,
           const Order *order,
           gint64 seq,
           GError **error)
{
  g_auto (RemitAnchor) anchor = { 0 };

  if (!remit_anchor_read (&anchor, store, error))
    return FALSE;
  if (seq != 0 && seq <= anchor.seq)
    return refuse_sealed (&anchor, order->op, error);
  if (order->expected != 0 && seq != 0 && seq != order->expected)
    return refuse_overtaken (store, order->op, seq, error);
  if (seq != 0)
    return TRUE;
  g_set_error_literal (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOTHING,
                       order->op == REMIT_HISTORY_UNDO ? _ ("Nothing to undo")
                                                       : _ ("Nothing to redo"));
  return FALSE;
}

static gboolean
take_back (RemitStore *store,
           gpointer data,
           GError **error)
{
  const Order *order = data;
  g_auto (Target) target = { NULL };
  RemitHistoryHead head;
  gint64 seq;

  if (!remit_history_read_head (store, &head, error))
    return FALSE;
  seq = order->op == REMIT_HISTORY_UNDO ? head.undo_top : head.redo_top;
  return check_top (store, order, seq, error) && load_target (store, seq, &target, error)
         && apply_and_append (store, &head, order->op, &target, error);
}

gboolean
remit_history_undo (RemitStore *store,
                    RemitHistoryOp op,
                    gint64 expected,
                    GError **error)
{
  Order order = { op, expected };

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (op != REMIT_HISTORY_EDIT, FALSE);

  return remit_inverse_run (store, take_back, &order, error);
}

/* ── What lies on top ─────────────────────────────────────────────────────────────────────── */

void
remit_history_top_clear (RemitHistoryTop *self)
{
  g_clear_pointer (&self->label, g_free);
  self->seq = self->plan = 0;
  self->is_sealed = FALSE;
}

static void
read_top (sqlite3_stmt *statement,
          int column,
          RemitHistoryTop *top)
{
  const char *text = remit_statement_get_text (statement, column + 2);
  g_autoptr (RemitMessage) label = NULL;

  *top = (RemitHistoryTop){ .seq = sqlite3_column_int64 (statement, column),
                            .plan = sqlite3_column_int64 (statement, column + 1),
                            .is_sealed = text == NULL
                                         && sqlite3_column_int64 (statement, column + 4) > 0 };
  if (text == NULL)
    return;
  label = remit_history_read_label (text, sqlite3_column_int (statement, column + 3));
  top->label = remit_message_say (label);
}

gboolean
remit_history_read_tops (RemitStore *store,
                         RemitHistoryTop *undo,
                         RemitHistoryTop *redo)
{
  g_autoptr (RemitStatement) statement = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (undo != NULL && redo != NULL, FALSE);

  *undo = *redo = (RemitHistoryTop){ 0 };
  statement = remit_store_prepare (store,
                                   "SELECT u.seq, u.plan, u.label, u.form, h.undo_top,"
                                   " r.seq, r.plan, r.label, r.form, h.redo_top"
                                   " FROM (SELECT undo_top, redo_top FROM history"
                                   " ORDER BY seq DESC LIMIT 1) h"
                                   " LEFT JOIN history u ON u.seq = h.undo_top"
                                   " LEFT JOIN history r ON r.seq = h.redo_top", NULL);
  if (statement == NULL || !remit_store_step (store, statement))
    return FALSE;
  read_top (statement, 0, undo);
  read_top (statement, 5, redo);
  return TRUE;
}
