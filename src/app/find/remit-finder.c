/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches a workspace off the main loop, and follows its changes. */
#include "remit-finder.h"

#include <string.h>

#include "store/remit-worker.h"

/* What is searched: the workspace, its findings, and what else the window has. */
enum {
  WORKSPACE,
  FINDINGS,
  MORE,
  N_INDEXES
};

struct _RemitFinder
{
  GObject parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  RemitChecker *checker;
  RemitWorker *reader;
  RemitWorker *indexer; /* of findings */
  RemitWorker *searcher;
  RemitFindIndex *indexes[N_INDEXES]; /* NULL until it was read */
  GPtrArray *findings; /* by their ids */

  char *typed; /* NULL before anything was */
  guint most;
};

G_DEFINE_FINAL_TYPE (RemitFinder, remit_finder, G_TYPE_OBJECT)

/* ── Searching ────────────────────────────────────────────────────────────────────────────── */

/* Has the indexes as long as there is something found in them. */
typedef struct {
  RemitFindIndex *indexes[N_INDEXES];
  guint n_indexes;
  char *typed;
  guint most;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  for (guint i = 0; i < self->n_indexes; i++)
    remit_find_index_unref (self->indexes[i]);
  g_free (self->typed);
  g_free (self);
}

static void
free_found (gpointer found)
{
  g_ptr_array_unref (found);
}

static gpointer
search_in_thread (RemitStore *store,
                  const RemitWorkControl *control,
                  gpointer data,
                  GError **error)
{
  const Search *self = data;
  GPtrArray *found = remit_find_search (self->indexes, self->n_indexes, self->typed, self->most,
                                        control->cancellable);

  if (found == NULL)
    g_cancellable_set_error_if_cancelled (control->cancellable, error);
  return found;
}

static void
on_searched (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GPtrArray) found = remit_worker_finish (REMIT_WORKER (source), result, NULL);

  if (found != NULL)
    g_signal_emit_by_name (data, "found", found);
}

static void
search (RemitFinder *self)
{
  RemitWork work = {
    .func = search_in_thread, .free_data = search_free, .free_result = free_found,
  };
  Search *search;

  if (self->typed == NULL)
    return;
  search = g_new0 (Search, 1);
  for (guint i = 0; i < N_INDEXES; i++)
    if (self->indexes[i] != NULL)
      search->indexes[search->n_indexes++] = remit_find_index_ref (self->indexes[i]);
  search->typed = g_strdup (self->typed);
  search->most = self->most;
  work.data = search;
  remit_worker_run (self->searcher, &work, on_searched, self);
}

static void
take_index (RemitFinder *self,
            guint place,
            RemitFindIndex *index)
{
  g_clear_pointer (&self->indexes[place], remit_find_index_unref);
  self->indexes[place] = index;
  search (self);
}

/* ── The workspace ────────────────────────────────────────────────────────────────────────── */

static gpointer
read_in_thread (RemitStore *store,
                const RemitWorkControl *control,
                gpointer plan,
                GError **error)
{
  return remit_find_index_read (store, *(const gint64 *) plan, control->cancellable, error);
}

/* What cannot be read just now is not found; the window says why by itself. */
static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (GError) error = NULL;
  RemitFindIndex *index = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (index != NULL)
    take_index (data, WORKSPACE, index);
  else if (!remit_worker_was_cancelled (error))
    g_info ("Nothing of the workspace is found: %s", error->message);
}

static void
free_index (gpointer index)
{
  remit_find_index_unref (index);
}

static void
read_workspace (RemitFinder *self)
{
  const RemitWork work = {
    .of = remit_workspace_get_store (self->workspace),
    .flags = REMIT_STORE_READ_ONLY,
    .func = read_in_thread,
    .data = g_memdup2 (&self->plan, sizeof self->plan),
    .free_data = g_free,
    .free_result = free_index,
  };

  remit_worker_run (self->reader, &work, on_read, self);
}

/* ── Findings ─────────────────────────────────────────────────────────────────────────────── */

static void
unref_findings (gpointer findings)
{
  g_ptr_array_unref (findings);
}

