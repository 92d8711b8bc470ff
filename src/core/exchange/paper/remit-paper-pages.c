/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arranges atoms on pages. */
#include "remit-paper-pages.h"

/* What is above the first thing on a page is not seen as space. */
#define TOP 0.01

typedef struct
{
  RemitPaperPages *pages;
  double height;
  double y;
} Pager;

static void
begin_page (Pager *self)
{
  g_ptr_array_add (self->pages->pages, g_array_new (FALSE, FALSE, sizeof (RemitPaperPlaced)));
  self->y = 0;
}

static void
note_place (Pager *self,
            const RemitPaperAtom *atom,
            double x,
            double y)
{
  RemitPaperPlace place = { self->pages->pages->len - 1, x, y, atom->level, atom->title };

  for (guint i = 0; i < atom->ids->len; i++)
    if (!g_hash_table_contains (self->pages->places, atom->ids->pdata[i]))
      g_hash_table_insert (self->pages->places, atom->ids->pdata[i],
                           g_memdup2 (&place, sizeof place));
  if (atom->level > 0)
    g_array_append_val (self->pages->headings, place);
}

static void
put (Pager *self,
     const RemitPaperAtom *atom,
     double x,
     double y,
     gboolean is_repeated)
{
  GArray *page = self->pages->pages->pdata[self->pages->pages->len - 1];
  RemitPaperPlaced placed = { atom, x, y, is_repeated };

  g_array_append_val (page, placed);
  if (!is_repeated)
    note_place (self, atom, x, y);
  self->pages->bottom = MAX (self->pages->bottom, y + atom->height);
}

/* How high an atom is with those that it keeps; of cards, the first. What is higher than a page is
 * not kept together. */
static double
measure_kept (Pager *self,
              const RemitPaperStrip *strip,
              guint i)
{
  double height = 0;
  guint start = i;

  for (; i < strip->atoms->len; i++)
    {
      const RemitPaperAtom *atom = strip->atoms->pdata[i];

      height += i > start ? atom->space : 0;
      if (atom->columns != NULL)
        return height + (atom->columns->len > 0
                           ? MIN (remit_paper_strip_get_height (atom->columns->pdata[0]),
                                  self->height / 3)
                           : 0);
      height += atom->height;
      if (height > self->height)
        return ((const RemitPaperAtom *) strip->atoms->pdata[start])->height;
      if (!atom->keeps_next)
        break;
    }
  return height;
}

/* ── Columns ──────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  Pager *pager;
  const RemitPaperAtom *atom;
  double ends[64];
} Columns;

static void
reset_columns (Columns *self,
               double y)
{
  for (guint i = 0; i < self->atom->n_columns; i++)
    self->ends[i] = y;
}

static guint
find_shortest (Columns *self)
{
  guint found = 0;

  for (guint i = 1; i < self->atom->n_columns; i++)
    if (self->ends[i] < self->ends[found] - TOP)
      found = i;
  return found;
}

static double
get_x (Columns *self,
       guint column)
{
  return column * (self->atom->column_width + self->atom->column_gap);
}

/* Puts a card from @column on: where it does not fit, into the next one. */
static void
flow (Columns *self,
      const RemitPaperStrip *card,
      guint column)
{
  double y = self->ends[column];

  for (guint i = 0; i < card->atoms->len; i++)
    {
      const RemitPaperAtom *atom = card->atoms->pdata[i];

      y += y > TOP && i > 0 ? atom->space : 0;
      if (y > TOP && y + measure_kept (self->pager, card, i) > self->pager->height)
        {
          self->ends[column] = self->pager->height;
          if (++column == self->atom->n_columns)
            {
              begin_page (self->pager);
              reset_columns (self, 0);
              column = 0;
            }
          y = self->ends[column];
        }
      put (self->pager, atom, get_x (self, column), y, FALSE);
      y += atom->height;
    }
  self->ends[column] = y + self->atom->column_gap;
}

static void
put_card (Columns *self,
          const RemitPaperStrip *card)
{
  double height = remit_paper_strip_get_height (card);
  guint column = find_shortest (self);

  if (self->ends[column] > TOP && self->ends[column] + height > self->pager->height)
    {
      begin_page (self->pager);
      reset_columns (self, 0);
      column = 0;
    }
  flow (self, card, column);
}

static void
put_columns (Pager *self,
             const RemitPaperAtom *atom)
{
  Columns columns = { self, atom };

  reset_columns (&columns, self->y);
  for (guint i = 0; i < atom->columns->len; i++)
    put_card (&columns, atom->columns->pdata[i]);
  for (guint i = 0; i < atom->n_columns; i++)
    self->y = MAX (self->y, columns.ends[i]);
}

/* ── Strips ───────────────────────────────────────────────────────────────────────────────── */

static void
put_atom (Pager *self,
          const RemitPaperStrip *strip,
          guint i)
{
  const RemitPaperAtom *atom = strip->atoms->pdata[i];
  double space = self->y > TOP ? atom->space : 0;

  if (self->y > TOP && self->y + space + measure_kept (self, strip, i) > self->height)
    {
      begin_page (self);
      space = 0;
      if (atom->head != NULL)
        {
          put (self, atom->head, 0, 0, TRUE);
          self->y = atom->head->height;
        }
    }
  self->y += space;
  if (atom->columns != NULL)
    put_columns (self, atom);
  else
    put (self, atom, 0, self->y, FALSE);
  self->y += atom->height;
}

RemitPaperPages *
remit_paper_pages_new (const RemitPaperStrip *strip,
                       double height)
{
  RemitPaperPages *self = g_new0 (RemitPaperPages, 1);
  Pager pager = { self, height, 0 };

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->headings = g_array_new (FALSE, FALSE, sizeof (RemitPaperPlace));
  begin_page (&pager);
  for (guint i = 0; i < strip->atoms->len; i++)
    put_atom (&pager, strip, i);
  return self;
}

void
remit_paper_pages_free (RemitPaperPages *self)
{
  g_ptr_array_unref (self->pages);
  g_hash_table_unref (self->places);
  g_array_unref (self->headings);
  g_free (self);
}
