/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: with their heads on each page, and the first column on each part of a wide one. */
#include "model/remit-xml.h"
#include "remit-paper-maker.h"

#define PADDING 4
#define MIN_COLUMN 26
#define MAX_WORD 110
#define MAX_MATRIX_COLUMN 62
/* Widths are taken from so many rows. */
#define MAX_MEASURED 200

typedef struct
{
  double least;   /* for its longest word */
  double natural; /* for its longest line */
  double width;
} Column;

typedef struct
{
  RemitPaperMaker *maker;
  const RemitPaperStyle *style;
  double x;
  double width;
  gboolean is_matrix;
  GArray *columns;
  GPtrArray *heads; /* rows of the head, and all others */
  GPtrArray *rows;
} Table;

/* ── Its parts ────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_cell (const xmlNode *node)
{
  return remit_xml_is (node, "td") || remit_xml_is (node, "th");
}

static void
find_rows (Table *self,
           const xmlNode *parent,
           gboolean in_head)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (remit_xml_is (node, "tr"))
      g_ptr_array_add (in_head ? self->heads : self->rows, (gpointer) node);
    else if (node->type == XML_ELEMENT_NODE && !is_cell (node))
      find_rows (self, node, in_head || remit_xml_is (node, "thead"));
}

static RemitPaperStyle
get_cell_style (Table *self,
                const xmlNode *cell,
                gboolean in_head,
                guint column)
{
  RemitPaperStyle style = *self->style;

  remit_paper_style_enter (&style, cell);
  style.size = 9;
  if (self->is_matrix && (!in_head || column > 0))
    style.weight = PANGO_WEIGHT_NORMAL;
  if (in_head && (!self->is_matrix || column == 0))
    style.color = REMIT_PAPER_DIM;
  if (self->is_matrix && column > 0)
    {
      style.align = REMIT_PAPER_CENTER;
      style.size = in_head ? 8 : 9;
    }
  return style;
}

/* ── How wide its columns are ─────────────────────────────────────────────────────────────── */

static void
measure_cell (Table *self,
              const xmlNode *cell,
              gboolean in_head,
              guint i)
{
  Column *column = &g_array_index (self->columns, Column, i);
  const RemitPaperStyle style = get_cell_style (self, cell, in_head, i);
  g_autoptr (PangoLayout) layout =
    remit_paper_text_new (self->maker, cell->children, NULL, &style, -1, NULL);
  double natural;
  double least;

  if (layout == NULL)
    return;
  remit_paper_text_measure (layout, &natural, NULL);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  remit_paper_text_measure (layout, &least, NULL);
  column->least = MAX (column->least, MIN (least, MAX_WORD) + 2 * PADDING);
  column->natural = MAX (column->natural, natural + 2 * PADDING);
}

static void
measure_row (Table *self,
             const xmlNode *row,
             gboolean in_head)
{
  guint i = 0;

  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    if (is_cell (cell))
      {
        if (i == self->columns->len)
          g_array_append_val (self->columns, ((Column){ MIN_COLUMN, MIN_COLUMN, 0 }));
        measure_cell (self, cell, in_head, i++);
      }
}

static void
measure (Table *self)
{
  for (guint i = 0; i < self->heads->len; i++)
    measure_row (self, self->heads->pdata[i], TRUE);
  for (guint i = 0; i < MIN (self->rows->len, MAX_MEASURED); i++)
    measure_row (self, self->rows->pdata[i], FALSE);
  for (guint i = 1; self->is_matrix && i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      column->least = MIN (column->least, MAX_MATRIX_COLUMN);
      column->natural = MAX (column->least, MIN (column->natural, MAX_MATRIX_COLUMN));
    }
}

/* The head of a row, of which there is enough to be read. */
static double
get_head_width (Table *self)
{
  const Column *head = &g_array_index (self->columns, Column, 0);

  return MAX (head->least, MIN (head->natural, self->width * 0.22));
}

/* Returns: the first column after those that fit beside the first one within @limit */
static guint
find_end (Table *self,
          guint first,
          double limit)
{
  double least = get_head_width (self);
  guint i = MAX (first, 1);

  for (guint n = 0; i < self->columns->len; i++, n++)
    {
      least += g_array_index (self->columns, Column, i).least;
      if (n > 0 && least > limit)
        break;
    }
  return i;
}

