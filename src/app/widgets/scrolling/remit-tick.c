/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a widget does with each frame for a while, or with the next one, and that only once. */
#include "remit-tick.h"

void
remit_tick_start (GtkWidget *widget,
                  guint *tick,
                  GtkTickCallback callback)
{
  if (*tick == 0)
    *tick = gtk_widget_add_tick_callback (widget, callback, NULL, NULL);
}

void
remit_tick_stop (GtkWidget *widget,
                 guint *tick)
{
  if (*tick != 0)
    gtk_widget_remove_tick_callback (widget, *tick);
  *tick = 0;
}
