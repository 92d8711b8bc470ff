/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the keyboard goes on the board, and where it is when what it was on is gone. */
#include "board/state/remit-board-cursor.h"
#include "plan/design/remit-design.h"
#include "state-fixture.h"

static void
assert_at (StateFixture *f,
           gint64 team,
           gint64 slot,
           gint64 assignment)
{
  g_assert_cmpint (f->cursor->team, ==, team);
  g_assert_cmpint (f->cursor->slot, ==, slot);
  g_assert_cmpint (f->cursor->assignment, ==, assignment);
}

/* From the head over cards and people to the last one, and back. */
static void
test_vertically (StateFixture *f,
                 gconstpointer data)
{
  remit_board_cursor_settle (f->cursor);
  assert_at (f, f->alpha, 0, 0);
  remit_board_cursor_go_vertically (f->cursor, -1);
  assert_at (f, f->alpha, 0, 0);
  remit_board_cursor_go_vertically (f->cursor, 1);
  assert_at (f, 0, f->ml, 0);
  remit_board_cursor_go_vertically (f->cursor, 1);
  assert_at (f, 0, f->ml, f->ada_in_ml);
  remit_board_cursor_go_vertically (f->cursor, 1);
  assert_at (f, 0, f->data, 0);
  remit_board_cursor_go_vertically (f->cursor, 1);
  assert_at (f, 0, f->data, 0);
  remit_board_cursor_go_vertically (f->cursor, -1);
  assert_at (f, 0, f->ml, f->ada_in_ml);
  remit_board_cursor_go_vertically (f->cursor, -1);
  assert_at (f, 0, f->ml, 0);
  remit_board_cursor_go_vertically (f->cursor, -1);
  assert_at (f, f->alpha, 0, 0);
}

static void
test_sideways (StateFixture *f,
               gconstpointer data)
{
  remit_board_cursor_set (f->cursor, 0, f->data, 0);
  remit_board_cursor_go_sideways (f->cursor, 1);
  assert_at (f, 0, f->product, 0);
  remit_board_cursor_go_sideways (f->cursor, 1);
  assert_at (f, 0, f->product, 0);
  remit_board_cursor_go_to (f->cursor, 0, G_MAXINT);
  assert_at (f, 0, f->data, 0);
  remit_board_cursor_go_to (f->cursor, 1, -1);
  assert_at (f, f->beta, 0, 0);
}

/* What stands in the place of what is deleted is what it is on. */
static void
test_gone (StateFixture *f,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  remit_board_cursor_set (f->cursor, 0, f->ml, f->ada_in_ml);
  remit_board_cursor_settle (f->cursor);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_ASSIGNMENT, f->ada_in_ml, &error));
  remit_board_cursor_settle (f->cursor);
  assert_at (f, 0, f->ml, 0);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_SLOT, f->ml, &error));
  remit_board_cursor_settle (f->cursor);
  assert_at (f, 0, f->data, 0);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->alpha, &error));
  remit_board_cursor_settle (f->cursor);
  assert_at (f, 0, f->product, 0);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->beta, &error));
  remit_board_cursor_settle (f->cursor);
  assert_at (f, 0, 0, 0);
}

/* Whatever set it, it knows where it was. */
static void
test_gone_at_end (StateFixture *f,
                  gconstpointer data)
{
  remit_board_cursor_set (f->cursor, f->beta, 0, 0);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->beta, NULL));
  g_assert_cmpint (remit_board_cursor_settle (f->cursor).column, ==, 0);
  assert_at (f, f->alpha, 0, 0);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, NULL));
  remit_board_cursor_set (f->cursor, 0, f->product, 0);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->alpha, NULL));
  g_assert_cmpint (remit_board_cursor_settle (f->cursor).column, ==, 0);
  assert_at (f, 0, f->product, 0);
}

