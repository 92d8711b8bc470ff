/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table behind a chart. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_text_table_new:
 * @rows: (element-type GPtrArray): texts, of which the first row is the head; those that are
 *   shorter than it end with empty ones
 *
 * Returns: a #GtkColumnView
 */
GtkWidget *remit_text_table_new (GPtrArray *rows);
