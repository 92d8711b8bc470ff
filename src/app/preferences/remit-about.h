/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Remit is, who made it, and what is new. */
#pragma once

#include <gtk/gtk.h>

void remit_about_show (GtkWindow *parent);
