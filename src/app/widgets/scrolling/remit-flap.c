/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moves aside, laid out so that nothing is left out of a frame. */
#include "remit-flap.h"

/* As many as lists need for what they ask for in the frame before. */
#define SETTLING 12

void
remit_flap_lay_out (AdwFlap *flap)
{
  gtk_widget_queue_resize (GTK_WIDGET (flap));
}

static gboolean
on_settle_tick (GtkWidget *content,
                GdkFrameClock *clock,
                gpointer data)
{
  guint *n_frames = data;

  gtk_widget_queue_resize (content);
  return --*n_frames > 0;
}

void
remit_flap_settle (GtkWidget *content)
{
  guint n_frames = SETTLING;

  g_return_if_fail (GTK_IS_WIDGET (content));

  gtk_widget_queue_resize (content);
  gtk_widget_add_tick_callback (content, on_settle_tick, g_memdup2 (&n_frames, sizeof n_frames),
                                g_free);
}
