/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conflicts of a plan as a list, read page by page, however many there are. */
#define G_LOG_DOMAIN "remit-plan"

#include "config.h"

#include "remit-conflict-list.h"

#include <string.h>

#include "store/remit-search.h"

#define PAGE_SIZE 64

struct _RemitConflictList
{
  GObject parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  RemitConflictsShown shown;
  RemitConflictsOrder order;
  int type;
  char *words;

  guint n_items;
  GHashTable *pages; /* arrays of conflicts, by their number */
  GArray *found;     /* ids of what a search found, in order; NULL without one */
  GCancellable *search;
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

/* ── SQL ──────────────────────────────────────────────────────────────────────────────────── */

static const char *const conditions[] = {
  [REMIT_CONFLICTS_RUNNING] = " AND t.status IN ('open', 'mediating', 'escalated')",
  [REMIT_CONFLICTS_OVER] = " AND t.status IN ('resolved', 'closed', 'withdrawn')",
  [REMIT_CONFLICTS_ALL] = "",
};

/* As the indexes of the migration 0003 have them. */
static const char *const orders[] = {
  [REMIT_CONFLICTS_BY_CLOCK] = "coalesce (t.due, 9223372036854775807), t.id",
  [REMIT_CONFLICTS_BY_AGE] = "t.raised, t.id",
  [REMIT_CONFLICTS_BY_SEVERITY] = "t.severity DESC, t.raised, t.id",
};

/* ?1: the plan; ?2: the nick of the type */
static char *
dup_where (RemitConflictsShown shown,
           int type)
{
  return g_strconcat ("WHERE t.plan = ?1", conditions[shown],
                      type >= 0 ? " AND t.type = ?2" : "", NULL);
}

static void
bind (sqlite3_stmt *statement,
      gint64 plan,
      int type)
{
  const RemitChoice *types = remit_conflict_info.fields[REMIT_CONFLICT_TYPE].choices;

  sqlite3_bind_int64 (statement, 1, plan);
  if (type >= 0)
    sqlite3_bind_text (statement, 2, types[type].nick, -1, SQLITE_STATIC);
}

static guint
count_all (RemitConflictList *self)
{
  RemitStore *store = remit_workspace_get_store (self->workspace);
  g_autofree char *where = dup_where (self->shown, self->type);
  g_autofree char *sql = g_strconcat ("SELECT count (*) FROM conflict AS t ", where, NULL);
  g_autoptr (RemitStatement) statement = remit_store_prepare (store, g_intern_string (sql), NULL);

  if (statement == NULL)
    return 0;
  bind (statement, self->plan, self->type);
  return remit_store_step (store, statement, NULL) ? (guint) sqlite3_column_int64 (statement, 0)
                                                   : 0;
}

static void
add_rows (RemitStore *store,
          sqlite3_stmt *rows,
          GPtrArray *page)
{
  while (remit_store_step (store, rows, NULL))
    {
      RemitRecord *record = remit_record_new (REMIT_KIND_CONFLICT);

      remit_store_read (rows, record);
      g_ptr_array_add (page, remit_entity_new (record));
    }
}

static void
load_ordered (RemitConflictList *self,
              guint number,
              GPtrArray *page)
{
  RemitStore *store = remit_workspace_get_store (self->workspace);
  g_autofree char *where = dup_where (self->shown, self->type);
  g_autofree char *all = g_strconcat (where, " ORDER BY ", orders[self->order],
                                      " LIMIT ?3 OFFSET ?4", NULL);
  g_autoptr (RemitStatement) rows = NULL;

  rows = remit_store_prepare (store, remit_store_get_select (REMIT_KIND_CONFLICT, all), NULL);
  if (rows == NULL)
    return;
  bind (rows, self->plan, self->type);
  sqlite3_bind_int64 (rows, 3, PAGE_SIZE);
  sqlite3_bind_int64 (rows, 4, (gint64) number * PAGE_SIZE);
  add_rows (store, rows, page);
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
  return REMIT_TYPE_CONFLICT;
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
  /* another program may have taken something away, which is told next */
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

static void
reset (RemitConflictList *self)
{
  guint before = self->n_items;

  g_hash_table_remove_all (self->pages);
  if (self->workspace == NULL || self->plan == 0)
    self->n_items = 0;
  else
    self->n_items = self->found != NULL ? self->found->len : count_all (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_items);
  if (self->n_items != before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* ── Searching ────────────────────────────────────────────────────────────────────────────── */

/* What a thread looks for. */
typedef struct {
  char *path;
  char *sql;
  char *query;
  gint64 plan;
  int type;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->path);
  g_free (search->sql);
  g_free (search->query);
  g_free (search);
}

static Search *
search_new (RemitConflictList *self,
            const char *query)
{
  Search *search = g_new0 (Search, 1);
  g_autofree char *where = dup_where (self->shown, self->type);

  search->path = g_strdup (remit_store_get_path (remit_workspace_get_store (self->workspace)));
  search->sql = g_strdup_printf (
    "SELECT t.id FROM conflict AS t %s AND t.id IN (SELECT conflict FROM conflict_text"
    " WHERE conflict_text MATCH ?3 ORDER BY rowid DESC LIMIT %d) ORDER BY %s",
    where, REMIT_CONFLICTS_MAX_FOUND, orders[self->order]);
  search->query = g_strdup (query);
  search->plan = self->plan;
  search->type = self->type;
  return search;
}

/* In the thread. */
static void
run_search (GTask *task,
            gpointer source G_GNUC_UNUSED,
            gpointer data,
            GCancellable *cancellable G_GNUC_UNUSED)
{
  const Search *search = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open (search->path, REMIT_STORE_READ_ONLY, &error);
  g_autoptr (RemitStatement) rows = NULL;
  GArray *found;

  if (store != NULL)
    rows = remit_store_prepare (store, search->sql, &error);
  if (rows == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  bind (rows, search->plan, search->type);
  sqlite3_bind_text (rows, 3, search->query, -1, SQLITE_STATIC);
  found = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (remit_store_step (store, rows, NULL))
    {
      gint64 id = sqlite3_column_int64 (rows, 0);

      g_array_append_val (found, id);
    }
  g_clear_pointer (&rows, remit_store_finish);
  g_task_return_pointer (task, found, (GDestroyNotify) g_array_unref);
}

static void
on_found (GObject *source,
          GAsyncResult *result,
          gpointer data G_GNUC_UNUSED)
{
  RemitConflictList *self = REMIT_CONFLICT_LIST (source);
  g_autoptr (GError) error = NULL;
  GArray *found = g_task_propagate_pointer (G_TASK (result), &error);

  /* another search, or none, took its place */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    g_warning ("The conflicts cannot be searched: %s", error->message);
  g_clear_object (&self->search);
  g_clear_pointer (&self->found, g_array_unref);
  self->found = found;
  reset (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static void
stop_search (RemitConflictList *self)
{
  if (self->search == NULL)
    return;
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

/* Reads anew what the list now is. */
static void
refill (RemitConflictList *self)
{
  g_autofree char *query = self->words != NULL ? remit_search_dup_query (self->words) : NULL;
  g_autoptr (GTask) task = NULL;

  stop_search (self);
  if (query == NULL || self->workspace == NULL || self->plan == 0)
    {
      g_clear_pointer (&self->found, g_array_unref);
      reset (self);
      return;
    }
  self->search = g_cancellable_new ();
  task = g_task_new (self, self->search, on_found, NULL);
  g_task_set_source_tag (task, refill);
  g_task_set_task_data (task, search_new (self, query), search_free);
  g_task_run_in_thread (task, run_search);
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
  for (guint i = 0; i < REMIT_CONFLICT_N_FIELDS; i++)
    if (!remit_record_is_same (remit_entity_get_record (old), remit_entity_get_record (new), i))
      return FALSE;
  return TRUE;
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

static void
on_changed (RemitConflictList *self,
            GPtrArray *changes)
{
  g_autoptr (GHashTable) before = NULL;

  if (self->plan == 0 || !is_touched (changes))
    return;
  if (self->words != NULL && *self->words != '\0')
    {
      refill (self);
      return;
    }
  before = g_steal_pointer (&self->pages);
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
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
      g_value_set_boolean (value, self->search != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_conflict_list_dispose (GObject *object)
{
  RemitConflictList *self = REMIT_CONFLICT_LIST (object);

  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (remit_conflict_list_parent_class)->dispose (object);
}

static void
remit_conflict_list_finalize (GObject *object)
{
  RemitConflictList *self = REMIT_CONFLICT_LIST (object);

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
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->type = -1;
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
  g_return_if_fail (REMIT_IS_CONFLICT_LIST (self));

  if (self->workspace == workspace && self->plan == plan)
    return;
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, on_changed, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self,
                             G_CONNECT_SWAPPED);
  self->plan = plan;
  refill (self);
}

void
remit_conflict_list_set_shown (RemitConflictList *self,
                               RemitConflictsShown shown)
{
  g_return_if_fail (REMIT_IS_CONFLICT_LIST (self));

  if (self->shown == shown)
    return;
  self->shown = shown;
  refill (self);
}

void
remit_conflict_list_set_order (RemitConflictList *self,
                               RemitConflictsOrder order)
{
  g_return_if_fail (REMIT_IS_CONFLICT_LIST (self));

  if (self->order == order)
    return;
  self->order = order;
  refill (self);
}

void
remit_conflict_list_set_type (RemitConflictList *self,
                              int type)
{
  g_return_if_fail (REMIT_IS_CONFLICT_LIST (self));
  g_return_if_fail (type >= -1 && type < REMIT_N_CONFLICT_TYPES);

  if (self->type == type)
    return;
  self->type = type;
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

/* Only what has been read is looked at: it is what somebody sees. */
int
remit_conflict_list_find (RemitConflictList *self,
                          gint64 conflict)
{
  GHashTableIter iter;
  gpointer number, page;

  g_return_val_if_fail (REMIT_IS_CONFLICT_LIST (self), -1);

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &number, &page))
    for (guint i = 0; i < ((GPtrArray *) page)->len; i++)
      if (remit_entity_get_id (((GPtrArray *) page)->pdata[i]) == conflict)
        return (int) (GPOINTER_TO_UINT (number) * PAGE_SIZE + i);
  return -1;
}

gboolean
remit_conflict_list_has_any (RemitConflictList *self)
{
  g_autoptr (RemitStatement) row = NULL;

  g_return_val_if_fail (REMIT_IS_CONFLICT_LIST (self), FALSE);

  if (self->workspace == NULL || self->plan == 0)
    return FALSE;
  row = remit_store_prepare (remit_workspace_get_store (self->workspace),
                             "SELECT 1 FROM conflict WHERE plan = ?1 LIMIT 1", NULL);
  if (row == NULL)
    return FALSE;
  sqlite3_bind_int64 (row, 1, self->plan);
  return remit_store_step (remit_workspace_get_store (self->workspace), row, NULL);
}