static guint
count_parts (Table *self,
             double limit)
{
  guint n = 0;

  for (guint first = 0; first < self->columns->len; n++)
    first = find_end (self, first, limit);
  return n;
}

/* Returns: how much of the width is used, so that the parts have about as many columns each */
static double
find_limit (Table *self)
{
  guint n = count_parts (self, self->width);
  double limit = self->width;

  while (n > 1 && limit > self->width / 2 && count_parts (self, limit - MIN_COLUMN) == n)
    limit -= MIN_COLUMN;
  return limit;
}

static gboolean
is_shown (guint i,
          guint first,
          guint end)
{
  return i == 0 || (i >= first && i < end);
}

/* Gives each of the columns its own, and shares what is left: among those that would be broken,
 * else among all. */
static void
share_width (Table *self,
             guint first,
             guint end)
{
  double least = 0;
  double natural = 0;

  for (guint i = 0; i < end; i++)
    if (is_shown (i, first, end))
      {
        least += g_array_index (self->columns, Column, i).least;
        natural += g_array_index (self->columns, Column, i).natural;
      }
  for (guint i = 0; i < end; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      if (!is_shown (i, first, end))
        continue;
      if (natural <= self->width)
        column->width = column->natural + (self->is_matrix ? 0 : (self->width - natural)
                                                                   * column->natural / natural);
      else if (least <= self->width)
        column->width = column->least + (self->width - least) * (column->natural - column->least)
                                          / MAX (natural - least, 1);
      else
        column->width = column->least * self->width / least;
    }
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

/* A cell without content is a cell. */
static void
add_emptiness (RemitPaperMaker *maker,
               RemitPaperStrip *strip)
{
  const RemitPaperItem nothing = { .kind = REMIT_PAPER_ITEM_SHAPE, .tag = maker->tag,
                                   .shape = { .fill = REMIT_PAPER_NONE,
                                              .stroke = REMIT_PAPER_NONE } };

  remit_paper_atom_add (remit_paper_maker_add (maker, strip), &nothing);
}

/* Returns: (transfer full): a strip for each cell that is shown */
static GPtrArray *
make_cells (Table *self,
            const xmlNode *row,
            gboolean in_head,
            guint first,
            guint end)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_paper_strip_free);
  double x = self->x;
  guint i = 0;

  for (const xmlNode *cell = row->children; cell != NULL && i < end; cell = cell->next)
    if (is_cell (cell) && is_shown (i++, first, end))
      {
        double width = g_array_index (self->columns, Column, i - 1).width;
        const RemitPaperStyle style = get_cell_style (self, cell, in_head, i - 1);
        RemitPaperStrip *strip = remit_paper_strip_new ();
        const RemitPaperTag *tag =
          remit_paper_maker_open (self->maker, remit_xml_is (cell, "th") ? "TH" : "TD");

        self->maker->space = 0;
        remit_paper_add_content (self->maker, cell, &style, x + PADDING, width - 2 * PADDING,
                                 strip);
        if (strip->atoms->len == 0)
          add_emptiness (self->maker, strip);
        g_ptr_array_add (cells, strip);
        self->maker->tag = tag;
        x += width;
      }
  self->maker->space = 0;
  return cells;
}

static double
get_width (Table *self,
           guint first,
           guint end)
{
  double width = 0;

  for (guint i = 0; i < end; i++)
    if (is_shown (i, first, end))
      width += g_array_index (self->columns, Column, i).width;
  return width;
}

/* Space around a part of a row, and the line under its last one. */
static void
finish_part (RemitPaperAtom *atom,
             double x,
             double width,
             gboolean is_last)
{
  RemitPaperItem line = { .kind = REMIT_PAPER_ITEM_SHAPE, .x = x, .width = width, .height = 0.75,
                          .shape = { .fill = REMIT_PAPER_EDGE, .stroke = REMIT_PAPER_NONE } };

  for (guint i = 0; i < atom->items->len; i++)
    g_array_index (atom->items, RemitPaperItem, i).y += PADDING;
  atom->height += 2 * PADDING;
  line.y = atom->height - 0.75;
  if (is_last)
    remit_paper_atom_add (atom, &line);
}

