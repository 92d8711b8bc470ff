/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn, as the bytes of a file. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

/** The formats of a picture. */
typedef enum {
  REMIT_PICTURE_SVG,
  REMIT_PICTURE_PNG,
  REMIT_PICTURE_PDF,
  REMIT_N_PICTURE_FORMATS
} RemitPictureFormat;

/** The endings of their files, ending with %NULL. */
extern const char *const remit_picture_suffixes[REMIT_N_PICTURE_FORMATS + 1];

/** Returns: the format of a file with that name; PNG if it has none of the endings */
RemitPictureFormat remit_picture_find_format (const char *path);

/** Draws something, from 0, 0. */
typedef void (*RemitPaint) (cairo_t *cr,
                            gpointer data);

/**
 * remit_picture_file_draw:
 * @width, @height: in pixels
 *
 * Always on white, as on paper; a picture of dots has twice as many as a screen needs, unless these
 * are too many for programs.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: it cannot be drawn
 *
 * Returns: (transfer full) (nullable): the bytes of a file
 */
GBytes *remit_picture_file_draw (double width,
                                 double height,
                                 RemitPictureFormat format,
                                 RemitPaint paint,
                                 gpointer data,
                                 GError **error);
