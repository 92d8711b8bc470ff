/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the board's view share: the view itself, and what of the plan it shows. */
#pragma once

#include "board/map/remit-board-map.h"
#include "board/strip/remit-board-strip.h"
#include "board/pool/remit-pool.h"
#include "remit-board-filter-bar.h"
#include "remit-board-view.h"
#include "remit-board.h"

/** How closely the teams are seen. */
typedef enum {
  REMIT_BOARD_DETAIL,
  REMIT_BOARD_NAMES,
  REMIT_BOARD_MAP_OF_ALL,
  REMIT_BOARD_N_ZOOMS,
} RemitBoardZoom;

struct _RemitBoardView
{
  RemitView parent_instance;

  gboolean ready;
  gulong after_paint;

  RemitDragHub *hub;
  RemitBoard *board;
  RemitPool *pool;

  AdwFlap *flap;
  AdwBin *pool_place;
  GtkBox *board_place;
  GtkScrolledWindow *scrolled;
  RemitBoardStrip *strip;
  GtkStack *stack;
  GtkLabel *summary;
  GtkRevealer *carrying;
  GtkLabel *carrying_text;
  GtkRevealer *over;
  AdwBin *over_place;
  GtkToggleButton *filters;
  AdwBin *filter_place;
  RemitBoardFilterBar *filter_bar; /* made when it is wanted */
  GtkMenuButton *more;
  gboolean restoring;

  RemitBoardZoom zoom;
  RemitBoardZoom close; /* that the map leads back to */
  RemitMapColors colors;
  GtkBox *map_place;
  RemitBoardMap *map; /* made when it is wanted */
  GtkLabel *legend;
  double x, y; /* where the pointer is */
};

/* ── remit-board-options.c ────────────────────────────────────────────────────────────────── */

void remit_board_options_init (RemitBoardView *self);
/* For class init: the actions and properties for grouping and filtering. */
void remit_board_options_install (RemitBoardViewClass *klass);

/* Shows a workspace as it was seen last. */
void remit_board_options_restore (RemitBoardView *self);
/* Enables what can be done with the groups that there are. */
void remit_board_options_update (RemitBoardView *self);
/* After something was chosen: shows it, and remembers it. */
void remit_board_options_changed (RemitBoardView *self);

/* ── remit-board-zoom.c ───────────────────────────────────────────────────────────────────── */

void remit_board_zoom_init (RemitBoardView *self);
void remit_board_zoom_install (GtkWidgetClass *widget_class);
/* Shows the teams closely, or all of them; the team that one looks at stays in sight. */
void remit_board_zoom_set (RemitBoardView *self,
                           RemitBoardZoom zoom);
void remit_board_zoom_set_colors (RemitBoardView *self,
                                  RemitMapColors colors);
/* Returns: (transfer none): what the teams are scrolled in now */
GtkScrolledWindow *remit_board_zoom_get_scrolled (RemitBoardView *self);
