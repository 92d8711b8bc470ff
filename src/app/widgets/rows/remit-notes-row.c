/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for a text of several lines. */
#include "remit-field-row.h"

struct _RemitNotesRow
{
  AdwPreferencesRow parent_instance;

  RemitFieldLink link;

  GtkTextView *view;
};

static void remit_notes_row_field_row_init (RemitFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitNotesRow, remit_notes_row, ADW_TYPE_PREFERENCES_ROW,
                               REMIT_IMPLEMENT_FIELD_ROW (remit_notes_row_field_row_init))

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
show_value (RemitFieldRow *row)
{
  RemitNotesRow *self = REMIT_NOTES_ROW (row);
  g_autofree char *text = remit_field_row_dup_text (row);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->view), on_tick, NULL, NULL);
}

static char *
dup_value (RemitFieldRow *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (REMIT_NOTES_ROW (row)->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
remit_notes_row_field_row_init (RemitFieldRowInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitNotesRow, link);
  iface->is_typed = TRUE;
  iface->show_value = show_value;
  iface->dup_value = dup_value;
}

static void
remit_notes_row_class_init (RemitNotesRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  remit_field_row_class_init (widget_class, "remit-notes-row");
  gtk_widget_class_bind_template_child (widget_class, RemitNotesRow, view);
}

static void
remit_notes_row_init (RemitNotesRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
