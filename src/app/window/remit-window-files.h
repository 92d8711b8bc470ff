/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions of a window to open another workspace, or to retry one that could not be opened. */
#pragma once

#include <gtk/gtk.h>

/** Gives the class of windows the actions that open another file, or this one again. */
void remit_window_files_install (GtkWidgetClass *widget_class);
