/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for another entity. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-reference-row.h"

#include "plan/design/remit-design.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/remit-editor.h"

struct _RemitReferenceRow
{
  AdwActionRow parent_instance;

  RemitFieldLink link;

  GtkMenuButton *button;
  RemitEntityPicker *picker;
  GtkButton *clear;
};

static void remit_reference_row_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitReferenceRow, remit_reference_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_reference_row_editor_init))

enum {
  PROP_0,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
on_stored_changed (GtkWidget *widget)
{
  RemitReferenceRow *self = REMIT_REFERENCE_ROW (widget);
  const RemitField *field = remit_field_link_get_field (&self->link);
  gint64 id = remit_field_link_get_integer (&self->link);
  g_autofree char *name = NULL;

  if (field == NULL)
    return;
  if (id != 0)
    name = remit_design_dup_name (self->link.workspace, field->target, id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), remit_field_get_label (field));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), name != NULL && *name != '\0' ? name : "–");
  gtk_widget_set_visible (GTK_WIDGET (self->clear),
                          id != 0 && !(field->flags & REMIT_FIELD_REQUIRED));
}

static void
take (RemitReferenceRow *self,
      gint64 id)
{
  g_autofree char *text = id != 0 ? g_strdup_printf ("%016" G_GINT64_MODIFIER "x", id)
                                  : g_strdup ("");

  remit_field_link_commit (&self->link, text);
}

static void
on_picked (RemitReferenceRow *self,
           gint64 id)
{
  gtk_menu_button_popdown (self->button);
  take (self, id);
}

static void
on_clear (RemitReferenceRow *self)
{
  take (self, 0);
}

/* The list is there while it is looked at. */
static void
on_popover_shown (RemitReferenceRow *self)
{
  const RemitField *field = remit_field_link_get_field (&self->link);

  if (field != NULL)
    remit_entity_picker_show (self->picker, self->link.workspace, field->target,
                              self->link.entity);
}

static void
on_popover_closed (RemitReferenceRow *self)
{
  remit_entity_picker_clear (self->picker);
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitReferenceRow *self = REMIT_REFERENCE_ROW (editor);

  remit_field_link_set (&self->link, GTK_WIDGET (self), workspace, entity, on_stored_changed);
}

static void
remit_reference_row_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
}

static void
remit_reference_row_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  RemitReferenceRow *self = REMIT_REFERENCE_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_free (self->link.name);
      self->link.name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_reference_row_dispose (GObject *object)
{
  remit_field_link_clear (&REMIT_REFERENCE_ROW (object)->link);

  G_OBJECT_CLASS (remit_reference_row_parent_class)->dispose (object);
}

static void
remit_reference_row_class_init (RemitReferenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = remit_reference_row_set_property;
  object_class->dispose = remit_reference_row_dispose;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/widgets/rows/remit-reference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitReferenceRow, button);
  gtk_widget_class_bind_template_child (widget_class, RemitReferenceRow, picker);
  gtk_widget_class_bind_template_child (widget_class, RemitReferenceRow, clear);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_closed);
}

static void
remit_reference_row_init (RemitReferenceRow *self)
{
  g_type_ensure (REMIT_TYPE_ENTITY_PICKER);
  gtk_widget_init_template (GTK_WIDGET (self));
}
