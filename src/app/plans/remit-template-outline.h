/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The content of a template: teams, slots and their purposes. */
#pragma once

#include <gtk/gtk.h>

/** Fills the box @teams from the template in the file @path; returns whether it could be read. */
gboolean remit_template_outline_show (GtkBox *teams,
                                      const char *path,
                                      GError **error);
