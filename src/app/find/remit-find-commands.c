/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of a window by name. */
#include "remit-find-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "board/remit-board.h"
#include "exchange/remit-export.h"
#include "exchange/remit-print.h"
#include "widgets/remit-find.h"
#include "widgets/remit-menu.h"

/* In the order in which equal ones are found. What has a view is done there; the window has all
 * else. What belongs to the board's cursor comes from its menus. */
static const struct {
  const char *label;
  const char *action;
  const char *view;
  gboolean needs_plan;
} commands[] = {
  { N_ ("Undo"), "win.undo" },
  { N_ ("Redo"), "win.redo" },
  { N_ ("Add Team"), "view.add-team", "board", TRUE },
  { N_ ("Suggest Staffing…"), "view.suggest-staffing((int64 0, int64 0))", "board", TRUE },
  { N_ ("Group Teams by Parent Team"), "view.group-by::parent", "board", TRUE },
  { N_ ("Group Teams by Section"), "view.group-by::section", "board", TRUE },
  { N_ ("Group Teams by Stage"), "view.group-by::stage", "board", TRUE },
  { N_ ("Do Not Group Teams"), "view.group-by::nothing", "board", TRUE },
  { N_ ("Zoom: Details"), "view.zoom::detail", "board", TRUE },
  { N_ ("Zoom: Names Only"), "view.zoom::names", "board", TRUE },
  { N_ ("Zoom: Map of Teams"), "view.zoom::map", "board", TRUE },
  { N_ ("Map: Slots Filled"), "view.map-colors::fill", "board", TRUE },
  { N_ ("Map: Load of People"), "view.map-colors::load", "board", TRUE },
  { N_ ("Map: Findings"), "view.map-colors::findings", "board", TRUE },
  { N_ ("Collapse All Groups of Teams"), "view.fold-groups", "board", TRUE },
  { N_ ("Expand All Groups of Teams"), "view.unfold-groups", "board", TRUE },
  { N_ ("Add Decision"), "view.add-decision", "decisions", TRUE },
  { N_ ("Add Decisions From Library"), "view.take-decisions", "decisions", TRUE },
  { N_ ("Raise Conflict…"), "win.raise-conflict((0, int64 0))", NULL, TRUE },
  { N_ ("Add Escalation Ladder"), "view.add-ladder", "conflicts", TRUE },
  { N_ ("Add Escalation Ladders From Library"), "view.take-ladders", "conflicts", TRUE },
  { N_ ("Add Roles From Library"), "view.take-roles", "roles" },
  { N_ ("Add Skills From Library"), "view.take-skills", "roles" },
  { N_ ("New Plan…"), "win.new-plan" },
  { N_ ("New Plan From Template…"), "win.new-plan-from-template('')" },
  { N_ ("Add Teams From Template…"), "win.add-teams-from-template" },
  { N_ ("Choose Plan"), "win.show-plans" },
  { N_ ("Rename Plan…"), "win.rename-plan" },
  { N_ ("Duplicate Plan…"), "win.duplicate-plan" },
  { N_ ("Compare Plans…"), "win.compare-plan" },
  { N_ ("Adopt Scenario…"), "win.adopt-plan" },
  { N_ ("Refresh Scenario…"), "win.refresh-plan" },
  { N_ ("Delete Plan…"), "win.delete-plan" },
  { N_ ("Plan Status: Draft"), "win.plan-status::draft", NULL, TRUE },
  { N_ ("Plan Status: In Review"), "win.plan-status::in-review", NULL, TRUE },
  { N_ ("Plan Status: Approved"), "win.plan-status::approved", NULL, TRUE },
  { N_ ("Plan Status: Rejected"), "win.plan-status::rejected", NULL, TRUE },
  { N_ ("Plan Status: Published"), "win.plan-status::published", NULL, TRUE },
  { N_ ("Plan Status: Archived"), "win.plan-status::archived", NULL, TRUE },
  { N_ ("Restore This Version…"), "win.return-to-past" },
  { N_ ("Print…"), "win.print" },
  { N_ ("Copy Board as Picture"), "win.copy-picture::board" },
  { N_ ("Copy Map of Teams as Picture"), "win.copy-picture::map" },
  { N_ ("Copy Decision Rights as Picture"), "win.copy-picture::matrix" },
  { N_ ("Save Board as Picture…"), "win.save-picture::board" },
  { N_ ("Save Map of Teams as Picture…"), "win.save-picture::map" },
  { N_ ("Save Decision Rights as Picture…"), "win.save-picture::matrix" },
  { N_ ("Import…"), "win.import" },
  { N_ ("Import Decision Matrix…"), "win.import-matrix" },
  { N_ ("Paste Table…"), "win.paste-table" },
  { N_ ("New Workspace…"), "win.new-workspace" },
  { N_ ("Open Workspace…"), "win.open-workspace" },
  { N_ ("Open Sample"), "win.open-sample" },
  { N_ ("Verify History"), "history.verify", "history" },
  { N_ ("Compare With an Exported Plan…"), "history.compare", "history" },
  { N_ ("View Earlier Version…"), "history.ask-moment", "history" },
  { N_ ("Archive Older History…"), "history.compact", "history" },
  { N_ ("Search in View"), "win.focus-search" },
  { N_ ("Show or Hide Sidebar"), "win.toggle-sidebar" },
  { N_ ("Edit Details"), "win.enter-inspector" },
  { N_ ("Close Details"), "win.close-inspector" },
  { N_ ("Preferences"), "win.preferences" },
  { N_ ("Keyboard Shortcuts"), "win.shortcuts" },
  { N_ ("Help"), "app.help" },
  { N_ ("About Remit"), "win.about" },
  { N_ ("Close Window"), "window.close" },
  { N_ ("Quit"), "app.quit" },
};

