/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for another entity. */
#include "remit-field-row.h"

#include "plan/design/remit-design.h"
#include "widgets/pickers/remit-entity-picker.h"

struct _RemitReferenceRow
{
  AdwActionRow parent_instance;

  RemitFieldLink link;
  gint64 id;

  RemitEntityPicker *picker;
  GtkButton *clear;
};

static void remit_reference_row_field_row_init (RemitFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitReferenceRow, remit_reference_row, ADW_TYPE_ACTION_ROW,
                               REMIT_IMPLEMENT_FIELD_ROW (remit_reference_row_field_row_init))

static void
show_value (RemitFieldRow *row)
{
  RemitReferenceRow *self = REMIT_REFERENCE_ROW (row);
  const RemitField *field = remit_field_row_get_field (row);
  g_autofree char *name = NULL;

  self->id = remit_field_row_get_integer (row);
  if (self->id != 0)
    name = remit_design_dup_name (remit_field_row_get_workspace (row), field->target, self->id);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), name != NULL && *name != '\0' ? name : "–");
  gtk_widget_set_visible (GTK_WIDGET (self->clear),
                          self->id != 0 && !(field->flags & REMIT_FIELD_REQUIRED));
}

static char *
dup_value (RemitFieldRow *row)
{
  gint64 id = REMIT_REFERENCE_ROW (row)->id;

  return id != 0 ? g_strdup_printf ("%016" G_GINT64_MODIFIER "x", id) : g_strdup ("");
}

static void
on_picked (RemitReferenceRow *self,
           gint64 id)
{
  self->id = id;
  remit_field_row_take (REMIT_FIELD_ROW (self));
}

static void
on_clear (RemitReferenceRow *self)
{
  self->id = 0;
  remit_field_row_take (REMIT_FIELD_ROW (self));
}

/* The list is there while it is looked at. */
static void
on_popover_shown (RemitReferenceRow *self)
{
  RemitFieldRow *row = REMIT_FIELD_ROW (self);

  if (remit_field_row_get_entity (row) != NULL)
    remit_entity_picker_show (self->picker, remit_field_row_get_workspace (row),
                              remit_field_row_get_field (row)->target,
                              remit_field_row_get_entity (row));
}

static void
remit_reference_row_field_row_init (RemitFieldRowInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitReferenceRow, link);
  iface->show_value = show_value;
  iface->dup_value = dup_value;
}

static void
remit_reference_row_class_init (RemitReferenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  remit_field_row_class_init (widget_class, "remit-reference-row");
  gtk_widget_class_bind_template_child (widget_class, RemitReferenceRow, picker);
  gtk_widget_class_bind_template_child (widget_class, RemitReferenceRow, clear);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
}

static void
remit_reference_row_init (RemitReferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
