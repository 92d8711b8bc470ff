/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes strips of a page of HTML, for the files of this folder. */
#pragma once

#include <gio/gio.h>

#include "remit-paper-parts.h"

typedef enum {
  REMIT_PAPER_START,
  REMIT_PAPER_CENTER,
  REMIT_PAPER_END,
} RemitPaperAlign;

/** How a text looks. */
typedef struct {
  double size;
  PangoWeight weight;
  guint32 color;
  guint32 background;
  gboolean is_italic;
  gboolean is_mono;
  RemitPaperAlign align;
} RemitPaperStyle;

/**
 * RemitPaperMaker:
 * @space: that the next atom has before it
 * @ids: of the elements that begin with the next atom
 * @targets: of links, which are worth an address
 *
 * What is known while strips are made; what they refer to stays until it is freed.
 */
typedef struct {
  PangoContext *context;
  gboolean is_right_to_left;
  double row_limit;
  GCancellable *cancellable;
  GStringChunk *strings;
  GPtrArray *owned;
  GPtrArray *ids;
  GHashTable *targets;
  double space;
  const char *section;
  const RemitPaperTag *tag;
  const RemitPaperBox *box;
} RemitPaperMaker;

/** @row_limit: how high a row of a table may be before it is broken */
RemitPaperMaker *remit_paper_maker_new (PangoContext *context,
                                        gboolean is_right_to_left,
                                        double row_limit,
                                        GCancellable *cancellable);
void remit_paper_maker_free (RemitPaperMaker *self);

/** Opens an element of the structure. Returns: the one to go back to */
const RemitPaperTag *remit_paper_maker_open (RemitPaperMaker *self,
                                             const char *name);

/** Opens one for a text, unless it is in one already: only those without parts have content. */
const RemitPaperTag *remit_paper_maker_open_text (RemitPaperMaker *self);

/** Begins a frame in the one there is, inset by @inset. Returns: the one to go back to */
const RemitPaperBox *remit_paper_maker_frame (RemitPaperMaker *self,
                                              const RemitPaperBox *looks);

/** Adds an atom to @strip, with all that waits for one. */
RemitPaperAtom *remit_paper_maker_add (RemitPaperMaker *self,
                                       RemitPaperStrip *strip);

/** Sees to it that the next atom has so much space before it. */
void remit_paper_maker_need_space (RemitPaperMaker *self,
                                   double space);

/* ── Texts ────────────────────────────────────────────────────────────────────────────────── */

/** Changes the style as the element has it. */
void remit_paper_style_enter (RemitPaperStyle *self,
                              const xmlNode *element);

/** Returns: whether an element has that class */
gboolean remit_paper_has_class (const xmlNode *element,
                                const char *name);

/** Returns: whether a node is part of a line of text, not a block of its own */
gboolean remit_paper_is_inline (const xmlNode *node);

/** Returns: whether nothing of an element is shown */
gboolean remit_paper_is_hidden (const xmlNode *node);

/**
 * remit_paper_text_new:
 * @until: (nullable): the sibling after the last of the text; %NULL for all that follow
 * @width: of its lines; negative for one line
 * @links: (out) (optional) (transfer full) (nullable): (element-type RemitPaperLink)
 *
 * Makes a text of @first and its siblings.
 *
 * Returns: (transfer full) (nullable): its layout; %NULL for an empty one
 */
PangoLayout *remit_paper_text_new (RemitPaperMaker *maker,
                                   const xmlNode *first,
                                   const xmlNode *until,
                                   const RemitPaperStyle *style,
                                   double width,
                                   GArray **links);

/** Returns: (transfer full): the layout of a text that is not from the page */
PangoLayout *remit_paper_text_new_plain (RemitPaperMaker *maker,
                                         const char *text,
                                         const RemitPaperStyle *style,
                                         double width);

/** The size of a layout, in points. */
void remit_paper_text_measure (PangoLayout *layout,
                               double *width,
                               double *height);

/** Returns: (transfer full): an element's text in one line, for the outline */
char *remit_paper_dup_text (const xmlNode *element);

/* ── Blocks ───────────────────────────────────────────────────────────────────────────────── */

/** Adds what is in an element to @strip, from @x on. */
void remit_paper_add_content (RemitPaperMaker *maker,
                              const xmlNode *element,
                              const RemitPaperStyle *style,
                              double x,
                              double width,
                              RemitPaperStrip *strip);

/** Adds an element that is a block. */
void remit_paper_add_block (RemitPaperMaker *maker,
                            const xmlNode *element,
                            const RemitPaperStyle *style,
                            double x,
                            double width,
                            RemitPaperStrip *strip);

/** Adds a table: wider than @width, as several, each with the first column. */
void remit_paper_add_table (RemitPaperMaker *maker,
                            const xmlNode *table,
                            const RemitPaperStyle *style,
                            double x,
                            double width,
                            RemitPaperStrip *strip);

/** Adds a picture in SVG, of rectangles, lines and texts as the report has them. */
void remit_paper_add_picture (RemitPaperMaker *maker,
                              const xmlNode *svg,
                              const RemitPaperStyle *style,
                              double x,
                              double width,
                              RemitPaperStrip *strip);

/** Adds an atom with the cells beside each other, of which it takes the content. */
RemitPaperAtom *remit_paper_add_row (RemitPaperMaker *maker,
                                     RemitPaperStrip *const *cells,
                                     guint n_cells,
                                     RemitPaperStrip *strip);
