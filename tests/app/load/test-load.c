/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the view of load: what cells say, filters, ranges, and where a cell leads. */
#include <string.h>

#include "load/remit-load-cells.h"
#include "load/remit-load-view.h"
#include "model/remit-day.h"
#include "plan/design/remit-design.h"
#include "remit-test-app.h"

typedef struct {
  RemitTestWindow w;
  gint64 plan, team, slot, other, ada, bob;
  GtkWidget *view;
  GtkWidget *grid;
} Fixture;

static gboolean
has_cells (gpointer data)
{
  Fixture *fixture = data;
  guint row, column;

  return remit_cell_grid_get_cursor (REMIT_CELL_GRID (fixture->grid), &row, &column);
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
  fixture->other = remit_test_add_slot (fixture->w.store, fixture->plan, fixture->team, role);
  fixture->ada = remit_test_add_person (fixture->w.store, "Ada Lovelace");
  fixture->bob = remit_test_add_person (fixture->w.store, "Bob");
  remit_test_add_assignment (fixture->w.store, fixture->plan, fixture->slot, fixture->ada, 80);
  remit_test_add_assignment (fixture->w.store, fixture->plan, fixture->other, fixture->ada, 40);
  gtk_widget_activate_action (GTK_WIDGET (fixture->w.window), "win.choose-plan", "x",
                              fixture->plan);
  gtk_widget_activate_action (GTK_WIDGET (fixture->w.window), "win.show-view", "s", "load");
  remit_test_settle ();
  fixture->view = remit_test_find (GTK_WIDGET (fixture->w.window), REMIT_TYPE_LOAD_VIEW);
  fixture->grid = remit_test_find (fixture->view, REMIT_TYPE_CELL_GRID);
  remit_test_wait (has_cells, fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  remit_test_window_tear_down (&fixture->w, data);
}

/* ── What cells say ───────────────────────────────────────────────────────────────────────── */

static RemitLoadCells *
read_cells (Fixture *fixture,
            RemitLoadBy by)
{
  gint64 from = remit_day_parse ("2026-03-01");
  g_autoptr (GError) error = NULL;
  RemitLoadChart *chart = remit_load_chart_read (fixture->w.store, fixture->plan, by, from,
                                                 from + 30, REMIT_LOAD_EVERY_MONTH, NULL, &error);

  g_assert_no_error (error);
  return remit_load_cells_new (chart, fixture->w.workspace);
}

static void
assert_cell (RemitLoadCells *cells,
             guint row,
             const char *name,
             const char *text,
             const char *words)
{
  RemitCellSource source = remit_load_cells_get_source (cells);
  RemitGridCell cell = { .tone = REMIT_TONE_NORMAL };
  g_autofree char *said = source.dup_words (source.data, row, 0);

  source.get_cell (source.data, row, 0, &cell);
  g_assert_cmpstr (source.get_row (source.data, row), ==, name);
  g_assert_cmpstr (cell.text, ==, text);
  g_assert_cmpstr (said, ==, words);
}

/* Of what there is confirmed, proposed and vacant; after these is the line. */
static void
assert_bar (RemitLoadCells *cells,
            guint part,
            double expected)
{
  const RemitColumnsSource *bars = remit_load_cells_get_source (cells).bars;

  g_assert_cmpuint (bars->n_parts, ==, 3);
  g_assert_cmpfloat_with_epsilon (bars->get_value (bars->data, 0, part), expected, 1e-9);
}

static void
test_cells (Fixture *fixture,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitLoadCells) people = read_cells (fixture, REMIT_LOAD_BY_PERSON);
  g_autoptr (RemitLoadCells) teams = read_cells (fixture, REMIT_LOAD_BY_TEAM);
  RemitKind kind;

  g_assert_cmpuint (remit_load_cells_filter (people, NULL, -1), ==, 2);
  assert_cell (people, 0, "All", "60 %",
               "120 % of 200 %, too much on 31 days");
  assert_cell (people, 1, "Ada Lovelace", "120 %",
               "120 % of 100 %, too much on 31 days\n80 %: Ada Lovelace in ML engineer\n"
               "40 %: Ada Lovelace in ML engineer");
  assert_cell (people, 2, "Bob", "0 %", "0 % of 100 %");
  g_assert_cmpint (remit_load_cells_get_entity (people, 2, &kind), ==, fixture->bob);
  g_assert_cmpint (remit_load_cells_get_entity (people, 0, &kind), ==, 0);

  g_assert_cmpuint (remit_load_cells_filter (people, "LOVE", -1), ==, 1);
  g_assert_cmpuint (remit_load_cells_filter (people, NULL, REMIT_LOAD_OVER), ==, 1);
  g_assert_cmpint (remit_load_cells_get_entity (people, 1, &kind), ==, fixture->ada);
  g_assert_cmpuint (remit_load_cells_filter (people, "", REMIT_LOAD_FREE), ==, 1);
  g_assert_cmpuint (remit_load_cells_filter (people, "x", -1), ==, 0);

  /* above them, the sum of all in full-time equivalents */
  assert_bar (people, 0, 1.2);
  assert_bar (people, 3, 2);
  assert_bar (teams, 2, 0.8);
  assert_bar (teams, 3, 2);

  g_assert_cmpuint (remit_load_cells_filter (teams, NULL, -1), ==, 1);
  assert_cell (teams, 1, "Fraud", "60 %", "1.2 of 2.0 FTE, vacant: 0.8 Open");
  g_assert_cmpint (remit_load_cells_get_entity (teams, 1, &kind), ==, fixture->team);
  g_assert_cmpint (kind, ==, REMIT_KIND_TEAM);
}

