/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifies the history and the data once a day, automatically. */
#include "remit-history-daily.h"

#include "model/remit-day.h"
#include "store/history/remit-history-verified.h"
#include "store/history/remit-history-verify.h"

/* In milliseconds. */
#define DAY (24 * 60 * 60 * 1000)

/* When one looks first, and then how often, in seconds. */
#define FIRST_LOOK 5
#define NEXT_LOOK (60 * 60)

struct _RemitHistoryDaily
{
  GObject parent_instance;

  RemitWorkspace *workspace;
  RemitWorker *worker;
  guint timer;
};

G_DEFINE_FINAL_TYPE (RemitHistoryDaily, remit_history_daily, G_TYPE_OBJECT)

enum
{
  BROKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_verified (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitVerification) verdict =
    remit_worker_finish (REMIT_WORKER (source), result, &error);
  g_autofree char *sentence = NULL;

  if (verdict == NULL)
    {
      g_message ("The history cannot be verified now: %s", error->message);
      return;
    }
  if (remit_verification_is_whole (verdict))
    return;
  sentence = remit_verification_dup_sentence (verdict);
  g_signal_emit (data, signals[BROKEN], 0, sentence);
}

/* What is broken stays so: it is verified once a day as well. */
static gboolean
is_due (RemitHistoryDaily *self)
{
  RemitVerified verified;

  if (remit_worker_is_running (self->worker))
    return FALSE;
  remit_history_verified_read (remit_workspace_get_store (self->workspace), &verified);
  return remit_time_now () - verified.full_at >= DAY || verified.full_at > remit_time_now ();
}

gboolean
remit_history_daily_look (RemitHistoryDaily *self)
{
  RemitWork work = {
    .flags = REMIT_STORE_READ_ONLY,
    .func = remit_history_verify_all,
    .free_result = (GDestroyNotify) remit_verification_free,
  };

  g_return_val_if_fail (REMIT_IS_HISTORY_DAILY (self), FALSE);

  if (!is_due (self))
    return FALSE;
  work.of = remit_workspace_get_store (self->workspace);
  remit_worker_run (self->worker, &work, on_verified, self);
  return TRUE;
}

static gboolean
on_look (gpointer data)
{
  RemitHistoryDaily *self = data;

  remit_history_daily_look (self);
  self->timer = g_timeout_add_seconds (NEXT_LOOK, on_look, self);
  return G_SOURCE_REMOVE;
}

static void
remit_history_daily_dispose (GObject *object)
{
  RemitHistoryDaily *self = REMIT_HISTORY_DAILY (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->worker);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (remit_history_daily_parent_class)->dispose (object);
}

static void
remit_history_daily_class_init (RemitHistoryDailyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_history_daily_dispose;

  signals[BROKEN] = g_signal_new ("broken", REMIT_TYPE_HISTORY_DAILY, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
remit_history_daily_init (RemitHistoryDaily *self)
{
  self->worker = remit_worker_new ();
  self->timer = g_timeout_add_seconds (FIRST_LOOK, on_look, self);
}

RemitHistoryDaily *
remit_history_daily_new (RemitWorkspace *workspace)
{
  RemitHistoryDaily *self;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (REMIT_TYPE_HISTORY_DAILY, NULL);
  self->workspace = g_object_ref (workspace);
  return self;
}
