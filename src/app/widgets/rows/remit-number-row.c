/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for a number or a percentage. */
#include "remit-field-row.h"

struct _RemitNumberRow
{
  AdwActionRow parent_instance;

  RemitFieldLink link;

  GtkSpinButton *spin;
  GtkLabel *unit;
};

static void remit_number_row_field_row_init (RemitFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitNumberRow, remit_number_row, ADW_TYPE_ACTION_ROW,
                               REMIT_IMPLEMENT_FIELD_ROW (remit_number_row_field_row_init))

static void
set_field (RemitFieldRow *row,
           const RemitField *field)
{
  RemitNumberRow *self = REMIT_NUMBER_ROW (row);

  gtk_spin_button_set_range (self->spin, (double) field->minimum, (double) field->maximum);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), field->kind == REMIT_FIELD_PERCENT);
}

/* That sets the text, too, when only that is different. */
static void
show_value (RemitFieldRow *row)
{
  gtk_spin_button_set_value (REMIT_NUMBER_ROW (row)->spin,
                             (double) remit_field_row_get_integer (row));
}

static char *
dup_value (RemitFieldRow *row)
{
  return g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (REMIT_NUMBER_ROW (row)->spin));
}

static void
on_value_changed (RemitFieldRow *row)
{
  if (remit_field_row_touch (row))
    remit_field_row_commit_soon (row);
}

static void
on_left (RemitFieldRow *row)
{
  gtk_spin_button_update (REMIT_NUMBER_ROW (row)->spin);
  remit_field_row_commit (row);
}

static void
remit_number_row_field_row_init (RemitFieldRowInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitNumberRow, link);
  iface->set_field = set_field;
  iface->show_value = show_value;
  iface->dup_value = dup_value;
}

static void
remit_number_row_class_init (RemitNumberRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  remit_field_row_class_init (widget_class, "remit-number-row");
  gtk_widget_class_bind_template_child (widget_class, RemitNumberRow, spin);
  gtk_widget_class_bind_template_child (widget_class, RemitNumberRow, unit);
  gtk_widget_class_bind_template_callback (widget_class, on_value_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
}

static void
remit_number_row_init (RemitNumberRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
