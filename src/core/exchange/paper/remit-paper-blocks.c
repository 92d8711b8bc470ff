/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks: what stands under each other on a page of HTML. */
#include <string.h>

#include "model/remit-xml.h"
#include "remit-paper-maker.h"

#define INDENT 14
#define GAP 8
#define CARD_WIDTH 220
#define TILE_WIDTH 105
#define LEGEND_WIDTH 220

/* ── Texts ────────────────────────────────────────────────────────────────────────────────── */

/* A part of a text that is not broken: neither its first nor its last line stands alone. */
static int
count_together (int line,
                int n_lines)
{
  if (n_lines <= 4)
    return n_lines;
  if (line == 0)
    return 2;
  return n_lines - line <= 3 ? n_lines - line : 1;
}

static double
get_line_top (PangoLayout *layout,
              int line)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int top = 0;
  int bottom = 0;

  for (int i = 0; i < line && pango_layout_iter_next_line (iter); i++)
    ;
  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  if (line >= pango_layout_get_line_count (layout))
    top = bottom;
  pango_layout_iter_free (iter);
  return (double) top / PANGO_SCALE;
}

static void
add_lines (RemitPaperMaker *maker,
           const RemitPaperItem *whole,
           RemitPaperStrip *strip)
{
  int n = whole->n_lines;

  for (int line = 0, together; line < n; line += together)
    {
      RemitPaperAtom *atom = remit_paper_maker_add (maker, strip);
      RemitPaperItem item = *whole;

      together = count_together (line, n);
      item.layout = g_object_ref (whole->layout);
      item.links = whole->links != NULL ? g_array_ref (whole->links) : NULL;
      item.first_line = line;
      item.n_lines = together;
      atom->height = together == n ? item.height
                                   : get_line_top (item.layout, line + together)
                                       - get_line_top (item.layout, line);
      remit_paper_atom_add (atom, &item);
    }
}

/* Returns: (transfer full) (nullable): what stands at the end of the line, such as a figure */
static PangoLayout *
make_figure (RemitPaperMaker *maker,
             const xmlNode *figure,
             const RemitPaperStyle *style,
             double *width)
{
  RemitPaperStyle own = *style;
  PangoLayout *layout;

  *width = 0;
  if (figure == NULL)
    return NULL;
  own.align = REMIT_PAPER_START;
  layout = remit_paper_text_new (maker, figure, figure->next, &own, -1, NULL);
  if (layout != NULL)
    remit_paper_text_measure (layout, width, NULL);
  return layout;
}

static void
add_figure (RemitPaperMaker *maker,
            PangoLayout *layout,
            double x,
            double width,
            RemitPaperAtom *atom)
{
  RemitPaperItem item = { .kind = REMIT_PAPER_ITEM_TEXT, .tag = maker->tag, .x = x,
                          .width = width, .layout = layout, .n_lines = 1 };

  remit_paper_text_measure (layout, NULL, &item.height);
  atom->height = MAX (atom->height, item.height);
  remit_paper_atom_add (atom, &item);
}

static const xmlNode *
find_figure (const xmlNode *first,
             const xmlNode *until)
{
  for (const xmlNode *node = first; node != NULL && node != until; node = node->next)
    if (node->type == XML_ELEMENT_NODE && remit_paper_has_class (node, "figure"))
      return node;
  return NULL;
}

/* A paragraph: the nodes from the first on, which all are parts of lines. */
static void
add_text (RemitPaperMaker *maker,
          const xmlNode *first,
          const xmlNode *until,
          const RemitPaperStyle *style,
          double x,
          double width,
          RemitPaperStrip *strip)
{
  const RemitPaperTag *tag = remit_paper_maker_open_text (maker);
  const xmlNode *figure = find_figure (first, until);
  double figure_width;
  g_autoptr (PangoLayout) end = make_figure (maker, figure, style, &figure_width);
  double rest = end != NULL ? MAX (width - figure_width - GAP, width / 4) : width;
  RemitPaperItem item = { .kind = REMIT_PAPER_ITEM_TEXT, .tag = maker->tag, .x = x,
                          .width = rest };
  guint before = strip->atoms->len;

  item.layout = remit_paper_text_new (maker, first, end != NULL ? figure : until, style, rest,
                                      &item.links);
  if (item.layout != NULL)
    {
      remit_paper_text_measure (item.layout, NULL, &item.height);
      item.n_lines = pango_layout_get_line_count (item.layout);
      add_lines (maker, &item, strip);
    }
  else if (end != NULL)
    remit_paper_maker_add (maker, strip);
  if (end != NULL)
    add_figure (maker, g_steal_pointer (&end), x + width - figure_width, figure_width,
                strip->atoms->pdata[before]);
  maker->tag = tag;
  g_clear_object (&item.layout);
  g_clear_pointer (&item.links, g_array_unref);
}

