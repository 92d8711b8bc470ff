/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of one workspace: sidebar, views, inspector. */
#include "remit-window.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "check/remit-checker.h"
#include "conflicts/due/remit-due-watch.h"
#include "exchange/remit-export.h"
#include "find/remit-find-dialog.h"
#include "history/remit-history-daily.h"
#include "history/remit-history-time.h"
#include "model/remit-file.h"
#include "past/remit-past-bar.h"
#include "remit-file-bar.h"
#include "remit-opener.h"
#include "remit-recent.h"
#include "remit-repair-offer.h"
#include "remit-sidebar.h"
#include "remit-transfer.h"
#include "remit-undo-control.h"
#include "remit-view-stack.h"
#include "remit-window-dialogs.h"
#include "remit-window-files.h"
#include "remit-window-layout.h"
#include "remit-window-place.h"
#include "remit-window-state.h"
#include "settings/remit-state.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-menu.h"
#include "widgets/scrolling/remit-flap.h"

struct _RemitWindow
{
  AdwApplicationWindow parent_instance;

  char *path;
  RemitWorkspace *workspace;
  GSignalGroup *workspace_signals;
  gint64 plan;
  RemitChecker *checker; /* of that plan */
  RemitDueWatch *watch;
  RemitHistoryDaily *daily;

  gboolean is_past; /* of an earlier version, in a file that goes with the window */

  RemitOpener *opener;

  RemitUndoControl *undo_control;
  RemitTransfer *transfer;
  GtkStack *pages;
  AdwFlap *sidebar_flap;
  AdwWindowTitle *workspace_title;
  RemitSidebar *sidebar;
  GtkMenuButton *menu_button;
  RemitView *plan_button;
  RemitFileBar *file_bar;
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
    title = g_strdup_printf (self->is_past
                               /* Translators: the title of a window: the name of a plan */
                               ? _ ("%s (earlier version) – Remit")
                               : _ ("%s – Remit"),
                             remit_entity_get_text (plan, REMIT_PLAN_NAME));
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
  show_title (self);
  show_due (self);
}

/* Returns: the plan that was shown last, else the newest that is in use; 0 when there is none */
static gint64
choose_plan (RemitWindow *self)
{
  GListModel *plans = remit_workspace_get_list (self->workspace, REMIT_KIND_PLAN);
  gint64 chosen = remit_state_get_plan (self->path);

  if (chosen != 0 && remit_workspace_get (self->workspace, REMIT_KIND_PLAN, chosen) != NULL)
    return chosen;

  chosen = 0;
  for (guint i = g_list_model_get_n_items (plans); i > 0; i--)
    {
      g_autoptr (RemitEntity) plan = g_list_model_get_item (plans, i - 1);

      if (remit_entity_get_integer (plan, REMIT_PLAN_STATUS) != REMIT_PLAN_STATUS_ARCHIVED)
        return remit_entity_get_id (plan);
      chosen = remit_entity_get_id (plan);
    }
  return chosen;
}

/* Goes to another plan when the one that is shown is there no longer. */
static void
keep_to_plan (RemitWindow *self)
{
  if (self->workspace != NULL && get_plan (self) == NULL)
    remit_window_set_plan (self, choose_plan (self));
}

static void
on_choose_plan (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  gint64 plan = g_variant_get_int64 (parameter);

  if (self->workspace != NULL
      && remit_workspace_get (self->workspace, REMIT_KIND_PLAN, plan) != NULL)
    remit_window_set_plan (self, plan);
}

static void
on_work_on_plan (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);

  remit_window_set_plan (self, g_variant_get_int64 (parameter));
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

/* Somebody may have tampered with what was verified before. */
static void
on_history_broken (RemitWindow *self,
                   const char *sentence)
{
  /* Translators: what is wrong, in a sentence without its full stop */
  g_autofree char *text = g_strdup_printf (_ ("%s. Verify the history for details."), sentence);

  remit_checker_check (self->checker);
  remit_feedback_say (GTK_WIDGET (self), text);
}

