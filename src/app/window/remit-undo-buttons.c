/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The buttons for undo and redo, which say what they would take back. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-undo-buttons.h"

#include <glib/gi18n.h>

#include "widgets/remit-tooltip.h"

struct _RemitUndoButtons
{
  RemitView parent_instance;

  GSignalGroup *signals;

  GtkButton *undo;
  GtkButton *redo;
};

G_DEFINE_FINAL_TYPE (RemitUndoButtons, remit_undo_buttons, REMIT_TYPE_VIEW)

static void
name_button (GtkButton *button,
             const char *text)
{
  remit_tooltip_set (GTK_WIDGET (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update (RemitUndoButtons *self)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));
  const char *undo = workspace != NULL ? remit_workspace_get_undo_label (workspace) : NULL;
  const char *redo = workspace != NULL ? remit_workspace_get_redo_label (workspace) : NULL;
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo)
                                            : g_strdup (_ ("Nothing to Undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo)
                                            : g_strdup (_ ("Nothing to Redo"));

  name_button (self->undo, undo_text);
  name_button (self->redo, redo_text);
}

static void
remit_undo_buttons_show_workspace (RemitView *view,
                                   RemitWorkspace *workspace)
{
  RemitUndoButtons *self = REMIT_UNDO_BUTTONS (view);

  g_signal_group_set_target (self->signals, workspace);
  update (self);
}

static void
remit_undo_buttons_dispose (GObject *object)
{
  g_clear_object (&REMIT_UNDO_BUTTONS (object)->signals);

  G_OBJECT_CLASS (remit_undo_buttons_parent_class)->dispose (object);
}

static void
remit_undo_buttons_class_init (RemitUndoButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_undo_buttons_dispose;
  REMIT_VIEW_CLASS (klass)->show_workspace = remit_undo_buttons_show_workspace;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/window/remit-undo-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitUndoButtons, undo);
  gtk_widget_class_bind_template_child (widget_class, RemitUndoButtons, redo);
}

static void
remit_undo_buttons_init (RemitUndoButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (REMIT_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "notify::undo-label", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::redo-label", G_CALLBACK (update), self);
  update (self);
}
