/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the board's view share: the view itself, and what of the plan it shows. */
#pragma once

#include "board/pool/remit-pool.h"
#include "remit-board-filter-bar.h"
#include "remit-board-view.h"
#include "remit-board.h"

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
  GtkScrolledWindow *scrolled;
  GtkStack *stack;
  GtkLabel *summary;
  GtkRevealer *carrying;
  GtkLabel *carrying_text;
  GtkToggleButton *filters;
  AdwBin *filter_place;
  RemitBoardFilterBar *filter_bar; /* made when it is wanted */
  GtkMenuButton *more;
  gboolean restoring;
};

/* ── remit-board-options.c ────────────────────────────────────────────────────────────────── */

void remit_board_options_init (RemitBoardView *self);
/* For class init: the actions and properties for grouping and filtering. */
void remit_board_options_install (RemitBoardViewClass *klass);

/* Shows a workspace as it was seen last. */
void remit_board_options_restore (RemitBoardView *self);
/* Enables what can be done with the groups that there are. */
void remit_board_options_update (RemitBoardView *self);
