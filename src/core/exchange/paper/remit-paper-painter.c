/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints what is on a page: frames, then texts, with links and structure where there are any. */
#include "remit-paper-painter.h"

#include <cairo-pdf.h>

/* ── Structure ────────────────────────────────────────────────────────────────────────────── */

static void
close_until (RemitPaperPainter *self,
             const RemitPaperTag *tag)
{
  while (self->open != tag)
    {
      cairo_tag_end (self->cr, self->open->name);
      self->open = self->open->parent;
    }
}

static void
open_from (RemitPaperPainter *self,
           const RemitPaperTag *tag)
{
  if (self->open == tag)
    return;
  open_from (self, tag->parent);
  cairo_tag_begin (self->cr, tag->name, NULL);
  self->open = tag;
}

/* Closes and opens what is between the element that is open and @tag. */
static void
enter (RemitPaperPainter *self,
       const RemitPaperTag *tag)
{
  const RemitPaperTag *common = self->open;
  const RemitPaperTag *other = tag;

  if (self->targets == NULL || tag == NULL)
    return;
  while (common != other)
    if (other == NULL || (common != NULL && common->depth >= other->depth))
      common = common->parent;
    else
      other = other->parent;
  close_until (self, common);
  open_from (self, tag);
}

void
remit_paper_painter_leave (RemitPaperPainter *self)
{
  if (self->targets != NULL && self->open != NULL && self->open == self->filled)
    close_until (self, self->open->parent);
}

void
remit_paper_painter_finish (RemitPaperPainter *self)
{
  if (self->targets != NULL)
    close_until (self, NULL);
}

/* ── Shapes ───────────────────────────────────────────────────────────────────────────────── */

static void
set_color (cairo_t *cr,
           guint32 color)
{
  cairo_set_source_rgb (cr, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0,
                        (color & 0xff) / 255.0);
}

