/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the heat map of skills: what cells say, typing a level, and where a gap leads. */
#include <string.h>

#include "board/remit-board-view.h"
#include "model/remit-day.h"
#include "plan/design/remit-design.h"
#include "remit-test-app.h"
#include "skills/remit-skill-cells.h"
#include "skills/remit-skills-view.h"

typedef struct {
  RemitTestWindow w;
  gint64 plan, team, slot, ada, sql;
  GtkWidget *view;
  GtkWidget *grid;
} Fixture;

static gboolean
has_cells (gpointer data)
{
  guint row, column;

  return remit_cell_grid_get_cursor (REMIT_CELL_GRID (((Fixture *) data)->grid), &row, &column);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  gint64 role;

  remit_test_window_set_up (&fixture->w, data);
  fixture->plan = remit_test_add_plan (fixture->w.store, "Plan");
  fixture->team = remit_test_add_team (fixture->w.store, fixture->plan, "Fraud");
  role = remit_test_add_role (fixture->w.store, "ml", "ML engineer");
  fixture->slot = remit_test_add_slot (fixture->w.store, fixture->plan, fixture->team, role);
  fixture->ada = remit_test_add_person (fixture->w.store, "Ada Lovelace");
  fixture->sql = remit_test_add_skill (fixture->w.store, "SQL");
  remit_test_add_assignment (fixture->w.store, fixture->plan, fixture->slot, fixture->ada, 80);
  g_assert_true (remit_design_set_need (fixture->w.workspace, fixture->slot, fixture->sql, 3, TRUE,
                                        NULL));
  gtk_widget_activate_action (GTK_WIDGET (fixture->w.window), "win.choose-plan", "x",
                              fixture->plan);
  gtk_widget_activate_action (GTK_WIDGET (fixture->w.window), "win.show-view", "s", "skills");
  remit_test_settle ();
  fixture->view = remit_test_find (GTK_WIDGET (fixture->w.window), REMIT_TYPE_SKILLS_VIEW);
  fixture->grid = remit_test_find (fixture->view, REMIT_TYPE_CELL_GRID);
  remit_test_wait (has_cells, fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  remit_test_window_tear_down (&fixture->w, data);
}

static RemitSkillCells *
read_cells (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RemitSkillMap *map = remit_skill_map_read (fixture->w.store, fixture->plan,
                                             REMIT_SKILL_MAP_PEOPLE, TRUE, remit_day_today (),
                                             NULL, &error);

  g_assert_no_error (error);
  return remit_skill_cells_new (map);
}

static void
test_cells (Fixture *fixture,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitSkillCells) cells = read_cells (fixture);
  RemitCellSource source;
  RemitGridCell sum = { .tone = REMIT_TONE_NORMAL };
  RemitGridCell cell = { .tone = REMIT_TONE_NORMAL };

  g_assert_cmpuint (remit_skill_cells_filter (cells, "love", TRUE), ==, 1);
  source = remit_skill_cells_get_source (cells);
  g_assert_cmpuint (source.n_rows, ==, 2);
  source.get_cell (source.data, 0, 0, &sum);
  g_assert_cmpstr (sum.text, ==, "0");
  g_assert_cmpint (sum.tone, ==, REMIT_TONE_ERROR);
  source.get_cell (source.data, 1, 0, &cell);
  g_assert_cmpstr (cell.text, ==, "0");
  g_assert_cmpstr (cell.corner, ==, "3");
  g_assert_true (cell.marks & REMIT_CELL_ALERT);
  g_assert_true (remit_skill_cells_is_gap (cells, 1, 0));
  g_assert_cmpint (remit_skill_cells_get_row (cells, 1), ==, fixture->ada);
  g_assert_cmpint (remit_skill_cells_get_skill (cells, 0), ==, fixture->sql);
  g_assert_cmpuint (remit_skill_cells_filter (cells, "x", FALSE), ==, 0);
}

