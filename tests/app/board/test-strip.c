/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the strip that shows all teams: when it is there, and where pointer and keys lead. */
#include "board-fixture.h"
#include "board/strip/remit-board-strip.h"
#include "board/remit-board-private.h"
#include "plan/design/remit-design.h"

#define N_TEAMS 30

static GtkWidget *
get_strip (BoardFixture *f)
{
  return remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_BOARD_STRIP);
}

static GtkAdjustment *
get_adjustment (BoardFixture *f)
{
  return gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (f->board));
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_mapped (get_strip (data));
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_visible (get_strip (data));
}

static void
add_teams (BoardFixture *f,
           gint64 *teams)
{
  for (int i = 0; i < N_TEAMS; i++)
    teams[i] = remit_test_add_team (remit_workspace_get_store (f->workspace), f->plan, "Team");
  remit_test_refresh (f->workspace);
  remit_test_wait (is_shown, f);
  remit_test_settle ();
}

/* Where all teams have room it would show nothing but them. */
static void
test_shown (BoardFixture *f,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 teams[N_TEAMS];

  g_assert_false (gtk_widget_get_visible (get_strip (f)));
  add_teams (f, teams);
  g_assert_cmpint (gtk_widget_get_height (get_strip (f)), >=, 24);
  g_assert_true (remit_design_delete_all (f->workspace, REMIT_KIND_TEAM, teams, N_TEAMS, &error));
  g_assert_no_error (error);
  remit_test_wait (is_hidden, f);
}

static void
test_keys (BoardFixture *f,
           gconstpointer data)
{
  GtkAdjustment *adjustment = get_adjustment (f);
  gint64 teams[N_TEAMS];
  const RemitBoardMetrics *metrics;
  double step;

  add_teams (f, teams);
  metrics = remit_board_layout_get_metrics (f->board->layout);
  step = metrics->column_width + metrics->column_gap;
  g_assert_true (gtk_widget_grab_focus (get_strip (f)));
  board_fixture_key (get_strip (f), GDK_KEY_Right, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, step);
  board_fixture_key (get_strip (f), GDK_KEY_Down, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 2 * step);
  board_fixture_check_said (f, "Teams 3 to ");
  board_fixture_check_said (f, "of 32");
  board_fixture_key (get_strip (f), GDK_KEY_Left, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, step);
  board_fixture_key (get_strip (f), GDK_KEY_Page_Down, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==,
                     step + gtk_adjustment_get_page_size (adjustment));
  board_fixture_key (get_strip (f), GDK_KEY_End, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==,
                     gtk_adjustment_get_upper (adjustment)
                       - gtk_adjustment_get_page_size (adjustment));
  board_fixture_check_said (f, "to 32 of 32");
  board_fixture_key (get_strip (f), GDK_KEY_Home, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  board_fixture_check_said (f, "Teams 1 to ");
  g_assert_true (gtk_widget_has_focus (get_strip (f)));
}

static gpointer
find_controller (GtkWidget *widget,
                 GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_error ("There is no such controller");
}

/* What is dragged over it leads there, where it can be dropped. */
static void
test_drop (BoardFixture *f,
           gconstpointer data)
{
  GtkWidget *strip = get_strip (f);
  gint64 teams[N_TEAMS];

  add_teams (f, teams);
  g_assert_null (remit_board_get_head (f->board, teams[N_TEAMS - 1]));
  g_signal_emit_by_name (find_controller (strip, GTK_TYPE_DROP_CONTROLLER_MOTION), "motion",
                         (double) gtk_widget_get_width (strip) - 1, 5.0);
  remit_test_settle ();
  g_assert_nonnull (remit_board_get_head (f->board, teams[N_TEAMS - 1]));
}

/* It has the name and the sums of the team that the pointer is on. */
static void
test_tip (BoardFixture *f,
          gconstpointer data)
{
  GtkWidget *strip = get_strip (f);
  g_autoptr (GtkTooltip) tip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gint64 teams[N_TEAMS];
  gboolean shown = FALSE;

  add_teams (f, teams);
  g_signal_emit_by_name (strip, "query-tooltip", 4, 5, FALSE, tip, &shown);
  g_assert_true (shown);
  g_signal_emit_by_name (strip, "query-tooltip", 4, 5, TRUE, tip, &shown);
  g_assert_false (shown);
}

#define add(path, test) \
  g_test_add ("/app/board/strip/" path, BoardFixture, NULL, board_fixture_set_up, test, \
              board_fixture_tear_down)

static void
add_tests (void)
{
  add ("shown", test_shown);
  add ("keys", test_keys);
  add ("drop", test_drop);
  add ("tip", test_tip);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
