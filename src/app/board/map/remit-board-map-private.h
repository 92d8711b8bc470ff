/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the map share: drawing; drops; keys; the widget. */
#pragma once

#include "board/state/remit-board-target.h"
#include "remit-board-map.h"
#include "remit-map-layout.h"
#include "widgets/scrolling/remit-scroller.h"

/* How large the blocks are. */
typedef enum {
  REMIT_MAP_LARGE,
  REMIT_MAP_MEDIUM,
  REMIT_MAP_LINE, /* of the name */
  REMIT_MAP_SHORT, /* of as much of the name as fits in two short lines */
  REMIT_MAP_SMALL, /* without a name */
  REMIT_MAP_N_SIZES,
} RemitMapSize;

/**
 * RemitBoardMap:
 * @model: the board's
 * @target: asks what putting people into a slot would do
 * @figures: (element-type RemitMapFigure): what blocks say, by the id of the team, as far as known
 * @texts: (element-type PangoLayout): what is written, by the id of the team, or the key of a group
 * @cursor: the team with the keyboard, or @cursor_group: the group
 * @selected: the team that is marked, or 0
 * @over: the team under what is dragged or carried, or 0
 * @verdict: what putting it there would do
 * @asked: what is carried while the slot is asked for
 */
struct _RemitBoardMap
{
  GtkWidget parent_instance;

  RemitBoard *board;
  RemitBoardModel *model;
  RemitDragHub *hub;
  RemitBoardTarget *target;
  RemitMapLayout *layout;
  RemitMapSize size;
  RemitScroller scroller;
  int width, height; /* that it is laid out for */
  guint font;        /* serial number of the text's context */
  gboolean dirty;

  RemitMapColors colors;
  GHashTable *figures;
  GHashTable *texts;
  gboolean unfinished; /* not all that was drawn was known */

  gint64 cursor;
  char *cursor_group;
  gint64 selected;

  gint64 over;
  RemitVerdict verdict;
  gboolean carrying;
  RemitDrag *asked;
  GtkWidget *hint;
  GtkWidget *back;
  GtkWidget *menu;
};

/* Lays out again what has changed. */
void remit_board_map_lay_out (RemitBoardMap *self);
/* Returns: the team of an item, or 0; the group of an item, or %NULL */
gint64 remit_board_map_get_item_team (RemitBoardMap *self,
                                      int item);
const RemitBoardGroup *remit_board_map_get_item_group (RemitBoardMap *self,
                                                       int item);
/* Returns: the item of a team, or -1 */
int remit_board_map_find_item (RemitBoardMap *self,
                               gint64 team);
/* Returns: the item that the cursor is on, or -1 when there is nothing */
int remit_board_map_find_cursor (RemitBoardMap *self);
void remit_board_map_set_cursor (RemitBoardMap *self,
                                 int item);
/* Returns: the item at a point of the widget, or -1 */
int remit_board_map_hit (RemitBoardMap *self,
                         double x,
                         double y);
/* Scrolls so that an item is in sight. */
void remit_board_map_scroll_to (RemitBoardMap *self,
                                int item);
/* Returns: (transfer full): what is said of an item */
char *remit_board_map_dup_words (RemitBoardMap *self,
                                 int item);

/* ── remit-board-map-draw.c ───────────────────────────────────────────────────────────────── */

void remit_board_map_draw (RemitBoardMap *self,
                           GtkSnapshot *snapshot);
/* Returns: how large blocks of a size are */
RemitMapMetrics remit_board_map_get_metrics (RemitBoardMap *self,
                                             RemitMapSize size);

/* ── remit-board-map-drop.c ───────────────────────────────────────────────────────────────── */

/* Shows what putting @drag onto an item would do; -1 for nothing. Returns: whether it can be put */
gboolean remit_board_map_hover (RemitBoardMap *self,
                                const RemitDrag *drag,
                                int item);
/* Puts people onto a team, or asks for the slot. Returns: whether it is done, or asked */
gboolean remit_board_map_put (RemitBoardMap *self,
                              const RemitDrag *drag,
                              int item,
                              gboolean copy);
/* Puts back what is carried by keyboard. */
void remit_board_map_put_back (RemitBoardMap *self);
void remit_board_map_add_drops (RemitBoardMap *self);
void remit_board_map_install_drops (GtkWidgetClass *widget_class);
void remit_board_map_allocate_hint (RemitBoardMap *self);

/* ── remit-board-map-keys.c ───────────────────────────────────────────────────────────────── */

void remit_board_map_install_keys (GtkWidgetClass *widget_class);
void remit_board_map_add_pointer (RemitBoardMap *self);