/* ── Rows of blocks ───────────────────────────────────────────────────────────────────────── */

RemitPaperAtom *
remit_paper_add_row (RemitPaperMaker *maker,
                     RemitPaperStrip *const *cells,
                     guint n_cells,
                     RemitPaperStrip *strip)
{
  RemitPaperAtom *row = remit_paper_maker_add (maker, strip);

  for (guint i = 0; i < n_cells; i++)
    {
      double y = 0;

      for (guint j = 0; j < cells[i]->atoms->len; j++)
        {
          RemitPaperAtom *atom = cells[i]->atoms->pdata[j];

          y += j > 0 ? atom->space : 0;
          remit_paper_atom_take (row, atom, y);
          y += atom->height;
        }
      row->height = MAX (row->height, y);
    }
  return row;
}

/* Children of an element beside each other, in as many columns as there is room for. */
static void
add_grid (RemitPaperMaker *maker,
          const xmlNode *element,
          double x,
          double width,
          double column,
          void (*add_cell) (RemitPaperMaker *maker, const xmlNode *element, double x,
                            double width, RemitPaperStrip *strip),
          RemitPaperStrip *strip)
{
  guint n_columns = (guint) CLAMP ((width + GAP) / (column + GAP), 1, 64);
  double each = (width - GAP * (n_columns - 1)) / n_columns;
  const xmlNode *node = xmlFirstElementChild ((xmlNode *) element);

  while (node != NULL)
    {
      g_autoptr (GPtrArray) cells =
        g_ptr_array_new_with_free_func ((GDestroyNotify) remit_paper_strip_free);
      double space = maker->space;

      for (guint i = 0; i < n_columns && node != NULL; i++)
        {
          RemitPaperStrip *cell = remit_paper_strip_new ();

          maker->space = 0;
          add_cell (maker, node, x + i * (each + GAP), each, cell);
          g_ptr_array_add (cells, cell);
          node = xmlNextElementSibling ((xmlNode *) node);
        }
      maker->space = space;
      remit_paper_add_row (maker, (RemitPaperStrip *const *) cells->pdata, cells->len, strip);
      remit_paper_maker_need_space (maker, GAP);
    }
}

/* A figure of the summary, on a plate. */
static void
add_tile (RemitPaperMaker *maker,
          const xmlNode *tile,
          double x,
          double width,
          RemitPaperStrip *strip)
{
  const RemitPaperTag *tag = remit_paper_maker_open (maker, "LI");
  RemitPaperStyle label = { .size = 9, .weight = PANGO_WEIGHT_NORMAL, .color = REMIT_PAPER_DIM };
  RemitPaperStyle figure = { .size = 18, .weight = PANGO_WEIGHT_BOLD, .color = REMIT_PAPER_TEXT };
  RemitPaperAtom *plate = remit_paper_maker_add (maker, strip);
  RemitPaperItem item = { .kind = REMIT_PAPER_ITEM_SHAPE, .tag = NULL, .x = x, .width = width,
                          .shape = { .radius = 6, .fill = REMIT_PAPER_CARD,
                                     .stroke = REMIT_PAPER_NONE } };

  for (const xmlNode *node = tile->children; node != NULL; node = node->next)
    if (!remit_paper_is_hidden (node))
      add_text (maker, node->children, NULL, remit_xml_is (node, "dt") ? &label : &figure,
                x + GAP, width - 2 * GAP, strip);
  plate->height = 6;
  item.height = remit_paper_strip_get_height (strip) + 6;
  remit_paper_atom_add (plate, &item);
  remit_paper_maker_add (maker, strip)->height = 6;
  maker->tag = tag;
}

