/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for a line of text, or a day. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-text-row.h"

#include "widgets/remit-editor.h"

struct _RemitTextRow
{
  AdwEntryRow parent_instance;

  RemitFieldLink link;
  gboolean dirty;
  gboolean showing;

  GtkMenuButton *calendar_button;
  GtkCalendar *calendar;
};

static void remit_text_row_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitTextRow, remit_text_row, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_text_row_editor_init))

enum {
  PROP_0,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_error (RemitTextRow *self,
            const char *message)
{
  const RemitField *field = remit_field_link_get_field (&self->link);
  const char *label = field != NULL ? remit_field_get_label (field) : "";

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), message != NULL ? message : label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), message);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static gboolean
check (RemitTextRow *self)
{
  g_autoptr (GError) error = NULL;

  remit_field_link_check (&self->link, gtk_editable_get_text (GTK_EDITABLE (self)), &error);
  show_error (self, error != NULL ? error->message : NULL);
  return error == NULL;
}

static void
show_stored (RemitTextRow *self)
{
  g_autofree char *text = remit_field_link_dup_text (&self->link);

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->showing = FALSE;
  self->dirty = FALSE;
  show_error (self, NULL);
}

/* Somebody who is typing is not disturbed; what they typed is committed over it, or taken back. */
static void
on_stored_changed (GtkWidget *widget)
{
  RemitTextRow *self = REMIT_TEXT_ROW (widget);

  if (!self->dirty)
    show_stored (self);
}

static void
on_changed (RemitTextRow *self)
{
  if (self->showing)
    return;
  self->dirty = TRUE;
  check (self);
}

static void
commit (RemitTextRow *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self)));

  if (!self->dirty || !check (self))
    return;
  self->dirty = FALSE;
  if (remit_field_link_commit (&self->link, text))
    show_stored (self);
  else
    self->dirty = TRUE;
}

static gboolean
revert (RemitEditor *editor)
{
  RemitTextRow *self = REMIT_TEXT_ROW (editor);

  if (!self->dirty)
    return FALSE;
  show_stored (self);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  return TRUE;
}

static gboolean
on_key_pressed (RemitTextRow *self,
                guint key)
{
  return key == GDK_KEY_Escape && revert (REMIT_EDITOR (self));
}

static void
on_calendar_shown (RemitTextRow *self)
{
  gint64 day = remit_field_link_get_integer (&self->link);
  g_autoptr (GDateTime) date = NULL;
  GDate julian;

  if (day == 0)
    return;
  g_date_set_julian (&julian, (guint32) day);
  date = g_date_time_new_local (g_date_get_year (&julian), (int) g_date_get_month (&julian),
                                g_date_get_day (&julian), 0, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->showing = FALSE;
}

static void
take (RemitTextRow *self,
      const char *text)
{
  gtk_menu_button_popdown (self->calendar_button);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  commit (self);
}

static void
on_day_selected (RemitTextRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  if (!self->showing)
    take (self, text);
}

static void
on_clear_clicked (RemitTextRow *self)
{
  take (self, "");
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitTextRow *self = REMIT_TEXT_ROW (editor);
  const RemitField *field;

  self->dirty = FALSE;
  remit_field_link_set (&self->link, GTK_WIDGET (self), workspace, entity, on_stored_changed);
  field = remit_field_link_get_field (&self->link);
  gtk_widget_set_visible (GTK_WIDGET (self->calendar_button),
                          field != NULL && field->kind == REMIT_FIELD_DATE);
}

static void
remit_text_row_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
  iface->revert = revert;
}

static void
remit_text_row_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  RemitTextRow *self = REMIT_TEXT_ROW (object);

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
remit_text_row_dispose (GObject *object)
{
  remit_field_link_clear (&REMIT_TEXT_ROW (object)->link);

  G_OBJECT_CLASS (remit_text_row_parent_class)->dispose (object);
}

static void
remit_text_row_class_init (RemitTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = remit_text_row_set_property;
  object_class->dispose = remit_text_row_dispose;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/widgets/rows/remit-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitTextRow, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, RemitTextRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, commit);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
}

static void
remit_text_row_init (RemitTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
