/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says back: toasts, and words for assistive technology. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-feedback.h"

#include <glib/gi18n.h>

struct _RemitFeedback
{
  AdwBin parent_instance;

  AdwToastOverlay *toasts;
  GtkLabel *spoken;
};

G_DEFINE_FINAL_TYPE (RemitFeedback, remit_feedback, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_CONTENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Long enough to read a sentence of that length, and to reach for Undo. */
static const guint DONE_SECONDS = 8;
static const guint ERROR_SECONDS = 10;

static GtkWidget *
get_content (GtkRoot *root)
{
  if (ADW_IS_APPLICATION_WINDOW (root))
    return adw_application_window_get_content (ADW_APPLICATION_WINDOW (root));
  if (ADW_IS_WINDOW (root))
    return adw_window_get_content (ADW_WINDOW (root));
  return NULL;
}

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

/* Every change of a label with the role of an alert is spoken; so the same words need one, too. */
static void
speak (RemitFeedback *self,
       const char *text)
{
  gtk_label_set_text (self->spoken, "");
  gtk_label_set_text (self->spoken, text);
}

static AdwToast *
create_toast (const char *text,
              guint seconds)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_timeout (toast, seconds);
  return toast;
}

static void
remit_feedback_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  RemitFeedback *self = REMIT_FEEDBACK (object);

  if (prop_id == PROP_CONTENT)
    g_value_set_object (value, adw_toast_overlay_get_child (self->toasts));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_feedback_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  RemitFeedback *self = REMIT_FEEDBACK (object);

  if (prop_id == PROP_CONTENT)
    adw_toast_overlay_set_child (self->toasts, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_feedback_class_init (RemitFeedbackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_feedback_get_property;
  object_class->set_property = remit_feedback_set_property;

  properties[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/widgets/remit-feedback.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitFeedback, toasts);
  gtk_widget_class_bind_template_child (widget_class, RemitFeedback, spoken);
}

static void
remit_feedback_init (RemitFeedback *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_feedback_done (GtkWidget *widget,
                     const char *text)
{
  RemitFeedback *self;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  self = find_feedback (widget);
  if (self == NULL)
    return;

  toast = create_toast (text, DONE_SECONDS);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
  speak (self, text);
}

void
remit_feedback_say (GtkWidget *widget,
                    const char *text)
{
  RemitFeedback *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  self = find_feedback (widget);
  if (self == NULL)
    return;

  adw_toast_overlay_add_toast (self->toasts, create_toast (text, DONE_SECONDS));
  speak (self, text);
}

void
remit_feedback_error (GtkWidget *widget,
                      const GError *error)
{
  RemitFeedback *self;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (error != NULL);

  self = find_feedback (widget);
  if (self == NULL)
    return;

  toast = create_toast (error->message, ERROR_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
  speak (self, error->message);
}

void
remit_feedback_announce (GtkWidget *widget,
                         const char *text)
{
  RemitFeedback *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  self = find_feedback (widget);
  if (self != NULL)
    speak (self, text);
}