/* A term and what it means, in a line. */
static void
add_meaning (RemitPaperMaker *maker,
             const xmlNode *pair,
             double x,
             double width,
             RemitPaperStrip *strip)
{
  const RemitPaperTag *tag = remit_paper_maker_open (maker, "LI");
  const RemitPaperStyle style = { .size = 9, .weight = PANGO_WEIGHT_NORMAL,
                                  .color = REMIT_PAPER_TEXT };
  const xmlNode *term = xmlFirstElementChild ((xmlNode *) pair);
  const xmlNode *meaning = term != NULL ? xmlNextElementSibling ((xmlNode *) term) : NULL;
  g_autoptr (RemitPaperStrip) left = remit_paper_strip_new ();
  g_autoptr (RemitPaperStrip) right = remit_paper_strip_new ();
  RemitPaperStrip *const cells[] = { left, right };

  if (term != NULL)
    add_text (maker, term->children, NULL, &style, x, 56, left);
  if (meaning != NULL)
    add_text (maker, meaning->children, NULL, &style, x + 60, width - 60, right);
  remit_paper_add_row (maker, cells, 2, strip);
  maker->tag = tag;
}

/* ── Frames ───────────────────────────────────────────────────────────────────────────────── */

static void
add_padding (RemitPaperMaker *maker,
             double height,
             gboolean keeps_next,
             RemitPaperStrip *strip)
{
  RemitPaperAtom *atom;

  if (!keeps_next)
    maker->space = 0;
  atom = remit_paper_maker_add (maker, strip);
  atom->height = height;
  atom->keeps_next = keeps_next;
  if (!keeps_next && strip->atoms->len > 1)
    ((RemitPaperAtom *) strip->atoms->pdata[strip->atoms->len - 2])->keeps_next = TRUE;
}

static void
add_framed (RemitPaperMaker *maker,
            const xmlNode *element,
            const RemitPaperStyle *style,
            const RemitPaperBox *looks,
            double padding,
            RemitPaperStrip *strip)
{
  const RemitPaperBox *box = remit_paper_maker_frame (maker, looks);
  guint first;

  add_padding (maker, padding, TRUE, strip);
  first = strip->atoms->len;
  remit_paper_add_content (maker, element, style, looks->x + padding + 2,
                           looks->width - 2 * padding - 4, strip);
  if (strip->atoms->len > first)
    ((RemitPaperAtom *) strip->atoms->pdata[first])->space = 0;
  add_padding (maker, padding, FALSE, strip);
  maker->box = box;
}

/* Keeps what was added since then in one piece, unless it is as high as a good part of a page. */
static void
keep_together (const RemitPaperMaker *maker,
               const RemitPaperStrip *strip,
               guint before)
{
  double height = 0;

  for (guint i = before; i < strip->atoms->len; i++)
    height += ((const RemitPaperAtom *) strip->atoms->pdata[i])->height;
  if (height > maker->row_limit)
    return;
  for (guint i = before; i + 1 < strip->atoms->len; i++)
    ((RemitPaperAtom *) strip->atoms->pdata[i])->keeps_next = TRUE;
}

/* A slot: vacant ones are seen as such. */
static void
add_slot (RemitPaperMaker *maker,
          const xmlNode *slot,
          const RemitPaperStyle *style,
          double x,
          double width,
          RemitPaperStrip *strip)
{
  gboolean is_vacant = remit_paper_has_class (slot, "vacant");
  const RemitPaperBox looks = {
    .x = x,
    .width = width,
    .radius = 4,
    .line = is_vacant ? 1.25 : 0.75,
    .fill = REMIT_PAPER_WHITE,
    .stroke = is_vacant ? REMIT_PAPER_WARN : REMIT_PAPER_EDGE,
    .is_dashed = is_vacant || remit_paper_has_class (slot, "optional"),
  };

  guint before = strip->atoms->len;

  remit_paper_maker_need_space (maker, 5);
  add_framed (maker, slot, style, &looks, 4, strip);
  keep_together (maker, strip, before);
}

