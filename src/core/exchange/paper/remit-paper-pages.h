/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where atoms are on pages, for the files of this folder. */
#pragma once

#include <gio/gio.h>

#include "remit-paper-parts.h"

/** An atom on a page. @is_repeated: whether it is a head that has been there before */
typedef struct {
  const RemitPaperAtom *atom;
  double x;
  double y;
  gboolean is_repeated;
} RemitPaperPlaced;

/** Where an element or a heading is. */
typedef struct {
  guint page;
  double x;
  double y;
  guint level;
  const char *title;
} RemitPaperPlace;

/**
 * RemitPaperPages:
 * @pages: (element-type GArray): of #RemitPaperPlaced each
 * @places: ids to #RemitPaperPlace
 * @headings: (element-type RemitPaperPlace): in their order
 * @bottom: how far down the last page is used
 */
typedef struct {
  GPtrArray *pages;
  GHashTable *places;
  GArray *headings;
  double bottom;
} RemitPaperPages;

/** Arranges @strip on pages that are @height high. */
RemitPaperPages *remit_paper_pages_new (const RemitPaperStrip *strip,
                                        double height);
void remit_paper_pages_free (RemitPaperPages *self);
