/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the board share: a window with a small plan, drops, and keys. */
#pragma once

#include "board/cards/remit-chip.h"
#include "board/cards/remit-slot-card.h"
#include "board/cards/remit-team-head.h"
#include "board/drag/remit-drag.h"
#include "board/pool/remit-pool.h"
#include "board/remit-board.h"
#include "remit-test-app.h"

/**
 * BoardFixture:
 * @alpha: a team with the slots @ml, which needs SQL, and @data
 * @beta: a team with the slot @product, in which Cleo is
 * @cleo_in_product: her assignment
 */
typedef struct {
  char *folder;
  RemitWindow *window;
  RemitWorkspace *workspace;
  RemitBoard *board;
  RemitPool *pool;
  gint64 plan;
  gint64 sql;
  gint64 alpha, beta;
  gint64 ml, data, product;
  gint64 ada, ben, cleo;
  gint64 cleo_in_product;
  char *before;
} BoardFixture;

void board_fixture_set_up (BoardFixture *f,
                           gconstpointer data);
void board_fixture_tear_down (BoardFixture *f,
                              gconstpointer data);

/** Returns: (transfer none): the card of a slot; fails when it has no widget */
GtkWidget *board_fixture_card (BoardFixture *f,
                               gint64 slot);
GtkWidget *board_fixture_head (BoardFixture *f,
                               gint64 team);
/** Returns: (transfer none) (nullable): the chip of an assignment */
GtkWidget *board_fixture_chip (BoardFixture *f,
                               gint64 slot,
                               gint64 assignment);

/** Drags @drag over the lower part of a @widget of the board. */
void board_fixture_hover (BoardFixture *f,
                          GtkWidget *widget,
                          const RemitDrag *drag);

/**
 * Drops @drag on a point of @widget, in parts of its size. Takes @drag.
 *
 * Returns: whether it was taken
 */
gboolean board_fixture_drop (GtkWidget *target,
                             GtkWidget *widget,
                             double x,
                             double y,
                             RemitDrag *drag);

/** Returns: (transfer full): a drag of one person, out of the pool (assignment 0) or of a slot */
RemitDrag *board_fixture_drag (BoardFixture *f,
                               gint64 person,
                               gint64 assignment);

/** Does what the key does on the widget, by its own binding. Returns: whether it was taken */
gboolean board_fixture_key (GtkWidget *widget,
                            guint keyval,
                            GdkModifierType modifiers);

/** Returns: the assignment of a person to a slot, or 0 */
gint64 board_fixture_find (BoardFixture *f,
                           gint64 person,
                           gint64 slot);

/** Remembers everything, for board_fixture_check_undo() and board_fixture_check_same(). */
void board_fixture_remember (BoardFixture *f);
/** Asserts that the window's undo leads to what was remembered, and its redo to what is now. */
void board_fixture_check_undo (BoardFixture *f);
/** Asserts that nothing has changed. */
void board_fixture_check_same (BoardFixture *f);

/** Asserts that the window said something with @text in it last. */
void board_fixture_check_said (BoardFixture *f,
                               const char *text);
