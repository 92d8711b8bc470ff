/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What putting something down on the board does: by ids, since it may be done later. */
#pragma once

#include "remit-board-target.h"

/**
 * RemitBoardDrop:
 * @drag: what was carried
 * @slot: into which people were put, or 0
 * @chip: an assignment that changes places with the one that was carried, or 0
 * @team: into which a slot was put, or people for whom a slot is made, or 0
 * @before: the slot or team before which it was put; 0 for the end
 * @copy: who was carried out of a slot stays there as well
 */
typedef struct {
  RemitDrag *drag;
  gint64 slot;
  gint64 chip;
  gint64 team;
  gint64 before;
  gboolean copy;
} RemitBoardDrop;

/**
 * remit_board_drop_new:
 * @aim: see remit_board_target_take()
 *
 * Returns: (transfer full) (nullable): what a drop there does; %NULL when what was carried stands
 *   there already
 */
RemitBoardDrop *remit_board_drop_new (RemitBoardModel *model,
                                      const RemitDrag *drag,
                                      const RemitBoardAim *aim,
                                      gboolean copy);
void remit_board_drop_free (RemitBoardDrop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitBoardDrop, remit_board_drop_free)

/** Does it, as remit_try() wants it. Returns: whether it was done, with @error set if not */
gint64 remit_board_drop_do (RemitWorkspace *workspace,
                            gpointer drop,
                            GError **error);