static void
command_free (gpointer data)
{
  RemitFindCommand *self = data;

  g_free (self->label);
  g_free (self->place);
  g_free (self->action);
  g_free (self);
}

/* ── Whose action it is ───────────────────────────────────────────────────────────────────── */

static gboolean
has_action (GtkWidget *widget,
            const char *name)
{
  const char *other, *property;
  const GVariantType *type;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &other,
                                                   &type, &property);
       i++)
    if (g_str_equal (other, name))
      return TRUE;
  return FALSE;
}

/* Returns: (nullable): the first widget that is shown and has an action */
static GtkWidget *
find_shown (GtkWidget *widget,
            const char *name)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (has_action (widget, name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What the window and the application have, a widget of any view has as well. */
static GtkWidget *
find_owner (GtkWidget *window,
            const char *name)
{
  if (g_str_has_prefix (name, "win.") || g_str_has_prefix (name, "app.")
      || g_str_has_prefix (name, "window."))
    return window;
  return find_shown (window, name);
}

/* GTK 4.8 tells whether an action is enabled only to what activates it. */
static gboolean
is_enabled (GtkWidget *owner,
            const char *action)
{
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;
  GtkWidget *probe;
  gboolean enabled;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    return FALSE;
  probe = gtk_button_new ();
  gtk_widget_set_visible (probe, FALSE);
  /* the target first: without it the action would be another one */
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (probe), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), name);
  gtk_widget_set_parent (probe, owner);
  enabled = gtk_widget_get_sensitive (probe);
  gtk_widget_unparent (probe);
  return enabled;
}

static gboolean
has_plan (GtkWidget *window)
{
  gint64 plan;

  g_object_get (window, "plan", &plan, NULL);
  return plan != 0;
}

/* ── Collecting ───────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer full): the keys, or nothing */
static char *
dup_key (GtkWidget *window,
         const char *action)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_auto (GStrv) keys = NULL;
  GdkModifierType modifiers;
  guint key;

  if (application == NULL)
    return g_strdup ("");
  keys = gtk_application_get_accels_for_action (application, action);
  if (keys[0] == NULL || !gtk_accelerator_parse (keys[0], &key, &modifiers))
    return g_strdup ("");
  return gtk_accelerator_get_label (key, modifiers);
}

static void
add (GPtrArray *all,
     const char *label,
     char *place,
     const char *action,
     const char *view)
{
  RemitFindCommand *command = g_new0 (RemitFindCommand, 1);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  command->label = g_strjoinv ("", parts);
  command->place = place;
  command->action = g_strdup (action);
  command->view = view;
  g_ptr_array_add (all, command);
}

static void
add_own (GPtrArray *all,
         GtkWidget *window)
{
  gboolean is_planned = has_plan (window);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *action = commands[i].action;
      GtkWidget *owner = commands[i].view == NULL ? window : NULL;

      if (commands[i].needs_plan && !is_planned)
        continue;
      if (owner == NULL || is_enabled (owner, action))
        add (all, _ (commands[i].label), dup_key (window, action), action, commands[i].view);
    }
}

/* What a menu has, and those in it. @place: (nullable): what is acted on, if not the window */
static void
add_menu (GPtrArray *all,
          GtkWidget *owner,
          GMenuModel *menu,
          const char *place)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section =
        g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GVariant) target =
        g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autofree char *label = NULL;
      g_autofree char *name = NULL;
      g_autofree char *action = NULL;

      if (section != NULL)
        add_menu (all, owner, section, place);
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label)
          || !g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name))
        continue;
      action = g_action_print_detailed_name (name, target);
      if (is_enabled (owner, action))
        add (all, label, place != NULL ? g_strdup (place) : dup_key (owner, action), action, NULL);
    }
}

static void
add_board (GPtrArray *all,
           GtkWidget *window)
{
  GtkWidget *board = find_shown (window, "board.inspect");
  g_autofree char *name = NULL;
  const char *id = board != NULL ? remit_board_get_menu (REMIT_BOARD (board), &name) : NULL;
  g_autoptr (GMenuModel) menu = id != NULL ? remit_menu_load (id) : NULL;

  if (menu != NULL)
    add_menu (all, board, menu, name);
}

GPtrArray *
remit_find_commands_collect (GtkWidget *window)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (command_free);
  g_autoptr (GMenu) exports = g_menu_new ();

  g_return_val_if_fail (GTK_IS_WINDOW (window), all);

  add_own (all, window);
  remit_audience_reload ();
  remit_print_fill_menu (exports, "win.print-for");
  remit_export_fill_mail (exports, "win.mail");
  remit_export_fill_menu (exports, REMIT_EXPORT_PLAN, "win.export");
  if (has_plan (window))
    add_menu (all, window, G_MENU_MODEL (exports), NULL);
  add_board (all, window);
  return all;
}

/* ── Doing it ─────────────────────────────────────────────────────────────────────────────── */

void
remit_find_command_run (const RemitFindCommand *self,
                        GtkWidget *window)
{
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;
  GtkWidget *owner;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (!g_action_parse_detailed_name (self->action, &name, &target, NULL))
    g_return_if_reached ();
  if (self->view != NULL)
    gtk_widget_activate_action (window, "win.show-view", "s", self->view);
  owner = find_owner (window, name);
  if (owner != NULL)
    gtk_widget_activate_action_variant (owner, name, target);
}

gboolean
remit_find_commands_know (const char *action)
{
  gsize length = strlen (action);

  if (g_str_equal (action, "win.export") || g_str_equal (action, "win.print-for")
      || g_str_equal (action, "win.mail"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strncmp (commands[i].action, action, length) == 0
        && strchr ("(:", commands[i].action[length]) != NULL)
      return TRUE;
  return FALSE;
}
