/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether all in a window has the room that it needs. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_shot_check_layout:
 * @root: a window
 * @name: of its picture, for what is told
 *
 * No text is larger than its place, no two beside each other overlap, and what is clicked is at
 * least 24 pixels wide and high (WCAG 2.2, 2.5.8).
 *
 * Returns: how many are not as they should be; each is told on standard error
 */
guint remit_shot_check_layout (GtkWidget *root,
                               const char *name);
