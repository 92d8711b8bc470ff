/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing a workspace as it stood, and the bar in such a window with the way back to it. */
#include "remit-past-bar.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "history/remit-archive-bar.h"
#include "history/remit-history-time.h"
#include "model/remit-file.h"
#include "remit-refused-keys.h"
#include "store/past/remit-past.h"
#include "store/remit-worker.h"
#include "store/undo/remit-rewind.h"
#include "widgets/remit-feedback.h"

/* Seconds after which a file of the past that nobody removed is of no window any more. */
#define STALE (24 * 60 * 60)

struct _RemitPastBar
{
  RemitView parent_instance;

  /* in a window on an earlier version */
  GtkWindow *present;                /* while it is there */
  RemitWorkspace *present_workspace; /* likewise */
  gint64 seq;
  gint64 time;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (RemitPastBar, remit_past_bar, REMIT_TYPE_VIEW)

static void
remit_past_bar_update (RemitView *view)
{
  remit_view_enable_action (view, "return-to-past",
                            REMIT_PAST_BAR (view)->present != NULL && remit_view_has_plan (view));
}

/* ── To an earlier version ────────────────────────────────────────────────────────────────── */

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

typedef struct {
  RemitPastBar *bar;
  gint64 seq; /* the last entry that counts; REMIT_PAST_AT_TIME until it is found */
  gint64 time;
  char *path;
} Showing;

static void
showing_free (Showing *self)
{
  g_object_unref (self->bar);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Showing, showing_free)

/* In a thread. */
static gpointer
write_past (RemitStore *store,
            const RemitWorkControl *control,
            gpointer data,
            GError **error)
{
  Showing *self = data;

  if (self->seq == REMIT_PAST_AT_TIME)
    self->seq = remit_rewind_find (store, self->time);
  return remit_past_write (store, self->seq, self->path, control->cancellable, error) ? self : NULL;
}

static void
show_refusal (GtkWidget *bar,
              const GError *error)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (bar));

  if (workspace != NULL
      && g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_ARCHIVED))
    remit_archive_bar_offer (bar, workspace, error);
  else
    remit_feedback_error (bar, error);
}

/* The window that is shown takes the file with it. */
static void
on_written (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (RemitWorker) worker = REMIT_WORKER (source);
  g_autoptr (Showing) showing = data;
  GtkWidget *bar = GTK_WIDGET (showing->bar);
  g_autofree char *text = remit_file_dup_text (showing->path);
  g_autoptr (GError) error = NULL;

  if (remit_worker_finish (worker, result, &error) == NULL)
    show_refusal (bar, error);
  else if (!gtk_widget_activate_action (bar, "win.open-past", "(sxx)", text, showing->seq,
                                        showing->time))
    g_unlink (showing->path);
}

/* The number of an entry, or REMIT_PAST_AT_TIME, and the moment that is asked for, in milliseconds
 * since 1970. */
static void
on_show_past (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  RemitStore *store = remit_workspace_get_store (remit_view_get_workspace (data));
  Showing *showing = g_new0 (Showing, 1);
  const RemitWork work = {
    .of = store,
    .func = write_past,
    .data = showing,
  };

  g_variant_get (parameter, "(xx)", &showing->seq, &showing->time);
  showing->bar = g_object_ref (data);
  showing->path = dup_path ();
  remit_worker_run (remit_worker_new (), &work, on_written, showing);
}

/* ── The way back ─────────────────────────────────────────────────────────────────────────── */

typedef struct {
  gint64 plan;
  gint64 seq;
  RemitMessage *label;
} Returning;

static void
returning_free (Returning *self)
{
  remit_message_unref (self->label);
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
start_return (RemitWorkspace *workspace,
              gpointer returning,
              GAsyncReadyCallback callback,
              gpointer callback_data)
{
  remit_workspace_run_async (workspace, return_in_thread, returning, NULL, callback,
                             callback_data);
}

/* The edit is made in the window of the present, which comes to the front. */
static void
on_return (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  RemitPastBar *self = data;
  Returning *returning;

  if (self->present == NULL || self->present_workspace == NULL)
    return;
  returning = g_new0 (Returning, 1);
  returning->plan = remit_view_get_plan (data);
  returning->seq = self->seq;
  /* Translators: the label of an edit; a day and a time */
  returning->label = remit_message_new_with (N_ ("Restore the plan of %s"),
                                             remit_message_new_time (self->time), NULL);
  remit_try_async (GTK_WIDGET (self->present), self->present_workspace, start_return, returning,
                   (GDestroyNotify) returning_free, NULL);
  gtk_window_present (self->present);
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (data)));
}

/* ── The bar ──────────────────────────────────────────────────────────────────────────────── */

static const RemitViewAction actions[] = {
  { { .name = "show-past", .activate = on_show_past, .parameter_type = "(xx)" },
    REMIT_VIEW_NEEDS_WORKSPACE },
  { { .name = "return-to-past", .activate = on_return }, REMIT_VIEW_NEEDS_PLAN },
};

/* It is in every window; in most it is hidden. */
static void
remit_past_bar_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (remit_past_bar_parent_class)->root (widget);
  remit_refused_keys_watch (REMIT_VIEW (widget));
}

static void
remit_past_bar_dispose (GObject *object)
{
  RemitPastBar *self = REMIT_PAST_BAR (object);

  g_clear_weak_pointer (&self->present);
  g_clear_weak_pointer (&self->present_workspace);

  G_OBJECT_CLASS (remit_past_bar_parent_class)->dispose (object);
}

static void
remit_past_bar_class_init (RemitPastBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_past_bar_dispose;
  widget_class->root = remit_past_bar_root;
  REMIT_VIEW_CLASS (klass)->actions = actions;
  REMIT_VIEW_CLASS (klass)->n_actions = G_N_ELEMENTS (actions);
  REMIT_VIEW_CLASS (klass)->update = remit_past_bar_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/past/remit-past-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPastBar, label);
}

static void
remit_past_bar_init (RemitPastBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_past_bar_set_past (RemitPastBar *self,
                         GtkWindow *present,
                         RemitWorkspace *workspace,
                         gint64 seq,
                         gint64 time)
{
  g_autofree char *when = remit_history_time_dup_exact (time);
  g_autofree char *text = NULL;

  g_return_if_fail (REMIT_IS_PAST_BAR (self));

  g_set_weak_pointer (&self->present, present);
  g_set_weak_pointer (&self->present_workspace, workspace);
  self->seq = seq;
  self->time = time;
  /* Translators: a day and a time */
  text = g_strdup_printf (_ ("Version of %s (read-only)"), when);
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  remit_feedback_announce (GTK_WIDGET (self), text);
  remit_past_bar_update (REMIT_VIEW (self));
}
