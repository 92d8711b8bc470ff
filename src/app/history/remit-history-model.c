/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history as a list of numbers, newest first; entries are read on demand. */
#include "remit-history-model.h"

#include "model/remit-day.h"
#include "store/archive/remit-anchor.h"
#include "store/history/remit-history-seeker.h"

/* How many entries are searched for at once: more than a view is high. */
#define ENOUGH 200

struct _RemitHistoryModel
{
  GObject parent_instance;

  RemitWorkspace *workspace;
  RemitHistoryFilter *filter;
  gint64 newest;              /* of all entries; without a filter, all that are here are shown */
  gint64 sealed;              /* the last of those that are in the archive, 0 for none */
  RemitHistorySeeker *seeker; /* of those that the filter lets through; NULL without one */
  GArray *found;              /* their numbers, newest first */
  GHashTable *items;          /* by number: those that somebody holds, not held by us */
  GHashTable *expanded;       /* items that stay as they are when nobody looks */
};

/* ── The list ─────────────────────────────────────────────────────────────────────────────── */

static RemitStore *
get_store (RemitHistoryModel *self)
{
  return remit_workspace_get_store (self->workspace);
}

static guint
get_length (RemitHistoryModel *self)
{
  return self->seeker != NULL ? self->found->len : (guint) (self->newest - self->sealed);
}

/* Returns: the number of the entry at @position */
static gint64
get_seq (RemitHistoryModel *self,
         guint position)
{
  return self->seeker != NULL ? g_array_index (self->found, gint64, position)
                              : self->newest - position;
}

static gint64
get_time (RemitHistoryModel *self,
          guint position)
{
  gint64 seq = get_seq (self, position);
  RemitHistoryItem *item = g_hash_table_lookup (self->items, &seq);
  g_autoptr (RemitHistoryEntry) entry = NULL;

  entry = item != NULL ? remit_history_entry_ref (remit_history_item_get_entry (item))
                       : remit_history_load_entry (get_store (self), seq);
  return entry->at;
}

static void
update_heading (RemitHistoryModel *self,
                RemitHistoryItem *item,
                guint position)
{
  gint64 day = remit_day_of_time (remit_history_item_get_entry (item)->at);

  remit_history_item_set_heading (
    item, position == 0 || remit_day_of_time (get_time (self, position - 1)) != day);
}

static void
update_undone (RemitHistoryModel *self,
               RemitHistoryItem *item)
{
  gint64 seq = remit_history_item_get_entry (item)->seq;

  remit_history_item_set_undone (item, remit_history_find_answer (get_store (self), seq) != 0);
}

static void
on_details_changed (RemitHistoryItem *item,
                    RemitHistoryModel *self)
{
  if (remit_history_item_get_expanded (item))
    g_hash_table_add (self->expanded, g_object_ref (item));
  else
    g_hash_table_remove (self->expanded, item);
}

/* It is being disposed of, and still has its entry. */
static void
on_item_gone (gpointer data,
              GObject *item)
{
  RemitHistoryModel *self = data;

  g_hash_table_remove (self->items,
                       &remit_history_item_get_entry (REMIT_HISTORY_ITEM (item))->seq);
}

static RemitHistoryItem *
create_item (RemitHistoryModel *self,
             guint position)
{
  g_autoptr (RemitHistoryEntry) entry = remit_history_load_entry (get_store (self),
                                                                  get_seq (self, position));
  RemitHistoryItem *item = remit_history_item_new (entry);

  g_object_weak_ref (G_OBJECT (item), on_item_gone, self);
  g_signal_connect_object (item, "details-changed", G_CALLBACK (on_details_changed), self, 0);
  g_hash_table_insert (self->items, &entry->seq, item);
  update_heading (self, item, position);
  update_undone (self, item);
  return item;
}

static GType
remit_history_model_get_item_type (GListModel *model)
{
  return REMIT_TYPE_HISTORY_ITEM;
}

static guint
remit_history_model_get_n_items (GListModel *model)
{
  return get_length (REMIT_HISTORY_MODEL (model));
}

static gpointer
remit_history_model_get_item (GListModel *model,
                              guint position)
{
  RemitHistoryModel *self = REMIT_HISTORY_MODEL (model);
  RemitHistoryItem *item;
  gint64 seq;

  if (position >= get_length (self))
    return NULL;
  seq = get_seq (self, position);
  item = g_hash_table_lookup (self->items, &seq);
  return item != NULL ? g_object_ref (item) : create_item (self, position);
}

static void
remit_history_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = remit_history_model_get_item_type;
  iface->get_n_items = remit_history_model_get_n_items;
  iface->get_item = remit_history_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitHistoryModel, remit_history_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      remit_history_model_list_init))

/* ── The object ───────────────────────────────────────────────────────────────────────────── */

/* Those who still hold items see them as they were. */
static void
forget_items (RemitHistoryModel *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      g_object_weak_unref (item, on_item_gone, self);
      g_signal_handlers_disconnect_by_data (item, self);
    }
  g_hash_table_remove_all (self->items);
  g_hash_table_remove_all (self->expanded);
}

static void
forget_seeker (RemitHistoryModel *self)
{
  if (self->seeker != NULL)
    g_signal_handlers_disconnect_by_data (self->seeker, self);
  g_clear_object (&self->seeker);
  g_array_set_size (self->found, 0);
}