static RemitPaperStrip *
make_card (RemitPaperMaker *maker,
           const xmlNode *card,
           double width)
{
  const RemitPaperTag *tag = remit_paper_maker_open (maker, "Art");
  const RemitPaperStyle style = { .size = 9, .weight = PANGO_WEIGHT_NORMAL,
                                  .color = REMIT_PAPER_TEXT };
  const RemitPaperBox looks = { .width = width, .radius = 7, .fill = REMIT_PAPER_CARD,
                                .stroke = REMIT_PAPER_NONE };
  RemitPaperStrip *strip = remit_paper_strip_new ();

  maker->space = 0;
  add_framed (maker, card, &style, &looks, 8, strip);
  maker->tag = tag;
  return strip;
}

/* An element's id is the address of what comes next. */
static void
note_id (RemitPaperMaker *maker,
         const xmlNode *element)
{
  xmlChar *id = xmlGetNoNsProp (element, BAD_CAST "id");

  if (id != NULL)
    g_ptr_array_add (maker->ids, g_string_chunk_insert_const (maker->strings, (const char *) id));
  xmlFree (id);
}

/* Cards in columns. */
static void
add_board (RemitPaperMaker *maker,
           const xmlNode *board,
           double width,
           RemitPaperStrip *strip)
{
  RemitPaperAtom *atom = remit_paper_maker_add (maker, strip);

  atom->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_paper_strip_free);
  atom->n_columns = (guint) CLAMP ((width + GAP) / (CARD_WIDTH + GAP), 1, 64);
  atom->column_gap = GAP;
  atom->column_width = (width - GAP * (atom->n_columns - 1)) / atom->n_columns;
  for (const xmlNode *node = board->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && !g_cancellable_is_cancelled (maker->cancellable))
      {
        note_id (maker, node);
        g_ptr_array_add (atom->columns, make_card (maker, node, atom->column_width));
      }
}

/* ── Lists ────────────────────────────────────────────────────────────────────────────────── */

static void
add_mark (RemitPaperMaker *maker,
          const char *mark,
          const RemitPaperStyle *style,
          double x,
          RemitPaperAtom *atom)
{
  const RemitPaperTag *tag = remit_paper_maker_open (maker, "Lbl");
  RemitPaperStyle own = *style;
  RemitPaperItem item = { .kind = REMIT_PAPER_ITEM_TEXT, .tag = maker->tag, .x = x,
                          .width = INDENT, .n_lines = 1 };

  maker->tag = tag;
  own.color = REMIT_PAPER_DIM;
  item.layout = remit_paper_text_new_plain (maker, mark, &own, INDENT);
  remit_paper_atom_add (atom, &item);
  /* a mark is read before what it marks */
  for (guint i = atom->items->len - 1; i > 0; i--)
    {
      RemitPaperItem *items = (RemitPaperItem *) (gpointer) atom->items->data;
      RemitPaperItem moved = items[i];

      items[i] = items[i - 1];
      items[i - 1] = moved;
    }
}

static void
add_marked (RemitPaperMaker *maker,
            const xmlNode *entry,
            const RemitPaperStyle *style,
            guint number,
            double x,
            double width,
            RemitPaperStrip *strip)
{
  g_autofree char *mark = number > 0 ? g_strdup_printf ("%u.", number) : g_strdup ("•");
  double indent = number > 99 ? 2 * INDENT : INDENT;
  guint before = strip->atoms->len;

  remit_paper_maker_need_space (maker, 3);
  remit_paper_add_content (maker, entry, style, x + indent, width - indent, strip);
  if (strip->atoms->len > before)
    add_mark (maker, mark, style, x, strip->atoms->pdata[before]);
}

