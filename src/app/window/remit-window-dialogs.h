/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs of a window that are about the program as a whole. */
#pragma once

#include <gtk/gtk.h>

/** Gives the class of windows the actions that show preferences, shortcuts, and what this is. */
void remit_window_dialogs_install (GtkWidgetClass *widget_class);