static void
trace_rectangle (cairo_t *cr,
                 double x,
                 double y,
                 double width,
                 double height,
                 double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  if (r <= 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Paints the path that was traced. */
static void
paint_path (cairo_t *cr,
            const RemitPaperBox *looks)
{
  static const double dashes[] = { 4, 2.5 };

  if (looks->fill != REMIT_PAPER_NONE)
    {
      set_color (cr, looks->fill);
      cairo_fill_preserve (cr);
    }
  if (looks->stroke != REMIT_PAPER_NONE)
    {
      set_color (cr, looks->stroke);
      cairo_set_line_width (cr, looks->line);
      cairo_set_dash (cr, dashes, looks->is_dashed ? 2 : 0, 0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

/* The left edge of what starts at @x, in either direction. */
static double
get_left (RemitPaperPainter *self,
          double x,
          double width)
{
  return self->left + (self->is_right_to_left ? self->width - x - width : x);
}

static void
paint_shape (RemitPaperPainter *self,
             const RemitPaperItem *item,
             double x,
             double y)
{
  trace_rectangle (self->cr, get_left (self, x + item->x, item->width), y + item->y, item->width,
                   item->height, item->shape.radius);
  paint_path (self->cr, &item->shape);
}

static void
paint_lines (RemitPaperPainter *self,
             const RemitPaperItem *item,
             double height,
             double x,
             double y)
{
  cairo_save (self->cr);
  cairo_rectangle (self->cr, self->left, y - 0.25, self->width, height + 0.5);
  cairo_clip (self->cr);
  for (guint i = 0; i + 1 < item->points->len; i += 2)
    cairo_line_to (self->cr, get_left (self, x + g_array_index (item->points, double, i), 0),
                   y + g_array_index (item->points, double, i + 1));
  paint_path (self->cr, &item->shape);
  cairo_restore (self->cr);
}

/* ── Texts ────────────────────────────────────────────────────────────────────────────────── */

/* Where a part of a line is clicked. */
static void
write_link (RemitPaperPainter *self,
            const RemitPaperLink *link,
            PangoLayoutIter *iter,
            double x,
            double y)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  PangoRectangle extents;
  int *ranges;
  int n_ranges;
  int start = MAX (link->start, line->start_index);
  int end = MIN (link->end, line->start_index + line->length);
  const char *place = g_hash_table_lookup (self->targets, link->target);

  if (start >= end || place == NULL)
    return;
  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      char text[4][G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *attributes = NULL;

      g_ascii_formatd (text[0], sizeof text[0], "%.2f", x + (double) ranges[2 * i] / PANGO_SCALE);
      g_ascii_formatd (text[1], sizeof text[1], "%.2f", y);
      g_ascii_formatd (text[2], sizeof text[2], "%.2f",
                       (double) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE);
      g_ascii_formatd (text[3], sizeof text[3], "%.2f", (double) extents.height / PANGO_SCALE);
      attributes = g_strdup_printf ("dest='%s' rect=[%s %s %s %s]", place, text[0], text[1],
                                    text[2], text[3]);
      cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
      cairo_tag_end (self->cr, CAIRO_TAG_LINK);
    }
  g_free (ranges);
}

static void
paint_line (RemitPaperPainter *self,
            const RemitPaperItem *item,
            PangoLayoutIter *iter,
            double x,
            double y,
            int top)
{
  PangoRectangle extents;
  int baseline = pango_layout_iter_get_baseline (iter);

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  cairo_move_to (self->cr, x + (double) extents.x / PANGO_SCALE,
                 y + (double) (baseline - top) / PANGO_SCALE);
  pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
  if (self->targets == NULL || pango_layout_iter_at_last_line (iter))
    return;
  cairo_move_to (self->cr, x + (double) (extents.x + extents.width) / PANGO_SCALE,
                 y + (double) (extents.y - top) / PANGO_SCALE);
  pango_cairo_show_layout (self->cr, self->space);
}

/* Beside the text's element, which could have no content otherwise. */
static void
write_links (RemitPaperPainter *self,
             const RemitPaperItem *item,
             double x,
             double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (item->layout);
  int top = 0;
  int line = 0;

  enter (self, item->tag->parent);
  do
    {
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      if (line == item->first_line)
        top = extents.y;
      for (guint i = 0; line >= item->first_line && i < item->links->len; i++)
        write_link (self, &g_array_index (item->links, RemitPaperLink, i), iter,
                    get_left (self, x + item->x, item->width),
                    y + item->y + (double) (extents.y - top) / PANGO_SCALE);
    }
  while (++line < item->first_line + item->n_lines && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
paint_text (RemitPaperPainter *self,
            const RemitPaperItem *item,
            double x,
            double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (item->layout);
  int line = 0;
  int top = 0;

  x = get_left (self, x + item->x, item->width);
  set_color (self->cr, REMIT_PAPER_TEXT);
  while (line < item->first_line && pango_layout_iter_next_line (iter))
    line++;
  pango_layout_iter_get_line_yrange (iter, &top, NULL);
  do
    paint_line (self, item, iter, x, y + item->y, top);
  while (++line < item->first_line + item->n_lines && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Whether the whole text is a link, which then is the element that has it. */
static const char *
find_only_place (RemitPaperPainter *self,
                 const RemitPaperItem *item)
{
  const RemitPaperLink *link;

  if (self->targets == NULL || item->kind != REMIT_PAPER_ITEM_TEXT || item->links == NULL
      || item->links->len != 1 || item->n_lines != pango_layout_get_line_count (item->layout))
    return NULL;
  link = &g_array_index (item->links, RemitPaperLink, 0);
  if (link->start > 0 || pango_layout_get_text (item->layout)[link->end] != '\0')
    return NULL;
  return g_hash_table_lookup (self->targets, link->target);
}

static void
paint_page_number (RemitPaperPainter *self,
                   const RemitPaperItem *item,
                   double x,
                   double y)
{
  const RemitPaperPlace *place = g_hash_table_lookup (self->pages->places, item->target);
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (
    REMIT_PAPER_FONT " 10");
  g_autofree char *text = NULL;
  PangoRectangle extents;
  double left;

  if (place == NULL)
    return;
  text = g_strdup_printf ("%u", place->page + 1);
  layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  left = get_left (self, x + item->x + item->width - (double) extents.width / PANGO_SCALE,
                   (double) extents.width / PANGO_SCALE);
  set_color (self->cr, REMIT_PAPER_DIM);
  cairo_move_to (self->cr, left, y + item->y);
  pango_cairo_show_layout (self->cr, layout);
}

/* ── Pages ────────────────────────────────────────────────────────────────────────────────── */

static void
paint_linked (RemitPaperPainter *self,
              const RemitPaperItem *item,
              const RemitPaperPlaced *placed,
              double y)
{
  const char *place = placed->is_repeated ? NULL : find_only_place (self, item);
  g_autofree char *attributes = NULL;

  if (place != NULL)
    {
      attributes = g_strdup_printf ("dest='%s'", place);
      enter (self, item->tag->parent);
      cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
      paint_text (self, item, placed->x, y);
      cairo_tag_end (self->cr, CAIRO_TAG_LINK);
      return;
    }
  paint_text (self, item, placed->x, y);
  if (self->targets != NULL && !placed->is_repeated && item->links != NULL)
    write_links (self, item, placed->x, y);
}

static void
paint_item (RemitPaperPainter *self,
            const RemitPaperPlaced *placed,
            const RemitPaperItem *item)
{
  double y = self->top + placed->y;

  if (placed->is_repeated || item->tag == NULL)
    remit_paper_painter_leave (self);
  else if (find_only_place (self, item) == NULL)
    {
      enter (self, item->tag);
      self->filled = item->tag;
    }
  switch (item->kind)
    {
    case REMIT_PAPER_ITEM_TEXT:
      paint_linked (self, item, placed, y);
      break;
    case REMIT_PAPER_ITEM_SHAPE:
      paint_shape (self, item, placed->x, y);
      break;
    case REMIT_PAPER_ITEM_PATH:
      paint_lines (self, item, placed->atom->height, placed->x, y);
      break;
    case REMIT_PAPER_ITEM_PAGE_NUMBER:
      paint_page_number (self, item, placed->x, y);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The address of an element that a link leads to. */
static void
write_places (RemitPaperPainter *self,
              const RemitPaperPlaced *placed)
{
  for (guint i = 0; i < placed->atom->ids->len; i++)
    {
      const char *place = g_hash_table_lookup (self->targets, placed->atom->ids->pdata[i]);
      char x[G_ASCII_DTOSTR_BUF_SIZE];
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *attributes = NULL;

      if (place == NULL)
        continue;
      g_ascii_formatd (x, sizeof x, "%.2f", self->left + placed->x);
      g_ascii_formatd (y, sizeof y, "%.2f", MAX (self->top + placed->y - 6, 0));
      attributes = g_strdup_printf ("name='%s' x=%s y=%s internal", place, x, y);
      cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (self->cr, CAIRO_TAG_DEST);
    }
}

/* A frame on this page. */
typedef struct
{
  const RemitPaperBox *box;
  double x;
  double top;
  double bottom;
} Frame;

static void
add_frames (GArray *frames,
            const RemitPaperBox *box,
            const RemitPaperPlaced *placed)
{
  Frame frame = { box, placed->x, placed->y, placed->y + placed->atom->height };

  if (box == NULL)
    return;
  add_frames (frames, box->parent, placed);
  for (guint i = frames->len; i > 0; i--)
    {
      Frame *known = &g_array_index (frames, Frame, i - 1);

      if (known->box == box && !(known->x < frame.x) && !(known->x > frame.x))
        {
          known->bottom = frame.bottom;
          return;
        }
    }
  g_array_append_val (frames, frame);
}

static void
paint_frames (RemitPaperPainter *self,
              const GArray *placed)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));

  for (guint i = 0; i < placed->len; i++)
    add_frames (frames, g_array_index (placed, RemitPaperPlaced, i).atom->box,
                &g_array_index (placed, RemitPaperPlaced, i));
  for (guint i = 0; i < frames->len; i++)
    {
      const Frame *frame = &g_array_index (frames, Frame, i);
      const RemitPaperBox *box = frame->box;

      trace_rectangle (self->cr, get_left (self, frame->x + box->x, box->width),
                       self->top + frame->top, box->width, frame->bottom - frame->top, box->radius);
      paint_path (self->cr, box);
    }
}

void
remit_paper_painter_paint (RemitPaperPainter *self,
                           guint page)
{
  const GArray *placed = self->pages->pages->pdata[page];

  paint_frames (self, placed);
  for (guint i = 0; i < placed->len; i++)
    {
      const RemitPaperPlaced *one = &g_array_index (placed, RemitPaperPlaced, i);

      if (self->targets != NULL && !one->is_repeated)
        write_places (self, one);
      for (guint j = 0; j < one->atom->items->len; j++)
        paint_item (self, one, &g_array_index (one->atom->items, RemitPaperItem, j));
    }
}
