/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history as a list, newest first, loaded page by page. */
#include "remit-history-model.h"

#include <gio/gio.h>

#include "model/remit-day.h"

/* How many entries are read at once, and how many have to be found before it is enough. */
#define PAGE 100
#define ENOUGH 50

struct _RemitHistoryModel
{
  GObject parent_instance;

  RemitWorkspace *workspace;
  RemitHistoryFilter *filter;
  RemitHistorySearch *search;
  GPtrArray *items;
  gint64 newest; /* of all entries looked at, whether they are shown or not */
  guint load_id;
  guint wanted;
};

static GType
remit_history_model_get_item_type (GListModel *model)
{
  return REMIT_TYPE_HISTORY_ITEM;
}

static guint
remit_history_model_get_n_items (GListModel *model)
{
  return REMIT_HISTORY_MODEL (model)->items->len;
}

static gpointer
remit_history_model_get_item (GListModel *model,
                              guint position)
{
  GPtrArray *items = REMIT_HISTORY_MODEL (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
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

static void
remit_history_model_finalize (GObject *object)
{
  RemitHistoryModel *self = REMIT_HISTORY_MODEL (object);

  g_clear_handle_id (&self->load_id, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->search, remit_history_search_free);
  g_clear_pointer (&self->filter, remit_history_filter_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);

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
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->filter = remit_history_filter_copy (NULL);
}

static RemitHistoryItem *
get_item (RemitHistoryModel *self,
          guint position)
{
  return g_ptr_array_index (self->items, position);
}

static RemitHistoryEntry *
get_entry (RemitHistoryModel *self,
           guint position)
{
  return remit_history_item_get_entry (get_item (self, position));
}

/* Returns: (nullable): the item of the entry with the number @seq; items stand by falling number */
static RemitHistoryItem *
find_item (RemitHistoryModel *self,
           gint64 seq)
{
  guint low = 0;
  guint high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_entry (self, middle)->seq > seq)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->items->len && get_entry (self, low)->seq == seq ? get_item (self, low) : NULL;
}

static gboolean
is_undone (RemitHistoryModel *self,
           gint64 seq)
{
  return remit_history_find_answer (remit_workspace_get_store (self->workspace), seq) != 0;
}

/* The undo that @entry is takes back its target; the redo that it is takes back an undo, and so the
 * undo's target is in force again; and so on. */
static void
update_targets (RemitHistoryModel *self,
                RemitHistoryEntry *entry)
{
  gint64 target = entry->target;

  while (target != 0)
    {
      g_autoptr (GPtrArray) page = NULL;
      RemitHistoryItem *item = find_item (self, target);

      if (item != NULL)
        remit_history_item_set_undone (item, is_undone (self, target));
      page = remit_history_page (remit_workspace_get_store (self->workspace), target + 1, 1, NULL);
      target = page != NULL && page->len > 0 ? ((RemitHistoryEntry *) page->pdata[0])->target : 0;
    }
}

static RemitHistoryItem *
create_item (RemitHistoryModel *self,
             RemitHistoryEntry *entry)
{
  RemitHistoryItem *item = remit_history_item_new (entry);

  remit_history_item_set_undone (item, is_undone (self, entry->seq));
  return item;
}

static void
update_heading (RemitHistoryModel *self,
                guint position)
{
  gint64 day;

  if (position >= self->items->len)
    return;
  day = remit_day_of_time (get_entry (self, position)->at);
  remit_history_item_set_heading (
    get_item (self, position),
    position == 0 || remit_day_of_time (get_entry (self, position - 1)->at) != day);
}

static gboolean
is_complete (RemitHistoryModel *self)
{
  return self->search == NULL || remit_history_search_is_complete (self->search);
}

/* Takes one page of older entries. Returns: how many of them are shown */
static guint
load_page (RemitHistoryModel *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = NULL;
  guint before = self->items->len;

  page = remit_history_search_next (self->search, PAGE, &error);
  if (page == NULL)
    {
      g_warning ("The history cannot be read: %s", error->message);
      g_clear_pointer (&self->search, remit_history_search_free);
      return 0;
    }
  for (guint i = 0; i < page->len; i++)
    {
      g_ptr_array_add (self->items, create_item (self, page->pdata[i]));
      update_heading (self, self->items->len - 1);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->items->len - before);
  return self->items->len - before;
}

static void
end_loading (RemitHistoryModel *self)
{
  self->load_id = 0;
  self->wanted = 0;
  g_signal_emit_by_name (self, "loading-changed");
}

static gboolean
on_load (gpointer data)
{
  RemitHistoryModel *self = data;
  guint found = load_page (self);

  self->wanted -= MIN (found, self->wanted);
  if (self->wanted > 0 && !is_complete (self))
    return G_SOURCE_CONTINUE;
  end_loading (self);
  return G_SOURCE_REMOVE;
}

void
remit_history_model_load_more (RemitHistoryModel *self)
{
  g_return_if_fail (REMIT_IS_HISTORY_MODEL (self));

  if (is_complete (self) || self->load_id != 0)
    return;
  self->wanted = ENOUGH;
  self->load_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_load, self, NULL);
  g_signal_emit_by_name (self, "loading-changed");
}

