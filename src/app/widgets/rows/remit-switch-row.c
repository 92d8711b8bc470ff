/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for yes or no. */
#include "remit-field-row.h"

struct _RemitSwitchRow
{
  AdwActionRow parent_instance;

  RemitFieldLink link;

  GtkSwitch *toggle;
};

static void remit_switch_row_field_row_init (RemitFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitSwitchRow, remit_switch_row, ADW_TYPE_ACTION_ROW,
                               REMIT_IMPLEMENT_FIELD_ROW (remit_switch_row_field_row_init))

static void
show_value (RemitFieldRow *row)
{
  gtk_switch_set_active (REMIT_SWITCH_ROW (row)->toggle, remit_field_row_get_integer (row) != 0);
}

static char *
dup_value (RemitFieldRow *row)
{
  return g_strdup (gtk_switch_get_active (REMIT_SWITCH_ROW (row)->toggle) ? "true" : "false");
}

static void
remit_switch_row_field_row_init (RemitFieldRowInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitSwitchRow, link);
  iface->show_value = show_value;
  iface->dup_value = dup_value;
}

static void
remit_switch_row_class_init (RemitSwitchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  remit_field_row_class_init (widget_class, "remit-switch-row");
  gtk_widget_class_bind_template_child (widget_class, RemitSwitchRow, toggle);
}

static void
remit_switch_row_init (RemitSwitchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
