/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures in SVG: of them what the report's map has, broken over pages between its lines. */
#include <math.h>
#include <string.h>

#include "model/remit-xml.h"
#include "remit-paper-maker.h"

typedef struct
{
  RemitPaperItem item; /* as it is in the whole picture */
  double top;
  double bottom;
} Part;

typedef struct
{
  RemitPaperMaker *maker;
  double x;
  double scale;
  GArray *parts;
} Picture;

static double
get_number (const xmlNode *element,
            const char *name)
{
  g_autofree char *text = remit_xml_dup_attribute ((xmlNode *) element, name);
  double number = text != NULL ? g_ascii_strtod (text, NULL) : 0;

  return isfinite (number) ? CLAMP (number, -1e6, 1e6) : 0;
}

static void
add_rectangle (Picture *self,
               const xmlNode *element)
{
  gboolean is_filled = remit_paper_has_class (element, "fill");
  Part part = { .item = { .kind = REMIT_PAPER_ITEM_SHAPE, .tag = self->maker->tag } };

  part.item.x = self->x + self->scale * get_number (element, "x");
  part.item.width = self->scale * get_number (element, "width");
  part.item.height = self->scale * get_number (element, "height");
  part.item.shape.radius = self->scale * get_number (element, "rx");
  part.item.shape.fill = is_filled ? REMIT_PAPER_FILL : REMIT_PAPER_TROUGH;
  part.item.shape.stroke = REMIT_PAPER_NONE;
  part.top = part.item.y = self->scale * get_number (element, "y");
  part.bottom = part.top + part.item.height;
  if (part.item.width > 0 && part.item.height > 0)
    g_array_append_val (self->parts, part);
}

/* Returns: whether @text has one more number */
static gboolean
read_number (const char **text,
             double *number)
{
  char *end;

  *text += strspn (*text, " ,\t\n");
  *number = g_ascii_strtod (*text, &end);
  if (end == *text || !isfinite (*number))
    return FALSE;
  *text = end;
  return TRUE;
}

/* Lines that go on from where they are: M, L, H and V; all others end it. */
static void
read_points (Picture *self,
             const char *text,
             Part *part)
{
  double at[2] = { 0, 0 };

  for (;;)
    {
      char command;
      double placed[2];

      text += strspn (text, " ,\t\n");
      command = *text != '\0' ? *text++ : '\0';
      if (strchr ("MLHV", command) == NULL || command == '\0'
          || !read_number (&text, &at[command == 'V' ? 1 : 0])
          || ((command == 'M' || command == 'L') && !read_number (&text, &at[1])))
        return;
      placed[0] = self->x + self->scale * CLAMP (at[0], -1e6, 1e6);
      placed[1] = self->scale * CLAMP (at[1], -1e6, 1e6);
      g_array_append_vals (part->item.points, placed, 2);
      part->top = MIN (part->top, placed[1]);
      part->bottom = MAX (part->bottom, placed[1]);
    }
}

static void
add_path (Picture *self,
          const xmlNode *element)
{
  g_autofree char *text = remit_xml_dup_attribute ((xmlNode *) element, "d");
  Part part = { .item = { .kind = REMIT_PAPER_ITEM_PATH, .tag = self->maker->tag },
                .top = G_MAXDOUBLE, .bottom = -G_MAXDOUBLE };

  part.item.shape.fill = REMIT_PAPER_NONE;
  part.item.shape.stroke = REMIT_PAPER_DIM;
  part.item.shape.line = 0.9;
  part.item.points = g_array_new (FALSE, FALSE, sizeof (double));
  if (text != NULL)
    read_points (self, text, &part);
  if (part.item.points->len >= 4)
    g_array_append_val (self->parts, part);
  else
    g_array_unref (part.item.points);
}

