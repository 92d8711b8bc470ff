/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key whose action would change a workspace that cannot be changed says why it does not: GTK
 * takes the key of a disabled action, and is silent. */
#include "remit-refused-keys.h"

#include "widgets/remit-edits.h"

/* Returns: (nullable): the action of a shortcut if @event triggers that, "" for a function */
static const char *
get_triggered (GtkShortcut *shortcut,
               GdkEvent *event)
{
  GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);

  if (gtk_shortcut_trigger_trigger (gtk_shortcut_get_trigger (shortcut), event, FALSE)
      != GDK_KEY_MATCH_EXACT)
    return NULL;
  return GTK_IS_NAMED_ACTION (action)
           ? gtk_named_action_get_action_name (GTK_NAMED_ACTION (action))
           : "";
}

static const char *
find_in_controller (GListModel *shortcuts,
                    GdkEvent *event)
{
  const char *action = NULL;

  for (guint i = 0; action == NULL && i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      action = get_triggered (shortcut, event);
    }
  return action;
}

static const char *
find_in_widget (GtkWidget *widget,
                GdkEvent *event)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  const char *action = NULL;

  for (guint i = 0; action == NULL && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        action = find_in_controller (G_LIST_MODEL (controller), event);
    }
  return action;
}

/* The nearest widget around what has the keyboard that knows the key decides. */
static gboolean
on_key_pressed (GtkEventController *keys,
                guint keyval G_GNUC_UNUSED,
                guint keycode G_GNUC_UNUSED,
                GdkModifierType state G_GNUC_UNUSED,
                RemitView *view)
{
  RemitWorkspace *workspace = remit_view_get_workspace (view);
  GdkEvent *event = gtk_event_controller_get_current_event (keys);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  const char *action = NULL;

  if (workspace == NULL || remit_edits_are_possible (workspace))
    return FALSE;
  for (GtkWidget *widget = gtk_root_get_focus (root); widget != NULL && action == NULL;
       widget = gtk_widget_get_parent (widget))
    action = find_in_widget (widget, event);
  return action != NULL && remit_edits_have_action (action)
         && remit_edits_refuse (view, workspace);
}

void
remit_refused_keys_watch (RemitView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_WINDOW (root));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), view, 0);
  gtk_widget_add_controller (GTK_WIDGET (root), keys);
}
