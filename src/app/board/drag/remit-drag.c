/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is carried in a drag, or by keyboard: people, a slot, or a team; never a widget. */
#include "remit-drag.h"

G_DEFINE_BOXED_TYPE (RemitDrag, remit_drag, remit_drag_copy, remit_drag_free)

RemitDrag *
remit_drag_new (RemitDragKind kind,
                gint64 id,
                const char *name)
{
  RemitDrag *self = g_new0 (RemitDrag, 1);

  self->kind = kind;
  self->id = id;
  self->name = g_strdup (name);
  self->placements = g_array_new (FALSE, FALSE, sizeof (RemitPlacement));
  return self;
}

RemitDrag *
remit_drag_copy (const RemitDrag *self)
{
  RemitDrag *copy = remit_drag_new (self->kind, self->id, self->name);

  g_array_append_vals (copy->placements, self->placements->data, self->placements->len);
  return copy;
}

void
remit_drag_free (RemitDrag *self)
{
  g_array_unref (self->placements);
  g_free (self->name);
  g_free (self);
}

void
remit_drag_add (RemitDrag *self,
                gint64 person,
                gint64 assignment)
{
  RemitPlacement placement = { .person = person, .assignment = assignment };

  g_array_append_val (self->placements, placement);
}

gint64
remit_drag_get_assignment (const RemitDrag *self)
{
  if (self == NULL || self->kind != REMIT_DRAG_PEOPLE || self->placements->len != 1)
    return 0;
  return g_array_index (self->placements, RemitPlacement, 0).assignment;
}

GArray *
remit_drag_get_placements (const RemitDrag *self,
                           gint64 slot,
                           gint64 team,
                           gboolean copy)
{
  GArray *placements = g_array_copy (self->placements);

  for (guint i = 0; i < placements->len; i++)
    {
      RemitPlacement *placement = &g_array_index (placements, RemitPlacement, i);

      placement->slot = slot;
      placement->team = slot == 0 ? team : 0;
      placement->copy = copy && placement->assignment != 0;
    }
  return placements;
}
