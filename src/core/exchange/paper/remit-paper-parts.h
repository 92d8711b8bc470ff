/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages are made of, for this folder's files: atoms, which are never broken, in strips. */
#pragma once

#include <libxml/tree.h>
#include <pango/pangocairo.h>

/** Colours of the report, in light: 0xRRGGBB. */
#define REMIT_PAPER_TEXT 0x241f31u
#define REMIT_PAPER_DIM 0x5e5c64u
#define REMIT_PAPER_CARD 0xf6f5f4u
#define REMIT_PAPER_WHITE 0xffffffu
#define REMIT_PAPER_EDGE 0xc0bfbcu
#define REMIT_PAPER_ACCENT 0x1a5fb4u
#define REMIT_PAPER_FILL 0x99c1f1u
#define REMIT_PAPER_TROUGH 0xdeddda
#define REMIT_PAPER_WARN 0xa51d2du
#define REMIT_PAPER_NONE 0xff000000u

/** Where there is neither, fontconfig takes what has the letters. */
#define REMIT_PAPER_FONT "Cantarell, Sans"

/** An element of the structure, by its name in PDF. */
typedef struct _RemitPaperTag RemitPaperTag;
struct _RemitPaperTag
{
  const RemitPaperTag *parent;
  const char *name;
  guint depth;
};

/** A frame around atoms; broken over pages, it is closed on each. */
typedef struct _RemitPaperBox RemitPaperBox;
struct _RemitPaperBox
{
  const RemitPaperBox *parent;
  double x;
  double width;
  double radius;
  double line;
  guint32 fill;
  guint32 stroke;
  gboolean is_dashed;
};

/** A part of a text that leads to the element with an id. */
typedef struct {
  int start;
  int end;
  const char *target;
} RemitPaperLink;

typedef enum {
  REMIT_PAPER_ITEM_TEXT,
  REMIT_PAPER_ITEM_SHAPE,
  REMIT_PAPER_ITEM_PATH,
  REMIT_PAPER_ITEM_PAGE_NUMBER,
} RemitPaperItemKind;

/**
 * RemitPaperItem:
 * @x: from the start of the strip
 * @y: from the top of the atom
 * @first_line: of the lines of @layout that it has
 * @shape: for shapes and paths, how they are painted; @height is the shape's
 * @points: (element-type double): of a path, pairs from the atom's corner; it is cut off at the
 *   atom's edges
 * @target: of a page number, the id of the element that is on that page
 *
 * What is painted.
 */
typedef struct {
  RemitPaperItemKind kind;
  const RemitPaperTag *tag;
  double x;
  double y;
  double width;
  double height;
  PangoLayout *layout;
  int first_line;
  int n_lines;
  GArray *links;
  RemitPaperBox shape;
  GArray *points;
  const char *target;
} RemitPaperItem;

typedef struct _RemitPaperStrip RemitPaperStrip;

/**
 * RemitPaperAtom:
 * @space: before it, unless it is the first on a page
 * @keeps_next: whether it is on the same page as the next one
 * @box: (nullable): the innermost frame that it is in
 * @ids: of the elements that begin here
 * @level: of a heading (1 for sections), for the outline; else 0
 * @head: (nullable): what is repeated above it at the top of a page
 * @columns: (nullable) (element-type RemitPaperStrip): instead of items, strips that are arranged
 *   in as many columns as fit
 *
 * A part that is never broken.
 */
typedef struct _RemitPaperAtom RemitPaperAtom;
struct _RemitPaperAtom
{
  double space;
  double height;
  gboolean keeps_next;
  const RemitPaperBox *box;
  GArray *items;
  GPtrArray *ids;
  guint level;
  const char *title;
  const char *section;
  const RemitPaperAtom *head;
  GPtrArray *columns;
  guint n_columns;
  double column_width;
  double column_gap;
};

/** Atoms, from top to bottom. */
struct _RemitPaperStrip
{
  GPtrArray *atoms;
};

RemitPaperStrip *remit_paper_strip_new (void);
void remit_paper_strip_free (RemitPaperStrip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitPaperStrip, remit_paper_strip_free)

/** Returns: (transfer none): one more atom at its end */
RemitPaperAtom *remit_paper_strip_add (RemitPaperStrip *self);

/** Returns: how high it is on a page that is high enough */
double remit_paper_strip_get_height (const RemitPaperStrip *self);

void remit_paper_atom_free (RemitPaperAtom *self);

/** Adds an item, whose layout, links and points it takes. */
void remit_paper_atom_add (RemitPaperAtom *self,
                           const RemitPaperItem *item);

/** Moves what is in @other, and its ids, into this one, @y below its top. */
void remit_paper_atom_take (RemitPaperAtom *self,
                            RemitPaperAtom *other,
                            double y);
