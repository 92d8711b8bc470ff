/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moves aside, laid out so that nothing is left out of a frame. */
#include "remit-flap.h"

void
remit_flap_lay_out (AdwFlap *flap)
{
  gtk_widget_queue_resize (GTK_WIDGET (flap));
}
