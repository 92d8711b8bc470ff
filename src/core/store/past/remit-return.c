/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing a plan back to what it was, in one edit. */
#include <glib/gi18n-lib.h>

#include "remit-past-rows.h"
#include "remit-past.h"
#include "store/history/remit-history-chain.h"
#include "store/remit-store-private.h"
#include "store/undo/remit-rewind.h"

typedef struct {
  RemitStore *store;
  gint64 seq;
  RemitMessage *label; /* only referred to */
  char *words; /* what that says */
  RemitPastRows rows;
  GPtrArray *steps; /* of RemitInverse, the first one first */
  RemitUndoLog log;
} Return;

static void
inverse_free (RemitInverse *inverse)
{
  remit_inverse_clear (inverse);
  g_free (inverse);
}

static void
return_clear (Return *self)
{
  remit_past_rows_clear (&self->rows);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  remit_undo_log_clear (&self->log);
  g_free (self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Return, return_clear)

static gboolean
collect (RemitInverse *inverse,
         gpointer data,
         GError **error)
{
  Return *self = data;
  RemitInverse *step;

  if (!remit_past_rows_pick (&self->rows, inverse, error))
    return FALSE;
  if (inverse->length == 0)
    return TRUE;
  step = g_new0 (RemitInverse, 1);
  *step = *inverse;
  inverse->data = NULL;
  inverse->length = 0;
  g_ptr_array_add (self->steps, step);
  return remit_undo_log_scan (&self->log, step->data, step->length, error);
}

static gboolean
apply (Return *self,
       RemitHistoryParts *parts,
       GError **error)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      RemitInverse *step = self->steps->pdata[i];
      g_autoptr (GBytes) part = NULL;

      if (!remit_inverse_apply_beside_logs (step, self->store, self->words, self->words,
                                            &self->log, error))
        return FALSE;
      part = remit_inverse_take_bytes (step);
      if (!remit_history_parts_add (parts, part, error))
        return FALSE;
    }
  return remit_undo_log_check (&self->log, self->words, error);
}

/* With foreign keys off, nobody but us asks whether all is there. */
static gboolean
check_references (RemitStore *store,
                  GError **error)
{
  g_autoptr (RemitStatement) rows = remit_store_prepare (store, "PRAGMA foreign_key_check", error);
  const RemitEntityInfo *info;

  if (rows == NULL)
    return FALSE;
  if (!remit_store_step (store, rows))
    return remit_store_finish (store, rows, error);
  info = remit_entity_info_by_table (remit_statement_get_text (rows, 2));
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_CONFLICT,
               /* Translators: what is missing, such as "Person" */
               _ ("Cannot restore the plan: an item that it needs no longer exists: %s"),
               info != NULL ? _ (info->label) : "");
  return FALSE;
}

static gboolean
append (Return *self,
        const RemitHistoryHead *head,
        RemitHistoryParts *parts,
        GError **error)
{
  RemitHistoryDraft draft = {
    .label = self->label,
    .op = REMIT_HISTORY_EDIT,
    .plan = self->rows.plan,
    .below = head->undo_top,
    .parts = parts,
  };

  return remit_history_append (self->store, head, &draft, error);
}

static gboolean
go_back (RemitStore *store,
         gpointer data,
         GError **error)
{
  Return *self = data;
  g_autoptr (RemitHistoryParts) parts = NULL;
  RemitHistoryHead head;

  if (!remit_history_read_head (store, &head, error)
      || !remit_rewind (store, self->seq, NULL, collect, self, error))
    return FALSE;
  if (self->steps->len == 0)
    {
      g_set_error_literal (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOTHING,
                           _ ("The plan has not changed since this version"));
      return FALSE;
    }
  parts = remit_history_parts_new (store, head.seq + 1);
  return apply (self, parts, error) && check_references (store, error)
         && append (self, &head, parts, error);
}

gint64
remit_past_return (RemitStore *store,
                   gint64 plan,
                   gint64 seq,
                   RemitMessage *label,
                   GError **error)
{
  g_auto (Return) self = { store, seq, label, NULL };

  g_return_val_if_fail (REMIT_IS_STORE (store), 0);
  g_return_val_if_fail (plan != 0 && label != NULL, 0);

  self.words = remit_message_say (label);
  remit_past_rows_init (&self.rows, store, plan);
  remit_undo_log_init (&self.log, store);
  self.steps = g_ptr_array_new_with_free_func ((GDestroyNotify) inverse_free);
  return remit_inverse_run (store, go_back, &self, error) ? plan : 0;
}
