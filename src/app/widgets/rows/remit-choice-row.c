/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for one of a few choices. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-choice-row.h"

#include <glib/gi18n.h>
#include "widgets/remit-editor.h"

struct _RemitChoiceRow
{
  AdwComboRow parent_instance;

  RemitFieldLink link;
  gboolean showing;
};

static void remit_choice_row_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitChoiceRow, remit_choice_row, ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_choice_row_editor_init))

enum {
  PROP_0,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_label (RemitChoiceRow *self)
{
  const RemitField *field = remit_field_link_get_field (&self->link);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 field != NULL ? remit_field_get_label (field) : "");
}

static void
on_stored_changed (GtkWidget *widget)
{
  RemitChoiceRow *self = REMIT_CHOICE_ROW (widget);
  const RemitField *field = remit_field_link_get_field (&self->link);

  if (field == NULL)
    return;
  self->showing = TRUE;
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (self),
      (guint) (remit_field_link_get_integer (&self->link) - field->minimum));
  self->showing = FALSE;
}

static void
on_selected (RemitChoiceRow *self)
{
  const RemitField *field = remit_field_link_get_field (&self->link);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->showing || field == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (!remit_field_link_commit (&self->link, field->choices[field->minimum + selected].nick))
    on_stored_changed (GTK_WIDGET (self));
}

static GListModel *
create_choices (const RemitField *field)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  for (const RemitChoice *choice = field->choices + field->minimum; choice->nick != NULL; choice++)
    gtk_string_list_append (choices, g_dgettext (GETTEXT_PACKAGE, choice->label));
  return G_LIST_MODEL (choices);
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitChoiceRow *self = REMIT_CHOICE_ROW (editor);
  g_autoptr (GListModel) choices = NULL;

  self->showing = TRUE;
  remit_field_link_set (&self->link, GTK_WIDGET (self), workspace, entity, on_stored_changed);
  if (entity != NULL)
    choices = create_choices (remit_field_link_get_field (&self->link));
  self->showing = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), choices);
  on_stored_changed (GTK_WIDGET (self));
  self->showing = FALSE;
  show_label (self);
}

static void
remit_choice_row_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
}

static void
remit_choice_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  RemitChoiceRow *self = REMIT_CHOICE_ROW (object);

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
remit_choice_row_dispose (GObject *object)
{
  remit_field_link_clear (&REMIT_CHOICE_ROW (object)->link);

  G_OBJECT_CLASS (remit_choice_row_parent_class)->dispose (object);
}

static void
remit_choice_row_class_init (RemitChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = remit_choice_row_set_property;
  object_class->dispose = remit_choice_row_dispose;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/widgets/rows/remit-choice-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
remit_choice_row_init (RemitChoiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
