/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets of the board: made for what is in sight, and used again. */
#pragma once

#include "board/cards/remit-slot-card.h"
#include "board/cards/remit-team-head.h"
#include "board/state/remit-board-target.h"
#include "board/state/remit-touched.h"

G_BEGIN_DECLS

/* Pixels. */
#define REMIT_BOARD_COLUMN_WIDTH 272
#define REMIT_BOARD_COLUMN_GAP 10
#define REMIT_BOARD_MARGIN 10
#define REMIT_BOARD_CARD_GAP 6

typedef struct _RemitBoardCards RemitBoardCards;

/**
 * remit_board_cards_new:
 * @board: the parent of all of them
 * @above: the first of its children that lie above them
 * @model: what they show; outlives the cards, as do the others
 * @target: where what is carried would go
 *
 * Heads have a menu of actions on their team, as @create_menu makes it.
 */
RemitBoardCards *remit_board_cards_new (GtkWidget *board,
                                        GtkWidget *above,
                                        RemitDragHub *hub,
                                        RemitBoardModel *model,
                                        const RemitBoardTarget *target,
                                        RemitTeamMenuFunc create_menu);
void remit_board_cards_free (RemitBoardCards *self);

/** Forgets all widgets, which their parent unparents. */
void remit_board_cards_clear (RemitBoardCards *self);

/** Asks one card and one head how high their parts are. Not while sizes are allocated. */
void remit_board_cards_measure (RemitBoardCards *self,
                                RemitBoardMetrics *metrics);

/**
 * remit_board_cards_fill:
 * @sight: (nullable): the part of the board that has widgets, the heads' strip apart
 *
 * Gives a widget to all that is in sight, and takes those of what is not; except from what has the
 * keyboard.
 */
void remit_board_cards_fill (RemitBoardCards *self,
                             const RemitBoardBox *sight);
/** Takes the widgets of all that is no longer there, or shows another plan. */
void remit_board_cards_release_all (RemitBoardCards *self);
/** Whether all that is in sight has a widget. */
gboolean remit_board_cards_is_filled (RemitBoardCards *self,
                                      const RemitBoardBox *sight);

/**
 * remit_board_cards_allocate:
 * @left: the first pixels in sight
 * @height: of the board
 */
void remit_board_cards_allocate (RemitBoardCards *self,
                                 int left,
                                 int top,
                                 int height);

/** Shows again what a commit touched. */
void remit_board_cards_bind_again (RemitBoardCards *self,
                                   const RemitTouched *touched);
void remit_board_cards_show_findings (RemitBoardCards *self,
                                      RemitChecker *checker);

/** Shows what the card of a slot, or each card, is to what is carried. */
void remit_board_cards_mark (RemitBoardCards *self,
                             gint64 slot);
void remit_board_cards_mark_all (RemitBoardCards *self);

/** Returns: (transfer none) (nullable): the widget that shows a slot or a team now */
GtkWidget *remit_board_cards_get_card (RemitBoardCards *self,
                                       gint64 slot);
GtkWidget *remit_board_cards_get_head (RemitBoardCards *self,
                                       gint64 team);

/** Returns: how many widgets there are, in use and spare; for tests */
guint remit_board_cards_get_n_widgets (RemitBoardCards *self);

G_END_DECLS
