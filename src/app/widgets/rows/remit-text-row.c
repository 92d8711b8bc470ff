/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for a line of text, a day, or a span of time, which is in words. */
#include "model/remit-duration.h"
#include "model/remit-money.h"
#include "remit-field-row.h"

#include "widgets/remit-text.h"

struct _RemitTextRow
{
  AdwEntryRow parent_instance;

  RemitFieldLink link;
  gboolean is_marking; /* the day in the calendar */

  GtkMenuButton *calendar_button;
  GtkCalendar *calendar;
};

static void remit_text_row_field_row_init (RemitFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitTextRow, remit_text_row, ADW_TYPE_ENTRY_ROW,
                               REMIT_IMPLEMENT_FIELD_ROW (remit_text_row_field_row_init))

static void
set_field (RemitFieldRow *row,
           const RemitField *field)
{
  gtk_widget_set_visible (GTK_WIDGET (REMIT_TEXT_ROW (row)->calendar_button),
                          field->kind == REMIT_FIELD_DATE);
}

static gboolean
is_duration (RemitFieldRow *row)
{
  const RemitField *field = remit_field_row_get_field (row);

  return field != NULL && field->kind == REMIT_FIELD_DURATION;
}

static gboolean
is_money (RemitFieldRow *row)
{
  const RemitField *field = remit_field_row_get_field (row);

  return field != NULL && (field->flags & REMIT_FIELD_MONEY);
}

static char *
dup_shown (RemitFieldRow *row)
{
  gint64 minutes = is_duration (row) ? remit_field_row_get_integer (row) : 0;

  return minutes != 0 ? remit_duration_display (minutes) : remit_field_row_dup_text (row);
}

static void
show_value (RemitFieldRow *row)
{
  g_autofree char *text = dup_shown (row);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  if (gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    gtk_editable_set_position (GTK_EDITABLE (row), -1);
}

static char *
dup_value (RemitFieldRow *row)
{
  g_autofree char *text = remit_text_dup_line (row);

  if (is_duration (row))
    return remit_duration_dup_file_text (text);
  return is_money (row) ? remit_money_dup_file_text (text) : g_steal_pointer (&text);
}

static void
on_calendar_shown (RemitTextRow *self)
{
  gint64 day = remit_field_row_get_integer (REMIT_FIELD_ROW (self));
  g_autoptr (GDateTime) date = NULL;
  GDate julian;

  if (day == 0)
    return;
  g_date_set_julian (&julian, (guint32) day);
  date = g_date_time_new_local (g_date_get_year (&julian), (int) g_date_get_month (&julian),
                                g_date_get_day (&julian), 0, 0, 0);
  self->is_marking = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->is_marking = FALSE;
}

static void
take (RemitTextRow *self,
      const char *text)
{
  gtk_menu_button_popdown (self->calendar_button);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  remit_field_row_commit (REMIT_FIELD_ROW (self));
}

static void
on_day_selected (RemitTextRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  if (!self->is_marking)
    take (self, text);
}

static void
on_clear_clicked (RemitTextRow *self)
{
  take (self, "");
}

static void
remit_text_row_field_row_init (RemitFieldRowInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitTextRow, link);
  iface->is_typed = TRUE;
  iface->set_field = set_field;
  iface->show_value = show_value;
  iface->dup_value = dup_value;
}

static void
remit_text_row_class_init (RemitTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  remit_field_row_class_init (widget_class, "remit-text-row");
  gtk_widget_class_bind_template_child (widget_class, RemitTextRow, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, RemitTextRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
}

static void
remit_text_row_init (RemitTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
