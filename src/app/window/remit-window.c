/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of one workspace: sidebar, views, inspector. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-window-private.h"

#include <glib/gi18n.h>

#include "application/remit-application.h"
#include "application/remit-state.h"
#include "welcome/remit-failure.h"
#include "widgets/remit-feedback.h"

G_DEFINE_FINAL_TYPE (RemitWindow, remit_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_WORKSPACE,
  PROP_PLAN,
  PROP_PLAN_STATUS,
  PROP_CHECKER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
remit_window_close_request (GtkWindow *window)
{
  remit_window_state_save (REMIT_WINDOW (window));

  return GTK_WINDOW_CLASS (remit_window_parent_class)->close_request (window);
}

static void
remit_window_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  RemitWindow *self = REMIT_WINDOW (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_PLAN:
      g_value_set_int64 (value, self->plan);
      break;
    case PROP_PLAN_STATUS:
      g_value_set_string (value, remit_window_get_plan_status (self));
      break;
    case PROP_CHECKER:
      g_value_set_object (value, self->checker);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_window_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  RemitWindow *self = REMIT_WINDOW (object);

  switch (prop_id)
    {
    case PROP_PLAN:
      remit_window_set_plan (self, g_value_get_int64 (value));
      break;
    case PROP_PLAN_STATUS:
      remit_window_set_plan_status (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_window_dispose (GObject *object)
{
  RemitWindow *self = REMIT_WINDOW (object);

  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->checker);
  g_clear_object (&self->watch);
  g_clear_object (&self->workspace);
  g_clear_weak_pointer (&self->inspected_from);
  remit_window_room_dispose (self);

  G_OBJECT_CLASS (remit_window_parent_class)->dispose (object);
}

static void
remit_window_finalize (GObject *object)
{
  RemitWindow *self = REMIT_WINDOW (object);

  remit_window_transfer_finalize (self);
  remit_window_past_finalize (self);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (remit_window_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, REMIT_TYPE_WORKSPACE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLAN] =
    g_param_spec_int64 ("plan", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLAN_STATUS] =
    g_param_spec_string ("plan-status", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHECKER] = g_param_spec_object ("checker", NULL, NULL, REMIT_TYPE_CHECKER,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, workspace_title);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, inspector_place);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, views);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, undo_button_below);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, redo_button_below);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, plan_button);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, plan_label);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, status_label);
}

static void
remit_window_class_init (RemitWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_window_get_property;
  object_class->set_property = remit_window_set_property;
  object_class->dispose = remit_window_dispose;
  object_class->finalize = remit_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = remit_window_close_request;
  install_properties (object_class);

  g_type_ensure (REMIT_TYPE_FEEDBACK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/window/remit-window.ui");
  bind_children (widget_class);
  remit_window_views_class_init (widget_class);
  remit_window_room_class_init (widget_class);
  remit_window_actions_class_init (widget_class);
  remit_window_undo_class_init (widget_class);
  remit_window_plans_class_init (widget_class);
  remit_window_transfer_class_init (widget_class);
  remit_window_past_class_init (widget_class);
}

static void
on_workspace_changed (RemitWindow *self)
{
  remit_window_plans_update (self);
  remit_window_room_update (self);
}

static void
watch_workspace (RemitWindow *self)
{
  self->workspace_signals = g_signal_group_new (REMIT_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::undo-label",
                                  G_CALLBACK (remit_window_undo_update), self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::redo-label",
                                  G_CALLBACK (remit_window_undo_update), self);
  g_signal_group_connect_swapped (self->workspace_signals, "changed",
                                  G_CALLBACK (on_workspace_changed), self);
}

static void
remit_window_init (RemitWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  watch_workspace (self);
  remit_window_views_init (self);
  remit_window_actions_init (self);
  remit_window_plans_init (self);
  remit_window_transfer_init (self);
  remit_window_undo_update (self);
  remit_window_plans_update (self);
  remit_window_state_restore (self);
}

RemitWindow *
remit_window_new (GtkApplication *application)
{
  return g_object_new (REMIT_TYPE_WINDOW, "application", application, NULL);
}

static void
show_failure (RemitWindow *self,
              const GError *error)
{
  GtkWidget *failure = gtk_stack_get_child_by_name (self->pages, "failed");

  if (failure == NULL)
    {
      failure = remit_failure_new ();
      gtk_stack_add_named (self->pages, failure, "failed");
    }
  remit_failure_show (REMIT_FAILURE (failure), self->path, error);
  gtk_stack_set_visible_child (self->pages, failure);
  remit_feedback_announce (GTK_WIDGET (self), error->message);
}

static void
watch_clocks (RemitWindow *self)
{
  self->watch = remit_due_watch_new (self->workspace, g_application_get_default ());
  g_signal_connect_object (self->watch, "looked", G_CALLBACK (remit_window_views_update_badge),
                           self, G_CONNECT_SWAPPED);
}

static void
take_workspace (RemitWindow *self,
                RemitWorkspace *workspace)
{
  if (workspace == self->workspace)
    return;

  remit_window_set_plan (self, 0);
  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->workspace_signals, workspace);
  g_clear_object (&self->checker);
  g_clear_object (&self->watch);
  if (workspace != NULL)
    {
      self->checker = remit_checker_new (workspace);
      if (!self->is_past)
        watch_clocks (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECKER]);
  remit_window_undo_update (self);
}

