/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the zoom and the map: keys, clicks, drops, and what one looks at on the way. */
#include "board-fixture.h"
#include "board/map/remit-board-map-private.h"
#include "board/remit-board-private.h"
#include "inspector/remit-inspector.h"
#include "plan/design/remit-design.h"
#include "settings/remit-state-board.h"

static GtkWidget *
get_view (BoardFixture *f)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (f->board), g_type_from_name ("RemitBoardView"));
}

static const char *
get_zoom (BoardFixture *f)
{
  static char *zoom = NULL;

  g_free (zoom);
  g_object_get (get_view (f), "zoom", &zoom, NULL);
  return zoom;
}

static void
zoom (BoardFixture *f,
      const char *zoom)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->board), "view.zoom", "s", zoom));
  remit_test_settle ();
}

static RemitBoardMap *
show_map (BoardFixture *f)
{
  zoom (f, "map");
  return REMIT_BOARD_MAP (remit_test_find (get_view (f), REMIT_TYPE_BOARD_MAP));
}

static int
find_item (RemitBoardMap *map,
           gint64 team)
{
  for (int i = 0; i < remit_map_layout_get_n_items (map->layout); i++)
    if (remit_board_map_get_item_team (map, i) == team)
      return i;
  g_error ("The team is not on the map");
}

/* ── Zooming ──────────────────────────────────────────────────────────────────────────────── */

/* In and out by keys, to the ends; names alone take less room. */
static void
test_zoom (BoardFixture *f,
           gconstpointer data)
{
  int detailed = gtk_widget_get_allocated_height (board_fixture_card (f, f->product));
  GtkWidget *view = get_view (f);

  g_assert_cmpstr (get_zoom (f), ==, "detail");
  board_fixture_key (view, GDK_KEY_plus, GDK_CONTROL_MASK);
  g_assert_cmpstr (get_zoom (f), ==, "detail");
  board_fixture_key (view, GDK_KEY_minus, GDK_CONTROL_MASK);
  g_assert_cmpstr (get_zoom (f), ==, "names");
  g_assert_cmpint (gtk_widget_get_allocated_height (board_fixture_card (f, f->product)), <,
                   detailed);
  g_assert_true (remit_test_shows (board_fixture_card (f, f->product), "Cleo Sol"));
  g_assert_false (remit_test_shows (board_fixture_card (f, f->product), "60"));
  board_fixture_key (view, GDK_KEY_minus, GDK_CONTROL_MASK);
  g_assert_cmpstr (get_zoom (f), ==, "map");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (f->board)));
  board_fixture_key (view, GDK_KEY_minus, GDK_CONTROL_MASK);
  g_assert_cmpstr (get_zoom (f), ==, "map");
  board_fixture_key (view, GDK_KEY_0, GDK_CONTROL_MASK);
  g_assert_cmpstr (get_zoom (f), ==, "detail");
  g_assert_cmpint (gtk_widget_get_allocated_height (board_fixture_card (f, f->product)), ==,
                   detailed);
  g_assert_true (remit_test_shows (board_fixture_card (f, f->product), "60"));
}

/* The keys are the window's while the board is shown, and nobody's else. */
static void
test_keys_elsewhere (BoardFixture *f,
                     gconstpointer data)
{
  GtkWidget *view = get_view (f);

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-view", "s", "people");
  remit_test_settle ();
  g_assert_false (gtk_widget_get_mapped (view));
  g_assert_false (board_fixture_key (view, GDK_KEY_minus, GDK_CONTROL_MASK));
  g_assert_cmpstr (get_zoom (f), ==, "detail");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-view", "s", "board");
  remit_test_settle ();
  g_assert_true (board_fixture_key (view, GDK_KEY_minus, GDK_CONTROL_MASK));
  g_assert_cmpstr (get_zoom (f), ==, "names");
}

static void
add_teams (BoardFixture *f,
           int n)
{
  for (int i = 0; i < n; i++)
    {
      RemitRecord *team = remit_record_new (REMIT_KIND_TEAM);

      remit_record_set_integer (team, REMIT_TEAM_PLAN, f->plan);
      remit_record_set_integer (team, REMIT_TEAM_POSITION, 100000 + i);
      remit_record_set_text (team, REMIT_TEAM_NAME, "Team");
      remit_record_set_text (team, REMIT_TEAM_PURPOSE, i % 2 == 0 ? "dev · Plan" : "ops · Run");
      remit_test_insert (remit_workspace_get_store (f->workspace), team);
    }
  remit_test_settle ();
}

/* What one looks at on the board is what the map is at, and the other way round. */
static void
test_place (BoardFixture *f,
            gconstpointer data)
{
  RemitBoardMap *map;
  gint64 team, other;

  add_teams (f, 40);
  team = remit_board_model_get_team_id (f->board->model, 30);
  other = remit_board_model_get_team_id (f->board->model, 20);
  remit_board_show (f->board, team);
  remit_test_settle ();
  map = show_map (f);
  g_assert_cmpint (remit_board_map_get_team (map), ==, team);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (map)));

  remit_board_map_set_cursor (map, find_item (map, other));
  zoom (f, "names");
  g_assert_nonnull (remit_board_get_head (f->board, other));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == board_fixture_head (f, other));
}

