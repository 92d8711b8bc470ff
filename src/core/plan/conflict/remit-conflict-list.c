/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conflicts of a plan as a list, read page by page, however many there are. */
#include "remit-conflict-list.h"

#include <string.h>

#include "store/remit-search.h"
#include "store/remit-worker.h"

#define PAGE_SIZE 64

struct _RemitConflictList
{
  GObject parent_instance;

  RemitWorkspace *workspace;
  RemitConflictQuery query;
  char *words;

  guint n_items;
  GHashTable *pages; /* arrays of conflicts, by their number */
  GArray *found;     /* ids of what a thread found, in order; NULL when an index knows them */
  RemitWorker *search;
};

static void remit_conflict_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitConflictList, remit_conflict_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      remit_conflict_list_model_init))

enum {
  PROP_0,
  PROP_N_ITEMS,
  PROP_SEARCHING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ── Pages ────────────────────────────────────────────────────────────────────────────────── */

static void
load_ordered (RemitConflictList *self,
              guint number,
              GPtrArray *page)
{
  RemitStore *store = remit_workspace_get_store (self->workspace);
  g_autoptr (GPtrArray) records = remit_conflict_query_load_page (&self->query, store,
                                                                  number * PAGE_SIZE, PAGE_SIZE);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (page, remit_entity_new (remit_record_copy (records->pdata[i])));
}

static void
load_found (RemitConflictList *self,
            guint number,
            GPtrArray *page)
{
  RemitStore *store = remit_workspace_get_store (self->workspace);

  for (guint i = number * PAGE_SIZE; i < MIN ((number + 1) * PAGE_SIZE, self->found->len); i++)
    {
      RemitRecord *record = remit_store_load (store, REMIT_KIND_CONFLICT,
                                              g_array_index (self->found, gint64, i), NULL);

      g_ptr_array_add (page, remit_entity_new (
                               record != NULL ? record : remit_record_new (REMIT_KIND_CONFLICT)));
    }
}

static GHashTable *
create_pages (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
get_page (RemitConflictList *self,
          guint number)
{
  GPtrArray *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (page != NULL)
    return page;
  page = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->found != NULL)
    load_found (self, number, page);
  else
    load_ordered (self, number, page);
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  return page;
}

/* ── The model ────────────────────────────────────────────────────────────────────────────── */

static GType
get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return remit_entity_get_type_of (REMIT_KIND_CONFLICT);
}

static guint
get_n_items (GListModel *model)
{
  return REMIT_CONFLICT_LIST (model)->n_items;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  RemitConflictList *self = REMIT_CONFLICT_LIST (model);
  GPtrArray *page;

  if (position >= self->n_items)
    return NULL;
  page = get_page (self, position / PAGE_SIZE);
  /* another program may have deleted something; the change follows */
  if (position % PAGE_SIZE >= page->len)
    return remit_entity_new (remit_record_new (REMIT_KIND_CONFLICT));
  return g_object_ref (page->pdata[position % PAGE_SIZE]);
}

static void
remit_conflict_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static guint
count_all (RemitConflictList *self)
{
  return remit_conflict_query_count (&self->query, remit_workspace_get_store (self->workspace));
}

