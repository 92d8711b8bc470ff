/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of a large board: widgets only for what is in sight, and the keyboard where it was. */
#include "board-fixture.h"
#include "board/remit-board-private.h"
#include "inspector/remit-inspector.h"
#include "plan/design/remit-design.h"

#define N_TEAMS 1000
#define N_SLOTS 10

/* Far more than there are columns and cards in sight of one window. */
#define MOST_WIDGETS 250

static gint64
add (RemitEdit *edit,
     RemitRecord *record)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (remit_edit_insert (edit, record, &error));
  id = remit_record_get_id (record);
  remit_record_free (record);
  return id;
}

static gint64
add_team (RemitEdit *edit,
          gint64 plan,
          int position)
{
  RemitRecord *team = remit_record_new (REMIT_KIND_TEAM);

  remit_record_set_integer (team, REMIT_TEAM_PLAN, plan);
  remit_record_set_integer (team, REMIT_TEAM_POSITION, position);
  remit_record_set_text (team, REMIT_TEAM_NAME, "Team");
  return add (edit, team);
}

static gint64
add_slot (RemitEdit *edit,
          gint64 plan,
          gint64 team,
          gint64 role,
          int position)
{
  RemitRecord *slot = remit_record_new (REMIT_KIND_SLOT);

  remit_record_set_integer (slot, REMIT_SLOT_PLAN, plan);
  remit_record_set_integer (slot, REMIT_SLOT_TEAM, team);
  remit_record_set_integer (slot, REMIT_SLOT_ROLE, role);
  remit_record_set_integer (slot, REMIT_SLOT_POSITION, position);
  return add (edit, slot);
}

/* Returns: the last slot */
static gint64
add_teams (BoardFixture *f)
{
  gint64 role = remit_test_add_role (remit_workspace_get_store (f->workspace), "analyst",
                                     "Analyst");
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_test_begin (f->workspace, "Many teams");
  gint64 slot = 0;

  g_assert_no_error (error);
  for (int i = 0; i < N_TEAMS; i++)
    {
      gint64 team = add_team (edit, f->plan, 1000000 + i);

      for (int j = 0; j < N_SLOTS; j++)
        slot = add_slot (edit, f->plan, team, role, 1000 + j);
    }
  g_assert_true (remit_edit_commit (edit, &error));
  remit_test_settle ();
  return slot;
}

static GtkAdjustment *
get_adjustment (BoardFixture *f)
{
  return gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (f->board));
}

static void
test_scroll (BoardFixture *f,
             gconstpointer data)
{
  GtkAdjustment *adjustment = get_adjustment (f);
  double end;
  guint first;

  add_teams (f);
  g_assert_cmpuint (remit_board_get_n_widgets (f->board), <, MOST_WIDGETS);
  end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  g_assert_cmpfloat (end, >, 200 * N_TEAMS);

  for (double at = 0; at < end; at += end / 20)
    {
      gtk_adjustment_set_value (adjustment, at);
      remit_test_settle ();
    }
  first = remit_board_get_n_widgets (f->board);
  for (double at = end; at > 0; at -= end / 20)
    {
      gtk_adjustment_set_value (adjustment, at);
      remit_test_settle ();
    }
  g_assert_cmpuint (first, <, MOST_WIDGETS);
  g_assert_cmpuint (remit_board_get_n_widgets (f->board), <, first + 30);
}

/* The card with the keyboard keeps its widget out of sight, and comes back with the next key. */
static void
test_keyboard (BoardFixture *f,
               gconstpointer data)
{
  gint64 last = add_teams (f);
  GtkWidget *card;

  remit_board_show (f->board, last);
  remit_test_settle ();
  card = board_fixture_card (f, last);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == card);

  gtk_adjustment_set_value (get_adjustment (f), 0);
  remit_test_settle ();
  g_assert_true (board_fixture_card (f, last) == card);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Up, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (f)), >, 200 * N_TEAMS);

  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (f)), <, 300);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == board_fixture_head (f, f->alpha));
}

static gboolean
can_redo (gpointer workspace)
{
  return remit_workspace_get_redo_label (workspace) != NULL;
}

/* A head with the keyboard, too; and undoing the teams leaves it on one that is there. */
static void
test_undo (BoardFixture *f,
           gconstpointer data)
{
  GtkWidget *focus;

  add_teams (f);
  remit_board_show (f->board, f->ml);
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_End, GDK_CONTROL_MASK);
  gtk_adjustment_set_value (get_adjustment (f), 0);
  remit_test_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (REMIT_IS_TEAM_HEAD (focus));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL));
  remit_test_wait (can_redo, remit_window_get_workspace (f->window));
  remit_test_settle ();
  board_fixture_key (GTK_WIDGET (f->board), GDK_KEY_Left, 0);
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (focus == board_fixture_head (f, f->alpha));
}