static void
test_remembered (BoardFixture *f,
                 gconstpointer data)
{
  const char *path = remit_store_get_path (remit_workspace_get_store (f->workspace));
  g_auto (RemitStateBoard) state = { 0 };

  show_map (f);
  gtk_widget_activate_action (get_view (f), "view.map-colors", "s", "findings");
  g_assert_true (remit_state_board_get (path, &state));
  g_assert_cmpstr (state.zoom, ==, "map");
  g_assert_cmpstr (state.colors, ==, "findings");
}

/* What is looked for in a slot is on the board. */
static void
test_show (BoardFixture *f,
           gconstpointer data)
{
  show_map (f);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-place", "(ixix)",
                              (int) REMIT_KIND_SLOT, f->product, (int) REMIT_KIND_NONE,
                              (gint64) 0);
  remit_test_settle ();
  g_assert_cmpstr (get_zoom (f), ==, "detail");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == board_fixture_card (f, f->product));
}

/* ── The map ──────────────────────────────────────────────────────────────────────────────── */

static void
press (RemitBoardMap *map,
       guint keyval)
{
  board_fixture_key (GTK_WIDGET (map), keyval, 0);
}

static void
test_keys (BoardFixture *f,
           gconstpointer data)
{
  RemitBoardMap *map = show_map (f);

  gtk_widget_grab_focus (GTK_WIDGET (map));
  press (map, GDK_KEY_Home);
  board_fixture_check_said (f, "Alpha: 0 of 2 slots filled");
  press (map, GDK_KEY_Right);
  board_fixture_check_said (f, "Beta: 1 of 1 slot filled");
  press (map, GDK_KEY_Right);
  g_assert_cmpint (remit_board_map_get_team (map), ==, f->beta);
  press (map, GDK_KEY_Up);
  press (map, GDK_KEY_Page_Down);
  g_assert_cmpint (remit_board_map_get_team (map), ==, f->beta);
  press (map, GDK_KEY_space);
  g_assert_cmpint (map->selected, ==, f->beta);
  press (map, GDK_KEY_Left);
  press (map, GDK_KEY_Return);
  g_assert_cmpstr (get_zoom (f), ==, "detail");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == board_fixture_head (f, f->alpha));
}

/* Groups have a line each, and fold. */
static void
test_groups (BoardFixture *f,
             gconstpointer data)
{
  RemitBoardMap *map;

  add_teams (f, 4);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->board), "view.group-by", "s",
                                             "stage"));
  map = show_map (f);
  g_assert_cmpint (remit_map_layout_get_n_items (map->layout), ==, 6 + 4);
  gtk_widget_grab_focus (GTK_WIDGET (map));
  press (map, GDK_KEY_Home);
  board_fixture_check_said (f, "dev: ");
  press (map, GDK_KEY_Return);
  remit_test_settle ();
  g_assert_cmpint (remit_map_layout_get_n_items (map->layout), ==, 4 + 3);
  press (map, GDK_KEY_space);
  remit_test_settle ();
  g_assert_cmpint (remit_map_layout_get_n_items (map->layout), ==, 6 + 4);
  /* nothing of a group is deleted */
  board_fixture_remember (f);
  press (map, GDK_KEY_Delete);
  board_fixture_check_same (f);
}

/* What changes is drawn, and what is gone is left. */
static void
test_follow (BoardFixture *f,
             gconstpointer data)
{
  RemitBoardMap *map = show_map (f);

  remit_board_map_set_cursor (map, find_item (map, f->beta));
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->beta, NULL));
  remit_test_settle ();
  g_assert_cmpint (remit_map_layout_get_n_items (map->layout), ==, 1);
  g_assert_cmpint (remit_board_map_find_cursor (map), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL));
  remit_test_settle ();
  g_assert_cmpint (remit_map_layout_get_n_items (map->layout), ==, 2);
}

/* The more teams there are, the smaller the blocks: names are cut before they go. */
static void
test_sizes (BoardFixture *f,
            gconstpointer data)
{
  RemitBoardMap *map = show_map (f);
  gboolean seen[REMIT_MAP_N_SIZES] = { FALSE };
  RemitMapSize last = map->size;

  seen[last] = TRUE;
  for (int n = 0; n < 1200 && last != REMIT_MAP_SMALL; n += 20)
    {
      add_teams (f, 20);
      remit_board_map_lay_out (map);
      g_assert_cmpint (map->size, >=, last);
      last = map->size;
      seen[last] = TRUE;
    }
  g_assert_true (seen[REMIT_MAP_LARGE]);
  g_assert_true (seen[REMIT_MAP_SHORT]);
  g_assert_true (seen[REMIT_MAP_SMALL]);
}