/* Takes from the start of a cell what is not higher than @limit, but at least something. */
static RemitPaperStrip *
take_part (RemitPaperStrip *cell,
           double limit)
{
  RemitPaperStrip *part = remit_paper_strip_new ();
  double height = 0;

  while (cell->atoms->len > 0)
    {
      RemitPaperAtom *atom = cell->atoms->pdata[0];

      height += atom->space + atom->height;
      if (part->atoms->len > 0 && height > limit)
        break;
      g_ptr_array_add (part->atoms, g_ptr_array_steal_index (cell->atoms, 0));
    }
  return part;
}

static gboolean
is_left (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (((RemitPaperStrip *) cells->pdata[i])->atoms->len > 0)
      return TRUE;
  return FALSE;
}

/* One atom; or several, of a row that is as high as a good part of a page. */
static RemitPaperAtom *
add_cells (Table *self,
           GPtrArray *cells,
           double width,
           const RemitPaperAtom *head,
           RemitPaperStrip *strip)
{
  RemitPaperAtom *atom;
  gboolean goes_on;

  do
    {
      g_autoptr (GPtrArray) parts =
        g_ptr_array_new_with_free_func ((GDestroyNotify) remit_paper_strip_free);

      for (guint i = 0; i < cells->len; i++)
        g_ptr_array_add (parts, take_part (cells->pdata[i], self->maker->row_limit));
      atom = remit_paper_add_row (self->maker, (RemitPaperStrip *const *) parts->pdata, parts->len,
                                  strip);
      atom->head = head;
      goes_on = is_left (cells);
      finish_part (atom, self->x, width, !goes_on);
    }
  while (goes_on);
  return atom;
}

static RemitPaperAtom *
add_table_row (Table *self,
               const xmlNode *row,
               gboolean in_head,
               guint first,
               guint end,
               const RemitPaperAtom *head,
               RemitPaperStrip *strip)
{
  const RemitPaperTag *tag = remit_paper_maker_open (self->maker, "TR");
  double space = self->maker->space;
  xmlChar *id = first <= 1 ? xmlGetNoNsProp (row, BAD_CAST "id") : NULL;
  g_autoptr (GPtrArray) cells = make_cells (self, row, in_head, first, end);
  RemitPaperAtom *atom;

  if (id != NULL)
    g_ptr_array_add (self->maker->ids,
                     g_string_chunk_insert_const (self->maker->strings, (const char *) id));
  xmlFree (id);
  self->maker->space = space;
  atom = add_cells (self, cells, get_width (self, first, end), head, strip);
  self->maker->tag = tag;
  return atom;
}

/* The table with some of its columns. */
static void
add_part (Table *self,
          guint first,
          guint end,
          RemitPaperStrip *strip)
{
  const RemitPaperAtom *head = NULL;

  share_width (self, first, end);
  for (guint i = 0; i < self->heads->len; i++)
    {
      RemitPaperAtom *atom = add_table_row (self, self->heads->pdata[i], TRUE, first, end, NULL,
                                            strip);

      atom->keeps_next = TRUE;
      head = self->heads->len == 1 ? atom : NULL;
    }
  for (guint i = 0; i < self->rows->len; i++)
    if (!g_cancellable_is_cancelled (self->maker->cancellable))
      add_table_row (self, self->rows->pdata[i], FALSE, first, end, head, strip);
}

void
remit_paper_add_table (RemitPaperMaker *maker,
                       const xmlNode *table,
                       const RemitPaperStyle *style,
                       double x,
                       double width,
                       RemitPaperStrip *strip)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  Table self = { maker, style, x, width, remit_paper_has_class (table, "matrix"), columns, heads,
                 rows };

  double limit;

  find_rows (&self, table, FALSE);
  measure (&self);
  limit = columns->len > 0 ? find_limit (&self) : width;
  for (guint first = 0; columns->len > 0 && first < columns->len;)
    {
      guint end = find_end (&self, first, limit);

      if (first > 0)
        {
          remit_paper_maker_need_space (maker, 12);
          maker->tag = maker->tag->parent;
          remit_paper_maker_open (maker, "Table");
        }
      add_part (&self, first, end, strip);
      first = end;
    }
}
