/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn, as the bytes of a file. */
#include "remit-picture-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "exchange/remit-exchange.h"

#define SCALE 2
#define MAX_SIDE 16000
#define MAX_DOTS 40e6

const char *const remit_picture_suffixes[REMIT_N_PICTURE_FORMATS + 1] = {
  [REMIT_PICTURE_SVG] = "svg",
  [REMIT_PICTURE_PNG] = "png",
  [REMIT_PICTURE_PDF] = "pdf",
};

RemitPictureFormat
remit_picture_find_format (const char *path)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < REMIT_N_PICTURE_FORMATS; i++)
    if (g_ascii_strcasecmp (dot + 1, remit_picture_suffixes[i]) == 0)
      return (RemitPictureFormat) i;
  return REMIT_PICTURE_PNG;
}

static cairo_status_t
add_bytes (void *bytes,
           const unsigned char *data,
           unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (double width,
                double height,
                double scale,
                RemitPictureFormat format,
                GByteArray *bytes)
{
  switch (format)
    {
    case REMIT_PICTURE_SVG:
      return cairo_svg_surface_create_for_stream (add_bytes, bytes, width, height);
    case REMIT_PICTURE_PDF:
      return cairo_pdf_surface_create_for_stream (add_bytes, bytes, width, height);
    case REMIT_PICTURE_PNG:
    case REMIT_N_PICTURE_FORMATS:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                         (int) ceil (height * scale));
    }
}

/* Returns: whether it went well; the surface is finished */
static cairo_status_t
finish (cairo_surface_t *surface,
        RemitPictureFormat format,
        GByteArray *bytes)
{
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS && format == REMIT_PICTURE_PNG)
    status = cairo_surface_write_to_png_stream (surface, add_bytes, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_finish (surface);
      status = cairo_surface_status (surface);
    }
  return status;
}

GBytes *
remit_picture_file_draw (double width,
                         double height,
                         RemitPictureFormat format,
                         RemitPaint paint,
                         gpointer data,
                         GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double scale = format == REMIT_PICTURE_PNG
                   ? MIN (SCALE, MIN (MAX_SIDE / MAX (width, height),
                                      sqrt (MAX_DOTS / (width * height))))
                   : 1;
  cairo_surface_t *surface = create_surface (width, height, scale, format, bytes);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  paint (cr, data);
  cairo_destroy (cr);
  status = finish (surface, format, bytes);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  /* Translators: a reason, in English */
  remit_exchange_refuse (error, _ ("The picture cannot be drawn: %s"),
                         cairo_status_to_string (status));
  return NULL;
}
