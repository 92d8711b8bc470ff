/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One plan in the list from which the user chooses. */
#include "remit-plan-row.h"

#include <glib/gi18n.h>

struct _RemitPlanRow
{
  GtkListBoxRow parent_instance;

  RemitEntity *plan;

  GtkLabel *name;
  GtkLabel *status;
  GtkImage *check;
};

G_DEFINE_FINAL_TYPE (RemitPlanRow, remit_plan_row, GTK_TYPE_LIST_BOX_ROW)

static void
remit_plan_row_dispose (GObject *object)
{
  g_clear_object (&REMIT_PLAN_ROW (object)->plan);

  G_OBJECT_CLASS (remit_plan_row_parent_class)->dispose (object);
}

static void
remit_plan_row_class_init (RemitPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_plan_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/plans/remit-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPlanRow, name);
  gtk_widget_class_bind_template_child (widget_class, RemitPlanRow, status);
  gtk_widget_class_bind_template_child (widget_class, RemitPlanRow, check);
}

static void
remit_plan_row_init (RemitPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
remit_plan_row_new (RemitEntity *plan)
{
  RemitPlanRow *self = g_object_new (REMIT_TYPE_PLAN_ROW, NULL);

  self->plan = g_object_ref (plan);
  return GTK_WIDGET (self);
}

gint64
remit_plan_row_get_id (RemitPlanRow *self)
{
  g_return_val_if_fail (REMIT_IS_PLAN_ROW (self), 0);

  return remit_entity_get_id (self->plan);
}

/* "Approved · Ada Lovelace, 3 Mar 2026 12:00": who gave it, if anybody is known to have */
static char *
dup_status_and_who (RemitEntity *plan)
{
  const char *by = remit_entity_get_text (plan, REMIT_PLAN_STATUS_BY);
  g_autofree char *status = remit_plan_row_dup_status (plan);
  g_autofree char *time = remit_record_display (remit_entity_get_record (plan),
                                                REMIT_PLAN_STATUS_AT);

  if (*by == '\0')
    return g_steal_pointer (&status);
  /* Translators: the status of a plan, who gave it to it, and when */
  return g_strdup_printf (_ ("%1$s · %2$s, %3$s"), status, by, time);
}

void
remit_plan_row_update (RemitPlanRow *self,
                       gint64 current)
{
  g_autofree char *status = NULL;
  gboolean is_current;

  g_return_if_fail (REMIT_IS_PLAN_ROW (self));

  is_current = remit_plan_row_get_id (self) == current;
  status = dup_status_and_who (self->plan);
  gtk_label_set_label (self->name,
                       remit_entity_get_text (self->plan, REMIT_PLAN_NAME));
  gtk_label_set_label (self->status, status);
  gtk_widget_set_opacity (GTK_WIDGET (self->check), is_current ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               is_current ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                          : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

char *
remit_plan_row_dup_status (RemitEntity *plan)
{
  static const char *const words[][2] = {
    [REMIT_PLAN_STATUS_DRAFT] = { N_ ("Draft"), N_ ("Draft scenario") },
    [REMIT_PLAN_STATUS_IN_REVIEW] = { N_ ("In review"), N_ ("Scenario in review") },
    [REMIT_PLAN_STATUS_APPROVED] = { N_ ("Approved"), N_ ("Approved scenario") },
    [REMIT_PLAN_STATUS_REJECTED] = { N_ ("Rejected"), N_ ("Rejected scenario") },
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