/* Whether the last team is in sight. */
static gboolean
is_at_end (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment)
         > gtk_adjustment_get_upper (adjustment) - 20;
}

static gboolean
is_name_typed (gpointer window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  int from, until;

  return GTK_IS_TEXT (focus) && gtk_widget_get_ancestor (focus, REMIT_TYPE_INSPECTOR) != NULL
         && gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &from, &until)
         && until - from == 8;
}

/* Whether all of a new team's column is in sight. */
static gboolean
is_new_team_in_sight (gpointer data)
{
  BoardFixture *f = data;
  RemitEntity *team = remit_design_find (f->workspace, REMIT_KIND_TEAM, f->plan, "New team", NULL);
  GtkWidget *head =
    team != NULL ? remit_board_get_head (f->board, remit_entity_get_id (team)) : NULL;
  graphene_rect_t bounds;

  return head != NULL && gtk_widget_compute_bounds (head, GTK_WIDGET (f->board), &bounds)
         && bounds.size.width > 0 && bounds.origin.x >= 0
         && bounds.origin.x + bounds.size.width
              <= (float) gtk_widget_get_width (GTK_WIDGET (f->board));
}

/* What is awaited of the board's width. */
typedef struct {
  GtkWidget *board;
  int width;
} Narrower;

static gboolean
is_narrower (gpointer data)
{
  const Narrower *narrower = data;

  return gtk_widget_get_width (narrower->board) < narrower->width;
}

/* Beside the details, too, when there is less and less room, as while they slide in. */
static void
test_add_beside_details (BoardFixture *f,
                         gconstpointer data)
{
  Narrower narrower = { GTK_WIDGET (f->board) };
  int width, height;

  add_teams (f);
  remit_board_show (f->board, f->ml);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->board), "view.add-team", NULL));
  remit_test_wait (is_name_typed, f->window);
  gtk_window_get_default_size (GTK_WINDOW (f->window), &width, &height);
  for (int i = 0; i < 3; i++)
    {
      narrower.width = gtk_widget_get_width (narrower.board);
      width -= 8;
      gtk_window_set_default_size (GTK_WINDOW (f->window), width, height);
      remit_test_wait (is_narrower, &narrower);
      remit_test_settle ();
      g_assert_true (is_new_team_in_sight (f));
    }
}

/* A team that is added is gone to, and its name can be typed; when it is taken back, the board
 * stays where it is. */
static void
test_add (BoardFixture *f,
          gconstpointer data)
{
  RemitEntity *team;

  add_teams (f);
  remit_board_show (f->board, f->ml);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->board), "view.add-team", NULL));
  remit_test_wait (is_at_end, get_adjustment (f));
  remit_test_settle ();
  team = remit_design_find (f->workspace, REMIT_KIND_TEAM, f->plan, "New team", NULL);
  g_assert_true (gtk_widget_get_mapped (board_fixture_head (f, remit_entity_get_id (team))));
  remit_test_wait (is_name_typed, f->window);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL));
  remit_test_wait (can_redo, f->workspace);
  remit_test_settle ();
  g_assert_true (is_at_end (get_adjustment (f)));
}

/* By the menu of its head, which does not give it the keyboard. */
static void
test_delete (BoardFixture *f,
             gconstpointer data)
{
  gint64 last = remit_entity_get_integer (
    remit_workspace_get (f->workspace, REMIT_KIND_SLOT, add_teams (f)), REMIT_SLOT_TEAM);

  gtk_adjustment_set_value (get_adjustment (f), gtk_adjustment_get_upper (get_adjustment (f)));
  remit_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (f->board), "board.team", "x", last);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, last, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (f->board));
  remit_test_settle ();
  g_assert_true (is_at_end (get_adjustment (f)));
}

static void
add_tests (void)
{
  g_test_add ("/app/board/recycle/scroll", BoardFixture, NULL, board_fixture_set_up, test_scroll,
              board_fixture_tear_down);
  g_test_add ("/app/board/recycle/keyboard", BoardFixture, NULL, board_fixture_set_up,
              test_keyboard, board_fixture_tear_down);
  g_test_add ("/app/board/recycle/add-beside-details", BoardFixture, NULL, board_fixture_set_up,
              test_add_beside_details, board_fixture_tear_down);
  g_test_add ("/app/board/recycle/add", BoardFixture, NULL, board_fixture_set_up, test_add,
              board_fixture_tear_down);
  g_test_add ("/app/board/recycle/delete", BoardFixture, NULL, board_fixture_set_up, test_delete,
              board_fixture_tear_down);
  g_test_add ("/app/board/recycle/undo", BoardFixture, NULL, board_fixture_set_up, test_undo,
              board_fixture_tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
