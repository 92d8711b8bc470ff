/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plans of a workspace, to choose one. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-plan-list.h"

#include "remit-plan-row.h"

struct _RemitPlanList
{
  AdwBin parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;

  GtkListBox *list;
  GtkSorter *sorter;
};

G_DEFINE_FINAL_TYPE (RemitPlanList, remit_plan_list, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_WORKSPACE,
  PROP_PLAN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gint64
get_row_id (GtkListBoxRow *row)
{
  return remit_entity_get_id (REMIT_ENTITY (remit_plan_row_get_plan (REMIT_PLAN_ROW (row))));
}

static void
mark_current (RemitPlanList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    remit_plan_row_set_current (REMIT_PLAN_ROW (row), get_row_id (row) == self->plan);
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  RemitPlanList *self = data;
  GtkWidget *row = remit_plan_row_new (item);

  remit_plan_row_set_current (REMIT_PLAN_ROW (row),
                              remit_entity_get_id (item) == self->plan);
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
fill (RemitPlanList *self)
{
  g_autoptr (GtkSortListModel) sorted = NULL;

  if (self->workspace != NULL)
    sorted = gtk_sort_list_model_new (
      g_object_ref (remit_workspace_get_list (self->workspace, REMIT_KIND_PLAN)),
      g_object_ref (self->sorter));
  gtk_list_box_bind_model (self->list, sorted != NULL ? G_LIST_MODEL (sorted) : NULL, create_row,
                           self, NULL);
}

static void
on_row_activated (RemitPlanList *self,
                  GtkListBoxRow *row)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.choose-plan", "x", get_row_id (row));
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
remit_plan_list_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  RemitPlanList *self = REMIT_PLAN_LIST (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_PLAN:
      g_value_set_int64 (value, self->plan);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_plan_list_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  RemitPlanList *self = REMIT_PLAN_LIST (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      if (g_set_object (&self->workspace, g_value_get_object (value)))
        fill (self);
      break;
    case PROP_PLAN:
      self->plan = g_value_get_int64 (value);
      mark_current (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_plan_list_dispose (GObject *object)
{
  RemitPlanList *self = REMIT_PLAN_LIST (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->sorter);

  G_OBJECT_CLASS (remit_plan_list_parent_class)->dispose (object);
}

static void
remit_plan_list_class_init (RemitPlanListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = remit_plan_list_get_property;
  object_class->set_property = remit_plan_list_set_property;
  object_class->dispose = remit_plan_list_dispose;
  widget_class->map = remit_plan_list_map;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, REMIT_TYPE_WORKSPACE, flags);
  properties[PROP_PLAN] = g_param_spec_int64 ("plan", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

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
