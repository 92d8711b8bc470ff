/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Remit is, who made it, and what is new. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void remit_about_show (GtkWindow *parent);

G_END_DECLS
