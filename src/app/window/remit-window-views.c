/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar, the views, and the inspector beside them. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-window-private.h"

#include <glib/gi18n.h>

#include "board/remit-board-view.h"
#include "conflicts/dialogs/remit-raise-dialog.h"
#include "conflicts/remit-conflicts-view.h"
#include "decisions/remit-decisions-view.h"
#include "findings/remit-findings-view.h"
#include "history/remit-history-view.h"
#include "inspector/remit-inspector.h"
#include "people/remit-people-view.h"
#include "roles/remit-roles-view.h"
#include "welcome/remit-welcome.h"

static const struct {
  const char *name;
  GType (*get_type) (void);
} view_types[] = {
  { "board", remit_board_view_get_type },
  { "decisions", remit_decisions_view_get_type },
  { "conflicts", remit_conflicts_view_get_type },
  { "findings", remit_findings_view_get_type },
  { "people", remit_people_view_get_type },
  { "roles", remit_roles_view_get_type },
  { "history", remit_history_view_get_type },
};

static GtkWidget *
create_bound (RemitWindow *self,
              GType type)
{
  return GTK_WIDGET (remit_view_new (type, G_OBJECT (self)));
}

/* There is nothing to show on a board without a plan, so there the user is shown how to get one. */
static GType
get_wanted_type (RemitWindow *self,
                 const char *name)
{
  if (self->plan == 0 && g_str_equal (name, "board"))
    return REMIT_TYPE_WELCOME;
  for (guint i = 0; i < G_N_ELEMENTS (view_types); i++)
    if (g_str_equal (view_types[i].name, name))
      return view_types[i].get_type ();
  g_assert_not_reached ();
}

/* Views are made when they are shown for the first time. */
void
remit_window_views_update (RemitWindow *self)
{
  AdwBin *place = ADW_BIN (adw_view_stack_get_visible_child (self->views));
  const char *name = adw_view_stack_get_visible_child_name (self->views);
  GType wanted = get_wanted_type (self, name);

  if (self->workspace == NULL)
    return;
  if (G_TYPE_CHECK_INSTANCE_TYPE (adw_bin_get_child (place), wanted))
    return;

  adw_bin_set_child (place, create_bound (self, wanted));
}

static int
find_view (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (view_types); i++)
    if (g_str_equal (view_types[i].name, name))
      return (int) i;
  return -1;
}

static void
on_view_changed (RemitWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->navigation, find_view (name));

  if (row != NULL)
    gtk_list_box_select_row (self->navigation, row);
  remit_window_views_update (self);
}

static void
on_row_selected (RemitWindow *self,
                 GtkListBoxRow *row)
{
  if (row != NULL)
    adw_view_stack_set_visible_child_name (self->views,
                                           view_types[gtk_list_box_row_get_index (row)].name);
}

static void
on_row_activated (RemitWindow *self)
{
  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
}

static GtkWidget *
show_view (RemitWindow *self,
           const char *name)
{
  adw_view_stack_set_visible_child_name (self->views, name);
  return adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (self->views)));
}

/* With a key: the keyboard goes along, if the view has a use for it. */
static void
on_show_view (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);

  if (find_view (name) >= 0)
    gtk_widget_grab_focus (show_view (REMIT_WINDOW (widget), name));
  else
    g_warning ("There is no view “%s”", name);
}

/* Where something is mended: a decision in the matrix, a slot on the board, all else beside. */
static void
on_show_place (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  int kind;
  int holder_kind;
  gint64 id;
  gint64 holder;

  g_variant_get (parameter, "(ixix)", &kind, &id, &holder_kind, &holder);
  if (kind == REMIT_KIND_CONFLICT)
    show_view (self, "conflicts");
  else if (kind == REMIT_KIND_DECISION)
    remit_view_show_entity (REMIT_VIEW (show_view (self, "decisions")), REMIT_KIND_DECISION, id,
                            (RemitKind) holder_kind, holder);
  else if (kind == REMIT_KIND_SLOT && self->plan != 0)
    remit_view_show_entity (REMIT_VIEW (show_view (self, "board")), REMIT_KIND_SLOT, id,
                            REMIT_KIND_NONE, 0);
  gtk_widget_activate_action (widget, "win.inspect", "(ix)", kind, id);
}

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
  adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
  remit_inspector_show (REMIT_INSPECTOR (adw_bin_get_child (self->inspector_place)),
                        (RemitKind) kind, id);
  remit_window_room_update (self);
}

/* All that ever happened to what has this kind and id. */
static void
on_show_story (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  gint64 id;
  int kind;

  g_variant_get (parameter, "(ix)", &kind, &id);
  remit_view_show_entity (REMIT_VIEW (show_view (self, "history")), (RemitKind) kind, id,
                          REMIT_KIND_NONE, 0);
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
  show_view (self, "conflicts");
  gtk_widget_activate_action (widget, "win.inspect", "(ix)", (int) REMIT_KIND_CONFLICT, id);
}

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