static void
add_list (RemitPaperMaker *maker,
          const xmlNode *list,
          const RemitPaperStyle *style,
          double x,
          double width,
          RemitPaperStrip *strip)
{
  gboolean has_numbers = remit_xml_is (list, "ol");
  gboolean has_slots = remit_paper_has_class (list, "slots");
  guint number = 0;

  for (const xmlNode *node = list->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && !g_cancellable_is_cancelled (maker->cancellable))
      {
        const RemitPaperTag *tag = remit_paper_maker_open (maker, "LI");

        note_id (maker, node);
        if (has_slots)
          add_slot (maker, node, style, x, width, strip);
        else
          add_marked (maker, node, style, has_numbers ? ++number : 0, x, width, strip);
        maker->tag = tag;
      }
}

/* ── Contents ─────────────────────────────────────────────────────────────────────────────── */

/* Returns: (nullable): where the first link of an atom leads */
static const char *
find_first_target (const RemitPaperAtom *atom)
{
  const RemitPaperItem *item = &g_array_index (atom->items, RemitPaperItem, 0);
  const RemitPaperLink *link;

  if (atom->items->len == 0 || item->links == NULL)
    return NULL;
  link = &g_array_index (item->links, RemitPaperLink, 0);
  return link->target;
}

/* A link of the contents, with the number of its page. */
static void
add_entry (RemitPaperMaker *maker,
           const xmlNode *entry,
           const RemitPaperStyle *style,
           double x,
           double width,
           RemitPaperStrip *strip)
{
  const RemitPaperTag *tag = remit_paper_maker_open (maker, "TOCI");
  guint before = strip->atoms->len;
  RemitPaperItem number = { .kind = REMIT_PAPER_ITEM_PAGE_NUMBER, .x = x + width - 40,
                            .width = 40 };
  RemitPaperAtom *atom;

  remit_paper_maker_need_space (maker, 2);
  add_text (maker, entry->children, NULL, style, x, width - 40 - GAP, strip);
  remit_paper_maker_open_text (maker);
  number.tag = maker->tag;
  if (strip->atoms->len > before)
    {
      atom = strip->atoms->pdata[before];
      number.target = find_first_target (atom);
      if (number.target != NULL)
        remit_paper_atom_add (atom, &number);
    }
  maker->tag = tag;
}

static void
add_entries (RemitPaperMaker *maker,
             const xmlNode *element,
             const RemitPaperStyle *style,
             double x,
             double width,
             RemitPaperStrip *strip)
{
  for (const xmlNode *node = element->children; node != NULL; node = node->next)
    if (remit_xml_is (node, "li"))
      add_entry (maker, node, style, x, width, strip);
    else if (node->type == XML_ELEMENT_NODE)
      add_entries (maker, node, style, x, width, strip);
}

/* ── All of them ──────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  const char *name;
  const char *tag;
  double before;
  double after;
  guint level; /* of a heading */
} Block;

static const Block blocks[] = {
  { "h1", "H1", 0, 4, 0 },     { "h2", "H2", 24, 8, 1 },       { "h3", "H3", 14, 3, 2 },
  { "h4", "H4", 10, 2, 0 },    { "h5", "H5", 10, 2, 0 },       { "h6", "H6", 10, 2, 0 },
  { "p", "P", 3, 3, 0 },       { "div", "Div", 0, 0, 0 },      { "section", "Sect", 0, 0, 0 },
  { "ul", "L", 4, 4, 0 },      { "ol", "L", 4, 4, 0 },         { "article", "Art", 0, 0, 0 },
  { "dl", "L", 4, 4, 0 },      { "dd", "LBody", 0, 3, 0 },     { "table", "Table", 4, 8, 0 },
  { "svg", "Figure", 4, 4, 0 }, { "nav", "TOC", 14, 10, 0 },   { "footer", "Div", 24, 0, 0 },
  { "dt", "Lbl", 3, 0, 0 },    { "caption", "Caption", 3, 3, 0 },
};

static const Block *
find_block (const xmlNode *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (remit_xml_is (element, blocks[i].name))
      return &blocks[i];
  return NULL;
}

static void
keep_next (const RemitPaperStrip *strip,
           guint before)
{
  for (guint i = before; i < strip->atoms->len; i++)
    ((RemitPaperAtom *) strip->atoms->pdata[i])->keeps_next = TRUE;
}

