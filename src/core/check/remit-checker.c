/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of an open plan, kept true: a worker checks after every change. */
#include "remit-checker.h"

#include "model/remit-day.h"
#include "remit-check.h"
#include "store/remit-worker.h"

/* A plan that was just opened is drawn first, also where that takes longer: milliseconds until it
 * is checked. */
#define PATIENCE 250

/* For how long what is shown may be out of date before a check that runs is let end, whatever has
 * changed since: in microseconds. Before that the next one is quicker to show what is. */
#define STALE G_USEC_PER_SEC

/* How often is looked whether it is another day, in seconds. */
#define DAY_INTERVAL 60

struct _RemitChecker
{
  GObject parent_instance;

  RemitWorkspace *workspace; /* weak */
  RemitRules *rules;
  gint64 plan;
  gint64 today;
  GPtrArray *findings;
  GHashTable *about[REMIT_N_SUBJECTS]; /* by id, arrays of findings */
  GPtrArray *nothing;
  RemitWorker *worker;
  GError *error;
  gint64 stale_since; /* on the monotonic clock: since when what is shown is out of date, or 0 */
  gboolean again;     /* after the check that runs */
  guint day_timer;
  guint start_source;
};

enum
{
  CHECKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void remit_checker_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitChecker, remit_checker, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, remit_checker_list_init))

/* ── The list ─────────────────────────────────────────────────────────────────────────────── */

static GType
get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return REMIT_TYPE_FINDING;
}

static guint
get_n_items (GListModel *model)
{
  return REMIT_CHECKER (model)->findings->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  RemitChecker *self = REMIT_CHECKER (model);

  return position < self->findings->len ? g_object_ref (self->findings->pdata[position]) : NULL;
}

static void
remit_checker_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
index_finding (RemitChecker *self,
               RemitFinding *finding)
{
  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    {
      gint64 id = remit_finding_get_subject (finding, remit_subject_get_kind (i));
      GPtrArray *about;

      if (id == 0)
        continue;
      about = g_hash_table_lookup (self->about[i], &id);
      if (about == NULL)
        {
          about = g_ptr_array_new ();
          g_hash_table_insert (self->about[i], g_memdup2 (&id, sizeof id), about);
        }
      g_ptr_array_add (about, finding);
    }
}

/* The old object takes the place of an equal new one. */
static void
keep_old (GPtrArray *old,
          GPtrArray *new)
{
  g_autoptr (GHashTable) known = g_hash_table_new (remit_finding_hash, remit_finding_equal);

  for (guint i = 0; i < old->len; i++)
    g_hash_table_add (known, old->pdata[i]);
  for (guint i = 0; i < new->len; i++)
    {
      RemitFinding *same = g_hash_table_lookup (known, new->pdata[i]);

      if (same == NULL || !remit_finding_says_same (same, new->pdata[i]))
        continue;
      g_object_unref (new->pdata[i]);
      new->pdata[i] = g_object_ref (same);
    }
}

static void
take_findings (RemitChecker *self,
               GPtrArray *new)
{
  g_autoptr (GPtrArray) old = self->findings;
  guint head = 0;
  guint tail = 0;

  keep_old (old, new);
  while (head < old->len && head < new->len && old->pdata[head] == new->pdata[head])
    head++;
  while (tail < old->len - head && tail < new->len - head
         && old->pdata[old->len - 1 - tail] == new->pdata[new->len - 1 - tail])
    tail++;
  self->findings = new;
  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    g_hash_table_remove_all (self->about[i]);
  for (guint i = 0; i < new->len; i++)
    index_finding (self, new->pdata[i]);
  if (old->len - head - tail > 0 || new->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                new->len - head - tail);
}

/* ── The worker ───────────────────────────────────────────────────────────────────────────── */

typedef struct {
  char *path;
  RemitRules *rules;
  gint64 plan;
  gint64 today;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  remit_rules_unref (job->rules);
  g_free (job);
}

/* A check opens its connections itself, since it may need two. */
static gpointer
run_job (RemitStore *store G_GNUC_UNUSED,
         const RemitWorkControl *control,
         gpointer data,
         GError **error)
{
  const Job *job = data;
  const RemitCheckOptions options = { .rules = job->rules, .plan = job->plan,
                                      .today = job->today, .cancellable = control->cancellable };

  return remit_check_run (job->path, &options, error);
}

static void remit_checker_start (RemitChecker *self);

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  RemitChecker *self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = remit_worker_finish (REMIT_WORKER (source), result, &error);

  /* what has changed during the check is not in it */
  self->stale_since = self->again || self->start_source != 0 ? g_get_monotonic_time () : 0;
  g_clear_error (&self->error);
  if (findings != NULL)
    take_findings (self, findings);
  else
    {
      g_debug ("The check could not be made: %s", error->message);
      self->error = g_steal_pointer (&error);
    }
  if (self->again)
    remit_checker_start (self);
  g_signal_emit (self, signals[CHECKED], 0);
}

static void
stop (RemitChecker *self)
{
  g_clear_handle_id (&self->start_source, g_source_remove);
  remit_worker_stop (self->worker);
  self->again = FALSE;
}

static void
run (RemitChecker *self)
{
  Job *job = g_new0 (Job, 1);
  const RemitWork work = {
    .func = run_job,
    .data = job,
    .free_data = job_free,
    .free_result = (GDestroyNotify) g_ptr_array_unref,
  };

  job->path = g_strdup (remit_store_get_path (remit_workspace_get_store (self->workspace)));
  job->rules = remit_rules_ref (self->rules);
  job->plan = self->plan;
  job->today = self->today;
  remit_worker_run (self->worker, &work, on_done, self);
}

