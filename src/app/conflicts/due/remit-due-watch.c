/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Watches the time limits of a workspace: notifies once of each due conflict, and logs it. */
#include "remit-due-watch.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "model/remit-file.h"
#include "plan/conflict/remit-settle.h"
#include "remit-clock.h"
#include "remit-due-told.h"

/* How long before the time limit to notify. */
#define WARN_BEFORE (60 * 60 * (gint64) 1000)
/* A timer does not run while the machine sleeps, so the clocks are looked at now and then. */
#define PAUSE 20
/* More than this are told in one, and more logs are not written at one look, which is seen. */
#define MANY 5

struct _RemitDueWatch
{
  GObject parent_instance;

  RemitWorkspace *workspace;
  GApplication *application;
  guint timer;
};

G_DEFINE_FINAL_TYPE (RemitDueWatch, remit_due_watch, G_TYPE_OBJECT)

/* ── Telling ──────────────────────────────────────────────────────────────────────────────── */

static char *
dup_notification_id (gint64 conflict)
{
  return g_strdup_printf ("conflict-%" G_GINT64_MODIFIER "x", conflict);
}

/* Anybody who passes by can read it: the name of the conflict, and of a private one not even
 * that. */
static char *
dup_path_text (RemitDueWatch *self)
{
  return remit_file_dup_text (remit_store_get_path (remit_workspace_get_store (self->workspace)));
}

static void
notify (RemitDueWatch *self,
        const RemitDue *due,
        gint64 now)
{
  g_autofree char *path = dup_path_text (self);
  const char *title = due->visibility == REMIT_VISIBILITY_PRIVATE ? _ ("A private conflict")
                                                                  : due->title;
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autofree char *id = dup_notification_id (due->conflict);
  g_autofree char *left = remit_clock_dup_words (due->due, now);
  g_autofree char *body = NULL;

  if (due->due <= now)
    body = g_strdup (_ ("The time limit has passed. Resolve or escalate the conflict."));
  else
    /* Translators: a span of time, such as "45 min" */
    body = g_strdup_printf (_ ("Due in %s."), left);
  g_notification_set_body (notification, body);
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_notification_set_default_action_and_target (notification, "app.show-conflict", "(sx)", path,
                                                due->conflict);
  g_application_send_notification (self->application, id, notification);
}

/* After a holiday there may be many: they are told in one, which opens the list. */
static void
notify_many (RemitDueWatch *self,
             GPtrArray *all)
{
  const RemitDue *first = all->pdata[0];
  g_autofree char *path = dup_path_text (self);
  g_autofree char *title = g_strdup_printf (
    ngettext ("%'u conflict is due", "%'u conflicts are due", all->len), all->len);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_default_action_and_target (notification, "app.show-conflicts", "(sx)", path,
                                                first->plan);
  g_application_send_notification (self->application, "conflicts", notification);
}

static void
tell (RemitDueWatch *self,
      GPtrArray *all,
      gint64 now)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new ();

  for (guint i = 0; self->application != NULL && i < all->len; i++)
    {
      RemitDue *due = all->pdata[i];

      if (remit_due_told_add (due->conflict, due->due, due->due <= now))
        g_ptr_array_add (news, due);
    }
  if (news->len > MANY)
    notify_many (self, news);
  else
    for (guint i = 0; i < news->len; i++)
      notify (self, news->pdata[i], now);
}

/* While another program holds the file nothing is lost: each look tries again. */
static void
write_log (RemitDueWatch *self,
           const RemitDue *due)
{
  g_autoptr (GError) error = NULL;

  if (!remit_settle_run_out (self->workspace, due->conflict, 0, &error)
      && !g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED))
    g_message ("The log of a conflict could not be told that its time is up: %s", error->message);
}

void
remit_due_watch_look (RemitDueWatch *self)
{
  gint64 now = remit_time_now ();
  g_autoptr (GPtrArray) all = NULL;
  guint n_written = 0;

  g_return_if_fail (REMIT_IS_DUE_WATCH (self));

  all = remit_settle_get_due (remit_workspace_get_store (self->workspace), 0, now + WARN_BEFORE,
                              NULL);
  if (all == NULL)
    return;
  tell (self, all, now);
  for (guint i = 0; i < all->len && n_written < MANY; i++)
    {
      const RemitDue *due = all->pdata[i];

      if (due->due > now || due->ran_out
          || remit_store_is_read_only (remit_workspace_get_store (self->workspace)))
        continue;
      write_log (self, due);
      n_written++;
    }
  g_signal_emit_by_name (self, "looked");
}

void
remit_due_watch_acknowledge (RemitDueWatch *self,
                             gint64 conflict)
{
  g_autofree char *id = dup_notification_id (conflict);

  g_return_if_fail (REMIT_IS_DUE_WATCH (self));

  if (self->application != NULL)
    g_application_withdraw_notification (self->application, id);
}

guint
remit_due_watch_count (RemitDueWatch *self,
                       gint64 plan)
{
  gint64 tonight = remit_time_of_day_end (remit_day_of_time (remit_time_now ()));
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (REMIT_IS_DUE_WATCH (self), 0);

  if (plan == 0)
    return 0;
  all = remit_settle_get_due (remit_workspace_get_store (self->workspace), plan, tonight, NULL);
  return all != NULL ? all->len : 0;
}

/* What is due stands in the conflicts themselves, and follows from nothing else. */
static void
on_changed (RemitDueWatch *self,
            GPtrArray *changes)
{
  gboolean touched = changes->len == 0; /* everything may be different */

  for (guint i = 0; !touched && i < changes->len; i++)
    touched = ((RemitChange *) changes->pdata[i])->kind == REMIT_KIND_CONFLICT;
  if (touched)
    g_signal_emit_by_name (self, "looked");
}

/* ── The object ───────────────────────────────────────────────────────────────────────────── */

static gboolean
on_timer (gpointer data)
{
  remit_due_watch_look (data);
  return G_SOURCE_CONTINUE;
}

/* The first look waits until the window has been drawn. */
static gboolean
on_start (gpointer data)
{
  RemitDueWatch *self = data;

  self->timer = g_timeout_add_seconds (PAUSE, on_timer, self);
  remit_due_watch_look (self);
  return G_SOURCE_REMOVE;
}

static void
remit_due_watch_dispose (GObject *object)
{
  RemitDueWatch *self = REMIT_DUE_WATCH (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_weak_pointer (&self->application);
  G_OBJECT_CLASS (remit_due_watch_parent_class)->dispose (object);
}

static void
remit_due_watch_class_init (RemitDueWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_due_watch_dispose;
  g_signal_new ("looked", REMIT_TYPE_DUE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
}

static void
remit_due_watch_init (RemitDueWatch *self G_GNUC_UNUSED)
{
}

RemitDueWatch *
remit_due_watch_new (RemitWorkspace *workspace,
                     GApplication *application)
{
  RemitDueWatch *self;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (REMIT_TYPE_DUE_WATCH, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  /* not kept, since it keeps the watch */
  g_set_weak_pointer (&self->application, application);
  self->timer = g_timeout_add_seconds (2, on_start, self);
  return self;
}
