/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for a number or a percentage. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-number-row.h"

#include "widgets/remit-editor.h"

struct _RemitNumberRow
{
  AdwActionRow parent_instance;

  RemitFieldLink link;
  guint pause;
  gboolean showing;

  GtkSpinButton *spin;
  GtkLabel *unit;
};

static void remit_number_row_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitNumberRow, remit_number_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_number_row_editor_init))

enum {
  PROP_0,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Milliseconds: several clicks on a button are one edit. */
#define PAUSE 700

static void
show_label (RemitNumberRow *self)
{
  const RemitField *field = remit_field_link_get_field (&self->link);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 field != NULL ? remit_field_get_label (field) : "");
}

static void
show_stored (RemitNumberRow *self)
{
  self->showing = TRUE;
  gtk_spin_button_set_value (self->spin, (double) remit_field_link_get_integer (&self->link));
  self->showing = FALSE;
}

/* Who is about to change it is not disturbed. */
static void
on_stored_changed (GtkWidget *widget)
{
  RemitNumberRow *self = REMIT_NUMBER_ROW (widget);

  if (self->pause == 0)
    show_stored (self);
}

static void
commit (RemitNumberRow *self)
{
  g_autofree char *text = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->spin));

  g_clear_handle_id (&self->pause, g_source_remove);
  if (!remit_field_link_commit (&self->link, text))
    show_stored (self);
}

static void
on_pause (gpointer data)
{
  RemitNumberRow *self = REMIT_NUMBER_ROW (data);

  self->pause = 0;
  commit (self);
}

static void
on_value_changed (RemitNumberRow *self)
{
  if (self->showing)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add_once (PAUSE, on_pause, self);
}

static void
on_left (RemitNumberRow *self)
{
  gtk_spin_button_update (self->spin);
  if (self->pause != 0)
    commit (self);
}

static gboolean
revert (RemitEditor *editor)
{
  RemitNumberRow *self = REMIT_NUMBER_ROW (editor);
  g_autofree char *text = remit_field_link_dup_text (&self->link);

  if (self->pause == 0 && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->spin)), text))
    return FALSE;
  g_clear_handle_id (&self->pause, g_source_remove);
  show_stored (self);
  gtk_editable_set_text (GTK_EDITABLE (self->spin), text);
  return TRUE;
}

static gboolean
on_key_pressed (RemitNumberRow *self,
                guint key)
{
  return key == GDK_KEY_Escape && revert (REMIT_EDITOR (self));
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitNumberRow *self = REMIT_NUMBER_ROW (editor);
  const RemitField *field;

  if (self->pause != 0)
    commit (self);
  self->showing = TRUE;
  remit_field_link_set (&self->link, GTK_WIDGET (self), workspace, entity, on_stored_changed);
  field = remit_field_link_get_field (&self->link);
  if (field != NULL)
    {
      gtk_spin_button_set_range (self->spin, (double) field->minimum, (double) field->maximum);
      gtk_widget_set_visible (GTK_WIDGET (self->unit), field->kind == REMIT_FIELD_PERCENT);
      show_stored (self);
    }
  self->showing = FALSE;
  show_label (self);
}

static void
remit_number_row_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
  iface->revert = revert;
}

static void
remit_number_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  RemitNumberRow *self = REMIT_NUMBER_ROW (object);

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
remit_number_row_dispose (GObject *object)
{
  g_clear_handle_id (&REMIT_NUMBER_ROW (object)->pause, g_source_remove);
  remit_field_link_clear (&REMIT_NUMBER_ROW (object)->link);

  G_OBJECT_CLASS (remit_number_row_parent_class)->dispose (object);
}

static void
remit_number_row_class_init (RemitNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = remit_number_row_set_property;
  object_class->dispose = remit_number_row_dispose;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/widgets/rows/remit-number-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitNumberRow, spin);
  gtk_widget_class_bind_template_child (widget_class, RemitNumberRow, unit);
  gtk_widget_class_bind_template_callback (widget_class, on_value_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
remit_number_row_init (RemitNumberRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