static void
watch_history (RemitWindow *self)
{
  self->daily = remit_history_daily_new (self->workspace);
  g_signal_connect_object (self->daily, "broken", G_CALLBACK (on_history_broken), self,
                           G_CONNECT_SWAPPED);
}

static void enable_actions (RemitWindow *self);

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
  g_clear_object (&self->daily);
  if (workspace != NULL)
    {
      self->checker = remit_checker_new (workspace);
      remit_sidebar_watch_findings (self->sidebar, self->checker);
      if (!self->is_past)
        {
          watch_clocks (self);
          watch_history (self);
        }
    }
  enable_actions (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.repair-copy", FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECKER]);
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

/* Shows a page of its own file, made when it is wanted. */
static AdwStatusPage *
show_page (RemitWindow *self,
           const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page == NULL)
    {
      g_autofree char *resource = g_strdup_printf ("/org/remit/Remit/window/remit-%s.ui", name);
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (resource);

      page = GTK_WIDGET (gtk_builder_get_object (builder, "page"));
      gtk_stack_add_named (self->pages, page, name);
    }
  gtk_stack_set_visible_child (self->pages, page);
  return ADW_STATUS_PAGE (gtk_widget_get_last_child (page));
}

static void
show_failure (RemitWindow *self,
              const GError *error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", error->message, name);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.repair-copy",
                                 remit_repair_offer_helps (error));
  adw_status_page_set_description (show_page (self, "failure"), markup);
  remit_feedback_announce (GTK_WIDGET (self), error->message);
}

/* ── Opening ──────────────────────────────────────────────────────────────────────────────── */

/* Said once, however long it takes. */
static void
on_opener_waits (RemitWindow *self,
                 const GError *reason)
{
  const char *text = _ ("Another program has locked the file. It opens when the lock is released.");
  AdwStatusPage *page;

  if (g_error_matches (reason, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OLDER))
    text = _ ("The file was written by an older Remit and is being updated.");
  else if (g_error_matches (reason, REMIT_STORE_ERROR, REMIT_STORE_ERROR_UNCLEAR))
    text = _ ("The file was not closed properly and is being checked.");
  take_workspace (self, NULL);
  page = show_page (self, "opening");
  if (g_strcmp0 (adw_status_page_get_description (page), text) == 0)
    return;
  adw_status_page_set_description (page, text);
  remit_feedback_announce (GTK_WIDGET (self), text);
}

/* Somebody may miss what is in it. */
static void
tell_of_old_log (RemitWindow *self)
{
  const char *path = remit_opener_get_old_log (self->opener);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *text = NULL;

  if (name == NULL)
    return;
  /* Translators: a file name */
  text = g_strdup_printf (_ ("A change log next to the workspace belongs to another file. It was "
                             "renamed to “%s” and not read."), name);
  remit_feedback_say (GTK_WIDGET (self), text);
}

static void
on_opener_ended (RemitWindow *self,
                 RemitWorkspace *workspace,
                 const GError *error)
{
  take_workspace (self, workspace);
  if (workspace == NULL)
    {
      show_failure (self, error);
      return;
    }

  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->sidebar_flap));
  remit_window_set_plan (self, choose_plan (self));
  if (!self->is_past)
    {
      remit_window_place_restore (self->path, self->views);
      remit_recent_add (self->path);
    }
  remit_workspace_watch (workspace);
  tell_of_old_log (self);
}

/* The file before is closed first: its log may still go into it. */
static void
on_go_on_in (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  g_autofree char *path = remit_file_dup_path (g_variant_get_string (parameter, NULL));

  if (self->plan != 0 && !self->is_past)
    remit_state_set_plan (path, self->plan);
  take_workspace (self, NULL);
  remit_window_open (self, path, FALSE);
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

/* From a notification. */
static void
on_show_conflict (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.show-place", "(ixix)", (int) REMIT_KIND_CONFLICT,
                              g_variant_get_int64 (parameter), (int) REMIT_KIND_NONE, (gint64) 0);
}

