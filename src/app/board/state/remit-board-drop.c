/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What putting something down on the board does: by ids, since it may be done later. */
#include "remit-board-drop.h"

#include "plan/design/remit-design.h"

void
remit_board_drop_free (RemitBoardDrop *self)
{
  remit_drag_free (self->drag);
  g_free (self);
}

/* Where it stands already, before itself or before the next, nothing is to be done or undone. */
static gboolean
is_there (int own,
          int before)
{
  return own >= 0 && (before == own || before == own + 1);
}

static gboolean
take_slot (RemitBoardDrop *self,
           RemitBoardModel *model,
           const RemitBoardHit *hit)
{
  RemitBoardPlace place;

  if (hit->column < 0
      || (remit_board_model_find_slot (model, self->drag->id, &place)
          && place.column == hit->column && is_there (place.card, hit->before)))
    return FALSE;
  self->team = remit_board_model_get_team_id (model, hit->column);
  self->before = remit_board_model_get_slot_id (model, hit->column, hit->before);
  return TRUE;
}

static gboolean
take_team (RemitBoardDrop *self,
           RemitBoardModel *model,
           const RemitBoardHit *hit)
{
  if (is_there (remit_board_model_find_team (model, self->drag->id), hit->column_before))
    return FALSE;
  self->before = remit_board_model_find_before (model, self->drag->id, hit->column_before);
  return self->before >= 0;
}

static gboolean
take_aim (RemitBoardDrop *self,
          RemitBoardModel *model,
          const RemitBoardAim *aim)
{
  switch (self->drag->kind)
    {
    case REMIT_DRAG_PEOPLE:
      return aim->chip != 0 || aim->slot != 0 || aim->team != 0;
    case REMIT_DRAG_SLOT:
      return take_slot (self, model, &aim->hit);
    case REMIT_DRAG_TEAM:
    default:
      return take_team (self, model, &aim->hit);
    }
}

RemitBoardDrop *
remit_board_drop_new (RemitBoardModel *model,
                      const RemitDrag *drag,
                      const RemitBoardAim *aim,
                      gboolean copy)
{
  g_autoptr (RemitBoardDrop) self = g_new0 (RemitBoardDrop, 1);

  self->drag = remit_drag_copy (drag);
  self->slot = aim->slot;
  self->team = aim->team;
  self->chip = aim->chip;
  self->copy = copy;
  return take_aim (self, model, aim) ? g_steal_pointer (&self) : NULL;
}

static gboolean
put_people (const RemitBoardDrop *self,
            RemitWorkspace *workspace,
            GError **error)
{
  g_autoptr (GArray) placements = NULL;

  if (self->chip != 0)
    return remit_placement_swap (workspace, remit_drag_get_assignment (self->drag), self->chip,
                                 error);
  placements = remit_drag_get_placements (self->drag, self->slot, self->team, self->copy);
  return remit_placement_do (workspace, (const RemitPlacement *) placements->data,
                             placements->len, error);
}

gint64
remit_board_drop_do (RemitWorkspace *workspace,
                     gpointer drop,
                     GError **error)
{
  const RemitBoardDrop *self = drop;

  switch (self->drag->kind)
    {
    case REMIT_DRAG_PEOPLE:
      return put_people (self, workspace, error);
    case REMIT_DRAG_SLOT:
      return remit_design_move_slot (workspace, self->drag->id, self->team, self->before, error);
    case REMIT_DRAG_TEAM:
    default:
      return remit_design_move (workspace, REMIT_KIND_TEAM, self->drag->id, self->before, error);
    }
}
