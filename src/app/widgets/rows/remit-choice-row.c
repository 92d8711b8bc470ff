/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for one of a few choices. */
#include "remit-field-row.h"
#include "widgets/pickers/remit-choices.h"

struct _RemitChoiceRow
{
  AdwComboRow parent_instance;

  RemitFieldLink link;
};

static void remit_choice_row_field_row_init (RemitFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitChoiceRow, remit_choice_row, ADW_TYPE_COMBO_ROW,
                               REMIT_IMPLEMENT_FIELD_ROW (remit_choice_row_field_row_init))

static void
set_field (RemitFieldRow *row,
           const RemitField *field)
{
  g_autoptr (GListModel) choices = remit_choices_new (field->choices + field->minimum);

  adw_combo_row_set_model (ADW_COMBO_ROW (row), choices);
}

static void
show_value (RemitFieldRow *row)
{
  if (remit_field_row_get_entity (row) != NULL)
    adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                                (guint) (remit_field_row_get_integer (row)
                                         - remit_field_row_get_field (row)->minimum));
}

static char *
dup_value (RemitFieldRow *row)
{
  const RemitField *field = remit_field_row_get_field (row);

  return g_strdup (
    field->choices[field->minimum + adw_combo_row_get_selected (ADW_COMBO_ROW (row))].nick);
}

static void
remit_choice_row_field_row_init (RemitFieldRowInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitChoiceRow, link);
  iface->set_field = set_field;
  iface->show_value = show_value;
  iface->dup_value = dup_value;
}

static void
remit_choice_row_class_init (RemitChoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  remit_field_row_class_init (widget_class, "remit-choice-row");
}

static void
remit_choice_row_init (RemitChoiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
