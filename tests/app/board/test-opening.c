/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of putting people into a team without slots: by pointer, by keyboard, and on the map. */
#include <string.h>

#include "board-fixture.h"
#include "board/map/remit-board-map-private.h"
#include "board/remit-board-private.h"
#include "plan/design/remit-design.h"

static gboolean
is_shown (gpointer data)
{
  const BoardFixture *f = data;
  g_autoptr (GPtrArray) teams = remit_design_get_parts (f->workspace, REMIT_KIND_TEAM, f->plan);
  gint64 last = remit_entity_get_id (teams->pdata[teams->len - 1]);
  GtkWidget *head = remit_board_get_head (f->board, last);

  return head != NULL && gtk_widget_get_width (head) > 0;
}

/* Returns: a team without slots, which the board shows */
static gint64
add_team (BoardFixture *f)
{
  gint64 team = remit_test_add_team (remit_workspace_get_store (f->workspace), f->plan, "Gamma");

  remit_test_refresh (f->workspace);
  remit_test_wait (is_shown, f);
  remit_test_settle ();
  return team;
}

static void
set_title (BoardFixture *f,
           gint64 person,
           const char *title)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_design_change (f->workspace, REMIT_KIND_PERSON, person, REMIT_PERSON_TITLE,
                                      title, &error));
  remit_test_settle ();
}

static gint64
get_only_slot (BoardFixture *f,
               gint64 team)
{
  g_autoptr (GPtrArray) slots = remit_design_get_parts (f->workspace, REMIT_KIND_SLOT, team);

  g_assert_cmpuint (slots->len, ==, 1);
  return remit_entity_get_id (slots->pdata[0]);
}

static GtkWidget *
find_classed (GtkWidget *widget,
              const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, css_class) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_classed (child, css_class);
  return found;
}

/* Returns: the button below the head of a team */
static GtkWidget *
get_foot (BoardFixture *f,
          gint64 team)
{
  return find_classed (gtk_widget_get_parent (board_fixture_head (f, team)), "remit-column-foot");
}

static const char *
get_hint (BoardFixture *f)
{
  return gtk_widget_get_child_visible (f->board->hint)
           ? gtk_label_get_label (GTK_LABEL (f->board->hint)) : "";
}

static void
test_drop (BoardFixture *f,
           gconstpointer data)
{
  gint64 team = add_team (f);
  g_autoptr (RemitDrag) drag = board_fixture_drag (f, f->ada, 0);
  gint64 slot;

  set_title (f, f->ada, "Data engineer");
  g_assert_true (gtk_widget_has_css_class (get_foot (f, team), "empty"));
  g_assert_false (gtk_widget_has_css_class (get_foot (f, f->alpha), "empty"));
  board_fixture_hover (f, get_foot (f, team), drag);
  g_assert_cmpstr (get_hint (f), ==, "New slot “Data engineer”: 100 %");
  g_assert_true (gtk_widget_has_css_class (get_foot (f, team), "fine"));
  g_assert_true (gtk_widget_has_css_class (get_foot (f, team), "target"));
  g_assert_false (gtk_widget_has_css_class (get_foot (f, f->alpha), "fine"));
  remit_drag_hub_set_drag (f->board->hub, NULL);

  board_fixture_remember (f);
  g_assert_true (board_fixture_drop (GTK_WIDGET (f->board), get_foot (f, team), 0.5, 0.5,
                                     g_steal_pointer (&drag)));
  slot = get_only_slot (f, team);
  g_assert_true (remit_test_shows (board_fixture_card (f, slot), "Ada Lovelace"));
  board_fixture_check_said (f, "Add slot Data engineer to Gamma for Ada Lovelace");
  g_assert_false (gtk_widget_has_css_class (get_foot (f, team), "empty"));
  g_assert_false (gtk_widget_has_css_class (get_foot (f, team), "fine"));
  board_fixture_check_undo (f);
}

/* Wherever in the team it is dropped, and out of another slot with its role. */
static void
test_move (BoardFixture *f,
           gconstpointer data)
{
  gint64 team = add_team (f);

  board_fixture_remember (f);
  g_assert_true (board_fixture_drop (GTK_WIDGET (f->board), board_fixture_head (f, team), 0.5, 0.5,
                                     board_fixture_drag (f, f->cleo, f->cleo_in_product)));
  g_assert_cmpint (board_fixture_find (f, f->cleo, get_only_slot (f, team)), ==,
                   f->cleo_in_product);
  g_assert_cmpint (board_fixture_find (f, f->cleo, f->product), ==, 0);
  board_fixture_check_undo (f);
}

