/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that lists the keyboard shortcuts. */
#pragma once

#include <gtk/gtk.h>

/** Shows the shortcuts that work in @window. */
void remit_shortcuts_show (GtkApplicationWindow *window);
