/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conflicts of a plan, with their clocks. */
#include "remit-conflicts-view.h"

#include <glib/gi18n.h>

#include "conflicts/list/remit-conflict-charts.h"
#include "conflicts/list/remit-conflict-filter.h"
#include "conflicts/list/remit-conflict-row.h"
#include "library/remit-library-dialog.h"
#include "plan/conflict/remit-conflict-list.h"
#include "plan/design/remit-design.h"
#include "widgets/remit-announce.h"
#include "widgets/remit-edits.h"
#include "widgets/scrolling/remit-list-focus.h"

/* Of a long list, a list view makes two hundred rows at once, of which ten are seen: so it is given
 * so many, and more of them as one comes near the end. */
#define FIRST_ROWS 40
#define HEIGHTS_AHEAD 3

struct _RemitConflictsView
{
  RemitView parent_instance;

  RemitConflictList *conflicts;
  GtkSliceListModel *slice; /* what the list has of them */

  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list;
  GtkSearchEntry *search;
  GtkDropDown *shown;
  GtkDropDown *order;
  RemitConflictFilter *filter;
  GtkLabel *summary;
  GtkSpinner *searching;
  GtkPopover *charts_popover;
  GtkMenuButton *ladders;
};

G_DEFINE_FINAL_TYPE (RemitConflictsView, remit_conflicts_view, REMIT_TYPE_VIEW)

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static void
on_setup (RemitConflictsView *self G_GNUC_UNUSED,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (REMIT_TYPE_CONFLICT_ROW, NULL));
}

static void
on_bind (RemitConflictsView *self,
         GtkListItem *item)
{
  remit_conflict_row_bind (REMIT_CONFLICT_ROW (gtk_list_item_get_child (item)),
                           remit_view_get_workspace (REMIT_VIEW (self)),
                           gtk_list_item_get_item (item));
}

static void
on_unbind (RemitConflictsView *self G_GNUC_UNUSED,
           GtkListItem *item)
{
  remit_conflict_row_bind (REMIT_CONFLICT_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
on_activate (RemitConflictsView *self,
             guint position)
{
  g_autoptr (RemitEntity) conflict = g_list_model_get_item (G_LIST_MODEL (self->conflicts),
                                                            position);

  if (conflict != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)",
                                (int) REMIT_KIND_CONFLICT, remit_entity_get_id (conflict));
}

static void
on_scrolled (RemitConflictsView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double height = gtk_adjustment_get_page_size (adjustment);
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment)
                - height;
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (height > 0 && left < HEIGHTS_AHEAD * height
      && size < g_list_model_get_n_items (G_LIST_MODEL (self->conflicts)))
    gtk_slice_list_model_set_size (self->slice, 2 * size);
}

static void
on_charts_shown (RemitConflictsView *self)
{
  RemitView *view = REMIT_VIEW (self);

  if (remit_view_has_plan (view))
    remit_conflict_charts_show (self->charts_popover, remit_view_get_workspace (view),
                                remit_view_get_plan (view));
}

/* ── Content ──────────────────────────────────────────────────────────────────────────────── */

static const char *
get_page (RemitConflictsView *self,
          guint n,
          gboolean is_searching)
{
  if (remit_view_get_plan (REMIT_VIEW (self)) == 0)
    return "no-plan";
  /* that there are none is said when it is known */
  if (n > 0 || is_searching)
    return "list";
  return remit_conflict_list_has_any (self->conflicts) ? "none-found" : "none";
}

static void
update (RemitConflictsView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->conflicts));
  g_autofree char *summary = g_strdup_printf (ngettext ("%'u conflict", "%'u conflicts", n), n);
  gboolean is_searching;

  g_object_get (self->conflicts, "searching", &is_searching, NULL);
  gtk_label_set_label (self->summary, summary);
  if (!is_searching)
    remit_announce_found (GTK_WIDGET (self->search), summary);
  gtk_spinner_set_spinning (self->searching, is_searching);
  gtk_widget_set_visible (GTK_WIDGET (self->searching), is_searching);
  gtk_stack_set_visible_child_name (self->stack, get_page (self, n, is_searching));
}

static void
on_shown (RemitConflictsView *self)
{
  remit_conflict_list_set_shown (self->conflicts,
                                 (RemitConflictsShown) gtk_drop_down_get_selected (self->shown));
  update (self);
}

static void
on_order (RemitConflictsView *self)
{
  remit_conflict_list_set_order (self->conflicts,
                                 (RemitConflictsOrder) gtk_drop_down_get_selected (self->order));
}

static void
on_filter (RemitConflictsView *self)
{
  remit_conflict_filter_apply (self->filter, self->conflicts);
  update (self);
}

static void
on_search (RemitConflictsView *self)
{
  remit_conflict_list_set_words (self->conflicts,
                                 gtk_editable_get_text (GTK_EDITABLE (self->search)));
  update (self);
}

