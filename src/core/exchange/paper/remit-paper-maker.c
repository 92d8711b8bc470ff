/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known while strips are made. */
#include "remit-paper-maker.h"

RemitPaperMaker *
remit_paper_maker_new (PangoContext *context,
                       gboolean is_right_to_left,
                       double row_limit,
                       GCancellable *cancellable)
{
  RemitPaperMaker *self = g_new0 (RemitPaperMaker, 1);

  self->context = g_object_ref (context);
  self->is_right_to_left = is_right_to_left;
  self->row_limit = row_limit;
  g_set_object (&self->cancellable, cancellable);
  self->strings = g_string_chunk_new (4096);
  self->owned = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_ptr_array_new ();
  self->targets = g_hash_table_new (g_str_hash, g_str_equal);
  pango_context_set_base_dir (context,
                              is_right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return self;
}

void
remit_paper_maker_free (RemitPaperMaker *self)
{
  g_clear_object (&self->context);
  g_clear_object (&self->cancellable);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->owned);
  g_ptr_array_unref (self->ids);
  g_hash_table_unref (self->targets);
  g_free (self);
}

const RemitPaperTag *
remit_paper_maker_open (RemitPaperMaker *self,
                        const char *name)
{
  const RemitPaperTag *parent = self->tag;
  RemitPaperTag *tag = g_new0 (RemitPaperTag, 1);

  tag->parent = parent;
  tag->name = name;
  tag->depth = parent != NULL ? parent->depth + 1 : 0;
  g_ptr_array_add (self->owned, tag);
  self->tag = tag;
  return parent;
}

const RemitPaperTag *
remit_paper_maker_open_text (RemitPaperMaker *self)
{
  static const char *const texts[] = { "P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Caption",
                                       "Figure", NULL };

  if (self->tag != NULL && g_strv_contains (texts, self->tag->name))
    return self->tag;
  return remit_paper_maker_open (self, "P");
}

const RemitPaperBox *
remit_paper_maker_frame (RemitPaperMaker *self,
                         const RemitPaperBox *looks)
{
  const RemitPaperBox *parent = self->box;
  RemitPaperBox *box = g_memdup2 (looks, sizeof *looks);

  box->parent = parent;
  g_ptr_array_add (self->owned, box);
  self->box = box;
  return parent;
}

RemitPaperAtom *
remit_paper_maker_add (RemitPaperMaker *self,
                       RemitPaperStrip *strip)
{
  RemitPaperAtom *atom = remit_paper_strip_add (strip);

  atom->space = self->space;
  atom->section = self->section;
  atom->box = self->box;
  g_ptr_array_extend_and_steal (atom->ids, self->ids);
  self->ids = g_ptr_array_new ();
  self->space = 0;
  return atom;
}

void
remit_paper_maker_need_space (RemitPaperMaker *self,
                              double space)
{
  self->space = MAX (self->space, space);
}
