/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in a template: its teams, their slots, and why each is there. */
#pragma once

#include <gtk/gtk.h>

/** Fills the box @teams from the template in the file @path; returns whether it could be read. */
gboolean remit_template_outline_show (GtkBox *teams,
                                      const char *path,
                                      GError **error);
