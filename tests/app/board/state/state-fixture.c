/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small plan, with what the board is without its widgets. */
#include "state-fixture.h"

static void
on_changed (RemitWorkspace *workspace,
            GPtrArray *changes,
            StateFixture *f)
{
  remit_board_model_take_over (f->model, changes);
}

static void
on_target_changed (const RemitBoardAim *before,
                   gpointer data)
{
  StateFixture *f = data;

  f->n_changes++;
}

static void
add_plan (StateFixture *f)
{
  RemitStore *store = remit_workspace_get_store (f->workspace);
  gint64 role = remit_test_add_role (store, "engineer", "Engineer");

  f->plan = remit_test_add_plan (store, "Fraud");
  f->alpha = remit_test_add_team (store, f->plan, "Alpha");
  f->beta = remit_test_add_team (store, f->plan, "Beta");
  f->ml = remit_test_add_slot (store, f->plan, f->alpha, role);
  f->data = remit_test_add_slot (store, f->plan, f->alpha, role);
  f->product = remit_test_add_slot (store, f->plan, f->beta, role);
  f->ada = remit_test_add_person (store, "Ada Lovelace");
  f->ben = remit_test_add_person (store, "Ben Okri");
  f->cleo = remit_test_add_person (store, "Cleo Sol");
  f->ada_in_ml = remit_test_add_assignment (store, f->plan, f->ml, f->ada, 40);
  f->cleo_in_product = remit_test_add_assignment (store, f->plan, f->product, f->cleo, 60);
}

void
state_fixture_set_up (StateFixture *f,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = remit_test_make_folder ();
  f->workspace = remit_test_open_workspace (f->folder);
  add_plan (f);
  g_assert_true (remit_workspace_open_plan (f->workspace, f->plan, &error));
  f->model = remit_board_model_new ();
  f->cursor = remit_board_cursor_new (f->model);
  f->target = remit_board_target_new (f->model, on_target_changed, f);
  remit_board_layout_set_metrics (remit_board_model_get_layout (f->model),
                                  &(RemitBoardMetrics){ .column_width = 280, .column_gap = 12,
                                                        .margin = 6, .head_height = 60,
                                                        .card_gap = 8, .card_base = 40,
                                                        .card_chip = 30, .card_vacant = 30 });
  remit_board_model_set_plan (f->model, f->workspace, f->plan);
  g_signal_connect (f->workspace, "changed", G_CALLBACK (on_changed), f);
}

void
state_fixture_tear_down (StateFixture *f,
                         gconstpointer data)
{
  remit_board_target_free (f->target);
  remit_board_cursor_free (f->cursor);
  remit_board_model_free (f->model);
  g_assert_finalize_object (f->workspace);
  remit_test_remove_folder (f->folder);
}

RemitDrag *
state_fixture_drag (gint64 person,
                    gint64 assignment)
{
  RemitDrag *drag = remit_drag_new (REMIT_DRAG_PEOPLE, 0, "Somebody");

  remit_drag_add (drag, person, assignment);
  return drag;
}
