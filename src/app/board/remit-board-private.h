/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the board share. */
#pragma once

#include "board/cards/remit-slot-card.h"
#include "board/cards/remit-team-head.h"
#include "remit-board-layout.h"
#include "remit-board.h"
#include "widgets/scrolling/remit-scroller.h"

G_BEGIN_DECLS

/* Pixels. */
#define REMIT_BOARD_COLUMN_WIDTH 272
#define REMIT_BOARD_COLUMN_GAP 10
#define REMIT_BOARD_MARGIN 10
#define REMIT_BOARD_CARD_GAP 6

/**
 * RemitBoardColumn:
 * @slots: (element-type RemitEntity): in their order
 */
typedef struct {
  RemitEntity *team;
  GPtrArray *slots;
} RemitBoardColumn;

/** Where a slot stands. */
typedef struct {
  int column;
  int card;
} RemitBoardPlace;

struct _RemitBoard
{
  GtkWidget parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  RemitDragHub *hub;
  RemitChecker *checker;

  RemitScroller scroller;

  RemitBoardLayout *layout;
  gboolean measured;
  guint measure_tick;
  guint fill_tick;
  GPtrArray *columns;
  GHashTable *places;
  GHashTable *team_columns;

  GHashTable *cards;
  GHashTable *heads;
  GHashTable *backs;
  GPtrArray *spare_cards;
  GPtrArray *spare_heads;
  GPtrArray *spare_backs;
  GtkWidget *divider;
  GtkWidget *hint;
  GtkWidget *insertion;
  GtkWidget *menu;

  /* where the keyboard is: a team's head, a slot, or an assignment in it */
  gint64 cursor_team;
  gint64 cursor_slot;
  gint64 cursor_assignment;
  RemitBoardPlace cursor_place;

  /* what is under what is carried: a slot, somebody in it, or a place between slots or teams */
  gboolean carrying;
  GtkWidget *back;
  gint64 target_slot;
  gint64 target_chip;
  gboolean swapping;
  RemitBoardHit target;
  gboolean has_target;
  gboolean copy;
  double pointer_x;
  double pointer_y;
  double press_x, press_y;
  guint scroll_tick;
};

/* remit-board-plan.c */
void remit_board_column_free (gpointer data);
const RemitBoardColumn *remit_board_get_column (RemitBoard *self,
                                                int column);
RemitEntity *remit_board_get_slot (RemitBoard *self,
                                   int column,
                                   int card);
gboolean remit_board_find_place (RemitBoard *self,
                                 gint64 slot,
                                 RemitBoardPlace *place);
int remit_board_find_team (RemitBoard *self,
                           gint64 team);

/* remit-board-guess.c */

/* The size that it has, or before it is allocated the one that it will probably get. */
void remit_board_get_size (RemitBoard *self,
                           int *width,
                           int *height);

/* remit-board-recycle.c */
void remit_board_measure_parts (RemitBoard *self);
void remit_board_set_width (RemitBoard *self,
                            int width);
void remit_board_fill (RemitBoard *self);
void remit_board_fill_later (RemitBoard *self);
void remit_board_update (RemitBoard *self);
void remit_board_release_all (RemitBoard *self);
GtkWidget *remit_board_get_card_widget (RemitBoard *self,
                                        gint64 slot);
GtkWidget *remit_board_get_head_widget (RemitBoard *self,
                                        gint64 team);

/* remit-board.c */

/* Scrolls as little as it takes to have all of a box in sight. */
void remit_board_scroll_to (RemitBoard *self,
                            const RemitBoardBox *box,
                            gboolean below_head);

/* remit-board-drop.c */
void remit_board_add_drop_target (RemitBoard *self);
RemitMark remit_board_get_mark (RemitBoard *self,
                                gint64 slot);
void remit_board_update_marks (RemitBoard *self);
gboolean remit_board_accepts (RemitBoard *self,
                              gint64 slot);
void remit_board_mark_card (RemitBoard *self,
                            gint64 slot,
                            GtkWidget *card);
void remit_board_set_target_slot (RemitBoard *self,
                                  gint64 slot,
                                  gint64 chip);
void remit_board_find_target (RemitBoard *self,
                              const RemitDrag *drag);
gboolean remit_board_tell (RemitBoard *self,
                           gboolean done,
                           GError **error);
void remit_board_clear_target (RemitBoard *self);
gboolean remit_board_put_down (RemitBoard *self,
                               const RemitDrag *drag,
                               gint64 slot,
                               const RemitBoardHit *hit,
                               gboolean copy);
void remit_board_allocate_hints (RemitBoard *self,
                                 int width,
                                 int height);

/* remit-board-keys.c */
void remit_board_add_keys (RemitBoard *self);
void remit_board_focus_cursor (RemitBoard *self);
void remit_board_pick_up (RemitBoard *self);
void remit_board_set_cursor_from_focus (RemitBoard *self);
void remit_board_install_key_actions (GtkWidgetClass *widget_class);

/* remit-board-swap.c */
gboolean remit_board_may_swap (RemitBoard *self,
                               const RemitDrag *drag,
                               gint64 other);
char *remit_board_dup_swap_words (RemitBoard *self,
                                  const RemitDrag *drag,
                                  gint64 other);
gboolean remit_board_swap (RemitBoard *self,
                           gint64 own,
                           gint64 other);
gboolean remit_board_carry_swap_to (RemitBoard *self,
                                    GtkDirectionType direction);
void remit_board_begin_swap (RemitBoard *self);

/* remit-board-carry.c */
void remit_board_visit (RemitBoard *self,
                        gint64 slot,
                        gint64 chip);
int remit_board_get_horizontal_step (RemitBoard *self,
                                     GtkDirectionType direction);
void remit_board_check_carried (RemitBoard *self);
gboolean remit_board_carry_to (RemitBoard *self,
                               GtkDirectionType direction);
gboolean remit_board_put_down_carried (RemitBoard *self,
                                       gboolean copy);
gboolean remit_board_put_carried_into_pool (RemitBoard *self);

/* remit-board-actions.c */
void remit_board_install_actions (GtkWidgetClass *widget_class);
GMenuModel *remit_board_create_team_menu (gint64 team);
void remit_board_show_menu (RemitBoard *self,
                            GtkWidget *at,
                            double x,
                            double y);
void remit_board_add_menu_gesture (RemitBoard *self);

G_END_DECLS
