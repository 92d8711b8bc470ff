/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for assistive technology of a calendar's parts. */
#include "remit-names-calendar.h"

#include <glib/gi18n.h>

/* In the order of the screen. */
static const char *const buttons[] = {
  N_ ("Previous Month"),
  N_ ("Next Month"),
  N_ ("Previous Year"),
  N_ ("Next Year"),
};

static void
set_name (GtkWidget *widget,
          const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_buttons (GtkWidget *header)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (header);
       child != NULL && n < G_N_ELEMENTS (buttons); child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      set_name (child, _ (buttons[n++]));
}

static void
on_day (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *name = g_date_time_format (day, _ ("%A, %-d %B %Y"));

  set_name (GTK_WIDGET (calendar), name);
}

void
remit_names_calendar (GtkCalendar *calendar)
{
  GtkWidget *header;

  g_return_if_fail (GTK_IS_CALENDAR (calendar));

  header = gtk_widget_get_first_child (GTK_WIDGET (calendar));
  if (header != NULL)
    name_buttons (header);
  g_signal_handlers_disconnect_by_func (calendar, on_day, NULL);
  g_signal_connect (calendar, "day-selected", G_CALLBACK (on_day), NULL);
  on_day (calendar);
}
