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
