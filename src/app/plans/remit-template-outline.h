/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in a template: its teams, their slots, and why each is there. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Fills the box @teams from the template in the file @path; returns whether it could be read. */
gboolean remit_template_outline_show (GtkBox *teams,
                                      const char *path,
                                      GError **error);

G_END_DECLS
