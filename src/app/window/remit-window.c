/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of one workspace: sidebar, views, inspector. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-window.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "check/remit-checker.h"
#include "conflicts/dialogs/remit-raise-dialog.h"
#include "conflicts/due/remit-due-watch.h"
#include "exchange/remit-export.h"
#include "history/remit-history-time.h"
#include "past/remit-past-bar.h"
#include "past/remit-past-control.h"
#include "plans/remit-plan-button.h"
#include "plans/remit-plan-control.h"
#include "preferences/remit-about.h"
#include "preferences/remit-preferences.h"
#include "remit-shortcuts.h"
#include "remit-sidebar.h"
#include "remit-transfer.h"
#include "remit-undo-buttons.h"
#include "remit-undo-control.h"
#include "remit-view-stack.h"
#include "remit-window-layout.h"
#include "remit-window-state.h"
#include "remit-workspace-chooser.h"
#include "settings/remit-state.h"
#include "welcome/remit-failure.h"
#include "welcome/remit-sample.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-menu.h"

struct _RemitWindow
{
  AdwApplicationWindow parent_instance;

  char *path;
  RemitWorkspace *workspace;
  GSignalGroup *workspace_signals;
  gint64 plan;
  RemitChecker *checker; /* of that plan */
  RemitDueWatch *watch;

  gboolean is_past; /* of an earlier version, in a file that goes with the window */

  RemitPastControl *past_control;
  RemitPlanControl *plan_control;
  RemitTransfer *transfer;
  RemitUndoControl *undo_control;

  GtkStack *pages;
  AdwFlap *sidebar_flap;
  AdwWindowTitle *workspace_title;
  RemitSidebar *sidebar;
  GtkMenuButton *menu_button;
  RemitPlanButton *plan_button;
  RemitPastBar *past_bar;
  RemitWindowLayout *layout;
  RemitViewStack *views;
};

G_DEFINE_FINAL_TYPE (RemitWindow, remit_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_WORKSPACE,
  PROP_PLAN,
  PROP_CHECKER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ── The plan ─────────────────────────────────────────────────────────────────────────────── */

static RemitEntity *
get_plan (RemitWindow *self)
{
  if (self->workspace == NULL || self->plan == 0)
    return NULL;
  return remit_workspace_get (self->workspace, REMIT_KIND_PLAN, self->plan);
}

static void
show_title (RemitWindow *self)
{
  RemitEntity *plan = get_plan (self);
  g_autofree char *title = NULL;

  if (plan != NULL)
    /* Translators: the title of the window: the name of the plan, then that of the program */
    title = g_strdup_printf (_ ("%s – Remit"), remit_entity_get_text (plan, REMIT_PLAN_NAME));
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _ ("Remit"));
}

static void
show_due (RemitWindow *self)
{
  guint n = self->watch != NULL ? remit_due_watch_count (self->watch, self->plan) : 0;
  g_autofree char *words = g_strdup_printf (ngettext ("%'u conflict is due today",
                                                      "%'u conflicts are due today", n), n);

  remit_sidebar_set_badge (self->sidebar, "conflicts", n, words);
}

static void
take_plan (RemitWindow *self,
           gint64 plan)
{
  self->plan = plan;
  if (self->checker != NULL)
    remit_checker_set_plan (self->checker, plan);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAN]);
  remit_past_control_set_plan (self->past_control, self->workspace, plan);
  remit_plan_control_set_plan (self->plan_control, self->workspace, plan);
  remit_transfer_set_plan (self->transfer, self->workspace, plan);
  show_title (self);
  show_due (self);
}

/* Goes to another plan when the one that is shown is there no longer. */
static void
keep_to_plan (RemitWindow *self)
{
  if (self->workspace != NULL && get_plan (self) == NULL)
    remit_window_set_plan (self, remit_plan_choose (self->workspace, self->path));
}

static void
on_plan_created (RemitWindow *self,
                 gint64 plan)
{
  remit_window_set_plan (self, plan);
  remit_view_stack_show (self->views, "board");
}

