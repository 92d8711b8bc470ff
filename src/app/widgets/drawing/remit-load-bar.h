/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's load against their capacity, as a bar. */
#pragma once

#include <gtk/gtk.h>

#define REMIT_TYPE_LOAD_BAR (remit_load_bar_get_type ())
G_DECLARE_FINAL_TYPE (RemitLoadBar, remit_load_bar, REMIT, LOAD_BAR, GtkWidget)

GtkWidget *remit_load_bar_new (void);

/**
 * remit_load_bar_set:
 * @load: percent
 * @capacity: percent
 *
 * The whole bar is the larger of the two; what is over capacity is marked by colour and by
 * hatching.
 */
void remit_load_bar_set (RemitLoadBar *self,
                         int load,
                         int capacity);