static void
test_drag (StateFixture *f,
           gconstpointer data)
{
  g_autoptr (RemitDrag) team = remit_board_cursor_create_drag (f->cursor);
  g_autoptr (RemitDrag) person = NULL;

  g_assert_cmpint (team->kind, ==, REMIT_DRAG_TEAM);
  g_assert_cmpint (team->id, ==, f->alpha);
  g_assert_cmpstr (team->name, ==, "Alpha");
  remit_board_cursor_set (f->cursor, 0, f->ml, f->ada_in_ml);
  person = remit_board_cursor_create_drag (f->cursor);
  g_assert_cmpint (remit_drag_get_assignment (person), ==, f->ada_in_ml);
  g_assert_cmpstr (person->name, ==, "Ada Lovelace");

  remit_board_cursor_follow (f->cursor, team, 0);
  assert_at (f, f->alpha, 0, 0);
  remit_board_cursor_follow (f->cursor, person, f->ml);
  assert_at (f, 0, f->ml, f->ada_in_ml);
  remit_board_cursor_follow (f->cursor, person, f->data);
  assert_at (f, 0, f->data, 0);
}

static void
add_child (StateFixture *f,
           const char *name,
           gint64 parent)
{
  RemitRecord *team = remit_record_new (REMIT_KIND_TEAM);

  remit_record_set_integer (team, REMIT_TEAM_PLAN, f->plan);
  remit_record_set_integer (team, REMIT_TEAM_PARENT, parent);
  remit_record_set_integer (team, REMIT_TEAM_POSITION, 1000000);
  remit_record_set_text (team, REMIT_TEAM_NAME, name);
  remit_test_insert (remit_workspace_get_store (f->workspace), team);
}

static void
assert_on_group (StateFixture *f,
                 gint64 team)
{
  g_autofree char *key = g_strdup_printf ("team %" G_GINT64_FORMAT, team);

  g_assert_cmpstr (f->cursor->group, ==, key);
  assert_at (f, 0, 0, 0);
}

/* Up from a head to its group; from there sideways to other groups, and down again. */
static void
test_groups (StateFixture *f,
             gconstpointer data)
{
  add_child (f, "Gamma", f->alpha);
  add_child (f, "Delta", f->beta);
  remit_board_cursor_set (f->cursor, f->alpha, 0, 0);
  remit_board_cursor_go_vertically (f->cursor, -1);
  assert_on_group (f, f->alpha);
  remit_board_cursor_go_vertically (f->cursor, -1);
  assert_on_group (f, f->alpha);
  remit_board_cursor_go_sideways (f->cursor, 1);
  assert_on_group (f, f->beta);
  remit_board_cursor_go_sideways (f->cursor, 1);
  assert_on_group (f, f->beta);
  remit_board_cursor_go_vertically (f->cursor, 1);
  g_assert_null (f->cursor->group);
  assert_at (f, f->beta, 0, 0);
}

/* A folded group stands among the columns, and nothing is below it. */
static void
test_folded (StateFixture *f,
             gconstpointer data)
{
  add_child (f, "Gamma", f->alpha);
  add_child (f, "Delta", f->beta);
  remit_board_cursor_set (f->cursor, f->alpha, 0, 0);
  remit_board_cursor_go_vertically (f->cursor, -1);
  remit_board_model_set_folded (f->model, f->cursor->group, TRUE);
  remit_board_cursor_settle (f->cursor);
  assert_on_group (f, f->alpha);
  remit_board_cursor_go_vertically (f->cursor, 1);
  assert_on_group (f, f->alpha);
  remit_board_cursor_go_sideways (f->cursor, -1);
  assert_on_group (f, f->alpha);
  remit_board_cursor_go_sideways (f->cursor, 1);
  assert_at (f, f->beta, 0, 0);
  remit_board_cursor_go_sideways (f->cursor, -1);
  assert_on_group (f, f->alpha);

  /* with all of them folded it is on one, wherever it was */
  remit_board_model_set_folded (f->model, NULL, TRUE);
  remit_board_cursor_set (f->cursor, 0, f->product, 0);
  remit_board_cursor_settle (f->cursor);
  assert_on_group (f, f->alpha);
  remit_board_cursor_go_sideways (f->cursor, 1);
  assert_on_group (f, f->beta);
  remit_board_cursor_go_vertically (f->cursor, 1);
  assert_on_group (f, f->beta);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  state_fixture_add ("/board/cursor/vertically", test_vertically);
  state_fixture_add ("/board/cursor/sideways", test_sideways);
  state_fixture_add ("/board/cursor/gone", test_gone);
  state_fixture_add ("/board/cursor/gone-at-end", test_gone_at_end);
  state_fixture_add ("/board/cursor/drag", test_drag);
  state_fixture_add ("/board/cursor/groups", test_groups);
  state_fixture_add ("/board/cursor/folded", test_folded);
  return g_test_run ();
}
