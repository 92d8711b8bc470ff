/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says back: toasts, and words for assistive technology. */
#include "remit-feedback.h"

#include <glib/gi18n.h>

#include "remit-announce.h"

struct _RemitFeedback
{
  AdwBin parent_instance;

  AdwToastOverlay *toasts;
  RemitAttempts *attempts;
  char *spoken; /* what was said last */
  AdwToast *shown;
  gint64 shown_at;
};

G_DEFINE_FINAL_TYPE (RemitFeedback, remit_feedback, ADW_TYPE_BIN)

/* Long enough to read a sentence of that length, and to reach for Undo. */
static const guint DONE_SECONDS = 8;
static const guint ERROR_SECONDS = 10;

/* A toast comes in within this time, in microseconds. */
static const gint64 COMING_IN = G_USEC_PER_SEC / 2;

static GtkWidget *
get_content (GtkRoot *root)
{
  if (ADW_IS_APPLICATION_WINDOW (root))
    return adw_application_window_get_content (ADW_APPLICATION_WINDOW (root));
  if (ADW_IS_WINDOW (root))
    return adw_window_get_content (ADW_WINDOW (root));
  return NULL;
}

/* Returns: (nullable): that of the window of @widget, or of the window that this belongs to */
static RemitFeedback *
find_feedback (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_get_ancestor (widget, REMIT_TYPE_FEEDBACK);
  GtkRoot *root = gtk_widget_get_root (widget);

  while (found == NULL && GTK_IS_WINDOW (root))
    {
      GtkWidget *content = get_content (root);

      if (REMIT_IS_FEEDBACK (content))
        found = content;
      root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
    }
  return found != NULL ? REMIT_FEEDBACK (found) : NULL;
}

/* All that belongs to a window edits its workspace, so there is one order for all. */
RemitAttempts *
remit_feedback_find_attempts (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *content;

  while (GTK_IS_WINDOW (root) && gtk_window_get_transient_for (GTK_WINDOW (root)) != NULL)
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
  content = root != NULL ? get_content (root) : NULL;
  return REMIT_IS_FEEDBACK (content) ? REMIT_FEEDBACK (content)->attempts : NULL;
}

static void
speak (RemitFeedback *self,
       const char *text)
{
  g_free (self->spoken);
  self->spoken = g_strdup (text);
  remit_announce (GTK_WIDGET (self), text);
}

static void
set_toast (AdwToast *toast,
           const char *text,
           guint seconds,
           const char *button,
           const char *action)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, title);
  adw_toast_set_timeout (toast, seconds);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
}

static void
remit_feedback_set_property (GObject *object,
                             guint prop_id G_GNUC_UNUSED,
                             const GValue *value,
                             GParamSpec *pspec G_GNUC_UNUSED)
{
  adw_toast_overlay_set_child (REMIT_FEEDBACK (object)->toasts, g_value_get_object (value));
}

static void
remit_feedback_dispose (GObject *object)
{
  g_clear_weak_pointer (&REMIT_FEEDBACK (object)->shown);

  G_OBJECT_CLASS (remit_feedback_parent_class)->dispose (object);
}

static void
remit_feedback_finalize (GObject *object)
{
  g_free (REMIT_FEEDBACK (object)->spoken);

  G_OBJECT_CLASS (remit_feedback_parent_class)->finalize (object);
}

static void
remit_feedback_class_init (RemitFeedbackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = remit_feedback_set_property;
  object_class->dispose = remit_feedback_dispose;
  object_class->finalize = remit_feedback_finalize;

  g_object_class_install_property (
    object_class, 1,
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/widgets/remit-feedback.ui");
  g_type_ensure (REMIT_TYPE_ATTEMPTS);
  gtk_widget_class_bind_template_child (widget_class, RemitFeedback, toasts);
  gtk_widget_class_bind_template_child (widget_class, RemitFeedback, attempts);
}

static void
remit_feedback_init (RemitFeedback *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A toast that waited for its turn would speak of something that is long past, and its button would
 * undo something else; so the newest replaces the one before. One that is still coming in says
 * something else from then on: libadwaita 1.2 crashes when a toast goes out as it comes in. */
static void
show_toast (RemitFeedback *self,
            const char *text,
            guint seconds,
            const char *button,
            const char *action)
{
  gint64 now = g_get_monotonic_time ();
  AdwToast *toast;

  if (self->shown != NULL && now - self->shown_at < COMING_IN)
    {
      set_toast (self->shown, text, seconds, button, action);
      return;
    }

  if (self->shown != NULL)
    adw_toast_dismiss (self->shown);
  toast = adw_toast_new ("");
  set_toast (toast, text, seconds, button, action);
  g_set_weak_pointer (&self->shown, toast);
  self->shown_at = now;
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A window of preferences has toasts of its own, and lies over those of its parent. */
static void
show (GtkWidget *widget,
      const char *text,
      guint seconds,
      const char *button,
      const char *action)
{
  GtkWidget *preferences;
  RemitFeedback *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  preferences = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_WINDOW);
  self = find_feedback (widget);
  if (self != NULL)
    speak (self, text);
  if (preferences != NULL)
    {
      AdwToast *toast = adw_toast_new ("");

      set_toast (toast, text, seconds, NULL, NULL);
      adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (preferences), toast);
    }
  else if (self != NULL)
    show_toast (self, text, seconds, button, action);
}

void
remit_feedback_done (GtkWidget *widget,
                     const char *text)
{
  show (widget, text, DONE_SECONDS, _ ("_Undo"), "win.undo");
}

void
remit_feedback_undone (GtkWidget *widget,
                       const char *text)
{
  show (widget, text, DONE_SECONDS, _ ("_Redo"), "win.redo");
}

void
remit_feedback_say (GtkWidget *widget,
                    const char *text)
{
  show (widget, text, DONE_SECONDS, NULL, NULL);
}

void
remit_feedback_error (GtkWidget *widget,
                      const GError *error)
{
  show (widget, error->message, ERROR_SECONDS, NULL, NULL);
}

gboolean
remit_feedback_edit (GtkWidget *widget,
                     RemitWorkspace *workspace,
                     gboolean done,
                     const GError *error)
{
  if (done)
    remit_feedback_done (widget, remit_workspace_get_undo_label (workspace));
  else if (error != NULL)
    remit_feedback_error (widget, error);
  return done;
}

void
remit_feedback_hush (GtkWidget *widget)
{
  RemitFeedback *self = find_feedback (widget);

  if (self != NULL && self->shown != NULL
      && g_get_monotonic_time () - self->shown_at >= COMING_IN)
    adw_toast_dismiss (self->shown);
}

void
remit_feedback_announce (GtkWidget *widget,
                         const char *text)
{
  RemitFeedback *self = find_feedback (widget);

  if (self != NULL)
    speak (self, text);
}

const char *
remit_feedback_get_last (RemitFeedback *self)
{
  g_return_val_if_fail (REMIT_IS_FEEDBACK (self), NULL);

  return self->spoken != NULL ? self->spoken : "";
}
