/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A light that goes on for a moment, where something was gone to. */
#include "remit-light.h"

/* Milliseconds: long enough to be found in a large window. */
#define DURATION 1600

static GtkWidget *lit;
static guint timeout;

static void
put_out (void)
{
  g_clear_handle_id (&timeout, g_source_remove);
  if (lit != NULL)
    gtk_widget_remove_css_class (lit, "remit-lit");
  g_clear_weak_pointer (&lit);
}

static gboolean
on_timeout (gpointer data)
{
  timeout = 0;
  put_out ();
  return G_SOURCE_REMOVE;
}

void
remit_light_up (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  put_out ();
  g_set_weak_pointer (&lit, widget);
  gtk_widget_add_css_class (widget, "remit-lit");
  timeout = g_timeout_add (DURATION, on_timeout, NULL);
}
