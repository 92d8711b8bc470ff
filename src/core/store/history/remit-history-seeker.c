/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search of the history in a thread, slice by slice. */
#include "remit-history-seeker.h"

#include "store/remit-worker.h"

/* How many entries are read between two looks at the clock. */
#define PAGE 100

/* After how many microseconds what was found is handed over. */
#define SLICE (G_USEC_PER_SEC / 10)

/* The search is passed from run to run, across threads, and is owned by the latest. */
typedef struct {
  char *path;
  RemitHistoryFilter *filter;
  RemitHistorySearch *search; /* from the first run on */
  guint wanted;               /* of older entries, by this run */
} Job;

/* What one run has found. */
typedef struct {
  GArray *newer; /* the oldest first */
  GArray *older;
  gboolean is_current;
  gboolean is_complete;
} Slice;

struct _RemitHistorySeeker
{
  GObject parent_instance;

  RemitWorker *worker;
  Job *job;
  guint wanted;   /* of older entries */
  gboolean again; /* there may be newer entries than the run sees */
  gboolean is_complete;
  GError *error;
};

G_DEFINE_FINAL_TYPE (RemitHistorySeeker, remit_history_seeker, G_TYPE_OBJECT)

enum {
  FOUND,
  SEEKING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->search, remit_history_search_free);
  g_clear_pointer (&job->filter, remit_history_filter_free);
  g_clear_pointer (&job->path, g_free);
}

static void
job_unref (gpointer job)
{
  g_atomic_rc_box_release_full (job, (GDestroyNotify) job_clear);
}

static void
slice_free (gpointer data)
{
  Slice *slice = data;

  g_array_unref (slice->newer);
  g_array_unref (slice->older);
  g_free (slice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Slice, slice_free)

/* ── The thread ───────────────────────────────────────────────────────────────────────────── */

static gboolean
begin (Job *job,
       GError **error)
{
  g_autoptr (RemitStore) store = NULL;

  if (job->search != NULL)
    return TRUE;
  store = remit_store_open (job->path, REMIT_STORE_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  job->search = remit_history_search_new (store, job->filter);
  return TRUE;
}

/* Returns: whether there was a page to take */
static gboolean
take_page (GArray *found,
           GPtrArray *page)
{
  g_autoptr (GPtrArray) owned = page;

  for (guint i = 0; owned != NULL && i < owned->len; i++)
    g_array_append_val (found, ((RemitHistoryEntry *) owned->pdata[i])->seq);
  return owned != NULL;
}

/* First what is new; then on to what is old. */
static gboolean
seek (Job *job,
      Slice *slice,
      GCancellable *cancellable,
      GError **error)
{
  gint64 end = g_get_monotonic_time () + SLICE;
  RemitHistorySearch *search = job->search;
  gboolean done = TRUE;

  while (done && g_get_monotonic_time () < end && !g_cancellable_is_cancelled (cancellable))
    if (!remit_history_search_is_current (search))
      done = take_page (slice->newer, remit_history_search_newer (search, PAGE, error));
    else if (slice->older->len < job->wanted && !remit_history_search_is_complete (search))
      done = take_page (slice->older, remit_history_search_next (search, PAGE, error));
    else
      break;
  slice->is_current = remit_history_search_is_current (search);
  slice->is_complete = remit_history_search_is_complete (search);
  return done;
}

static gpointer
run_slice (RemitStore *store G_GNUC_UNUSED,
           const RemitWorkControl *control,
           gpointer data,
           GError **error)
{
  g_autoptr (Slice) slice = g_new0 (Slice, 1);

  slice->newer = g_array_new (FALSE, FALSE, sizeof (gint64));
  slice->older = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!begin (data, error) || !seek (data, slice, control->cancellable, error))
    return NULL;
  return g_steal_pointer (&slice);
}

/* ── The main context ─────────────────────────────────────────────────────────────────────── */

static void on_slice (GObject *source,
                      GAsyncResult *result,
                      gpointer data);

static void
reverse (GArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      gint64 *first = &g_array_index (array, gint64, i);
      gint64 *last = &g_array_index (array, gint64, array->len - 1 - i);
      gint64 swapped = *first;

      *first = *last;
      *last = swapped;
    }
}

