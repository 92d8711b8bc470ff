/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contrasts in a picture of a window. */
#pragma once

#include <gtk/gtk.h>

/**
 * remit_shot_check_contrast:
 * @root: a window
 * @picture: as it was just drawn, at its own size
 * @name: of the picture, for what is told
 *
 * Samples each text, each symbol and each bar that is in sight: text has to stand out from its
 * ground by 4.5 to 1, the others by 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11; what is insensitive is
 * exempt). Strokes have to be two pixels wide for that, so the text has to be large.
 *
 * Returns: how many are fainter than that; each is told on standard error
 */
guint remit_shot_check_contrast (GtkWidget *root,
                                 GdkTexture *picture,
                                 const char *name);