static void
remit_history_model_finalize (GObject *object)
{
  RemitHistoryModel *self = REMIT_HISTORY_MODEL (object);

  forget_items (self);
  forget_seeker (self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->filter, remit_history_filter_free);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->expanded, g_hash_table_unref);

  G_OBJECT_CLASS (remit_history_model_parent_class)->finalize (object);
}

static void
remit_history_model_class_init (RemitHistoryModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_history_model_finalize;

  g_signal_new ("loading-changed", REMIT_TYPE_HISTORY_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
remit_history_model_init (RemitHistoryModel *self)
{
  self->filter = remit_history_filter_copy (NULL);
  self->found = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->expanded = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/* ── What there is ────────────────────────────────────────────────────────────────────────── */

/* Entries have come before what was the first one. */
static void
tell_newer (RemitHistoryModel *self,
            guint added)
{
  g_autoptr (RemitHistoryItem) item = NULL;
  gint64 seq;

  if (added == 0)
    return;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, added);
  if (added == get_length (self))
    return;
  seq = get_seq (self, added);
  if (g_set_object (&item, g_hash_table_lookup (self->items, &seq)))
    update_heading (self, item, added);
}

static void
on_found (RemitHistoryModel *self,
          GArray *newer,
          GArray *older)
{
  guint end = self->found->len + newer->len;

  g_array_prepend_vals (self->found, newer->data, newer->len);
  tell_newer (self, newer->len);
  g_array_append_vals (self->found, older->data, older->len);
  if (older->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), end, 0, older->len);
}

static void
on_seeking_changed (RemitHistoryModel *self)
{
  g_signal_emit_by_name (self, "loading-changed");
}

static void
start_seeker (RemitHistoryModel *self)
{
  self->seeker = remit_history_seeker_new (remit_store_get_path (get_store (self)), self->filter);
  g_signal_connect_object (self->seeker, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->seeker, "seeking-changed", G_CALLBACK (on_seeking_changed), self,
                           G_CONNECT_SWAPPED);
  remit_history_seeker_seek_older (self->seeker, ENOUGH);
}

/* Returns: the number of the newest entry, 0 for none */
static gint64
find_newest (RemitHistoryModel *self)
{
  g_autofree char *hash = NULL;
  gint64 newest = 0;

  if (self->workspace != NULL)
    remit_history_get_head (get_store (self), &newest, &hash, NULL);
  return newest;
}

static gint64
find_sealed (RemitHistoryModel *self)
{
  return self->workspace != NULL ? remit_anchor_get_seq (get_store (self)) : 0;
}

/* In two steps, since a list view looks for what went away among all that comes with it. */
static void
reset (RemitHistoryModel *self)
{
  guint before = get_length (self);

  forget_items (self);
  forget_seeker (self);
  self->newest = self->sealed = 0;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  self->newest = find_newest (self);
  self->sealed = find_sealed (self);
  if (self->workspace != NULL && !remit_history_filter_is_empty (self->filter))
    start_seeker (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, get_length (self));
  g_signal_emit_by_name (self, "loading-changed");
}

static void
update_all_undone (RemitHistoryModel *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    update_undone (self, item);
}

static void
on_changed (RemitHistoryModel *self)
{
  gint64 added = find_newest (self) - self->newest;

  /* with what was the newest gone, it is another history, and the oldest may be in an archive */
  if (added < 0 || find_sealed (self) != self->sealed)
    {
      reset (self);
      return;
    }
  self->newest += added;
  update_all_undone (self);
  if (self->seeker != NULL)
    remit_history_seeker_seek_newer (self->seeker);
  else
    tell_newer (self, (guint) added);
}

/* ── Public ───────────────────────────────────────────────────────────────────────────────── */

void
remit_history_model_load_more (RemitHistoryModel *self)
{
  g_return_if_fail (REMIT_IS_HISTORY_MODEL (self));

  if (self->seeker != NULL)
    remit_history_seeker_seek_older (self->seeker, ENOUGH);
}

int
remit_history_model_find (RemitHistoryModel *self,
                          gint64 seq)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (REMIT_IS_HISTORY_MODEL (self), -1);

  high = get_length (self);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_seq (self, middle) > seq)
        low = middle + 1;
      else
        high = middle;
    }
  return low < get_length (self) && get_seq (self, low) == seq ? (int) low : -1;
}

gboolean
remit_history_model_is_loading (RemitHistoryModel *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_MODEL (self), FALSE);

  return self->seeker != NULL && remit_history_seeker_is_seeking (self->seeker);
}

const GError *
remit_history_model_get_error (RemitHistoryModel *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_MODEL (self), NULL);

  return self->seeker != NULL ? remit_history_seeker_get_error (self->seeker) : NULL;
}

void
remit_history_model_set_workspace (RemitHistoryModel *self,
                                   RemitWorkspace *workspace)
{
  g_return_if_fail (REMIT_IS_HISTORY_MODEL (self));

  if (self->workspace == workspace)
    return;
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self,
                             G_CONNECT_SWAPPED);
  reset (self);
}

void
remit_history_model_set_filter (RemitHistoryModel *self,
                                const RemitHistoryFilter *filter)
{
  g_autoptr (RemitHistoryFilter) copy = remit_history_filter_copy (filter);

  g_return_if_fail (REMIT_IS_HISTORY_MODEL (self));

  if (remit_history_filter_equal (copy, self->filter))
    return;
  remit_history_filter_free (self->filter);
  self->filter = g_steal_pointer (&copy);
  reset (self);
}