static void
on_find (GtkWidget *widget,
         const char *action_name,
         GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);

  if (self->workspace != NULL)
    remit_find_dialog_present (widget, self->workspace, self->plan, self->checker);
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
  remit_view_mark_entity (REMIT_VIEW (self->views), (RemitKind) kind, id);
}

/* ── An earlier version ───────────────────────────────────────────────────────────────────── */

/* Opens a window on a file, which goes with it: for an entry of the history, and its time. */
static void
on_open_past (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  RemitWindow *present = REMIT_WINDOW (widget);
  RemitWindow *self = remit_window_new (gtk_window_get_application (GTK_WINDOW (present)));
  g_autofree char *when = NULL;
  g_autofree char *path = NULL;
  const char *text;
  gint64 seq, time;

  g_variant_get (parameter, "(&sxx)", &text, &seq, &time);
  path = remit_file_dup_path (text);
  self->is_past = TRUE;
  remit_window_open (self, path, FALSE);
  if (self->workspace != NULL)
    remit_store_set_refusal (remit_workspace_get_store (self->workspace),
                             _ ("Earlier version (read-only). Restore this version, or continue in "
                                "the main window."));
  if (self->workspace != NULL
      && remit_workspace_get (self->workspace, REMIT_KIND_PLAN, present->plan) != NULL)
    remit_window_set_plan (self, present->plan);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", "board");
  remit_sidebar_set_past (self->sidebar);
  remit_view_stack_set_past (self->views);
  when = remit_history_time_dup_exact (time);
  adw_window_title_set_subtitle (self->workspace_title, when);
  gtk_window_present (GTK_WINDOW (self));
  remit_past_bar_set_past (self->past_bar, GTK_WINDOW (present), present->workspace, seq, time);
}

/* ── Dialogs and menus ────────────────────────────────────────────────────────────────────── */

static void
add_exports (GtkBuilder *builder)
{
  remit_transfer_fill_menu (G_MENU (gtk_builder_get_object (builder, "share")));
}

static void
on_menu_wanted (GtkMenuButton *button,
                gpointer data)
{
  RemitWindow *self = data;

  if (remit_audience_reload ())
    gtk_menu_button_set_popover (button, NULL);
  remit_menu_fill (button, "primary", add_exports);
  remit_recent_fill_menu (remit_menu_find_section (button, "recent"), self->path);
}

/* ── The window ───────────────────────────────────────────────────────────────────────────── */

static gboolean
remit_window_close_request (GtkWindow *window)
{
  RemitWindow *self = REMIT_WINDOW (window);
  RemitAttempts *attempts = remit_feedback_find_attempts (GTK_WIDGET (window));
  guint n_refused = remit_attempts_count_refused (attempts);

  gtk_window_set_focus (window, NULL); /* what was typed is written */
  if (remit_attempts_are_waiting (attempts))
    {
      remit_attempts_close_when_done (attempts);
      return TRUE;
    }
  if (remit_attempts_count_refused (attempts) != n_refused) /* the user has something to look at */
    return TRUE;
  if (!self->is_past && remit_file_bar_ask_to_close (self->file_bar))
    return TRUE;
  if (!self->is_past)
    {
      remit_window_state_save (window, self->sidebar_flap, self->views);
      if (self->workspace != NULL)
        remit_window_place_save (self->path, self->views, self->layout);
    }

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
remit_window_dispose (GObject *object)
{
  RemitWindow *self = REMIT_WINDOW (object);

  g_clear_object (&self->opener);
  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->checker);
  g_clear_object (&self->watch);
  g_clear_object (&self->daily);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (remit_window_parent_class)->dispose (object);
}