/* The reason is told before, and nothing is done. */
static void
test_refused (BoardFixture *f,
              gconstpointer data)
{
  gint64 team = add_team (f);
  g_autoptr (RemitDrag) drag = board_fixture_drag (f, f->ben, 0);

  board_fixture_remember (f);
  board_fixture_hover (f, get_foot (f, team), drag);
  g_assert_nonnull (strstr (get_hint (f), "No role matches the job title of Ben Okri"));
  g_assert_true (gtk_widget_has_css_class (get_foot (f, team), "refused"));
  remit_drag_hub_set_drag (f->board->hub, NULL);
  g_assert_false (board_fixture_drop (GTK_WIDGET (f->board), get_foot (f, team), 0.5, 0.5,
                                      g_steal_pointer (&drag)));
  /* a team with slots has no such place */
  g_assert_false (board_fixture_drop (GTK_WIDGET (f->board), get_foot (f, f->alpha), 0.5, 0.5,
                                      board_fixture_drag (f, f->cleo, 0)));
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

/* The arrows go there; Enter does it, and the keyboard is on who was put there. */
static void
test_keys (BoardFixture *f,
           gconstpointer data)
{
  gint64 team = add_team (f);
  GtkWidget *board = GTK_WIDGET (f->board);
  gint64 slot;

  set_title (f, f->ada, "Product manager");
  board_fixture_remember (f);
  pick_up (f, f->ada);
  board_fixture_key (board, GDK_KEY_Right, 0);
  board_fixture_check_said (f, "Product manager in Beta");
  board_fixture_key (board, GDK_KEY_Right, 0);
  board_fixture_check_said (f, "Gamma: New slot “Product manager”: 100 %");
  board_fixture_key (board, GDK_KEY_Left, 0);
  board_fixture_check_said (f, "Product manager in Beta");
  board_fixture_key (board, GDK_KEY_Tab, 0);
  board_fixture_check_said (f, "Gamma: New slot");
  board_fixture_key (board, GDK_KEY_Return, 0);
  g_assert_false (remit_board_is_carrying (f->board));
  slot = get_only_slot (f, team);
  board_fixture_check_said (f, "Add slot Product manager to Gamma for Ada Lovelace");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window))
                 == board_fixture_chip (f, slot, board_fixture_find (f, f->ada, slot)));
  board_fixture_check_undo (f);
}

/* Where it is refused, the keyboard does not go. */
static void
test_keys_refused (BoardFixture *f,
                   gconstpointer data)
{
  add_team (f);
  board_fixture_remember (f);
  pick_up (f, f->ben);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Right, 0);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Right, 0);
  board_fixture_check_said (f, "Product manager in Beta");
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Escape, 0);
  board_fixture_check_same (f);
}

/* Somebody deletes the team to which one has gone. */
static void
test_deleted (BoardFixture *f,
              gconstpointer data)
{
  gint64 team = add_team (f);
  g_autoptr (GError) error = NULL;

  set_title (f, f->ada, "Product manager");
  pick_up (f, f->ada);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Right, 0);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Right, 0);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, team, &error));
  remit_test_settle ();
  g_assert_true (remit_board_is_carrying (f->board));
  g_assert_cmpint (f->board->target->aim.team, ==, 0);
  g_assert_cmpint (f->board->target->aim.slot, !=, 0);
}

static void
test_map (BoardFixture *f,
          gconstpointer data)
{
  gint64 team = add_team (f);
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (f->board),
                                             g_type_from_name ("RemitBoardView"));
  RemitBoardMap *map;

  set_title (f, f->ada, "Data engineer");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->board), "view.zoom", "s", "map"));
  remit_test_settle ();
  map = REMIT_BOARD_MAP (remit_test_find (view, REMIT_TYPE_BOARD_MAP));
  board_fixture_remember (f);
  pick_up (f, f->ada);
  board_fixture_key (GTK_WIDGET (map), GDK_KEY_End, 0);
  board_fixture_check_said (f, "Gamma: New slot “Data engineer”: 100 %");
  board_fixture_key (GTK_WIDGET (map), GDK_KEY_Return, 0);
  g_assert_cmpint (board_fixture_find (f, f->ada, get_only_slot (f, team)), !=, 0);
  board_fixture_check_said (f, "Add slot Data engineer to Gamma for Ada Lovelace");
  board_fixture_check_undo (f);
}

#define add(path, test) \
  g_test_add ("/app/board/opening/" path, BoardFixture, NULL, board_fixture_set_up, test, \
              board_fixture_tear_down)

static void
add_tests (void)
{
  add ("drop", test_drop);
  add ("move", test_move);
  add ("refused", test_refused);
  add ("keys", test_keys);
  add ("keys-refused", test_keys_refused);
  add ("deleted", test_deleted);
  add ("map", test_map);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
