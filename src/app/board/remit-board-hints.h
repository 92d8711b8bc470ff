/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies over the board while something is carried: what a drop would do, and where it goes. */
#pragma once

#include "board/drag/remit-drag-hub.h"
#include "board/state/remit-board-target.h"

G_BEGIN_DECLS

typedef struct _RemitBoardHints RemitBoardHints;

/**
 * remit_board_hints_new:
 * @board: the parent, whose last children they are to be
 * @model: outlives the hints, as do the others
 */
RemitBoardHints *remit_board_hints_new (GtkWidget *board,
                                        RemitDragHub *hub,
                                        RemitBoardModel *model,
                                        const RemitBoardTarget *target);
void remit_board_hints_free (RemitBoardHints *self);

/** Returns: (transfer none): the lowest of them */
GtkWidget *remit_board_hints_get_lowest (RemitBoardHints *self);

/** Shows the target, or nothing. */
void remit_board_hints_update (RemitBoardHints *self);

/** Returns: what the hint says; empty when there is none */
const char *remit_board_hints_get_text (RemitBoardHints *self);

/**
 * remit_board_hints_allocate:
 * @left: the first pixels in sight
 * @height: of the board
 */
void remit_board_hints_allocate (RemitBoardHints *self,
                                 int left,
                                 int top,
                                 int height);

G_END_DECLS
