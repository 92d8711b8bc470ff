/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on the workspace as it stood, for reading alone; and the way back to it. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "history/remit-history-time.h"
#include "remit-window-private.h"
#include "store/history/remit-history.h"
#include "store/past/remit-past.h"
#include "store/remit-worker.h"
#include "widgets/remit-feedback.h"

/* Seconds after which a file of the past that nobody removed is of no window any more. */
#define STALE (24 * 60 * 60)

/* ── The file ─────────────────────────────────────────────────────────────────────────────── */

/* What is to be shown: what stood after an entry of the history of the window's workspace. */
typedef struct {
  RemitWindow *window;
  RemitWorker *worker;
  gint64 seq;
  gint64 time;
  gint64 plan;
  char *path;
} Showing;

static void
showing_free (Showing *self)
{
  g_object_unref (self->window);
  g_object_unref (self->worker);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Showing, showing_free)

static void
remove_stale (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, "past-") && g_stat (path, &info) == 0
          && now - info.st_mtime > STALE)
        g_unlink (path);
    }
}

static char *
dup_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "remit", NULL);
  g_autofree char *name = g_strdup_printf ("past-%08x%08x.remit", g_random_int (), g_random_int ());

  g_mkdir_with_parents (folder, 0700);
  remove_stale (folder);
  return g_build_filename (folder, name, NULL);
}

/* In a thread. */
static gpointer
write_past (RemitStore *store,
            const RemitWorkControl *control,
            gpointer data,
            GError **error)
{
  Showing *self = data;

  return remit_past_write (store, self->seq, self->path, control->cancellable, error) ? self : NULL;
}

/* ── The window ───────────────────────────────────────────────────────────────────────────── */

static void
show_bar (RemitWindow *self)
{
  g_autofree char *when = remit_history_time_dup_exact (self->past_time);
  /* Translators: a day and a time */
  g_autofree char *text = g_strdup_printf (_ ("As everything stood on %s"), when);

  gtk_label_set_label (self->past_label, text);
  gtk_widget_set_visible (self->past_bar, TRUE);
  adw_window_title_set_subtitle (self->workspace_title, when);
  remit_window_views_hide (self, "history");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-story", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.return-to-past",
                                 self->plan != 0 && self->past_of != NULL);
}

static void
open_window (Showing *showing)
{
  RemitWindow *self = remit_window_new (gtk_window_get_application (GTK_WINDOW (showing->window)));

  self->past_seq = showing->seq;
  self->past_time = showing->time;
  g_set_weak_pointer (&self->past_of, showing->window);
  self->is_past = TRUE;
  remit_window_open (self, showing->path, FALSE);
  if (self->workspace != NULL)
    remit_store_set_refusal (remit_workspace_get_store (self->workspace),
                             _ ("This is the past, in which nothing can be changed. Return to this "
                                "plan, or go on in the other window."));
  if (self->workspace != NULL
      && remit_workspace_get (self->workspace, REMIT_KIND_PLAN, showing->plan) != NULL)
    remit_window_set_plan (self, showing->plan);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", "board");
  show_bar (self);
  gtk_window_present (GTK_WINDOW (self));
  remit_feedback_announce (GTK_WIDGET (self), gtk_label_get_label (self->past_label));
}

static void
on_written (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (Showing) showing = data;
  g_autoptr (GError) error = NULL;

  if (remit_worker_finish (REMIT_WORKER (source), result, &error) != NULL)
    open_window (showing);
  else
    remit_feedback_error (GTK_WIDGET (showing->window), error);
}

/* The number of an entry, and the moment that is asked for, in milliseconds since 1970. */
static void
on_show_past (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  RemitWork work = { .func = write_past };
  Showing *showing;

  if (self->workspace == NULL)
    return;
  showing = g_new0 (Showing, 1);
  g_variant_get (parameter, "(xx)", &showing->seq, &showing->time);
  showing->window = g_object_ref (self);
  showing->worker = remit_worker_new ();
  showing->plan = self->plan;
  showing->path = dup_path ();
  work.path = remit_store_get_path (remit_workspace_get_store (self->workspace));
  work.data = showing;
  remit_worker_run (showing->worker, &work, on_written, showing);
}

/* ── The way back ─────────────────────────────────────────────────────────────────────────── */

typedef struct {
  gint64 plan;
  gint64 seq;
  char *label;
  RemitWindow *window; /* of the present */
} Returning;

static void
returning_free (Returning *self)
{
  g_object_unref (self->window);
  g_free (self->label);
  g_free (self);
}

static gint64
return_in_thread (RemitStore *store,
                  gpointer data,
                  GError **error)
{
  const Returning *self = data;

  return remit_past_return (store, self->plan, self->seq, self->label, error);
}

static void
on_returned (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (RemitWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (remit_workspace_run_finish (REMIT_WORKSPACE (source), result, &error) == 0)
    remit_feedback_error (GTK_WIDGET (window), error);
  else
    remit_feedback_done (GTK_WIDGET (window),
                         remit_workspace_get_undo_label (REMIT_WORKSPACE (source)));
}

static void
on_return_to_past (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  RemitWindow *present = self->past_of;
  g_autofree char *when = NULL;
  Returning *returning;

  if (present == NULL || present->workspace == NULL || self->plan == 0)
    return;
  when = remit_history_time_dup_exact (self->past_time);
  returning = g_new0 (Returning, 1);
  returning->plan = self->plan;
  returning->seq = self->past_seq;
  /* Translators: the label of an edit; a day and a time */
  returning->label = g_strdup_printf (_ ("Return to the plan of %s"), when);
  returning->window = g_object_ref (present);
  remit_workspace_run_async (present->workspace, return_in_thread, returning,
                             (GDestroyNotify) returning_free, on_returned, g_object_ref (present));
  gtk_window_present (GTK_WINDOW (present));
  gtk_window_close (GTK_WINDOW (self));
}

void
remit_window_past_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, past_bar);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, past_label);
  gtk_widget_class_install_action (widget_class, "win.show-past", "(xx)", on_show_past);
  gtk_widget_class_install_action (widget_class, "win.return-to-past", NULL, on_return_to_past);
}

void
remit_window_past_finalize (RemitWindow *self)
{
  g_clear_weak_pointer (&self->past_of);
  if (self->is_past && self->path != NULL)
    g_unlink (self->path);
}
