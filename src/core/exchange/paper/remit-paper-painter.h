/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints what is on a page, for the files of this folder. */
#pragma once

#include "remit-paper-pages.h"

/**
 * RemitPaperPainter:
 * @left: of the content, on the sheet
 * @targets: (nullable): ids that links lead to, and what they are called in the file: links and
 *   structure are written, too, which only PDF has
 * @open: the innermost element of the structure that is not closed
 * @filled: the last one that got content
 * @space: one, which parts the lines of a text for those who read the structure
 *
 * Paints pages one after the other.
 */
typedef struct {
  cairo_t *cr;
  const RemitPaperPages *pages;
  PangoContext *context;
  double left;
  double top;
  double width;
  gboolean is_right_to_left;
  GHashTable *targets;
  PangoLayout *space;
  const RemitPaperTag *open;
  const RemitPaperTag *filled;
} RemitPaperPainter;

/** Paints what is on the page of that number. */
void remit_paper_painter_paint (RemitPaperPainter *self,
                                guint page);

/** Ends the element that has content, so that what is on the edge of the page is no part of it. */
void remit_paper_painter_leave (RemitPaperPainter *self);

/** Closes what is open of the structure. */
void remit_paper_painter_finish (RemitPaperPainter *self);