static void
add_words (Picture *self,
           const xmlNode *element)
{
  RemitPaperStyle style = { .size = 14 * self->scale * 0.75 / 0.8, .color = REMIT_PAPER_TEXT,
                            .weight = PANGO_WEIGHT_NORMAL };
  Part part = { .item = { .kind = REMIT_PAPER_ITEM_TEXT, .tag = self->maker->tag } };
  g_autofree char *text = remit_paper_dup_text (element);
  double baseline = self->scale * get_number (element, "y");

  if (*text == '\0')
    return;
  if (remit_paper_has_class (element, "figure"))
    style.color = REMIT_PAPER_DIM;
  part.item.x = self->x + self->scale * get_number (element, "x");
  part.item.layout = remit_paper_text_new_plain (self->maker, text, &style, -1);
  part.item.n_lines = 1;
  remit_paper_text_measure (part.item.layout, &part.item.width, &part.item.height);
  part.item.y = baseline - (double) pango_layout_get_baseline (part.item.layout) / PANGO_SCALE;
  part.top = part.item.y;
  part.bottom = part.item.y + part.item.height;
  g_array_append_val (self->parts, part);
}

static void
find_parts (Picture *self,
            const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (remit_xml_is (node, "rect"))
      add_rectangle (self, node);
    else if (remit_xml_is (node, "path"))
      add_path (self, node);
    else if (remit_xml_is (node, "text"))
      add_words (self, node);
    else if (node->type == XML_ELEMENT_NODE && !remit_paper_is_hidden (node))
      find_parts (self, node);
}

/* ── Where it is broken ───────────────────────────────────────────────────────────────────── */

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const Part *x = a;
  const Part *y = b;

  return (x->top > y->top) - (x->top < y->top);
}

/* Returns: (transfer full): the tops of what is not to be broken, and the bottom of the last; lines
 * that lead from one to the next may be */
static GArray *
find_edges (Picture *self)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (double));
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (part->item.kind == REMIT_PAPER_ITEM_PATH)
        continue;
      if (part->top >= bottom)
        g_array_append_val (edges, part->top);
      bottom = MAX (bottom, part->bottom);
    }
  if (edges->len > 0)
    g_array_append_val (edges, bottom);
  return edges;
}

static void
add_line (const Part *part,
          double top,
          RemitPaperAtom *atom)
{
  RemitPaperItem item = part->item;

  item.points = g_array_copy (part->item.points);
  for (guint i = 1; i < item.points->len; i += 2)
    g_array_index (item.points, double, i) -= top;
  remit_paper_atom_add (atom, &item);
}

/* What is between two edges, the lines first. */
static void
add_slice (Picture *self,
           double top,
           double bottom,
           guint *next,
           GArray *lines,
           RemitPaperStrip *strip)
{
  RemitPaperAtom *atom = remit_paper_maker_add (self->maker, strip);
  guint first = *next;

  atom->height = bottom - top;
  for (; *next < self->parts->len && g_array_index (self->parts, Part, *next).top < bottom;
       (*next)++)
    if (g_array_index (self->parts, Part, *next).item.kind == REMIT_PAPER_ITEM_PATH)
      g_array_append_val (lines, *next);
  for (guint i = lines->len; i > 0; i--)
    {
      const Part *line = &g_array_index (self->parts, Part,
                                         g_array_index (lines, guint, i - 1));

      if (line->bottom < top)
        g_array_remove_index (lines, i - 1);
      else
        add_line (line, top, atom);
    }
  for (guint i = first; i < *next; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);

      if (part->item.kind == REMIT_PAPER_ITEM_PATH)
        continue;
      part->item.y -= top;
      remit_paper_atom_add (atom, &part->item);
    }
}

void
remit_paper_add_picture (RemitPaperMaker *maker,
                         const xmlNode *svg,
                         const RemitPaperStyle *style G_GNUC_UNUSED,
                         double x,
                         double width,
                         RemitPaperStrip *strip)
{
  double own = get_number (svg, "width");
  Picture self = { maker, x, 0.8, g_array_new (FALSE, FALSE, sizeof (Part)) };
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) edges = NULL;
  guint next = 0;

  if (own * self.scale > width)
    self.scale = width / own;
  find_parts (&self, svg);
  g_array_sort (self.parts, compare_tops);
  edges = find_edges (&self);
  for (guint i = 0; i + 1 < edges->len; i++)
    add_slice (&self, g_array_index (edges, double, i), g_array_index (edges, double, i + 1),
               &next, lines, strip);
  for (guint i = 0; i < self.parts->len; i++)
    g_clear_pointer (&g_array_index (self.parts, Part, i).item.points, g_array_unref);
  g_array_unref (self.parts);
}
