/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A light that goes on for a moment, where something was gone to. */
#pragma once

#include <gtk/gtk.h>

/** Lights up a widget, which the eye is to find, for a moment; and puts out what was lit before. */
void remit_light_up (GtkWidget *widget);
