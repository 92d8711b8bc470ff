/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window does to show another workspace, or the one that could not be opened. */
#pragma once

#include <gtk/gtk.h>

/** Gives the class of windows the actions that open another file, or this one again. */
void remit_window_files_install (GtkWidgetClass *widget_class);
