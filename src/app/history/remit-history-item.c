/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry of the history as the list shows it: a heading or none, open or closed. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-history-item.h"

#include "store/remit-worker.h"

/* In bytes of the changeset; what is bigger than this would take more than part of a frame. */
#define BIG 16384

struct _RemitHistoryItem
{
  GObject parent_instance;

  RemitHistoryEntry *entry;
  gboolean heading;
  gboolean undone;
  gboolean expanded;
  gboolean loading;
  RemitWorker *worker;
  RemitHistoryDetails *details;
  char *failure;
};

G_DEFINE_FINAL_TYPE (RemitHistoryItem, remit_history_item, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_HEADING,
  PROP_UNDONE,
  PROP_EXPANDED,
  PROP_DETAILS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_history_item_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  RemitHistoryItem *self = REMIT_HISTORY_ITEM (object);

  switch (prop_id)
    {
    case PROP_HEADING:
      g_value_set_boolean (value, self->heading);
      break;
    case PROP_UNDONE:
      g_value_set_boolean (value, self->undone);
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;
    case PROP_DETAILS:
      g_value_set_pointer (value, self->details);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_history_item_finalize (GObject *object)
{
  RemitHistoryItem *self = REMIT_HISTORY_ITEM (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->details, remit_history_details_free);
  g_clear_pointer (&self->failure, g_free);

  G_OBJECT_CLASS (remit_history_item_parent_class)->finalize (object);
}

static void
remit_history_item_class_init (RemitHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = remit_history_item_get_property;
  object_class->finalize = remit_history_item_finalize;

  properties[PROP_HEADING] = g_param_spec_boolean ("heading", NULL, NULL, FALSE, flags);
  properties[PROP_UNDONE] = g_param_spec_boolean ("undone", NULL, NULL, FALSE, flags);
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE, flags);
  properties[PROP_DETAILS] = g_param_spec_pointer ("details", NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_history_item_init (RemitHistoryItem *self)
{
}

RemitHistoryItem *
remit_history_item_new (RemitHistoryEntry *entry)
{
  RemitHistoryItem *self = g_object_new (REMIT_TYPE_HISTORY_ITEM, NULL);

  self->entry = g_object_ref (entry);
  return self;
}

RemitHistoryEntry *
remit_history_item_get_entry (RemitHistoryItem *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ITEM (self), NULL);

  return self->entry;
}

static void
set_flag (RemitHistoryItem *self,
          gboolean *flag,
          gboolean value,
          guint prop)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

gboolean
remit_history_item_get_heading (RemitHistoryItem *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ITEM (self), FALSE);

  return self->heading;
}

void
remit_history_item_set_heading (RemitHistoryItem *self,
                                gboolean heading)
{
  g_return_if_fail (REMIT_IS_HISTORY_ITEM (self));

  set_flag (self, &self->heading, heading, PROP_HEADING);
}

gboolean
remit_history_item_get_undone (RemitHistoryItem *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ITEM (self), FALSE);

  return self->undone;
}

void
remit_history_item_set_undone (RemitHistoryItem *self,
                               gboolean undone)
{
  g_return_if_fail (REMIT_IS_HISTORY_ITEM (self));

  set_flag (self, &self->undone, undone, PROP_UNDONE);
}

static void
take_details (RemitHistoryItem *self,
              RemitHistoryDetails *details,
              const GError *error)
{
  self->loading = FALSE;
  self->details = details;
  g_free (self->failure);
  self->failure = error != NULL ? g_strdup (error->message) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILS]);
}

/* In the thread. */
static gpointer
load_in_thread (RemitStore *store,
                const RemitWorkControl *control,
                gpointer data,
                GError **error)
{
  return remit_history_details_load (store, remit_history_entry_get_seq (data), error);
}

static void
on_loaded (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  RemitHistoryItem *self = data;
  g_autoptr (GError) error = NULL;

  take_details (self, remit_worker_finish (REMIT_WORKER (source), result, &error), error);
}

static void
load_details (RemitHistoryItem *self,
              RemitStore *store)
{
  RemitWork work = { .func = load_in_thread, .flags = REMIT_STORE_READ_ONLY };
  g_autoptr (GError) error = NULL;
  RemitHistoryDetails *details;

  if (remit_history_entry_get_size (self->entry) <= BIG)
    {
      details = remit_history_details_load (store, remit_history_entry_get_seq (self->entry),
                                            &error);
      take_details (self, details, error);
      return;
    }

  self->loading = TRUE;
  self->worker = remit_worker_new ();
  work.path = remit_store_get_path (store);
  work.data = g_object_ref (self->entry);
  work.free_data = g_object_unref;
  work.free_result = (GDestroyNotify) remit_history_details_free;
  remit_worker_run (self->worker, &work, on_loaded, self);
}

void
remit_history_item_set_expanded (RemitHistoryItem *self,
                                 gboolean expanded,
                                 RemitStore *store)
{
  g_return_if_fail (REMIT_IS_HISTORY_ITEM (self));
  g_return_if_fail (REMIT_IS_STORE (store));

  if (expanded && self->details == NULL && !self->loading)
    load_details (self, store);
  set_flag (self, &self->expanded, expanded, PROP_EXPANDED);
}

gboolean
remit_history_item_get_expanded (RemitHistoryItem *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ITEM (self), FALSE);

  return self->expanded;
}

const RemitHistoryDetails *
remit_history_item_get_details (RemitHistoryItem *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ITEM (self), NULL);

  return self->details;
}

const char *
remit_history_item_get_failure (RemitHistoryItem *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_ITEM (self), NULL);

  return self->failure;
}
