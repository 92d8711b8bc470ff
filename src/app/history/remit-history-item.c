/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry of the history in the list: with or without a heading, expanded or not. */
#include "remit-history-item.h"

#include "exchange/remit-exchange.h"
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

enum { HEADING_CHANGED, UNDONE_CHANGED, DETAILS_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ── What an entry changed ────────────────────────────────────────────────────────────────── */

/* As after an import: how many of which kind. */
static GStrv
summarize (GPtrArray *changes)
{
  g_autoptr (RemitImportResult) counts = remit_import_result_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      const RemitChange *change = g_ptr_array_index (changes, i);

      if (change->op == REMIT_CHANGE_ADDED)
        counts->added[change->kind]++;
      else if (change->op == REMIT_CHANGE_REMOVED)
        counts->removed[change->kind]++;
      else
        counts->changed[change->kind]++;
    }
  return remit_import_result_describe (counts);
}

/* First what has a place of its own, the bigger before the smaller, then skills and the like. */
static guint
get_rank (const RemitChange *change)
{
  static const RemitKind order[] = {
    REMIT_KIND_SETTINGS,   REMIT_KIND_PLAN,           REMIT_KIND_TEAM,         REMIT_KIND_SLOT,
    REMIT_KIND_ASSIGNMENT, REMIT_KIND_PERSON,         REMIT_KIND_ROLE,         REMIT_KIND_DECISION,
    REMIT_KIND_RIGHT,      REMIT_KIND_DECISION_EVENT, REMIT_KIND_WAIVER,       REMIT_KIND_SKILL,
    REMIT_KIND_SLOT_NEED,  REMIT_KIND_ABSENCE,        REMIT_KIND_PERSON_SKILL,
  };
  guint rank = 0;

  while (rank < G_N_ELEMENTS (order) && order[rank] != change->kind)
    rank++;
  return rank;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  return (int) get_rank (*(RemitChange *const *) a) - (int) get_rank (*(RemitChange *const *) b);
}

/* A big entry takes a while. */
static RemitHistoryDetails *
details_load (RemitStore *store,
              gint64 seq,
              GError **error)
{
  g_autoptr (GPtrArray) changes = remit_history_get_changes (store, seq, error);
  g_autofree char *hash = NULL;
  RemitHistoryDetails *self;

  if (changes == NULL)
    return NULL;
  hash = remit_history_dup_hash (store, seq, error);
  if (hash == NULL)
    return NULL;

  g_ptr_array_sort (changes, compare_ranks);
  self = g_new0 (RemitHistoryDetails, 1);
  self->lines = remit_history_get_lines (store, changes, REMIT_HISTORY_DETAILS_MAX);
  self->n_changes = changes->len;
  if (changes->len > REMIT_HISTORY_DETAILS_MAX)
    self->summary = summarize (changes);
  self->hash = g_steal_pointer (&hash);
  return self;
}

static void
details_free (RemitHistoryDetails *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->summary, g_strfreev);
  g_clear_pointer (&self->hash, g_free);
  g_free (self);
}

/* ── The item ─────────────────────────────────────────────────────────────────────────────── */

static void
remit_history_item_finalize (GObject *object)
{
  RemitHistoryItem *self = REMIT_HISTORY_ITEM (object);

  g_clear_object (&self->worker);
  g_clear_pointer (&self->entry, remit_history_entry_unref);
  g_clear_pointer (&self->details, details_free);
  g_clear_pointer (&self->failure, g_free);

  G_OBJECT_CLASS (remit_history_item_parent_class)->finalize (object);
}

static void
remit_history_item_class_init (RemitHistoryItemClass *klass)
{
  static const char *const names[] = { "heading-changed", "undone-changed", "details-changed" };

  G_OBJECT_CLASS (klass)->finalize = remit_history_item_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], REMIT_TYPE_HISTORY_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
remit_history_item_init (RemitHistoryItem *self)
{
}

RemitHistoryItem *
remit_history_item_new (RemitHistoryEntry *entry)
{
  RemitHistoryItem *self = g_object_new (REMIT_TYPE_HISTORY_ITEM, NULL);

  self->entry = remit_history_entry_ref (entry);
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
          guint signal)
{
  if (*flag == value)
    return;
  *flag = value;
  g_signal_emit (self, signals[signal], 0);
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

  set_flag (self, &self->heading, heading, HEADING_CHANGED);
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

  set_flag (self, &self->undone, undone, UNDONE_CHANGED);
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
  g_signal_emit (self, signals[DETAILS_CHANGED], 0);
}

/* In the thread. */
static gpointer
load_in_thread (RemitStore *store,
                const RemitWorkControl *control,
                gpointer data,
                GError **error)
{
  return details_load (store, ((RemitHistoryEntry *) data)->seq, error);
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

  if (self->entry->size <= BIG)
    {
      details = details_load (store, self->entry->seq, &error);
      take_details (self, details, error);
      return;
    }

  self->loading = TRUE;
  self->worker = remit_worker_new ();
  work.of = store;
  work.data = remit_history_entry_ref (self->entry);
  work.free_data = (GDestroyNotify) remit_history_entry_unref;
  work.free_result = (GDestroyNotify) details_free;
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
  set_flag (self, &self->expanded, expanded, DETAILS_CHANGED);
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
