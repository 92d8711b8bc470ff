/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of groups and filters on the board: headings, folding, keys, and what is remembered. */
#include "board-fixture.h"
#include "board/cards/remit-team-band.h"
#include "board/remit-board-filter-bar.h"
#include "board/remit-board-private.h"
#include "plan/design/remit-design.h"
#include "settings/remit-state-board.h"

static gint64
add_team (BoardFixture *f,
          const char *name,
          const char *purpose)
{
  RemitRecord *team = remit_record_new (REMIT_KIND_TEAM);

  remit_record_set_integer (team, REMIT_TEAM_PLAN, f->plan);
  remit_record_set_integer (team, REMIT_TEAM_POSITION, 1000000);
  remit_record_set_text (team, REMIT_TEAM_NAME, name);
  remit_record_set_text (team, REMIT_TEAM_PURPOSE, purpose);
  return remit_test_insert (remit_workspace_get_store (f->workspace), team);
}

static void
group_by (BoardFixture *f,
          const char *grouping)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->board), "view.group-by", "s",
                                             grouping));
  remit_test_settle ();
}

static void
scroll_to_start (BoardFixture *f)
{
  gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (f->board)), 0);
  remit_test_settle ();
}

/* Returns: the heading of a group in use */
static GtkWidget *
get_band (BoardFixture *f,
          const char *key)
{
  GtkWidget *band = remit_board_get_band (f->board, key);

  g_assert_nonnull (band);
  return band;
}

static GtkWidget *
get_focus (BoardFixture *f)
{
  return gtk_root_get_focus (GTK_ROOT (f->window));
}

static void
test_band (BoardFixture *f,
           gconstpointer data)
{
  gint64 gamma = add_team (f, "Gamma", "dev · Create");
  GtkWidget *band;

  group_by (f, "stage");
  scroll_to_start (f);
  band = get_band (f, "section dev");
  g_assert_true (remit_test_shows (band, "dev"));
  remit_test_wait_for_text (band, "1 team · 0 of 0 slots filled · 0 of 0 FTE");
  /* what comes to a group is counted at once */
  remit_test_add_slot (remit_workspace_get_store (f->workspace), f->plan, gamma,
                       remit_entity_get_integer (
                         remit_workspace_get (f->workspace, REMIT_KIND_SLOT, f->ml),
                         REMIT_SLOT_ROLE));
  remit_test_wait_for_text (get_band (f, "stage dev\nCreate"),
                            "1 team · 0 of 1 slot filled · 0 of 1 FTE");
  group_by (f, "nothing");
  g_assert_null (remit_board_get_band (f->board, "section dev"));
}

static void
fold (BoardFixture *f,
      const char *key)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->board), "board.fold-group", "s", key));
  remit_test_settle ();
}

/* Folded, a group is a narrow column; what is looked for in it unfolds it. */
static void
test_fold (BoardFixture *f,
           gconstpointer data)
{
  gint64 gamma = add_team (f, "Gamma", "dev · Create");
  gint64 delta = add_team (f, "Delta", "ops · Run");

  group_by (f, "section");
  fold (f, "section dev");
  scroll_to_start (f);
  g_assert_null (remit_board_get_head (f->board, gamma));
  g_assert_nonnull (remit_board_get_head (f->board, delta));
  g_assert_cmpint (gtk_widget_get_width (get_band (f, "section dev")), <, 200);
  g_assert_cmpint (gtk_widget_get_allocated_height (get_band (f, "section dev")), ==,
                   gtk_widget_get_height (GTK_WIDGET (f->board)));
  remit_board_show (f->board, gamma);
  remit_test_settle ();
  g_assert_true (get_focus (f) == board_fixture_head (f, gamma));
  g_assert_cmpint (gtk_widget_get_height (get_band (f, "section dev")), <, 60);
}

/* By keys alone: up to the group, fold it, to what is beside it, and back. */
static void
test_keys (BoardFixture *f,
           gconstpointer data)
{
  GtkWidget *board = GTK_WIDGET (f->board);
  gint64 gamma = add_team (f, "Gamma", "dev");

  add_team (f, "Delta", "dev");
  group_by (f, "section");
  remit_board_show (f->board, gamma);
  remit_test_settle ();
  board_fixture_key (board, GDK_KEY_Up, 0);
  g_assert_true (get_focus (f) == get_band (f, "section dev"));
  board_fixture_key (board, GDK_KEY_space, 0);
  g_assert_null (remit_board_get_head (f->board, gamma));
  g_assert_true (get_focus (f) == get_band (f, "section dev"));
  board_fixture_key (board, GDK_KEY_Right, 0);
  g_assert_true (get_focus (f) == board_fixture_head (f, f->alpha));
  board_fixture_key (board, GDK_KEY_Left, 0);
  board_fixture_key (board, GDK_KEY_Return, 0);
  board_fixture_key (board, GDK_KEY_Down, 0);
  g_assert_true (get_focus (f) == board_fixture_head (f, gamma));
  /* nothing of a group is deleted, picked up or shown in a menu */
  board_fixture_remember (f);
  board_fixture_key (board, GDK_KEY_Up, 0);
  board_fixture_key (board, GDK_KEY_Delete, 0);
  board_fixture_key (board, GDK_KEY_Menu, 0);
  g_assert_true (get_focus (f) == get_band (f, "section dev"));
  board_fixture_check_same (f);
}