/* What is closed is shown when nothing else is left to clear. */
static void
on_clear_filters (GtkWidget *widget,
                  const char *name G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  RemitConflictsView *self = REMIT_CONFLICTS_VIEW (widget);
  gboolean was_searched = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (!remit_conflict_filter_clear (self->filter) && !was_searched)
    gtk_drop_down_set_selected (self->shown, REMIT_CONFLICTS_ALL);
  /* the button that was pressed is of no use any longer */
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* ── Ladders ──────────────────────────────────────────────────────────────────────────────── */

/* The ladders of the plan, each to be looked at, and one more. */
static void
fill_ladders (GtkMenuButton *button,
              gpointer data)
{
  RemitView *view = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GPtrArray) ladders = NULL;

  if (remit_view_has_plan (view))
    ladders = remit_design_get_parts (remit_view_get_workspace (view), REMIT_KIND_LADDER,
                                      remit_view_get_plan (view));
  for (guint i = 0; ladders != NULL && i < ladders->len; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (
        remit_entity_get_text (ladders->pdata[i], REMIT_LADDER_NAME), NULL);

      g_menu_item_set_action_and_target (item, "win.inspect", "(ix)", (int) REMIT_KIND_LADDER,
                                         remit_entity_get_id (ladders->pdata[i]));
      g_menu_append_item (all, item);
    }
  g_menu_append (more, _ ("_New Ladder"), "view.add-ladder");
  g_menu_append (more, _ ("_Add From Library…"), "view.take-ladders");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
on_add_ladder (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  RemitView *view = REMIT_VIEW (widget);
  g_autoptr (RemitRecord) ladder = remit_record_new (REMIT_KIND_LADDER);

  if (!remit_view_has_plan (view))
    return;
  remit_record_set_integer (ladder, REMIT_LADDER_PLAN, remit_view_get_plan (view));
  remit_record_set_text (ladder, REMIT_LADDER_NAME, _ ("New ladder"));
  remit_view_create_entity (view, ladder);
}

static void
on_take_ladders (GtkWidget *widget,
                 const char *name G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  RemitView *view = REMIT_VIEW (widget);

  if (remit_view_has_plan (view))
    remit_library_dialog_present (widget, remit_view_get_workspace (view), REMIT_KIND_LADDER,
                                  remit_view_get_plan (view), 0);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_conflicts_view_show_plan (RemitView *view,
                                RemitWorkspace *workspace,
                                gint64 plan)
{
  static const char *const edits[] = { "view.add-ladder", "view.take-ladders", NULL };
  RemitConflictsView *self = REMIT_CONFLICTS_VIEW (view);

  remit_edits_enable (GTK_WIDGET (self), workspace, edits);
  gtk_slice_list_model_set_size (self->slice, FIRST_ROWS);
  remit_conflict_filter_set_plan (self->filter, workspace, plan);
  remit_conflict_list_set_plan (self->conflicts, workspace, plan);
  update (self);
}

/* One that is far down in a long list is shown in its details alone: to look for it would load all
 * before it. */
static void
remit_conflicts_view_show_entity (RemitView *view,
                                  RemitKind kind,
                                  gint64 id,
                                  RemitKind other_kind,
                                  gint64 other)
{
  RemitConflictsView *self = REMIT_CONFLICTS_VIEW (view);
  GtkSelectionModel *model = gtk_list_view_get_model (self->list);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->slice)); i++)
    {
      g_autoptr (RemitEntity) conflict = g_list_model_get_item (G_LIST_MODEL (self->slice), i);

      if (conflict == NULL || remit_entity_get_id (conflict) != id)
        continue;
      gtk_selection_model_select_item (model, i, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
      return;
    }
}

static gboolean
remit_conflicts_view_take_focus (RemitView *view)
{
  RemitConflictsView *self = REMIT_CONFLICTS_VIEW (view);

  return gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->list))
                                    && g_list_model_get_n_items (G_LIST_MODEL (self->conflicts)) > 0
                                  ? GTK_WIDGET (self->list)
                                  : GTK_WIDGET (self->search));
}

static void
remit_conflicts_view_dispose (GObject *object)
{
  RemitConflictsView *self = REMIT_CONFLICTS_VIEW (object);

  if (self->conflicts != NULL)
    remit_conflict_list_set_plan (self->conflicts, NULL, 0);
  g_clear_object (&self->slice);
  g_clear_object (&self->conflicts);

  G_OBJECT_CLASS (remit_conflicts_view_parent_class)->dispose (object);
}

static void
remit_conflicts_view_class_init (RemitConflictsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_conflicts_view_dispose;
  REMIT_VIEW_CLASS (klass)->show_plan = remit_conflicts_view_show_plan;
  REMIT_VIEW_CLASS (klass)->show_entity = remit_conflicts_view_show_entity;
  REMIT_VIEW_CLASS (klass)->take_focus = remit_conflicts_view_take_focus;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/conflicts/remit-conflicts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitConflictsView, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictsView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictsView, list);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictsView, search);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictsView, shown);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictsView, order);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictsView, filter);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictsView, summary);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictsView, searching);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictsView, charts_popover);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictsView, ladders);
  gtk_widget_class_install_action (widget_class, "view.add-ladder", NULL, on_add_ladder);
  gtk_widget_class_install_action (widget_class, "view.take-ladders", NULL, on_take_ladders);
  gtk_widget_class_install_action (widget_class, "view.clear-filters", NULL, on_clear_filters);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_charts_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_order);
  gtk_widget_class_bind_template_callback (widget_class, on_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
}

static void
remit_conflicts_view_init (RemitConflictsView *self)
{
  GtkSelectionModel *selection;
  GtkAdjustment *adjustment;

  /* before the template, whose choices are heard */
  self->conflicts = remit_conflict_list_new ();
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->conflicts)), 0,
                                          FIRST_ROWS);
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_list_focus_keep_in_sight (GTK_WIDGET (self->list));
  gtk_menu_button_set_create_popup_func (self->ladders, fill_ladders, self, NULL);
  selection = GTK_SELECTION_MODEL (
    gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->slice))));
  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_list_view_set_model (self->list, selection);
  g_object_unref (selection);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conflicts, "notify", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