/* By keyboard, from what is to be edited to its first field. */
static void
on_enter_inspector (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  GtkWidget *inspector = adw_bin_get_child (self->inspector_place);

  if (inspector == NULL)
    return;
  g_set_weak_pointer (&self->inspected_from, gtk_root_get_focus (GTK_ROOT (self)));
  remit_inspector_focus (REMIT_INSPECTOR (inspector));
}

/* The keyboard goes back to where it came from. */
static void
on_close_inspector (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (self->inspected_from != NULL && focus != NULL
      && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->inspector_place)))
    gtk_widget_grab_focus (self->inspected_from);
  g_clear_weak_pointer (&self->inspected_from);
  adw_flap_set_reveal_flap (self->inspector_flap, FALSE);
}

static void
on_inspector_revealed (RemitWindow *self)
{
  if (adw_flap_get_reveal_flap (self->inspector_flap)
      && adw_bin_get_child (self->inspector_place) == NULL)
    adw_bin_set_child (self->inspector_place, create_bound (self, REMIT_TYPE_INSPECTOR));
}

/* Whether no sidebar stands before the views, with the buttons of the window that belong there. */
static gboolean
is_at_start (RemitWindow *self,
             gboolean revealed,
             gboolean folded)
{
  return !revealed || folded;
}

static void
on_toggle_sidebar (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);

  adw_flap_set_reveal_flap (self->sidebar_flap, !adw_flap_get_reveal_flap (self->sidebar_flap));
}

static void
on_focus_search (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  GtkWidget *view = adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (self->views)));

  if (view != NULL)
    remit_view_focus_search (REMIT_VIEW (view));
}

static GtkWidget *
create_badge (RemitWindow *self)
{
  GtkWidget *badge = gtk_label_new (NULL);

  self->badge = GTK_LABEL (badge);
  gtk_widget_add_css_class (badge, "remit-badge");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (badge, FALSE);
  return badge;
}

void
remit_window_views_update_badge (RemitWindow *self)
{
  guint n = self->watch != NULL ? remit_due_watch_count (self->watch, self->plan) : 0;
  g_autofree char *number = g_strdup_printf ("%'u", n);
  g_autofree char *words = g_strdup_printf (ngettext ("%'u conflict is due today",
                                                      "%'u conflicts are due today", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->badge), n > 0);
  gtk_label_set_label (self->badge, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->badge), words);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_ancestor (GTK_WIDGET (self->badge), GTK_TYPE_LIST_BOX_ROW)),
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, n > 0 ? words : "", -1);
}

static GtkWidget *
create_row (RemitWindow *self,
            AdwViewStackPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (adw_view_stack_page_get_icon_name (page));
  GtkWidget *label = gtk_label_new (adw_view_stack_page_get_title (page));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  if (g_str_equal (adw_view_stack_page_get_name (page), "conflicts"))
    gtk_box_append (GTK_BOX (box), create_badge (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  return row;
}

static void
fill_navigation (RemitWindow *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->views);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      g_assert (g_str_equal (adw_view_stack_page_get_name (page), view_types[i].name));
      gtk_list_box_append (self->navigation, create_row (self, page));
    }
}

void
remit_window_views_hide (RemitWindow *self,
                         const char *name)
{
  adw_view_stack_page_set_visible (
    adw_view_stack_get_page (self->views, adw_view_stack_get_child_by_name (self->views, name)),
    FALSE);
  gtk_widget_set_visible (
    GTK_WIDGET (gtk_list_box_get_row_at_index (self->navigation, find_view (name))), FALSE);
}

void
remit_window_views_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, is_at_start);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_inspector_revealed);
  gtk_widget_class_install_action (widget_class, "win.show-view", "s", on_show_view);
  gtk_widget_class_install_action (widget_class, "win.inspect", "(ix)", on_inspect);
  gtk_widget_class_install_action (widget_class, "win.show-conflict", "x", on_show_conflict);
  gtk_widget_class_install_action (widget_class, "win.show-story", "(ix)", on_show_story);
  gtk_widget_class_install_action (widget_class, "win.raise-conflict", "(ix)", on_raise_conflict);
  gtk_widget_class_install_action (widget_class, "win.show-place", "(ixix)", on_show_place);
  gtk_widget_class_install_action (widget_class, "win.enter-inspector", NULL, on_enter_inspector);
  gtk_widget_class_install_action (widget_class, "win.close-inspector", NULL, on_close_inspector);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, on_toggle_sidebar);
  gtk_widget_class_install_action (widget_class, "win.focus-search", NULL, on_focus_search);
}

void
remit_window_views_init (RemitWindow *self)
{
  fill_navigation (self);
  on_view_changed (self);
}