/* All of them: the keyboard is on one, and comes back with Tab. */
static void
test_fold_all (BoardFixture *f,
               gconstpointer data)
{
  add_team (f, "Gamma", "dev");
  add_team (f, "Delta", "dev");
  remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->alpha, NULL);
  remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->beta, NULL);
  group_by (f, "section");
  gtk_widget_activate_action (GTK_WIDGET (f->board), "view.fold-groups", NULL);
  remit_test_settle ();
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (f->board)));
  g_assert_true (get_focus (f) == get_band (f, "section dev"));
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_End, 0);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Page_Down, 0);
  g_assert_true (get_focus (f) == get_band (f, "section dev"));
  gtk_widget_activate_action (GTK_WIDGET (f->board), "view.unfold-groups", NULL);
  remit_test_settle ();
  g_assert_true (get_focus (f) == get_band (f, "section dev"));
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Down, 0);
  g_assert_true (REMIT_IS_TEAM_HEAD (get_focus (f)));
}

/* By a key, a team goes over the one beside it in its group, whatever stands between in the
 * plan. */
static void
test_reorder (BoardFixture *f,
              gconstpointer data)
{
  gint64 one = add_team (f, "One", "dev");
  gint64 other = add_team (f, "Other", "ops");
  gint64 two = add_team (f, "Two", "dev");

  add_team (f, "Last", "ops");
  group_by (f, "section");
  board_fixture_remember (f);
  remit_board_show (f->board, one);
  remit_test_settle ();
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Right, GDK_ALT_MASK);
  g_assert_cmpint (remit_board_model_find_team (f->board->model, two), <,
                   remit_board_model_find_team (f->board->model, one));
  g_assert_true (get_focus (f) == board_fixture_head (f, one));
  board_fixture_check_undo (f);

  /* beyond its group it does not go */
  board_fixture_remember (f);
  remit_board_show (f->board, other);
  remit_test_settle ();
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Left, GDK_ALT_MASK);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Left, GDK_ALT_MASK);
  g_assert_nonnull (board_fixture_head (f, other));
}

/* ── The filter ───────────────────────────────────────────────────────────────────────────── */

static RemitBoardFilterBar *
open_filter (BoardFixture *f)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (f->board),
                                             g_type_from_name ("RemitBoardView"));

  gtk_toggle_button_set_active (remit_test_get_child (view, "filters"), TRUE);
  remit_test_settle ();
  return REMIT_BOARD_FILTER_BAR (
    remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_BOARD_FILTER_BAR));
}

static gboolean
has_one_column (gpointer board)
{
  return remit_board_model_get_n_columns (REMIT_BOARD (board)->model) == 1;
}

static void
test_filter (BoardFixture *f,
             gconstpointer data)
{
  GtkWidget *bar = GTK_WIDGET (open_filter (f));

  gtk_editable_set_text (remit_test_get_child (bar, "text"), "bet");
  remit_test_wait (has_one_column, f->board);
  g_assert_true (remit_test_shows (GTK_WIDGET (f->window), "1 of 2 teams · 1 of 1 slot filled"));
  gtk_editable_set_text (remit_test_get_child (bar, "text"), "nowhere");
  remit_test_find_text (GTK_WIDGET (f->window), "No Matching Teams");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->board), "view.clear-filters", NULL));
  remit_test_settle ();
  g_assert_cmpint (remit_board_model_get_n_columns (f->board->model), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (remit_test_get_child (bar, "text")), ==, "");

  gtk_drop_down_set_selected (remit_test_get_child (bar, "vacancy"), REMIT_BOARD_VACANT_SLOTS);
  remit_test_settle ();
  g_assert_nonnull (board_fixture_head (f, f->alpha));
  g_assert_true (has_one_column (f->board));
}

static gboolean
has_new_team (gpointer data)
{
  BoardFixture *f = data;
  RemitEntity *team = remit_design_find (f->workspace, REMIT_KIND_TEAM, f->plan, "New team", NULL);

  return team != NULL && remit_board_get_head (f->board, remit_entity_get_id (team)) != NULL;
}