/* A finding says the same as long as it is there, in whatever thread. */
static void
add_finding (RemitFindIndex *index,
             RemitFinding *finding,
             gint64 id)
{
  const char *title = remit_finding_get_title (finding);
  const char *message = remit_finding_get_message (finding);
  g_autofree char *line = NULL;

  if (message == NULL || *message == '\0')
    {
      remit_find_index_add (index, REMIT_FIND_FINDINGS, id, title, NULL, NULL);
      return;
    }
  line = g_strndup (message, strcspn (message, "\n"));
  remit_find_index_add (index, REMIT_FIND_FINDINGS, id, line, title,
                        remit_finding_get_rule_id (finding));
}

static gpointer
index_in_thread (RemitStore *store,
                 const RemitWorkControl *control,
                 gpointer data,
                 GError **error)
{
  const GPtrArray *findings = data;
  RemitFindIndex *index = remit_find_index_new ();

  for (guint i = 0; i < findings->len; i++)
    add_finding (index, g_ptr_array_index (findings, i), (gint64) i);
  return index;
}

static void
on_indexed (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  RemitFindIndex *index = remit_worker_finish (REMIT_WORKER (source), result, NULL);

  if (index != NULL)
    take_index (data, FINDINGS, index);
}

static void
index_findings (RemitFinder *self)
{
  GListModel *model = G_LIST_MODEL (self->checker);
  guint n = g_list_model_get_n_items (model);
  RemitWork work = {
    .func = index_in_thread, .free_data = unref_findings, .free_result = free_index,
  };

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->findings, g_list_model_get_item (model, i));
  work.data = g_ptr_array_ref (self->findings);
  remit_worker_run (self->indexer, &work, on_indexed, self);
}

/* ── The finder ───────────────────────────────────────────────────────────────────────────── */

static void
remit_finder_dispose (GObject *object)
{
  RemitFinder *self = REMIT_FINDER (object);

  g_clear_object (&self->reader);
  g_clear_object (&self->indexer);
  g_clear_object (&self->searcher);
  g_clear_object (&self->checker);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (remit_finder_parent_class)->dispose (object);
}

static void
remit_finder_finalize (GObject *object)
{
  RemitFinder *self = REMIT_FINDER (object);

  for (guint i = 0; i < N_INDEXES; i++)
    g_clear_pointer (&self->indexes[i], remit_find_index_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->typed);

  G_OBJECT_CLASS (remit_finder_parent_class)->finalize (object);
}

static void
remit_finder_class_init (RemitFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = remit_finder_dispose;
  object_class->finalize = remit_finder_finalize;

  g_signal_new ("found", REMIT_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_PTR_ARRAY);
}

static void
remit_finder_init (RemitFinder *self)
{
  self->reader = remit_worker_new ();
  self->indexer = remit_worker_new ();
  self->searcher = remit_worker_new ();
}

RemitFinder *
remit_finder_new (RemitWorkspace *workspace,
                  gint64 plan,
                  RemitChecker *checker,
                  RemitFindIndex *more)
{
  RemitFinder *self = g_object_new (REMIT_TYPE_FINDER, NULL);

  self->workspace = g_object_ref (workspace);
  self->plan = plan;
  self->indexes[MORE] = remit_find_index_ref (more);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (read_workspace), self,
                           G_CONNECT_SWAPPED);
  read_workspace (self);
  if (g_set_object (&self->checker, checker))
    {
      g_signal_connect_object (checker, "checked", G_CALLBACK (index_findings), self,
                               G_CONNECT_SWAPPED);
      index_findings (self);
    }
  return self;
}

void
remit_finder_search (RemitFinder *self,
                     const char *typed,
                     guint most)
{
  g_return_if_fail (REMIT_IS_FINDER (self));
  g_return_if_fail (typed != NULL);

  g_free (self->typed);
  self->typed = g_strdup (typed);
  self->most = most;
  search (self);
}

RemitFinding *
remit_finder_get_finding (RemitFinder *self,
                          gint64 id)
{
  g_return_val_if_fail (REMIT_IS_FINDER (self), NULL);

  return self->findings != NULL && id >= 0 && id < self->findings->len
           ? g_ptr_array_index (self->findings, (guint) id)
           : NULL;
}