static void
remit_window_finalize (GObject *object)
{
  RemitWindow *self = REMIT_WINDOW (object);

  if (self->is_past && self->path != NULL)
    g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (remit_window_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, REMIT_TYPE_WORKSPACE, flags);
  properties[PROP_PLAN] = g_param_spec_int64 ("plan", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_CHECKER] =
    g_param_spec_object ("checker", NULL, NULL, REMIT_TYPE_CHECKER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static const struct {
  const char *name;
  GtkWidgetActionActivateFunc activate;
  const char *type;
  gboolean needs_workspace;
} actions[] = {
  { "win.go-on-in", on_go_on_in, "s" },
  { "win.show-conflict", on_show_conflict, "x", TRUE },
  { "win.find", on_find, NULL, TRUE },
  { "win.toggle-sidebar", on_toggle_sidebar, NULL, TRUE },
  { "win.inspect", on_inspect, "(ix)", TRUE },
  { "win.choose-plan", on_choose_plan, "x", TRUE },
  { "win.work-on-plan", on_work_on_plan, "x", TRUE },
  { "win.open-past", on_open_past, "(sxx)", TRUE },
};

static void
install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
}

static void
enable_actions (RemitWindow *self)
{
  remit_window_dialogs_enable (GTK_WIDGET (self), self->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].needs_workspace)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, self->workspace != NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/window/remit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, undo_control);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, transfer);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, workspace_title);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, plan_button);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, file_bar);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, past_bar);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, layout);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, views);
  gtk_widget_class_bind_template_callback (widget_class, is_at_start);
  gtk_widget_class_bind_template_callback (widget_class, on_view_chosen);
  gtk_widget_class_bind_template_callback (widget_class, remit_flap_lay_out);
}

/* Not before: the properties that GtkWindow is constructed with take a window out of its
 * maximised state. */
static void
remit_window_constructed (GObject *object)
{
  RemitWindow *self = REMIT_WINDOW (object);

  G_OBJECT_CLASS (remit_window_parent_class)->constructed (object);

  remit_window_state_restore (GTK_WINDOW (self), self->sidebar_flap, self->views);
}

static void
remit_window_class_init (RemitWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = remit_window_constructed;
  object_class->get_property = remit_window_get_property;
  object_class->dispose = remit_window_dispose;
  object_class->finalize = remit_window_finalize;
  widget_class->size_allocate = remit_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = remit_window_close_request;

  install_properties (object_class);
  install_actions (widget_class);
  remit_window_files_install (widget_class);
  remit_window_dialogs_install (widget_class);
  bind_template (widget_class);
}

static void
on_workspace_unread (RemitWindow *self,
                     const char *reason)
{
  remit_feedback_say (GTK_WIDGET (self), reason);
}

static void
add_actions (RemitWindow *self)
{
  gpointer parts[] = { self->undo_control, self->transfer, self->plan_button, self->file_bar,
                       self->past_bar,     self->layout,   self->views };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    remit_view_add_actions (parts[i], G_ACTION_MAP (self));
}

static void
remit_window_init (RemitWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->opener = remit_opener_new ();
  g_signal_connect_object (self->opener, "waits", G_CALLBACK (on_opener_waits), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->opener, "ended", G_CALLBACK (on_opener_ended), self,
                           G_CONNECT_SWAPPED);
  self->workspace_signals = g_signal_group_new (REMIT_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "changed",
                                  G_CALLBACK (on_workspace_changed), self);
  g_signal_group_connect_swapped (self->workspace_signals, "unread",
                                  G_CALLBACK (on_workspace_unread), self);
  gtk_menu_button_set_create_popup_func (self->menu_button, on_menu_wanted, self, NULL);
  remit_view_stack_bind (self->views, G_OBJECT (self->sidebar), "view");
  add_actions (self);
  enable_actions (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.repair-copy", FALSE);
  take_plan (self, 0);
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
  g_return_if_fail (REMIT_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  if (path != self->path)
    {
      g_free (self->path);
      self->path = g_canonicalize_filename (path, NULL);
    }
  show_name (self);
  remit_opener_open (self->opener, self->path,
                     self->is_past ? REMIT_STORE_READ_ONLY
                     : create      ? REMIT_STORE_CREATE
                                   : REMIT_STORE_NO_FLAGS);
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
