/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small plan, with what the board is without its widgets. */
#pragma once

#include "board/state/remit-board-cursor.h"
#include "board/state/remit-board-target.h"
#include "remit-test.h"

/**
 * StateFixture:
 * @alpha: a team with the slots @ml, in which Ada is, and @data
 * @beta: a team with the slot @product, in which Cleo is
 * @n_changes: how often the target has changed
 */
typedef struct {
  char *folder;
  RemitWorkspace *workspace;
  gint64 plan;
  gint64 alpha, beta;
  gint64 ml, data, product;
  gint64 ada, ben, cleo;
  gint64 ada_in_ml, cleo_in_product;
  RemitBoardModel *model;
  RemitBoardCursor *cursor;
  RemitBoardTarget *target;
  guint n_changes;
} StateFixture;

#define state_fixture_add(path, test) \
  g_test_add (path, StateFixture, NULL, state_fixture_set_up, test, state_fixture_tear_down)

void state_fixture_set_up (StateFixture *f,
                           gconstpointer data);
void state_fixture_tear_down (StateFixture *f,
                              gconstpointer data);

/** Returns: (transfer full): a drag of one person, out of the pool (0) or of a slot */
RemitDrag *state_fixture_drag (gint64 person,
                               gint64 assignment);