int
remit_history_model_reach (RemitHistoryModel *self,
                           gint64 seq)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_MODEL (self), -1);

  while (!is_complete (self)
         && (self->items->len == 0 || get_entry (self, self->items->len - 1)->seq > seq))
    load_page (self);
  for (guint i = 0; i < self->items->len; i++)
    if (get_entry (self, i)->seq == seq)
      return (int) i;
  return -1;
}

gboolean
remit_history_model_is_loading (RemitHistoryModel *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_MODEL (self), FALSE);

  return self->load_id != 0;
}

/* Begins anew: one page at once, so that there is something to see, and the rest in slices. */
static void
reset (RemitHistoryModel *self)
{
  guint before = self->items->len;

  if (self->load_id != 0)
    {
      g_source_remove (self->load_id);
      end_loading (self);
    }
  g_ptr_array_set_size (self->items, 0);
  g_clear_pointer (&self->search, remit_history_search_free);
  self->newest = 0;
  if (self->workspace != NULL)
    {
      RemitStore *store = remit_workspace_get_store (self->workspace);
      g_autofree char *hash = NULL;

      remit_history_get_head (store, &self->newest, &hash, NULL);
      self->search = remit_history_search_new (store, self->filter);
    }
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  if (self->workspace != NULL && load_page (self) < ENOUGH)
    remit_history_model_load_more (self);
}

/* The newest first in @page, of which the first @n are new to us. */
static void
add_newer (RemitHistoryModel *self,
           GPtrArray *page,
           guint n)
{
  guint added = 0;

  for (guint i = n; i > 0; i--)
    {
      RemitHistoryEntry *entry = g_ptr_array_index (page, i - 1);

      update_targets (self, entry);
      self->newest = entry->seq;
      if (!remit_history_search_matches (self->search, entry))
        continue;
      g_ptr_array_insert (self->items, 0, create_item (self, entry));
      added++;
    }
  for (guint i = 0; i <= added; i++)
    update_heading (self, i);
  if (added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, added);
}

static void
on_changed (RemitHistoryModel *self)
{
  g_autoptr (GPtrArray) page = NULL;
  guint n = 0;

  page = remit_history_page (remit_workspace_get_store (self->workspace), 0, PAGE, NULL);
  if (page == NULL)
    return;
  while (n < page->len && ((RemitHistoryEntry *) g_ptr_array_index (page, n))->seq > self->newest)
    n++;
  /* more at once than a page; or, with what was the newest gone, another history */
  if (n == page->len
      || ((RemitHistoryEntry *) g_ptr_array_index (page, n))->seq != self->newest)
    reset (self);
  else
    add_newer (self, page, n);
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
  g_return_if_fail (REMIT_IS_HISTORY_MODEL (self));

  remit_history_filter_free (self->filter);
  self->filter = remit_history_filter_copy (filter);
  reset (self);
}
