/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages are made of: atoms, which are never broken, in strips. */
#include "remit-paper-parts.h"

static void
clear_item (gpointer data)
{
  RemitPaperItem *item = data;

  g_clear_object (&item->layout);
  g_clear_pointer (&item->links, g_array_unref);
  g_clear_pointer (&item->points, g_array_unref);
}

static RemitPaperAtom *
atom_new (void)
{
  RemitPaperAtom *self = g_new0 (RemitPaperAtom, 1);

  self->items = g_array_new (FALSE, TRUE, sizeof (RemitPaperItem));
  g_array_set_clear_func (self->items, clear_item);
  self->ids = g_ptr_array_new ();
  return self;
}

void
remit_paper_atom_free (RemitPaperAtom *self)
{
  g_array_unref (self->items);
  g_ptr_array_unref (self->ids);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self);
}

void
remit_paper_atom_add (RemitPaperAtom *self,
                      const RemitPaperItem *item)
{
  g_array_append_vals (self->items, item, 1);
}

void
remit_paper_atom_take (RemitPaperAtom *self,
                       RemitPaperAtom *other,
                       double y)
{
  for (guint i = 0; i < other->items->len; i++)
    {
      RemitPaperItem item = g_array_index (other->items, RemitPaperItem, i);

      item.y += y;
      remit_paper_atom_add (self, &item);
    }
  /* they are in the other one now */
  g_array_set_clear_func (other->items, NULL);
  g_array_set_size (other->items, 0);
  g_array_set_clear_func (other->items, clear_item);
  g_ptr_array_extend (self->ids, other->ids, NULL, NULL);
}

RemitPaperStrip *
remit_paper_strip_new (void)
{
  RemitPaperStrip *self = g_new0 (RemitPaperStrip, 1);

  self->atoms = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_paper_atom_free);
  return self;
}

void
remit_paper_strip_free (RemitPaperStrip *self)
{
  g_ptr_array_unref (self->atoms);
  g_free (self);
}

RemitPaperAtom *
remit_paper_strip_add (RemitPaperStrip *self)
{
  RemitPaperAtom *atom = atom_new ();

  g_ptr_array_add (self->atoms, atom);
  return atom;
}

double
remit_paper_strip_get_height (const RemitPaperStrip *self)
{
  double height = 0;

  for (guint i = 0; i < self->atoms->len; i++)
    {
      const RemitPaperAtom *atom = self->atoms->pdata[i];

      height += atom->height + (i > 0 ? atom->space : 0);
    }
  return height;
}
