/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row that turns watching on and off while no window is open. */
#include "remit-background-row.h"

#include "background/remit-background.h"
#include "widgets/remit-feedback.h"

struct _RemitBackgroundRow
{
  AdwActionRow parent_instance;

  GtkSwitch *toggle;
  gboolean loading;
  gboolean asking; /* the desktop has not answered yet */
  gboolean wanted; /* what it was asked for */
};

G_DEFINE_FINAL_TYPE (RemitBackgroundRow, remit_background_row, ADW_TYPE_ACTION_ROW)

static void
show_state (RemitBackgroundRow *self)
{
  self->loading = TRUE;
  gtk_switch_set_active (self->toggle, remit_background_is_set ());
  self->loading = FALSE;
}

/* The desktop may answer when the preferences are closed already: then a window says it. */
static void
say_error (RemitBackgroundRow *self,
           const GError *error)
{
  GApplication *application = g_application_get_default ();
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_root (widget) == NULL)
    widget = (GtkWidget *) gtk_application_get_active_window (GTK_APPLICATION (application));
  if (widget != NULL)
    remit_feedback_error (widget, error);
  else
    g_message ("%s", error->message);
}

static void ask (RemitBackgroundRow *self);

static void
on_set (GObject *source G_GNUC_UNUSED,
        GAsyncResult *result,
        gpointer data)
{
  g_autoptr (RemitBackgroundRow) self = data;
  g_autoptr (GError) error = NULL;

  self->asking = FALSE;
  if (!remit_background_set_finish (result, &error))
    {
      say_error (self, error);
      show_state (self);
      return;
    }
  g_action_group_change_action_state (G_ACTION_GROUP (g_application_get_default ()), "watching",
                                      g_variant_new_boolean (self->wanted));
  /* The user may have changed their mind meanwhile. */
  if (gtk_switch_get_active (self->toggle) != self->wanted)
    ask (self);
}

static void
ask (RemitBackgroundRow *self)
{
  self->asking = TRUE;
  self->wanted = gtk_switch_get_active (self->toggle);
  remit_background_set (self->wanted, on_set, g_object_ref (self));
}

static void
on_toggled (RemitBackgroundRow *self)
{
  if (!self->loading && !self->asking)
    ask (self);
}

static void
remit_background_row_class_init (RemitBackgroundRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/preferences/remit-background-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitBackgroundRow, toggle);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
remit_background_row_init (RemitBackgroundRow *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  show_state (self);
}