/* ── The workspace ────────────────────────────────────────────────────────────────────────── */

static void
on_workspace_changed (RemitWindow *self)
{
  keep_to_plan (self);
  show_title (self);
}

static void
watch_clocks (RemitWindow *self)
{
  self->watch = remit_due_watch_new (self->workspace, g_application_get_default ());
  g_signal_connect_object (self->watch, "looked", G_CALLBACK (show_due), self, G_CONNECT_SWAPPED);
}

static void
take_workspace (RemitWindow *self,
                RemitWorkspace *workspace)
{
  if (workspace == self->workspace)
    return;

  take_plan (self, 0);
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
  remit_undo_control_set_workspace (self->undo_control, workspace);
  take_plan (self, 0);
}

/* The user's own workspace needs no name, others do. */
static void
show_name (RemitWindow *self)
{
  g_autofree char *own = remit_state_dup_own_path ();
  g_autofree char *name = g_filename_display_basename (self->path);

  adw_window_title_set_subtitle (self->workspace_title, g_str_equal (own, self->path) ? "" : name);
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

/* A window that shows no workspace, since its own could not be opened, takes the new one itself. */
static void
open_path (GtkWindow *window,
           const char *path,
           gboolean create)
{
  RemitWindow *self = REMIT_WINDOW (window);

  if (self->workspace == NULL
      || !gtk_widget_activate_action (GTK_WIDGET (self), "app.open-workspace", "(sb)", path,
                                      create))
    remit_window_open (self, path, create);
}

static void
on_new_workspace (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  remit_workspace_chooser_create (GTK_WINDOW (widget), open_path);
}

static void
on_open_workspace (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  remit_workspace_chooser_open (GTK_WINDOW (widget), open_path);
}

static void
on_open_sample (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = remit_sample_dup_path (&error);

  if (path != NULL)
    open_path (GTK_WINDOW (widget), path, FALSE);
  else
    remit_feedback_error (widget, error);
}

static void
on_try_again (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);

  remit_window_open (self, self->path, FALSE);
}

/* ── Views ────────────────────────────────────────────────────────────────────────────────── */

static void
on_view_chosen (RemitWindow *self)
{
  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
}

/* Whether no sidebar stands before the views, with the buttons of the window that belong there. */
static gboolean
is_at_start (RemitWindow *self,
             gboolean revealed,
             gboolean folded)
{
  return !revealed || folded;
}

/* From a notification: the conflict may be of another plan than the one that is open. */
static void
on_show_conflict (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (RemitRecord) conflict = NULL;

  if (self->workspace != NULL)
    conflict = remit_store_load (remit_workspace_get_store (self->workspace), REMIT_KIND_CONFLICT,
                                 id, NULL);
  if (conflict == NULL)
    return;
  remit_window_set_plan (self, remit_record_get_integer (conflict, REMIT_CONFLICT_PLAN));
  gtk_widget_activate_action (widget, "win.show-place", "(ixix)", (int) REMIT_KIND_CONFLICT, id,
                              (int) REMIT_KIND_NONE, (gint64) 0);
}

static void
on_toggle_sidebar (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);

  adw_flap_set_reveal_flap (self->sidebar_flap, !adw_flap_get_reveal_flap (self->sidebar_flap));
}

/* ── The inspector ────────────────────────────────────────────────────────────────────────── */

static void
on_inspect (GtkWidget *widget,
            const char *action_name,
            GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  gint64 id;
  int kind;

  g_variant_get (parameter, "(ix)", &kind, &id);
  if (kind == REMIT_KIND_CONFLICT && self->watch != NULL)
    remit_due_watch_acknowledge (self->watch, id);
  remit_window_layout_inspect (self->layout, (RemitKind) kind, id);
}

/* ── An earlier version ───────────────────────────────────────────────────────────────────── */