static void
remit_checker_start (RemitChecker *self)
{
  stop (self);
  if (self->workspace == NULL || self->plan == 0)
    {
      take_findings (self, g_ptr_array_new_with_free_func (g_object_unref));
      g_signal_emit (self, signals[CHECKED], 0);
      return;
    }
  self->today = remit_day_today ();
  run (self);
}

/* Many changes may come one after the other before anything can be shown; and so steadily that no
 * check would ever end. */
static gboolean
on_start (gpointer data)
{
  RemitChecker *self = data;

  self->start_source = 0;
  if (remit_worker_is_running (self->worker) && g_get_monotonic_time () - self->stale_since > STALE)
    self->again = TRUE;
  else
    remit_checker_start (self);
  return G_SOURCE_REMOVE;
}

static void
on_workspace_changed (RemitWorkspace *workspace G_GNUC_UNUSED,
                      GPtrArray *changes G_GNUC_UNUSED,
                      RemitChecker *self)
{
  remit_checker_check (self);
}

static gboolean
on_day_timer (gpointer data)
{
  RemitChecker *self = data;

  if (self->plan != 0 && remit_day_today () != self->today)
    remit_checker_start (self);
  return G_SOURCE_CONTINUE;
}

/* ── The object ───────────────────────────────────────────────────────────────────────────── */

static void
remit_checker_dispose (GObject *object)
{
  RemitChecker *self = REMIT_CHECKER (object);

  stop (self);
  g_clear_handle_id (&self->day_timer, g_source_remove);
  g_clear_weak_pointer (&self->workspace);
  G_OBJECT_CLASS (remit_checker_parent_class)->dispose (object);
}

static void
remit_checker_finalize (GObject *object)
{
  RemitChecker *self = REMIT_CHECKER (object);

  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    g_hash_table_unref (self->about[i]);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->nothing);
  g_object_unref (self->worker);
  remit_rules_unref (self->rules);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (remit_checker_parent_class)->finalize (object);
}

static void
remit_checker_class_init (RemitCheckerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = remit_checker_dispose;
  object_class->finalize = remit_checker_finalize;

  signals[CHECKED] = g_signal_new ("checked", REMIT_TYPE_CHECKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
remit_checker_init (RemitChecker *self)
{
  self->rules = remit_rules_load ();
  self->worker = remit_worker_new ();
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->nothing = g_ptr_array_new ();
  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    self->about[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                            (GDestroyNotify) g_ptr_array_unref);
  self->day_timer = g_timeout_add_seconds (DAY_INTERVAL, on_day_timer, self);
}

RemitChecker *
remit_checker_new (RemitWorkspace *workspace)
{
  RemitChecker *self = g_object_new (REMIT_TYPE_CHECKER, NULL);

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), self);

  g_set_weak_pointer (&self->workspace, workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_workspace_changed), self, 0);
  return self;
}

void
remit_checker_set_plan (RemitChecker *self,
                        gint64 plan)
{
  g_return_if_fail (REMIT_IS_CHECKER (self));

  if (self->plan == plan)
    return;
  self->plan = plan;
  self->stale_since = 0;
  /* what was found in the other plan is not to be seen in this one */
  take_findings (self, g_ptr_array_new_with_free_func (g_object_unref));
  stop (self);
  if (plan != 0)
    self->start_source = g_timeout_add_full (G_PRIORITY_LOW, PATIENCE, on_start, self, NULL);
  else
    remit_checker_start (self);
}

void
remit_checker_check (RemitChecker *self)
{
  g_return_if_fail (REMIT_IS_CHECKER (self));

  if (self->stale_since == 0)
    self->stale_since = g_get_monotonic_time ();
  if (self->plan != 0 && self->start_source == 0)
    self->start_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_start, self, NULL);
}

gboolean
remit_checker_is_running (RemitChecker *self)
{
  g_return_val_if_fail (REMIT_IS_CHECKER (self), FALSE);

  return remit_worker_is_running (self->worker) || self->start_source != 0;
}

const GError *
remit_checker_get_error (RemitChecker *self)
{
  g_return_val_if_fail (REMIT_IS_CHECKER (self), NULL);

  return self->error;
}

GPtrArray *
remit_checker_get_about (RemitChecker *self,
                         RemitKind kind,
                         gint64 id)
{
  int subject = remit_subject_find (kind);
  GPtrArray *about = NULL;

  g_return_val_if_fail (REMIT_IS_CHECKER (self), NULL);

  if (subject >= 0)
    about = g_hash_table_lookup (self->about[subject], &id);
  return about != NULL ? about : self->nothing;
}

void
remit_checker_count (RemitChecker *self,
                     guint counts[REMIT_N_SEVERITIES],
                     guint *n_waived)
{
  g_return_if_fail (REMIT_IS_CHECKER (self) && counts != NULL && n_waived != NULL);

  *n_waived = 0;
  for (guint i = 0; i < REMIT_N_SEVERITIES; i++)
    counts[i] = 0;
  for (guint i = 0; i < self->findings->len; i++)
    {
      RemitFinding *finding = self->findings->pdata[i];

      if (remit_finding_get_waiver (finding) != NULL)
        (*n_waived)++;
      else
        counts[remit_finding_get_severity (finding)]++;
    }
}
