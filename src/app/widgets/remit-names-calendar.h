/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for assistive technology of a calendar's parts. */
#pragma once

#include <gtk/gtk.h>

/** Names @calendar by its day, and the buttons in it, which GTK calls by their class. */
void remit_names_calendar (GtkCalendar *calendar);
