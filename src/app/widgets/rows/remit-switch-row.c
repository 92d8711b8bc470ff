/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for yes or no. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-switch-row.h"

#include "widgets/remit-editor.h"

struct _RemitSwitchRow
{
  AdwActionRow parent_instance;

  RemitFieldLink link;
  gboolean showing;

  GtkSwitch *toggle;
};

static void remit_switch_row_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitSwitchRow, remit_switch_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_switch_row_editor_init))

enum {
  PROP_0,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_label (RemitSwitchRow *self)
{
  const RemitField *field = remit_field_link_get_field (&self->link);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 field != NULL ? remit_field_get_label (field) : "");
}

static void
on_stored_changed (GtkWidget *widget)
{
  RemitSwitchRow *self = REMIT_SWITCH_ROW (widget);

  self->showing = TRUE;
  gtk_switch_set_active (self->toggle, remit_field_link_get_integer (&self->link) != 0);
  self->showing = FALSE;
}

static void
on_toggled (RemitSwitchRow *self)
{
  if (self->showing)
    return;
  if (!remit_field_link_commit (&self->link,
                                gtk_switch_get_active (self->toggle) ? "true" : "false"))
    on_stored_changed (GTK_WIDGET (self));
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitSwitchRow *self = REMIT_SWITCH_ROW (editor);

  remit_field_link_set (&self->link, GTK_WIDGET (self), workspace, entity, on_stored_changed);
  show_label (self);
}

static void
remit_switch_row_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
}

static void
remit_switch_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  RemitSwitchRow *self = REMIT_SWITCH_ROW (object);

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
remit_switch_row_dispose (GObject *object)
{
  remit_field_link_clear (&REMIT_SWITCH_ROW (object)->link);

  G_OBJECT_CLASS (remit_switch_row_parent_class)->dispose (object);
}

static void
remit_switch_row_class_init (RemitSwitchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = remit_switch_row_set_property;
  object_class->dispose = remit_switch_row_dispose;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/widgets/rows/remit-switch-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSwitchRow, toggle);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
remit_switch_row_init (RemitSwitchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
