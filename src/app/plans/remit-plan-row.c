/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One plan in the list from which the user chooses. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-plan-row.h"

#include <glib/gi18n.h>

struct _RemitPlanRow
{
  GtkListBoxRow parent_instance;

  RemitPlan *plan;
  GtkImage *check;
};

G_DEFINE_FINAL_TYPE (RemitPlanRow, remit_plan_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  PROP_0,
  PROP_PLAN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
get_status (RemitPlanRow *self,
            RemitPlan *plan,
            gint64 status,
            gint64 kind)
{
  return plan != NULL ? remit_plan_row_dup_status (plan) : NULL;
}

static void
remit_plan_row_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_PLAN)
    g_value_set_object (value, REMIT_PLAN_ROW (object)->plan);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_plan_row_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_PLAN)
    g_set_object (&REMIT_PLAN_ROW (object)->plan, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_plan_row_dispose (GObject *object)
{
  g_clear_object (&REMIT_PLAN_ROW (object)->plan);

  G_OBJECT_CLASS (remit_plan_row_parent_class)->dispose (object);
}

static void
remit_plan_row_class_init (RemitPlanRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_plan_row_get_property;
  object_class->set_property = remit_plan_row_set_property;
  object_class->dispose = remit_plan_row_dispose;

  properties[PROP_PLAN] =
    g_param_spec_object ("plan", NULL, NULL, REMIT_TYPE_PLAN,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/plans/remit-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPlanRow, check);
  gtk_widget_class_bind_template_callback (widget_class, get_status);
}

static void
remit_plan_row_init (RemitPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
remit_plan_row_new (RemitPlan *plan)
{
  return g_object_new (REMIT_TYPE_PLAN_ROW, "plan", plan, NULL);
}

RemitPlan *
remit_plan_row_get_plan (RemitPlanRow *self)
{
  g_return_val_if_fail (REMIT_IS_PLAN_ROW (self), NULL);

  return self->plan;
}

void
remit_plan_row_set_current (RemitPlanRow *self,
                            gboolean current)
{
  g_return_if_fail (REMIT_IS_PLAN_ROW (self));

  gtk_widget_set_opacity (GTK_WIDGET (self->check), current ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               current ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                       : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

char *
remit_plan_row_dup_status (RemitPlan *plan)
{
  static const char *const words[][2] = {
    [REMIT_PLAN_STATUS_DRAFT] = { N_ ("Draft"), N_ ("Draft scenario") },
    [REMIT_PLAN_STATUS_PUBLISHED] = { N_ ("Published"), N_ ("Published scenario") },
    [REMIT_PLAN_STATUS_ARCHIVED] = { N_ ("Archived"), N_ ("Archived scenario") },
  };
  gint64 status = remit_entity_get_integer (REMIT_ENTITY (plan), REMIT_PLAN_STATUS);
  gint64 kind = remit_entity_get_integer (REMIT_ENTITY (plan), REMIT_PLAN_KIND);

  g_return_val_if_fail (REMIT_IS_PLAN (plan), NULL);

  return g_strdup (_ (words[status][kind == REMIT_PLAN_KIND_SCENARIO]));
}
