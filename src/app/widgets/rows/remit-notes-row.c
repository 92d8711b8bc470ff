/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for a text of several lines. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-notes-row.h"

#include "widgets/remit-editor.h"

struct _RemitNotesRow
{
  AdwPreferencesRow parent_instance;

  RemitFieldLink link;
  gboolean dirty;
  gboolean showing;

  GtkLabel *label;
  GtkTextView *view;
};

static void remit_notes_row_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitNotesRow, remit_notes_row, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_notes_row_editor_init))

enum {
  PROP_0,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_error (RemitNotesRow *self,
            const char *message)
{
  const RemitField *field = remit_field_link_get_field (&self->link);

  gtk_label_set_label (self->label, message != NULL  ? message
                                    : field != NULL ? remit_field_get_label (field)
                                                    : "");
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static char *
dup_typed (RemitNotesRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
check (RemitNotesRow *self)
{
  g_autofree char *text = dup_typed (self);
  g_autoptr (GError) error = NULL;

  remit_field_link_check (&self->link, text, &error);
  show_error (self, error != NULL ? error->message : NULL);
  return error == NULL;
}

/* A text view knows the height of its lines only once it has looked at them, in the width
 * it has. */
static gboolean
on_tick (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GdkRectangle place;
  GtkTextIter end;

  if (gtk_widget_get_width (widget) <= 0)
    return G_SOURCE_CONTINUE;
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (widget), &end, &place);
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

static void
show_stored (RemitNotesRow *self)
{
  g_autofree char *text = remit_field_link_dup_text (&self->link);

  self->showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  self->showing = FALSE;
  self->dirty = FALSE;
  show_error (self, NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->view), on_tick, NULL, NULL);
}

static void
on_stored_changed (GtkWidget *widget)
{
  RemitNotesRow *self = REMIT_NOTES_ROW (widget);

  if (!self->dirty)
    show_stored (self);
}

static void
on_changed (RemitNotesRow *self)
{
  if (self->showing)
    return;
  self->dirty = TRUE;
  check (self);
}

static void
commit (RemitNotesRow *self)
{
  g_autofree char *text = dup_typed (self);

  if (!self->dirty || !check (self))
    return;
  self->dirty = !remit_field_link_commit (&self->link, text);
}

static gboolean
revert (RemitEditor *editor)
{
  RemitNotesRow *self = REMIT_NOTES_ROW (editor);

  if (!self->dirty)
    return FALSE;
  show_stored (self);
  return TRUE;
}

static gboolean
on_key_pressed (RemitNotesRow *self,
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
  RemitNotesRow *self = REMIT_NOTES_ROW (editor);

  self->dirty = FALSE;
  remit_field_link_set (&self->link, GTK_WIDGET (self), workspace, entity, on_stored_changed);
}

static void
remit_notes_row_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
  iface->revert = revert;
}

static void
remit_notes_row_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  RemitNotesRow *self = REMIT_NOTES_ROW (object);

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
remit_notes_row_dispose (GObject *object)
{
  remit_field_link_clear (&REMIT_NOTES_ROW (object)->link);

  G_OBJECT_CLASS (remit_notes_row_parent_class)->dispose (object);
}

static void
remit_notes_row_class_init (RemitNotesRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = remit_notes_row_set_property;
  object_class->dispose = remit_notes_row_dispose;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/widgets/rows/remit-notes-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitNotesRow, label);
  gtk_widget_class_bind_template_child (widget_class, RemitNotesRow, view);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, commit);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
remit_notes_row_init (RemitNotesRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