static void
reset (RemitConflictList *self)
{
  guint before = self->n_items;

  g_hash_table_remove_all (self->pages);
  if (self->workspace == NULL || self->query.plan == 0)
    self->n_items = 0;
  else
    self->n_items = self->found != NULL ? self->found->len : count_all (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_items);
  if (self->n_items != before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* What was found is of another plan, or of another workspace. */
static void
clear (RemitConflictList *self)
{
  g_clear_pointer (&self->found, g_array_unref);
  self->found = g_array_new (FALSE, FALSE, sizeof (gint64));
  reset (self);
}

/* ── What stays where it is ───────────────────────────────────────────────────────────────── */

static gboolean
is_same_page (GPtrArray *old,
              GPtrArray *new)
{
  if (old->len != new->len)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    if (remit_entity_get_id (old->pdata[i]) != remit_entity_get_id (new->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_row (RemitEntity *old,
             RemitEntity *new)
{
  return remit_record_is_equal (remit_entity_get_record (old), remit_entity_get_record (new));
}

/* Reads the pages again that were read before. Returns: whether they have the same conflicts */
static gboolean
read_pages_again (RemitConflictList *self,
                  GHashTable *before)
{
  GHashTableIter iter;
  gpointer number, old;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &number, &old))
    if (!is_same_page (old, get_page (self, GPOINTER_TO_UINT (number))))
      return FALSE;
  return TRUE;
}

/* Rows that stay where they are keep the scrolling and the selection. */
static void
tell_changed_rows (RemitConflictList *self,
                   GHashTable *before)
{
  GHashTableIter iter;
  gpointer number, old;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &number, &old))
    {
      GPtrArray *page = get_page (self, GPOINTER_TO_UINT (number));

      for (guint i = 0; i < page->len; i++)
        if (!is_same_row (((GPtrArray *) old)->pdata[i], page->pdata[i]))
          g_list_model_items_changed (G_LIST_MODEL (self),
                                      GPOINTER_TO_UINT (number) * PAGE_SIZE + i, 1, 1);
    }
}

/* Returns: (transfer full): the pages that were read, for comparing with what they are now */
static GHashTable *
take_pages (RemitConflictList *self)
{
  GHashTable *before = self->pages;

  self->pages = create_pages ();
  return before;
}

/* ── Searching ────────────────────────────────────────────────────────────────────────────── */

/* What a thread looks for. */
typedef struct {
  RemitConflictQuery query;
  char *match;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->match);
  g_free (search);
}

/* In the thread. */
static gpointer
run_search (RemitStore *store,
            const RemitWorkControl *control,
            gpointer data,
            GError **error)
{
  const Search *search = data;

  return remit_conflict_query_run (&search->query, store, search->match, control->cancellable,
                                   error);
}

static gboolean
is_same_found (GArray *old,
               GArray *new)
{
  return old != NULL && new != NULL && old->len == new->len
         && (old->len == 0 || memcmp (old->data, new->data, old->len * sizeof (gint64)) == 0);
}

/* @found: (transfer full) */
static void
take_found (RemitConflictList *self,
            GArray *found)
{
  gboolean is_same = is_same_found (self->found, found);
  g_autoptr (GHashTable) before = NULL;

  g_clear_pointer (&self->found, g_array_unref);
  self->found = found;
  if (!is_same)
    {
      reset (self);
      return;
    }
  before = take_pages (self);
  tell_changed_rows (self, before);
}