/* ── The view ─────────────────────────────────────────────────────────────────────────────── */

/* A cell opens what its row is; another program's change is seen. */
static void
test_activate (Fixture *fixture,
               gconstpointer data G_GNUC_UNUSED)
{
  g_signal_emit_by_name (fixture->grid, "activated", 1, 0);
  remit_test_find_text (GTK_WIDGET (fixture->w.window), "Ada Lovelace");
  remit_cell_grid_set_cursor (REMIT_CELL_GRID (fixture->grid), 99, 99);
  {
    guint row, column;

    g_assert_true (remit_cell_grid_get_cursor (REMIT_CELL_GRID (fixture->grid), &row, &column));
    g_assert_cmpuint (row, ==, 2);
    g_assert_cmpuint (column, ==, 25);
  }
}

static const char *
get_range (Fixture *fixture)
{
  return gtk_label_get_label (remit_test_get_child (fixture->view, "range"));
}

static void
test_range (Fixture *fixture,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *first = g_strdup (get_range (fixture));
  GtkWidget *today = gtk_widget_get_ancestor (remit_test_find_text (fixture->view, "Today"),
                                              GTK_TYPE_BUTTON);

  g_signal_emit_by_name (gtk_widget_get_next_sibling (today), "clicked");
  g_assert_cmpstr (get_range (fixture), !=, first);
  g_signal_emit_by_name (gtk_widget_get_prev_sibling (today), "clicked");
  g_assert_cmpstr (get_range (fixture), ==, first);
  g_signal_emit_by_name (gtk_widget_get_prev_sibling (today), "clicked");
  g_assert_cmpstr (get_range (fixture), !=, first);
  g_signal_emit_by_name (today, "clicked");
  g_assert_cmpstr (get_range (fixture), ==, first);

  gtk_drop_down_set_selected (remit_test_get_child (fixture->view, "every"), 2);
  g_assert_cmpstr (get_range (fixture), !=, first);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (remit_test_get_child (fixture->view, "stack"));
}

static gboolean
says_nothing (gpointer data)
{
  return g_str_equal (get_page (data), "nothing");
}

static void
test_empty (Fixture *fixture,
            gconstpointer data G_GNUC_UNUSED)
{
  gtk_editable_set_text (GTK_EDITABLE (remit_test_get_child (fixture->view, "search")), "xyz");
  remit_test_wait (says_nothing, fixture);
  gtk_editable_set_text (GTK_EDITABLE (remit_test_get_child (fixture->view, "search")), "");
  gtk_widget_activate_action (GTK_WIDGET (fixture->w.window), "win.choose-plan", "x",
                              (gint64) 0);
  remit_test_settle ();
  g_assert_cmpstr (get_page (fixture), !=, "nothing");
}

#define ADD(name, test) \
  g_test_add ("/load/" name, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("cells", test_cells);
  ADD ("activate", test_activate);
  ADD ("range", test_range);
  ADD ("empty", test_empty);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
