/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said when a file was to be written. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_saved_say:
 * @path: (nullable): the file that was written, or %NULL when none was
 * @format: what is said then, with %s for the name of the file
 * @error: (nullable): why there is none
 *
 * Says it in a toast of @parent.
 */
void remit_saved_say (GtkWindow *parent,
                      const char *path,
                      const char *format,
                      const GError *error);

/** Says in a toast of @parent, if that is still there, that @file has no path on this computer. */
void remit_saved_refuse_place (GtkWindow *parent,
                               GFile *file);
