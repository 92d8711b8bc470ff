/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the matrix share: a window with decisions, keys, and what cells say. */
#pragma once

#include "decisions/matrix/remit-rights-grid.h"
#include "decisions/remit-decisions-view.h"
#include "remit-test-app.h"

/**
 * DecisionsFixture:
 * @alpha: a team with the slots @ml (Ada) and @data (nobody)
 * @beta: a team with the slot @product (Cleo)
 * @release: a decision of @alpha: @ml is accountable, @data responsible
 * @label: a second one of @alpha, under DACI
 * @budget: one of the plan, of which the role of @product is accountable
 */
typedef struct {
  char *folder;
  RemitWindow *window;
  RemitWorkspace *workspace;
  RemitStore *store;
  RemitRightsGrid *grid;
  gint64 plan;
  gint64 alpha, beta;
  gint64 product_role;
  gint64 ml, data, product;
  gint64 ada, cleo;
  gint64 release, label, budget;
  char *before;
} DecisionsFixture;

void decisions_fixture_set_up (DecisionsFixture *f,
                               gconstpointer data);
void decisions_fixture_tear_down (DecisionsFixture *f,
                                  gconstpointer data);

#define decisions_fixture_add(path, test) \
  g_test_add (path, DecisionsFixture, NULL, decisions_fixture_set_up, test, \
              decisions_fixture_tear_down)

/** Presses a key, with its binding or what hears keys. Returns: whether it was taken */
gboolean decisions_fixture_key (DecisionsFixture *f,
                                guint key,
                                GdkModifierType modifiers);

/** Puts the keyboard into a cell. */
void decisions_fixture_go (DecisionsFixture *f,
                           gint64 decision,
                           gint64 holder);

/** Returns: what the cell with the keyboard says; fails when none has it */
const char *decisions_fixture_get_spoken (DecisionsFixture *f);

/** Returns: (transfer full): the letters that a slot, a role or a person has: "R/A" */
char *decisions_fixture_get_letters (DecisionsFixture *f,
                                     gint64 decision,
                                     RemitKind kind,
                                     gint64 holder);

#define assert_letters(f, decision, kind, holder, expected) \
  G_STMT_START \
  { \
    g_autofree char *has_ = decisions_fixture_get_letters (f, decision, kind, holder); \
    g_assert_cmpstr (has_, ==, expected); \
  } \
  G_STMT_END

/** Waits until the checker has nothing to do. */
void decisions_fixture_wait (DecisionsFixture *f);
RemitChecker *decisions_fixture_get_checker (DecisionsFixture *f);

/** Remembers everything, for decisions_fixture_check_undo(). */
void decisions_fixture_remember (DecisionsFixture *f);
/** Asserts that undo leads to what was remembered, and redo to what is now. */
void decisions_fixture_check_undo (DecisionsFixture *f);
