/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is on the board follows the workspace change by change, and is as if read afresh. */
#include "board/state/remit-board-model.h"
#include "random-edits.h"

#define N_EDITS 800

static const RemitBoardMetrics metrics = {
  .column_width = 280, .column_gap = 12, .margin = 6, .head_height = 60, .card_gap = 8,
  .card_base = 40, .card_needs = 16, .card_chip = 30, .card_vacant = 20,
};

static RemitBoardModel *
make_model (RemitWorkspace *workspace,
            gint64 plan)
{
  RemitBoardModel *model = remit_board_model_new ();

  remit_board_layout_set_metrics (remit_board_model_get_layout (model), &metrics);
  remit_board_model_set_plan (model, workspace, plan);
  return model;
}

static void
on_changed (RemitWorkspace *workspace,
            GPtrArray *changes,
            RemitBoardModel *model)
{
  remit_board_model_take_over (model, changes);
}

static void
append_box (GString *text,
            const RemitBoardBox *box)
{
  g_string_append_printf (text, " at %d %d %d %d\n", box->x, box->y, box->width, box->height);
}

static void
append_card (GString *text,
             RemitBoardModel *model,
             int column,
             int card)
{
  gint64 id = remit_board_model_get_slot_id (model, column, card);
  RemitEntity *slot = remit_board_model_get_slot (model, column, card);
  RemitBoardPlace place = { -1, -1 };
  RemitBoardBox box;

  g_assert_true (slot == remit_workspace_get (remit_board_model_get_workspace (model),
                                              REMIT_KIND_SLOT, id));
  g_assert_true (remit_board_model_find_slot (model, id, &place));
  g_assert_cmpint (place.column, ==, column);
  g_assert_cmpint (place.card, ==, card);
  remit_board_layout_get_card (remit_board_model_get_layout (model), column, card, &box);
  g_string_append_printf (text, "  slot %" G_GINT64_FORMAT, id);
  append_box (text, &box);
}

static void
append_column (GString *text,
               RemitBoardModel *model,
               int column)
{
  RemitBoardLayout *layout = remit_board_model_get_layout (model);
  gint64 id = remit_board_model_get_team_id (model, column);
  RemitBoardBox box;

  g_assert_true (remit_board_model_get_team (model, column)
                 == remit_workspace_get (remit_board_model_get_workspace (model),
                                         REMIT_KIND_TEAM, id));
  g_assert_cmpint (remit_board_model_find_team (model, id), ==, column);
  g_assert_cmpint (remit_board_layout_get_n_cards (layout, column), ==,
                   remit_board_model_get_n_cards (model, column));
  remit_board_layout_get_column (layout, column, &box);
  g_string_append_printf (text, "team %" G_GINT64_FORMAT, id);
  append_box (text, &box);
  for (int i = 0; i < remit_board_model_get_n_cards (model, column); i++)
    append_card (text, model, column, i);
}

/* All that it says. */
static char *
dump (RemitBoardModel *model)
{
  RemitBoardLayout *layout = remit_board_model_get_layout (model);
  GString *text = g_string_new (NULL);
  guint n_teams, n_slots, n_filled;

  remit_board_model_count (model, &n_teams, &n_slots, &n_filled);
  g_assert_cmpint (remit_board_model_get_n_columns (model), ==, (int) n_teams);
  g_assert_cmpint (remit_board_layout_get_n_columns (layout), ==, (int) n_teams);
  g_string_append_printf (text, "%u teams, %u slots, %u filled, %d × %d\n", n_teams, n_slots,
                          n_filled, remit_board_layout_get_width (layout),
                          remit_board_layout_get_height (layout));
  for (int i = 0; i < (int) n_teams; i++)
    append_column (text, model, i);
  return g_string_free (text, FALSE);
}

static void
check (RemitBoardModel *model,
       RandomEdits *edits,
       const char *what)
{
  g_autoptr (RemitBoardModel) fresh = make_model (edits->workspace, edits->plan);
  g_autofree char *followed = dump (model);
  g_autofree char *read = dump (fresh);

  if (g_strcmp0 (followed, read) != 0)
    g_error ("After “%s” it is\n%sinstead of\n%s", what, followed, read);
}

