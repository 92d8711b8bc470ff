/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing a workspace as it stood, and bringing a plan back to it. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-past-control.h"

#include <glib/gi18n.h>

#include "history/remit-history-time.h"
#include "remit-past-file.h"
#include "store/past/remit-past.h"
#include "widgets/remit-feedback.h"

struct _RemitPastControl
{
  GObject parent_instance;

  GtkWindow *window; /* not kept */
  GSimpleAction *return_action;
  RemitWorkspace *workspace;
  gint64 plan;

  /* in a window on an earlier version */
  GtkWindow *present;                /* while it is there */
  RemitWorkspace *present_workspace; /* likewise */
  gint64 seq;
  gint64 time;
};

G_DEFINE_FINAL_TYPE (RemitPastControl, remit_past_control, G_TYPE_OBJECT)

enum {
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (RemitPastControl *self)
{
  g_simple_action_set_enabled (self->return_action, self->plan != 0 && self->present != NULL);
}

/* ── To an earlier version ────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitPastControl *control;
  GtkWindow *window;
  gint64 seq;
  gint64 time;
} Showing;

static void
showing_free (Showing *self)
{
  g_object_unref (self->control);
  g_object_unref (self->window);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Showing, showing_free)

static void
on_written (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (Showing) showing = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = remit_past_file_write_finish (result, &error);

  if (path != NULL)
    g_signal_emit (showing->control, signals[WRITTEN], 0, path, showing->seq, showing->time);
  else
    remit_feedback_error (GTK_WIDGET (showing->window), error);
}

/* The number of an entry, and the moment that is asked for, in milliseconds since 1970. */
static void
on_show_past (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  RemitPastControl *self = data;
  Showing *showing;

  if (self->workspace == NULL)
    return;
  showing = g_new0 (Showing, 1);
  g_variant_get (parameter, "(xx)", &showing->seq, &showing->time);
  showing->control = g_object_ref (self);
  showing->window = g_object_ref (self->window);
  remit_past_file_write_async (self->workspace, showing->seq, on_written, showing);
}

/* ── The way back ─────────────────────────────────────────────────────────────────────────── */

typedef struct {
  gint64 plan;
  gint64 seq;
  char *label;
} Returning;

static void
returning_free (Returning *self)
{
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
  g_autoptr (GtkWidget) present = data;
  g_autoptr (GError) error = NULL;

  if (remit_workspace_run_finish (REMIT_WORKSPACE (source), result, &error) == 0)
    remit_feedback_error (present, error);
  else
    remit_feedback_done (present, remit_workspace_get_undo_label (REMIT_WORKSPACE (source)));
}

/* The edit is made in the window of the present, which comes to the front. */
static void
on_return (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  RemitPastControl *self = data;
  g_autofree char *when = remit_history_time_dup_exact (self->time);
  Returning *returning;

  if (self->present == NULL || self->present_workspace == NULL || self->plan == 0)
    return;
  returning = g_new0 (Returning, 1);
  returning->plan = self->plan;
  returning->seq = self->seq;
  /* Translators: the label of an edit; a day and a time */
  returning->label = g_strdup_printf (_ ("Return to the plan of %s"), when);
  remit_workspace_run_async (self->present_workspace, return_in_thread, returning,
                             (GDestroyNotify) returning_free, on_returned,
                             g_object_ref (self->present));
  gtk_window_present (self->present);
  gtk_window_close (self->window);
}

/* ── The control ──────────────────────────────────────────────────────────────────────────── */

static void
remit_past_control_dispose (GObject *object)
{
  RemitPastControl *self = REMIT_PAST_CONTROL (object);

  g_clear_object (&self->return_action);
  g_clear_object (&self->workspace);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->present);
  g_clear_weak_pointer (&self->present_workspace);

  G_OBJECT_CLASS (remit_past_control_parent_class)->dispose (object);
}

static void
remit_past_control_class_init (RemitPastControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_past_control_dispose;

  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64,
                                   G_TYPE_INT64);
}

static void
remit_past_control_init (RemitPastControl *self)
{
}

RemitPastControl *
remit_past_control_new (GtkApplicationWindow *window)
{
  static const GActionEntry actions[] = {
    { .name = "show-past", .activate = on_show_past, .parameter_type = "(xx)" },
    { .name = "return-to-past", .activate = on_return },
  };
  RemitPastControl *self = g_object_new (REMIT_TYPE_PAST_CONTROL, NULL);
  GActionMap *map = G_ACTION_MAP (window);

  g_set_weak_pointer (&self->window, GTK_WINDOW (window));
  g_action_map_add_action_entries (map, actions, G_N_ELEMENTS (actions), self);
  g_set_object (&self->return_action,
                G_SIMPLE_ACTION (g_action_map_lookup_action (map, "return-to-past")));
  update (self);
  return self;
}

void
remit_past_control_set_plan (RemitPastControl *self,
                             RemitWorkspace *workspace,
                             gint64 plan)
{
  g_return_if_fail (REMIT_IS_PAST_CONTROL (self));

  g_set_object (&self->workspace, workspace);
  self->plan = plan;
  update (self);
}

void
remit_past_control_set_past (RemitPastControl *self,
                             GtkWindow *present,
                             RemitWorkspace *workspace,
                             gint64 seq,
                             gint64 time)
{
  g_return_if_fail (REMIT_IS_PAST_CONTROL (self));

  g_set_weak_pointer (&self->present, present);
  g_set_weak_pointer (&self->present_workspace, workspace);
  self->seq = seq;
  self->time = time;
  update (self);
}