/* A team that is added is shown, whatever the filter says. */
static void
test_filtered_add (BoardFixture *f,
                   gconstpointer data)
{
  GtkWidget *bar = GTK_WIDGET (open_filter (f));

  gtk_editable_set_text (remit_test_get_child (bar, "text"), "beta");
  remit_test_wait (has_one_column, f->board);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->board), "view.add-team", NULL));
  remit_test_wait (has_new_team, f);
}

/* ── What is remembered ───────────────────────────────────────────────────────────────────── */

static void
test_remembered (BoardFixture *f,
                 gconstpointer data)
{
  const char *path = remit_store_get_path (remit_workspace_get_store (f->workspace));
  g_auto (RemitStateBoard) state = { 0 };
  gint64 gamma = add_team (f, "Gamma", "dev · Create");
  gint64 plan = f->plan;
  GtkWidget *bar;

  group_by (f, "stage");
  fold (f, "section dev");
  bar = GTK_WIDGET (open_filter (f));
  gtk_drop_down_set_selected (remit_test_get_child (bar, "risk"), 1);
  remit_test_settle ();
  g_assert_true (remit_state_board_get (path, &state));
  g_assert_cmpstr (state.grouping, ==, "stage");
  g_assert_true (g_strv_contains ((const char *const *) state.folded, "section dev"));
  g_assert_cmpint (state.risk, ==, 0);

  /* as when the window is opened again */
  remit_window_set_plan (f->window, 0);
  remit_test_settle ();
  remit_window_set_plan (f->window, plan);
  remit_test_settle ();
  f->board = REMIT_BOARD (remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_BOARD));
  f->pool = REMIT_POOL (remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_POOL));
  g_assert_cmpint (remit_board_get_grouping (f->board), ==, REMIT_BOARD_BY_STAGE);
  g_assert_null (remit_board_get_head (f->board, gamma));
  g_assert_cmpint (remit_board_get_filter (f->board)->risk, ==, 0);
}

/* ── Staying where one looks ──────────────────────────────────────────────────────────────── */

static void
scroll_to (BoardFixture *f,
           gint64 team)
{
  RemitBoardBox box;

  remit_test_settle (); /* how wide the columns are depends on how many there are */
  remit_board_layout_get_column (f->board->layout,
                                 remit_board_model_find_team (f->board->model, team), &box);
  gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (f->board)),
                            box.x - 10);
  remit_test_settle ();
}

static double
get_place (BoardFixture *f,
           gint64 team)
{
  double x, y;

  gtk_widget_translate_coordinates (board_fixture_head (f, team), GTK_WIDGET (f->board), 0, 0, &x,
                                    &y);
  return x;
}

static float
get_start (BoardFixture *f)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (get_band (f, "section dev"), GTK_WIDGET (f->board),
                                            &bounds));
  return bounds.origin.x;
}

/* A group that is folded and unfolded begins where it did. */
static void
test_start (BoardFixture *f,
            gconstpointer data)
{
  float before;

  for (int i = 0; i < 12; i++)
    add_team (f, "Team", i < 6 ? "dev" : "ops");
  group_by (f, "section");
  scroll_to_start (f);
  before = get_start (f);
  fold (f, "section dev");
  g_assert_cmpfloat (get_start (f), ==, before);
  fold (f, "section dev");
  g_assert_cmpfloat (get_start (f), ==, before);
}

/* Another order, folding, and teams that come and go before it leave a team where it is. */
static void
test_place (BoardFixture *f,
            gconstpointer data)
{
  gint64 seen = 0;
  double place;

  for (int i = 0; i < 12; i++)
    {
      gint64 team = add_team (f, "Team", i % 2 == 0 ? "dev" : "ops");

      seen = i == 7 ? team : seen;
    }
  scroll_to (f, seen);
  place = get_place (f, seen);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->alpha, NULL));
  remit_test_settle ();
  g_assert_cmpfloat (get_place (f, seen), ==, place);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL));
  remit_test_settle ();
  g_assert_cmpfloat (get_place (f, seen), ==, place);
  group_by (f, "section");
  g_assert_cmpfloat (get_place (f, seen), ==, place);
  fold (f, "section dev");
  g_assert_cmpfloat (get_place (f, seen), ==, place);
  fold (f, "section dev");
  g_assert_cmpfloat (get_place (f, seen), ==, place);
}

#define add(path, test) \
  g_test_add ("/app/board/" path, BoardFixture, NULL, board_fixture_set_up, test, \
              board_fixture_tear_down)

static void
add_tests (void)
{
  add ("groups/band", test_band);
  add ("groups/fold", test_fold);
  add ("groups/keys", test_keys);
  add ("groups/fold-all", test_fold_all);
  add ("groups/reorder", test_reorder);
  add ("filter/choose", test_filter);
  add ("filter/add", test_filtered_add);
  add ("remembered", test_remembered);
  add ("place", test_place);
  add ("start", test_start);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