/* A heading is on the page of what it is over, and in the outline. */
static void
finish_heading (RemitPaperMaker *maker,
                const xmlNode *element,
                guint level,
                guint before,
                RemitPaperStrip *strip)
{
  g_autofree char *title = remit_paper_dup_text (element);
  RemitPaperAtom *first;

  if (strip->atoms->len == before)
    return;
  keep_next (strip, before);
  first = strip->atoms->pdata[before];
  first->level = level;
  first->title = g_string_chunk_insert_const (maker->strings, title);
  if (level == 1)
    first->section = maker->section = first->title;
}

/* So is a paragraph right under a heading, such as a state. */
static gboolean
is_under_heading (const xmlNode *element)
{
  const xmlNode *before = xmlPreviousElementSibling ((xmlNode *) element);
  const Block *block = before != NULL ? find_block (before) : NULL;

  return block != NULL && block->tag[0] == 'H' && remit_paper_has_class (element, "dim")
         && xmlNextElementSibling ((xmlNode *) element) != NULL;
}

static void
add_inside (RemitPaperMaker *maker,
            const xmlNode *element,
            const RemitPaperStyle *style,
            double x,
            double width,
            RemitPaperStrip *strip)
{
  if (remit_xml_is (element, "table"))
    remit_paper_add_table (maker, element, style, x, width, strip);
  else if (remit_xml_is (element, "svg"))
    remit_paper_add_picture (maker, element, style, x, width, strip);
  else if (remit_xml_is (element, "nav"))
    add_entries (maker, element, style, x, width, strip);
  else if (remit_xml_is (element, "ul") || remit_xml_is (element, "ol"))
    add_list (maker, element, style, x, width, strip);
  else if (remit_paper_has_class (element, "tiles"))
    add_grid (maker, element, x, width, TILE_WIDTH, add_tile, strip);
  else if (remit_paper_has_class (element, "legend"))
    add_grid (maker, element, x, width, LEGEND_WIDTH, add_meaning, strip);
  else if (remit_paper_has_class (element, "board"))
    add_board (maker, element, width, strip);
  else if (remit_xml_is (element, "dd"))
    remit_paper_add_content (maker, element, style, x + INDENT, width - INDENT, strip);
  else
    remit_paper_add_content (maker, element, style, x, width, strip);
}

void
remit_paper_add_block (RemitPaperMaker *maker,
                       const xmlNode *element,
                       const RemitPaperStyle *style,
                       double x,
                       double width,
                       RemitPaperStrip *strip)
{
  const Block *block = find_block (element);
  const RemitPaperTag *tag = maker->tag;
  RemitPaperStyle own = *style;
  guint before = strip->atoms->len;

  if (g_cancellable_is_cancelled (maker->cancellable))
    return;
  if (block != NULL)
    {
      remit_paper_maker_open (maker, block->tag);
      remit_paper_maker_need_space (maker, block->before);
    }
  remit_paper_style_enter (&own, element);
  note_id (maker, element);
  add_inside (maker, element, &own, x, width, strip);
  if (block != NULL && block->tag[0] == 'H')
    finish_heading (maker, element, block->level, before, strip);
  else if (is_under_heading (element))
    keep_next (strip, before);
  if (block != NULL)
    remit_paper_maker_need_space (maker, block->after);
  maker->tag = tag;
}

/* Returns: the node after the part of a line that begins with @node */
static const xmlNode *
find_end_of_text (const xmlNode *node)
{
  while (node != NULL && remit_paper_is_inline (node))
    node = node->next;
  return node;
}

void
remit_paper_add_content (RemitPaperMaker *maker,
                         const xmlNode *element,
                         const RemitPaperStyle *style,
                         double x,
                         double width,
                         RemitPaperStrip *strip)
{
  const xmlNode *node = element->children;

  while (node != NULL)
    if (remit_paper_is_hidden (node))
      node = node->next;
    else if (remit_paper_is_inline (node))
      {
        const xmlNode *end = find_end_of_text (node);

        add_text (maker, node, end, style, x, width, strip);
        node = end;
      }
    else
      {
        remit_paper_add_block (maker, node, style, x, width, strip);
        node = node->next;
      }
}
