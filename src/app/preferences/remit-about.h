/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The about window. */
#pragma once

#include <gtk/gtk.h>

void remit_about_show (GtkWindow *parent);
