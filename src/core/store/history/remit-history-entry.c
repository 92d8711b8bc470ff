/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the history. */
#include <glib/gi18n-lib.h>

#include "remit-history-chain.h"

struct _RemitHistoryEntry
{
  GObject parent_instance;

  gint64 seq;
  gint64 at;
  char *actor;
  char *label;
  RemitHistoryOp op;
  gint64 target;
  gint64 plan;
  gsize size;
};

G_DEFINE_FINAL_TYPE (RemitHistoryEntry, remit_history_entry, G_TYPE_OBJECT)

static void
remit_history_entry_finalize (GObject *object)
{
  RemitHistoryEntry *self = REMIT_HISTORY_ENTRY (object);

  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (remit_history_entry_parent_class)->finalize (object);
}

static void
remit_history_entry_class_init (RemitHistoryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_history_entry_finalize;
}

static void
remit_history_entry_init (RemitHistoryEntry *self G_GNUC_UNUSED)
{
}

RemitHistoryEntry *
remit_history_entry_new (const RemitHistoryRow *row)
{
  RemitHistoryEntry *self = g_object_new (REMIT_TYPE_HISTORY_ENTRY, NULL);

  self->seq = row->seq;
  self->at = row->at;
  self->actor = g_strdup (row->actor);
  self->label = g_strdup (row->label);
  self->op = row->op;
  self->target = row->target;
  self->plan = row->plan;
  self->size = row->changeset_length;
  return self;
}

gint64
remit_history_entry_get_seq (RemitHistoryEntry *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ENTRY (self), 0);

  return self->seq;
}

gint64
remit_history_entry_get_time (RemitHistoryEntry *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ENTRY (self), 0);

  return self->at;
}

const char *
remit_history_entry_get_actor (RemitHistoryEntry *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ENTRY (self), NULL);

  return self->actor;
}

const char *
remit_history_entry_get_label (RemitHistoryEntry *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ENTRY (self), NULL);

  return self->label;
}

RemitHistoryOp
remit_history_entry_get_op (RemitHistoryEntry *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ENTRY (self), REMIT_HISTORY_EDIT);

  return self->op;
}

gint64
remit_history_entry_get_target (RemitHistoryEntry *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ENTRY (self), 0);

  return self->target;
}

gint64
remit_history_entry_get_plan (RemitHistoryEntry *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ENTRY (self), 0);

  return self->plan;
}

gsize
remit_history_entry_get_size (RemitHistoryEntry *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ENTRY (self), 0);

  return self->size;
}

char *
remit_history_entry_dup_sentence (RemitHistoryEntry *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ENTRY (self), NULL);

  switch (self->op)
    {
    case REMIT_HISTORY_UNDO:
      /* Translators: the label of an edit, such as "Assign Ada to ML engineer" */
      return g_strdup_printf (_ ("Undid: %s"), self->label);
    case REMIT_HISTORY_REDO:
      /* Translators: the label of an edit */
      return g_strdup_printf (_ ("Did again: %s"), self->label);
    case REMIT_HISTORY_EDIT:
    default:
      return g_strdup (self->label);
    }
}