/* What is covered and what lacks at the edges; what lacks most comes first. */
static void
test_edges (Fixture *fixture,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitSkillCells) cells = read_cells (fixture);
  RemitCellSource source;
  RemitGridCell gaps = { .tone = REMIT_TONE_NORMAL };
  RemitGridCell covered = { .tone = REMIT_TONE_NORMAL };
  g_autofree char *words = NULL;

  remit_skill_cells_set_edges (cells, TRUE);
  remit_skill_cells_set_order (cells, REMIT_SKILL_ORDER_GAPS);
  g_assert_cmpuint (remit_skill_cells_filter (cells, NULL, FALSE), >=, 1);
  source = remit_skill_cells_get_source (cells);
  g_assert_cmpint (remit_skill_cells_get_skill (cells, 0), ==, 0);
  g_assert_cmpint (remit_skill_cells_get_skill (cells, 1), ==, fixture->sql);
  g_assert_cmpint (remit_skill_cells_get_row (cells, 1), ==, 0);
  g_assert_cmpint (remit_skill_cells_get_row (cells, 2), ==, fixture->ada);
  source.get_cell (source.data, 1, 1, &gaps);
  g_assert_cmpstr (gaps.text, ==, "1");
  source.get_cell (source.data, 2, 0, &covered);
  g_assert_cmpstr (covered.text, ==, "0/1");
  words = source.dup_words (source.data, 2, 0);
  g_assert_cmpstr (words, ==, "0 of 1 required skill covered");
}

static int
get_level (Fixture *fixture)
{
  GPtrArray *skills = remit_workspace_get_referring (fixture->w.workspace, REMIT_KIND_PERSON_SKILL,
                                                     REMIT_PERSON_SKILL_PERSON, fixture->ada);

  return skills->len > 0
           ? (int) remit_entity_get_integer (skills->pdata[0], REMIT_PERSON_SKILL_LEVEL) : 0;
}

static void
type_level (Fixture *fixture,
            guint row,
            guint digit)
{
  remit_test_wait (has_cells, fixture);
  g_signal_emit_by_name (fixture->grid, "typed", row, 1, digit);
}

/* A digit is a level; there is none above 4, and the sum is not typed. */
static void
test_typed (Fixture *fixture,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = remit_test_dump (fixture->w.store);

  type_level (fixture, 2, 7);
  type_level (fixture, 0, 3);
  type_level (fixture, 1, 3);
  g_assert_cmpint (get_level (fixture), ==, 0);
  type_level (fixture, 2, 3);
  g_assert_cmpint (get_level (fixture), ==, 3);
  remit_test_undo_and_redo (fixture->w.store, before);
}

/* The board, with who has the skill. */
static void
test_gap (Fixture *fixture,
          gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *board, *entry;

  gtk_drop_down_set_selected (remit_test_get_child (fixture->view, "by"), REMIT_SKILL_MAP_TEAMS);
  remit_test_find_text (fixture->view, "Teams");
  remit_test_wait (has_cells, fixture);
  remit_test_settle ();
  g_signal_emit_by_name (fixture->grid, "activated", 0, 1);
  remit_test_settle ();
  board = remit_test_find (GTK_WIDGET (fixture->w.window), REMIT_TYPE_BOARD_VIEW);
  entry = remit_test_find (board, GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "\"SQL\">=1");
}

static gboolean
is_grid_hidden (gpointer data)
{
  return !gtk_widget_get_mapped (((Fixture *) data)->grid);
}

/* A key leads into the view: to its cells when they were read, and to the choices above when there
 * are none. */
static void
test_keyboard (Fixture *fixture,
               gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = GTK_WIDGET (fixture->w.window);
  GtkWidget *focus;

  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == fixture->grid);
  gtk_editable_set_text (GTK_EDITABLE (remit_test_get_child (fixture->view, "search")), "nobody");
  remit_test_wait (is_grid_hidden, fixture);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_widget_activate_action (window, "win.show-view", "s", "skills");
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (focus != NULL && gtk_widget_get_mapped (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, fixture->view));
}

#define ADD(name, test) g_test_add ("/skills/" name, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("cells", test_cells);
  ADD ("edges", test_edges);
  ADD ("typed", test_typed);
  ADD ("gap", test_gap);
  ADD ("keyboard", test_keyboard);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