/* The user's own workspace needs no name, others do. */
static void
show_name (RemitWindow *self)
{
  g_autofree char *own = remit_application_dup_own_path ();
  g_autofree char *name = g_filename_display_basename (self->path);

  adw_window_title_set_subtitle (self->workspace_title, g_str_equal (own, self->path) ? "" : name);
}

void
remit_window_open (RemitWindow *self,
                   const char *path,
                   gboolean create)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitWorkspace) workspace = NULL;

  g_return_if_fail (REMIT_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  if (path != self->path)
    {
      g_free (self->path);
      self->path = g_canonicalize_filename (path, NULL);
    }
  show_name (self);
  workspace = remit_workspace_open (self->path,
                                    self->is_past ? REMIT_STORE_READ_ONLY
                                    : create      ? REMIT_STORE_CREATE
                                                  : REMIT_STORE_NO_FLAGS,
                                    &error);
  take_workspace (self, workspace);
  if (workspace == NULL)
    {
      show_failure (self, error);
      return;
    }

  gtk_stack_set_visible_child_name (self->pages, "workspace");
  remit_window_set_plan (self, remit_window_plans_choose (self));
  remit_window_plans_update (self);
  remit_workspace_watch (workspace);
}

const char *
remit_window_get_path (RemitWindow *self)
{
  g_return_val_if_fail (REMIT_IS_WINDOW (self), NULL);

  return self->path;
}

RemitWorkspace *
remit_window_get_workspace (RemitWindow *self)
{
  g_return_val_if_fail (REMIT_IS_WINDOW (self), NULL);

  return self->workspace;
}

gint64
remit_window_get_plan (RemitWindow *self)
{
  g_return_val_if_fail (REMIT_IS_WINDOW (self), 0);

  return self->plan;
}

void
remit_window_set_plan (RemitWindow *self,
                       gint64 plan)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (REMIT_IS_WINDOW (self));
  g_return_if_fail (plan == 0 || self->workspace != NULL);

  if (self->plan == plan)
    return;
  if (plan != 0 && !remit_workspace_open_plan (self->workspace, plan, &error))
    {
      remit_feedback_error (GTK_WIDGET (self), error);
      return;
    }

  self->plan = plan;
  if (self->checker != NULL)
    remit_checker_set_plan (self->checker, plan);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAN]);
  if (plan != 0 && !self->is_past)
    remit_state_set_plan (self->path, plan);
  remit_window_plans_update (self);
  remit_window_views_update_badge (self);
  remit_window_room_update (self);
}
