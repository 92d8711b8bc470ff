/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widgets that are made for what is in sight, and kept to be used again. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_in_use_set:
 * @in_use: whether it shows something
 *
 * One that is not in use is neither drawn nor told to assistive technology, and has no effect on
 * sizes. To hide it would do the same, and ask for sizes again.
 */
void remit_in_use_set (GtkWidget *widget,
                       gboolean in_use);

/**
 * remit_in_use_put_after:
 * @previous: (nullable): another one in use, in the same parent; %NULL for none
 *
 * Has @widget come right after @previous, of those that are in use: assistive technology tells them
 * in that order.
 */
void remit_in_use_put_after (GtkWidget *widget,
                             GtkWidget *previous);