/* Opens a window on the file at @path, which goes with the window. */
static void
open_past (RemitWindow *present,
           const char *path,
           gint64 seq,
           gint64 time)
{
  RemitWindow *self = remit_window_new (gtk_window_get_application (GTK_WINDOW (present)));
  g_autofree char *when = remit_history_time_dup_exact (time);

  self->is_past = TRUE;
  remit_past_control_set_past (self->past_control, GTK_WINDOW (present), present->workspace, seq,
                               time);
  remit_window_open (self, path, FALSE);
  if (self->workspace != NULL)
    remit_store_set_refusal (remit_workspace_get_store (self->workspace),
                             _ ("This is the past, in which nothing can be changed. Return to this "
                                "plan, or go on in the other window."));
  if (self->workspace != NULL
      && remit_workspace_get (self->workspace, REMIT_KIND_PLAN, present->plan) != NULL)
    remit_window_set_plan (self, present->plan);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", "board");
  remit_sidebar_set_past (self->sidebar);
  remit_view_stack_set_past (self->views);
  adw_window_title_set_subtitle (self->workspace_title, when);
  remit_past_bar_set_when (self->past_bar, when);
  gtk_widget_set_visible (GTK_WIDGET (self->past_bar), TRUE);
  gtk_window_present (GTK_WINDOW (self));
  remit_feedback_announce (GTK_WIDGET (self), remit_past_bar_get_text (self->past_bar));
}

/* ── Dialogs and menus ────────────────────────────────────────────────────────────────────── */

/* What it is about is said, or is nothing. */
static void
on_raise_conflict (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  gint64 id;
  int kind;

  g_variant_get (parameter, "(ix)", &kind, &id);
  if (self->workspace != NULL && self->plan != 0)
    remit_raise_dialog_present (widget, self->workspace, self->plan, (RemitKind) kind, id);
}

static void
on_preferences (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  gtk_window_present (remit_preferences_new (GTK_WINDOW (widget),
                                             REMIT_WINDOW (widget)->workspace));
}

static void
on_shortcuts (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  remit_shortcuts_show (GTK_APPLICATION_WINDOW (widget));
}

static void
on_about (GtkWidget *widget,
          const char *action_name,
          GVariant *parameter)
{
  remit_about_show (GTK_WINDOW (widget));
}

static void
on_show_plans (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  remit_plan_button_popup (REMIT_WINDOW (widget)->plan_button);
}

static void
add_exports (GtkBuilder *builder)
{
  remit_export_fill_menu (G_MENU (gtk_builder_get_object (builder, "transfer")), REMIT_EXPORT_PLAN,
                          "win.export");
}

static void
on_menu_wanted (GtkMenuButton *button,
                gpointer data)
{
  remit_menu_fill (button, "primary", add_exports);
}

/* ── The window ───────────────────────────────────────────────────────────────────────────── */

static gboolean
remit_window_close_request (GtkWindow *window)
{
  RemitWindow *self = REMIT_WINDOW (window);

  if (!self->is_past)
    remit_window_state_save (window, self->sidebar_flap, self->views);

  return GTK_WINDOW_CLASS (remit_window_parent_class)->close_request (window);
}

static void
remit_window_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  GTK_WIDGET_CLASS (remit_window_parent_class)->size_allocate (widget, width, height, baseline);

  remit_window_layout_set_window_width (REMIT_WINDOW (widget)->layout, width);
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
  switch (prop_id)
    {
    case PROP_PLAN:
      remit_window_set_plan (REMIT_WINDOW (object), g_value_get_int64 (value));
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
  g_clear_object (&self->checker);
  g_clear_object (&self->watch);
  g_clear_object (&self->workspace);
  remit_past_control_set_plan (self->past_control, NULL, 0);
  remit_plan_control_set_plan (self->plan_control, NULL, 0);
  remit_transfer_set_plan (self->transfer, NULL, 0);
  remit_undo_control_set_workspace (self->undo_control, NULL);

  G_OBJECT_CLASS (remit_window_parent_class)->dispose (object);
}