static void
test_random (gconstpointer seed)
{
  char *folder = remit_test_make_folder ();
  g_autoptr (RemitWorkspace) workspace = remit_test_open_workspace (folder);
  g_autoptr (RemitBoardModel) model = NULL;
  RandomEdits edits;

  random_edits_init (&edits, workspace, GPOINTER_TO_UINT (seed));
  model = make_model (workspace, edits.plan);
  g_signal_connect (workspace, "changed", G_CALLBACK (on_changed), model);
  for (int i = 0; i < N_EDITS; i++)
    {
      g_autofree char *what = random_edits_do (&edits);

      check (model, &edits, what);
    }
  random_edits_clear (&edits);
  remit_test_remove_folder (folder);
}

/* Somebody who hears of a change first, and makes an edit of their own of it. */
static void
on_first (RemitWorkspace *workspace,
          GPtrArray *changes,
          gint64 *slot)
{
  g_autoptr (GError) error = NULL;
  gint64 moved = *slot;
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_SLOT, moved);
  g_autoptr (GPtrArray) teams = NULL;

  if (entity == NULL)
    return;
  *slot = 0;
  teams = remit_design_get_parts (workspace, REMIT_KIND_TEAM,
                                  remit_entity_get_integer (entity, REMIT_SLOT_PLAN));
  remit_design_move_slot (workspace, moved, remit_entity_get_id (g_ptr_array_index (teams, 0)), 0,
                          &error);
  g_assert_no_error (error);
}

/* The later change is heard of first then. */
static void
test_nested (void)
{
  char *folder = remit_test_make_folder ();
  g_autoptr (RemitWorkspace) workspace = remit_test_open_workspace (folder);
  g_autoptr (RemitBoardModel) model = NULL;
  g_autoptr (GError) error = NULL;
  RandomEdits edits;
  gint64 slot;

  random_edits_init (&edits, workspace, 1);
  model = make_model (workspace, edits.plan);
  slot = remit_board_model_get_slot_id (model, 3, 1);
  g_signal_connect (workspace, "changed", G_CALLBACK (on_first), &slot);
  g_signal_connect (workspace, "changed", G_CALLBACK (on_changed), model);
  remit_design_move_slot (workspace, slot, remit_board_model_get_team_id (model, 4), 0, &error);
  g_assert_no_error (error);
  check (model, &edits, "nested");
  random_edits_clear (&edits);
  remit_test_remove_folder (folder);
}

/* An import, or its undo: more than is worth following one by one. */
static void
test_bulk (void)
{
  char *folder = remit_test_make_folder ();
  g_autoptr (RemitWorkspace) workspace = remit_test_open_workspace (folder);
  g_autoptr (RemitBoardModel) model = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  RandomEdits edits;

  random_edits_init (&edits, workspace, 1);
  model = make_model (workspace, edits.plan);
  g_signal_connect (workspace, "changed", G_CALLBACK (on_changed), model);
  edit = remit_test_begin (workspace, "Many");
  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (RemitRecord) team = remit_record_new (REMIT_KIND_TEAM);

      remit_record_set_integer (team, REMIT_TEAM_PLAN, edits.plan);
      remit_record_set_text (team, REMIT_TEAM_NAME, "Team");
      g_assert_true (remit_edit_insert (edit, team, &error));
    }
  g_assert_true (remit_edit_commit (edit, &error));
  check (model, &edits, "bulk");
  g_assert_true (remit_workspace_undo (workspace, REMIT_HISTORY_UNDO, &error));
  check (model, &edits, "undo of bulk");
  remit_board_model_set_plan (model, workspace, 0);
  g_assert_cmpint (remit_board_model_get_n_columns (model), ==, 0);
  random_edits_clear (&edits);
  remit_test_remove_folder (folder);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/board/model/random/1", GUINT_TO_POINTER (1), test_random);
  g_test_add_data_func ("/board/model/random/2", GUINT_TO_POINTER (2), test_random);
  g_test_add_func ("/board/model/nested", test_nested);
  g_test_add_func ("/board/model/bulk", test_bulk);
  return g_test_run ();
}
