/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first widget of a type. */
#pragma once

#include <gtk/gtk.h>

/** Returns: (transfer none) (nullable): @root, or the first in it, depth first, that is of @type */
GtkWidget *remit_find_widget (GtkWidget *root,
                              GType type);