static void
on_found (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  RemitConflictList *self = REMIT_CONFLICT_LIST (data);
  g_autoptr (GError) error = NULL;
  GArray *found = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (error != NULL)
    g_warning ("The conflicts cannot be searched: %s", error->message);
  take_found (self, found != NULL ? found : g_array_new (FALSE, FALSE, sizeof (gint64)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static void
stop_search (RemitConflictList *self)
{
  if (!remit_worker_is_running (self->search))
    return;
  remit_worker_stop (self->search);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

/* Whether pages are read as they are asked for; with @match: (out): what is to be in them. */
static gboolean
is_read_at_once (RemitConflictList *self,
                 char **match)
{
  *match = self->words != NULL ? remit_search_dup_query (self->words) : NULL;
  return self->workspace == NULL || self->query.plan == 0
         || (*match == NULL && remit_conflict_query_is_quick (&self->query));
}

/* Reads anew what the list now is. */
static void
refill (RemitConflictList *self)
{
  g_autofree char *match = NULL;
  RemitWork work = {
    .flags = REMIT_STORE_READ_ONLY,
    .func = run_search,
    .free_data = search_free,
    .free_result = (GDestroyNotify) g_array_unref,
  };
  Search *search;

  stop_search (self);
  if (is_read_at_once (self, &match))
    {
      g_clear_pointer (&self->found, g_array_unref);
      reset (self);
      return;
    }
  work.data = search = g_new0 (Search, 1);
  search->query = self->query;
  search->match = g_steal_pointer (&match);
  work.of = remit_workspace_get_store (self->workspace);
  remit_worker_run (self->search, &work, on_found, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

/* ── Following the workspace ──────────────────────────────────────────────────────────────── */

static gboolean
is_touched (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const RemitChange *change = changes->pdata[i];

      if (change->kind == REMIT_KIND_CONFLICT)
        return TRUE;
    }
  /* everything may be different */
  return changes->len == 0;
}

static void
on_changed (RemitConflictList *self,
            GPtrArray *changes)
{
  g_autofree char *match = NULL;
  g_autoptr (GHashTable) before = NULL;

  if (self->query.plan == 0 || !is_touched (changes))
    return;
  if (!is_read_at_once (self, &match))
    {
      refill (self);
      return;
    }
  before = take_pages (self);
  if (count_all (self) == self->n_items && read_pages_again (self, before))
    tell_changed_rows (self, before);
  else
    reset (self);
}

/* ── The object ───────────────────────────────────────────────────────────────────────────── */

static void
remit_conflict_list_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  RemitConflictList *self = REMIT_CONFLICT_LIST (object);

  switch (prop_id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_items);
      break;
    case PROP_SEARCHING:
      g_value_set_boolean (value, remit_worker_is_running (self->search));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_conflict_list_dispose (GObject *object)
{
  RemitConflictList *self = REMIT_CONFLICT_LIST (object);

  remit_worker_stop (self->search);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (remit_conflict_list_parent_class)->dispose (object);
}

static void
remit_conflict_list_finalize (GObject *object)
{
  RemitConflictList *self = REMIT_CONFLICT_LIST (object);

  g_clear_object (&self->search);
  g_clear_pointer (&self->found, g_array_unref);
  g_hash_table_unref (self->pages);
  g_free (self->words);
  G_OBJECT_CLASS (remit_conflict_list_parent_class)->finalize (object);
}

static void
remit_conflict_list_class_init (RemitConflictListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = remit_conflict_list_get_property;
  object_class->dispose = remit_conflict_list_dispose;
  object_class->finalize = remit_conflict_list_finalize;

  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_conflict_list_init (RemitConflictList *self)
{
  const RemitConflictQuery query = REMIT_CONFLICT_QUERY_INIT (0);

  self->query = query;
  self->pages = create_pages ();
  self->search = remit_worker_new ();
}

RemitConflictList *
remit_conflict_list_new (void)
{
  return g_object_new (REMIT_TYPE_CONFLICT_LIST, NULL);
}

void
remit_conflict_list_set_plan (RemitConflictList *self,
                              RemitWorkspace *workspace,
                              gint64 plan)
{
  g_autofree char *match = NULL;

  g_return_if_fail (REMIT_IS_CONFLICT_LIST (self));

  if (self->workspace == workspace && self->query.plan == plan)
    return;
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, on_changed, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self,
                             G_CONNECT_SWAPPED);
  self->query.plan = plan;
  if (!is_read_at_once (self, &match))
    clear (self);
  refill (self);
}

void
remit_conflict_list_set_shown (RemitConflictList *self,
                               RemitConflictsShown shown)
{
  g_return_if_fail (REMIT_IS_CONFLICT_LIST (self));

  if (self->query.shown == shown)
    return;
  self->query.shown = shown;
  refill (self);
}

void
remit_conflict_list_set_order (RemitConflictList *self,
                               RemitConflictsOrder order)
{
  g_return_if_fail (REMIT_IS_CONFLICT_LIST (self));

  if (self->query.order == order)
    return;
  self->query.order = order;
  refill (self);
}

void
remit_conflict_list_set_filter (RemitConflictList *self,
                                int type,
                                int severity,
                                gint64 owner)
{
  RemitConflictQuery *query;

  g_return_if_fail (REMIT_IS_CONFLICT_LIST (self));
  g_return_if_fail (type >= REMIT_CONFLICTS_ANY && type < REMIT_N_CONFLICT_TYPES);

  query = &self->query;
  if (query->type == type && query->severity == severity && query->owner == owner)
    return;
  query->type = type;
  query->severity = severity;
  query->owner = owner;
  refill (self);
}

void
remit_conflict_list_set_words (RemitConflictList *self,
                               const char *words)
{
  g_return_if_fail (REMIT_IS_CONFLICT_LIST (self));
  g_return_if_fail (words != NULL);

  if (g_strcmp0 (self->words, words) == 0)
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  refill (self);
}

gboolean
remit_conflict_list_has_any (RemitConflictList *self)
{
  g_return_val_if_fail (REMIT_IS_CONFLICT_LIST (self), FALSE);

  if (self->workspace == NULL || self->query.plan == 0)
    return FALSE;
  return remit_store_query_integer (remit_workspace_get_store (self->workspace),
                                    "SELECT 1 FROM conflict WHERE plan = ?1 LIMIT 1",
                                    self->query.plan, 0, NULL)
         == 1;
}
