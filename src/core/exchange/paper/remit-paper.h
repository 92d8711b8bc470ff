/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a plan on pages: for PDF, printers and pictures. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <libxml/tree.h>

/**
 * RemitPaperForm:
 * @width: of the sheet, in points
 * @height: of the sheet; 0 for one that is as high as what is on it
 * @part: (nullable): the id of the only element that is shown; %NULL for all
 * @is_bare: whether it has no heads and numbers of pages
 *
 * What pages look like.
 */
typedef struct {
  double width;
  double height;
  double margin;
  const char *part;
  gboolean is_bare;
} RemitPaperForm;

/**
 * RemitPaper:
 *
 * A page of HTML, such as the report that a style sheet makes, laid out on sheets of paper. It
 * knows what the usual style sheet makes; what it does not know stands under each other, or is text
 * in a line. Made in one thread, it can be painted in another.
 */
typedef struct _RemitPaper RemitPaper;

/**
 * remit_paper_new:
 * @page: the HTML; nothing is kept of it
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED: there is nothing that could be laid out;
 *   %G_IO_ERROR_CANCELLED
 */
RemitPaper *remit_paper_new (const xmlDoc *page,
                             const RemitPaperForm *form,
                             GCancellable *cancellable,
                             GError **error);
void remit_paper_free (RemitPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitPaper, remit_paper_free)

/** Returns: (transfer none) (nullable): the element with that id */
const xmlNode *remit_paper_find_part (const xmlDoc *page,
                                      const char *id);

guint remit_paper_get_n_pages (const RemitPaper *self);
/** The size of its sheets, in points. */
void remit_paper_get_size (const RemitPaper *self,
                           double *width,
                           double *height);
const char *remit_paper_get_title (const RemitPaper *self);

/** Paints a page, the first of which is 0, on a sheet with that size and its origin top left. */
void remit_paper_paint (const RemitPaper *self,
                        cairo_t *cr,
                        guint page);

/**
 * remit_paper_write:
 * @surface: of PDF, as large as the sheets
 * @step: (nullable): called with the share (0 to 1) of the pages that are written
 *
 * Writes all pages, with links, outline and structure.
 *
 * Returns: whether all was written, or it was cancelled
 */
gboolean remit_paper_write (const RemitPaper *self,
                            cairo_surface_t *surface,
                            GCancellable *cancellable,
                            void (*step) (gpointer data, double share),
                            gpointer data);
