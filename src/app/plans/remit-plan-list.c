/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plans of a workspace, to choose one. */
#include "remit-plan-list.h"

#include "remit-plan-row.h"

struct _RemitPlanList
{
  RemitView parent_instance;

  GtkListBox *list;
  GtkSorter *sorter;
};

G_DEFINE_FINAL_TYPE (RemitPlanList, remit_plan_list, REMIT_TYPE_VIEW)

static void
remit_plan_list_update (RemitView *view)
{
  GtkListBoxRow *row;

  for (int i = 0;
       (row = gtk_list_box_get_row_at_index (REMIT_PLAN_LIST (view)->list, i)) != NULL; i++)
    remit_plan_row_update (REMIT_PLAN_ROW (row), remit_view_get_plan (view));
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  GtkWidget *row = remit_plan_row_new (item);

  remit_plan_row_update (REMIT_PLAN_ROW (row), remit_view_get_plan (data));
  return row;
}

static gboolean
is_archived (RemitEntity *plan)
{
  return remit_entity_get_integer (plan, REMIT_PLAN_STATUS) == REMIT_PLAN_STATUS_ARCHIVED;
}

/* Archived plans come last, the others by name. */
static int
compare_plans (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  RemitEntity *first = (RemitEntity *) a;
  RemitEntity *second = (RemitEntity *) b;

  if (is_archived (first) != is_archived (second))
    return is_archived (first) ? 1 : -1;
  return g_utf8_collate (remit_entity_get_text (first, REMIT_PLAN_NAME),
                         remit_entity_get_text (second, REMIT_PLAN_NAME));
}

static void
remit_plan_list_show_workspace (RemitView *view,
                                RemitWorkspace *workspace)
{
  RemitPlanList *self = REMIT_PLAN_LIST (view);
  g_autoptr (GtkSortListModel) sorted = NULL;

  if (workspace != NULL)
    sorted = gtk_sort_list_model_new (
      g_object_ref (remit_workspace_get_list (workspace, REMIT_KIND_PLAN)),
      g_object_ref (self->sorter));
  gtk_list_box_bind_model (self->list, sorted != NULL ? G_LIST_MODEL (sorted) : NULL, create_row,
                           self, NULL);
}

static void
on_row_activated (RemitPlanList *self,
                  GtkListBoxRow *row)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.choose-plan", "x",
                              remit_plan_row_get_id (REMIT_PLAN_ROW (row)));
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/* Names may have changed since the list was seen last. */
static void
remit_plan_list_map (GtkWidget *widget)
{
  gtk_sorter_changed (REMIT_PLAN_LIST (widget)->sorter, GTK_SORTER_CHANGE_DIFFERENT);

  GTK_WIDGET_CLASS (remit_plan_list_parent_class)->map (widget);
}

static void
remit_plan_list_dispose (GObject *object)
{
  g_clear_object (&REMIT_PLAN_LIST (object)->sorter);

  G_OBJECT_CLASS (remit_plan_list_parent_class)->dispose (object);
}

static void
remit_plan_list_class_init (RemitPlanListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_plan_list_dispose;
  widget_class->map = remit_plan_list_map;
  REMIT_VIEW_CLASS (klass)->show_workspace = remit_plan_list_show_workspace;
  REMIT_VIEW_CLASS (klass)->update = remit_plan_list_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/plans/remit-plan-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPlanList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
remit_plan_list_init (RemitPlanList *self)
{
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_plans, NULL, NULL));
  gtk_widget_init_template (GTK_WIDGET (self));
}