/* ── Drops ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
drop (BoardFixture *f,
      RemitBoardMap *map,
      gint64 team,
      RemitDrag *drag)
{
  const RemitMapItem *item = remit_map_layout_get_item (map->layout, find_item (map, team));
  double width = gtk_widget_get_width (GTK_WIDGET (map));
  double height = gtk_widget_get_height (GTK_WIDGET (map));

  return board_fixture_drop (GTK_WIDGET (map), GTK_WIDGET (map),
                             (item->x + item->width / 2) / width,
                             (item->y + item->height / 2) / height, drag);
}

/* Into the first vacant slot that fits: Ada has the SQL that the first one needs, Ben has not. */
static void
test_drop (BoardFixture *f,
           gconstpointer data)
{
  RemitBoardMap *map = show_map (f);

  board_fixture_remember (f);
  g_assert_true (drop (f, map, f->alpha, board_fixture_drag (f, f->ben, 0)));
  g_assert_cmpint (board_fixture_find (f, f->ben, f->data), !=, 0);
  board_fixture_check_undo (f);
  g_assert_true (drop (f, map, f->alpha, board_fixture_drag (f, f->ada, 0)));
  g_assert_cmpint (board_fixture_find (f, f->ada, f->ml), !=, 0);
}

/* Where none is vacant, or none fits, one is asked for. */
static void
test_ask (BoardFixture *f,
          gconstpointer data)
{
  RemitBoardMap *map = show_map (f);

  board_fixture_remember (f);
  g_assert_true (drop (f, map, f->beta, board_fixture_drag (f, f->ben, 0)));
  board_fixture_check_same (f);
  g_assert_nonnull (map->menu);
  g_assert_true (gtk_widget_activate_action (map->menu, "map.assign", "x", f->product));
  remit_test_settle ();
  g_assert_cmpint (board_fixture_find (f, f->ben, f->product), !=, 0);
  board_fixture_check_undo (f);
}

/* Neither a team without slots, nor what is no person, nor a place without a team. */
static void
test_refused (BoardFixture *f,
              gconstpointer data)
{
  gint64 empty = remit_test_add_team (remit_workspace_get_store (f->workspace), f->plan, "Empty");
  RemitBoardMap *map = show_map (f);

  board_fixture_remember (f);
  g_assert_false (drop (f, map, empty, board_fixture_drag (f, f->ben, 0)));
  g_assert_false (drop (f, map, f->alpha, remit_drag_new (REMIT_DRAG_TEAM, f->beta, "Beta")));
  g_assert_false (board_fixture_drop (GTK_WIDGET (map), GTK_WIDGET (map), 0.99, 0.99,
                                      board_fixture_drag (f, f->ben, 0)));
  board_fixture_check_same (f);
}

static void
pick_up (BoardFixture *f,
         gint64 person)
{
  g_autoptr (RemitDrag) drag = board_fixture_drag (f, person, 0);

  g_signal_emit_by_name (f->pool, "pick-up", drag);
  remit_test_settle ();
}

/* By keys alone: it is told what would happen, Enter does it, Escape puts back. */
static void
test_carry (BoardFixture *f,
            gconstpointer data)
{
  RemitBoardMap *map = show_map (f);

  board_fixture_remember (f);
  pick_up (f, f->ben);
  g_assert_true (remit_board_map_is_carrying (map));
  board_fixture_check_said (f, "Alpha: assign Ben Okri to Data engineer");
  press (map, GDK_KEY_Right);
  board_fixture_check_said (f, "Beta: choose a slot");
  press (map, GDK_KEY_Escape);
  g_assert_false (remit_board_map_is_carrying (map));
  board_fixture_check_same (f);

  pick_up (f, f->ben);
  press (map, GDK_KEY_Home);
  press (map, GDK_KEY_Return);
  g_assert_false (remit_board_map_is_carrying (map));
  g_assert_cmpint (board_fixture_find (f, f->ben, f->data), !=, 0);
  board_fixture_check_undo (f);
}

#define add(path, test) \
  g_test_add ("/app/board/" path, BoardFixture, NULL, board_fixture_set_up, test, \
              board_fixture_tear_down)

static void
add_tests (void)
{
  add ("zoom/keys", test_zoom);
  add ("zoom/keys-elsewhere", test_keys_elsewhere);
  add ("zoom/place", test_place);
  add ("zoom/remembered", test_remembered);
  add ("zoom/show", test_show);
  add ("map/keys", test_keys);
  add ("map/groups", test_groups);
  add ("map/follow", test_follow);
  add ("map/sizes", test_sizes);
  add ("map/drop", test_drop);
  add ("map/ask", test_ask);
  add ("map/refused", test_refused);
  add ("map/carry", test_carry);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
