/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plans of a workspace, to choose one. */
#include "remit-plan-list.h"

#include <glib/gi18n.h>

struct _RemitPlanList
{
  RemitView parent_instance;

  GtkListBox *list;
  GtkSorter *sorter;
};

G_DEFINE_FINAL_TYPE (RemitPlanList, remit_plan_list, REMIT_TYPE_VIEW)

static gint64
get_plan (GtkListBoxRow *row)
{
  return remit_entity_get_id (g_object_get_data (G_OBJECT (row), "plan"));
}

/* Fills the row again: the plan may have changed, or be no longer the one that is shown. */
static void
update_row (RemitPlanList *self,
            GtkListBoxRow *row)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/remit/Remit/plans/plan-row.ui");
  RemitEntity *plan = g_object_get_data (G_OBJECT (row), "plan");
  g_autofree char *status = remit_plan_list_dup_status (plan);
  gboolean is_current = get_plan (row) == remit_view_get_plan (REMIT_VIEW (self));

  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "name")),
                       remit_entity_get_text (plan, REMIT_PLAN_NAME));
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "status")), status);
  gtk_widget_set_opacity (GTK_WIDGET (gtk_builder_get_object (builder, "check")), is_current);
  gtk_list_box_row_set_child (row, GTK_WIDGET (gtk_builder_get_object (builder, "content")));
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               is_current ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                          : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
remit_plan_list_update (RemitView *view)
{
  RemitPlanList *self = REMIT_PLAN_LIST (view);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    update_row (self, row);
}

static GtkWidget *
create_row (gpointer plan,
            gpointer self)
{
  GtkWidget *row = gtk_list_box_row_new ();

  g_object_set_data_full (G_OBJECT (row), "plan", g_object_ref (plan), g_object_unref);
  update_row (self, GTK_LIST_BOX_ROW (row));
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

  gtk_widget_activate_action (GTK_WIDGET (self), "win.choose-plan", "x", get_plan (row));
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

char *
remit_plan_list_dup_status (RemitEntity *plan)
{
  static const char *const words[][2] = {
    [REMIT_PLAN_STATUS_DRAFT] = { N_ ("Draft"), N_ ("Draft scenario") },
    [REMIT_PLAN_STATUS_PUBLISHED] = { N_ ("Published"), N_ ("Published scenario") },
    [REMIT_PLAN_STATUS_ARCHIVED] = { N_ ("Archived"), N_ ("Archived scenario") },
  };
  gint64 status;
  gint64 kind;

  g_return_val_if_fail (remit_entity_is (plan, REMIT_KIND_PLAN), NULL);

  status = remit_entity_get_integer (plan, REMIT_PLAN_STATUS);
  kind = remit_entity_get_integer (plan, REMIT_PLAN_KIND);
  return g_strdup (_ (words[status][kind == REMIT_PLAN_KIND_SCENARIO]));
}