static void
remit_window_finalize (GObject *object)
{
  RemitWindow *self = REMIT_WINDOW (object);

  g_object_unref (self->past_control);
  g_object_unref (self->plan_control);
  g_object_unref (self->transfer);
  g_object_unref (self->undo_control);
  if (self->is_past && self->path != NULL)
    g_unlink (self->path);
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
  properties[PROP_CHECKER] = g_param_spec_object ("checker", NULL, NULL, REMIT_TYPE_CHECKER,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    const char *type;
  } actions[] = {
    { "win.new-workspace", on_new_workspace },
    { "win.open-workspace", on_open_workspace },
    { "win.open-sample", on_open_sample },
    { "win.try-again", on_try_again },
    { "win.show-conflict", on_show_conflict, "x" },
    { "win.toggle-sidebar", on_toggle_sidebar },
    { "win.inspect", on_inspect, "(ix)" },
    { "win.raise-conflict", on_raise_conflict, "(ix)" },
    { "win.preferences", on_preferences },
    { "win.shortcuts", on_shortcuts },
    { "win.about", on_about },
    { "win.show-plans", on_show_plans },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (REMIT_TYPE_FEEDBACK);
  g_type_ensure (REMIT_TYPE_PAST_BAR);
  g_type_ensure (REMIT_TYPE_PLAN_BUTTON);
  g_type_ensure (REMIT_TYPE_SIDEBAR);
  g_type_ensure (REMIT_TYPE_UNDO_BUTTONS);
  g_type_ensure (REMIT_TYPE_VIEW_STACK);
  g_type_ensure (REMIT_TYPE_WINDOW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/window/remit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, workspace_title);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, plan_button);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, past_bar);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, layout);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, views);
  gtk_widget_class_bind_template_callback (widget_class, is_at_start);
  gtk_widget_class_bind_template_callback (widget_class, on_view_chosen);
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
  widget_class->size_allocate = remit_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = remit_window_close_request;

  install_properties (object_class);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
create_controls (RemitWindow *self)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (self);

  remit_view_stack_add_actions (self->views, G_ACTION_MAP (self));
  remit_window_layout_add_actions (self->layout, G_ACTION_MAP (self));
  self->past_control = remit_past_control_new (window);
  g_signal_connect_object (self->past_control, "written", G_CALLBACK (open_past), self,
                           G_CONNECT_SWAPPED);
  self->plan_control = remit_plan_control_new (window);
  g_signal_connect_object (self->plan_control, "chosen", G_CALLBACK (remit_window_set_plan), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan_control, "created", G_CALLBACK (on_plan_created), self,
                           G_CONNECT_SWAPPED);
  self->transfer = remit_transfer_new (window);
  g_signal_connect_object (self->transfer, "imported", G_CALLBACK (on_plan_created), self,
                           G_CONNECT_SWAPPED);
  self->undo_control = remit_undo_control_new (window);
  /* nothing is clicked while a thread undoes; what is shown stays as it is, without a flicker */
  g_object_bind_property (self->undo_control, "busy", self->pages, "can-target",
                          G_BINDING_INVERT_BOOLEAN);
}

static void
remit_window_init (RemitWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->workspace_signals = g_signal_group_new (REMIT_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "changed",
                                  G_CALLBACK (on_workspace_changed), self);
  gtk_menu_button_set_create_popup_func (self->menu_button, on_menu_wanted, NULL, NULL);
  create_controls (self);
  take_plan (self, 0);
  remit_window_state_restore (GTK_WINDOW (self), self->sidebar_flap, self->views);
}

RemitWindow *
remit_window_new (GtkApplication *application)
{
  return g_object_new (REMIT_TYPE_WINDOW, "application", application, NULL);
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
  remit_window_set_plan (self, remit_plan_choose (workspace, self->path));
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

  take_plan (self, plan);
  if (plan != 0 && !self->is_past)
    remit_state_set_plan (self->path, plan);
  keep_to_plan (self);
}