static void
run (RemitHistorySeeker *self)
{
  const RemitWork work = {
    .func = run_slice,
    .data = g_atomic_rc_box_acquire (self->job),
    .free_data = job_unref,
    .free_result = slice_free,
  };

  self->job->wanted = self->wanted;
  self->again = FALSE;
  remit_worker_run (self->worker, &work, on_slice, self);
}

/* A run that goes on takes up what has come in between when it ends. */
static void
start (RemitHistorySeeker *self)
{
  if (self->error == NULL && !remit_worker_is_running (self->worker))
    run (self);
}

static void
take_slice (RemitHistorySeeker *self,
            Slice *slice)
{
  self->is_complete = slice->is_complete;
  self->wanted = slice->is_complete ? 0 : self->wanted - MIN (slice->older->len, self->wanted);
  if (self->wanted > 0 || self->again || !slice->is_current)
    run (self);
  reverse (slice->newer);
  if (slice->newer->len > 0 || slice->older->len > 0)
    g_signal_emit (self, signals[FOUND], 0, slice->newer, slice->older);
}

static void
on_slice (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (RemitHistorySeeker) self = g_object_ref (data);
  g_autoptr (Slice) slice = remit_worker_finish (REMIT_WORKER (source), result, &self->error);
  gboolean was_seeking = self->wanted > 0;

  if (slice != NULL)
    take_slice (self, slice);
  else
    self->wanted = 0;
  if (self->error != NULL || (was_seeking && self->wanted == 0))
    g_signal_emit (self, signals[SEEKING_CHANGED], 0);
}

static void
remit_history_seeker_dispose (GObject *object)
{
  g_clear_object (&REMIT_HISTORY_SEEKER (object)->worker);

  G_OBJECT_CLASS (remit_history_seeker_parent_class)->dispose (object);
}

static void
remit_history_seeker_finalize (GObject *object)
{
  RemitHistorySeeker *self = REMIT_HISTORY_SEEKER (object);

  job_unref (self->job);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (remit_history_seeker_parent_class)->finalize (object);
}

static void
remit_history_seeker_class_init (RemitHistorySeekerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = remit_history_seeker_dispose;
  object_class->finalize = remit_history_seeker_finalize;

  signals[FOUND] = g_signal_new ("found", REMIT_TYPE_HISTORY_SEEKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_ARRAY, G_TYPE_ARRAY);
  signals[SEEKING_CHANGED] = g_signal_new ("seeking-changed", REMIT_TYPE_HISTORY_SEEKER,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
remit_history_seeker_init (RemitHistorySeeker *self)
{
  self->worker = remit_worker_new ();
  self->job = g_atomic_rc_box_new0 (Job);
}

RemitHistorySeeker *
remit_history_seeker_new (const char *path,
                          const RemitHistoryFilter *filter)
{
  RemitHistorySeeker *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (REMIT_TYPE_HISTORY_SEEKER, NULL);
  self->job->path = g_strdup (path);
  self->job->filter = remit_history_filter_copy (filter);
  return self;
}

void
remit_history_seeker_seek_older (RemitHistorySeeker *self,
                                 guint wanted)
{
  g_return_if_fail (REMIT_IS_HISTORY_SEEKER (self));
  g_return_if_fail (wanted > 0);

  if (self->wanted > 0 || self->is_complete || self->error != NULL)
    return;
  self->wanted = wanted;
  start (self);
  g_signal_emit (self, signals[SEEKING_CHANGED], 0);
}

void
remit_history_seeker_seek_newer (RemitHistorySeeker *self)
{
  g_return_if_fail (REMIT_IS_HISTORY_SEEKER (self));

  self->again = TRUE;
  start (self);
}

gboolean
remit_history_seeker_is_seeking (RemitHistorySeeker *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_SEEKER (self), FALSE);

  return self->wanted > 0;
}

gboolean
remit_history_seeker_is_complete (RemitHistorySeeker *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_SEEKER (self), TRUE);

  return self->is_complete;
}

const GError *
remit_history_seeker_get_error (RemitHistorySeeker *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_SEEKER (self), NULL);

  return self->error;
}
