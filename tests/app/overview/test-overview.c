/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The front page of a plan: its figures, where they lead, its tables and pictures. */
#include "conflicts/remit-conflicts-view.h"
#include "overview/remit-chart-card.h"
#include "overview/remit-overview-view.h"
#include "overview/remit-readiness-cells.h"
#include "overview/remit-teams-chart.h"
#include "overview/remit-tile.h"
#include "plan/design/remit-design.h"
#include "remit-test-app.h"
#include "window/remit-view-stack.h"

/* “Fraud” is in “Data”; Ada is in both, in three of four slots. Nobody decides “Release”. */
typedef struct {
  RemitTestWindow w;
  gint64 plan, data, fraud, ada;
  GtkWidget *view;
} Fixture;

static gboolean
has_cells (gpointer view)
{
  RemitCellGrid *grid = REMIT_CELL_GRID (remit_test_get_child (view, "readiness"));
  guint row, column;

  return remit_cell_grid_get_cursor (grid, &row, &column);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  gint64 role, slots[4];
  g_autofree char *parent = NULL;
  g_autoptr (GError) error = NULL;

  remit_test_window_set_up (&fixture->w, data);
  fixture->plan = remit_test_add_plan (fixture->w.store, "Plan");
  fixture->data = remit_test_add_team (fixture->w.store, fixture->plan, "Data");
  fixture->fraud = remit_test_add_team (fixture->w.store, fixture->plan, "Fraud");
  role = remit_test_add_role (fixture->w.store, "ml", "ML engineer");
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    slots[i] = remit_test_add_slot (fixture->w.store, fixture->plan,
                                    i < 2 ? fixture->data : fixture->fraud, role);
  fixture->ada = remit_test_add_person (fixture->w.store, "Ada Lovelace");
  for (guint i = 0; i < 3; i++)
    remit_test_add_assignment (fixture->w.store, fixture->plan, slots[i], fixture->ada, 20);
  remit_test_refresh (fixture->w.workspace);
  parent = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", (guint64) fixture->data);
  remit_design_change (fixture->w.workspace, REMIT_KIND_TEAM, fixture->fraud, REMIT_TEAM_PARENT,
                       parent, &error);
  g_assert_no_error (error);
  remit_test_add_decision (fixture->w.store, fixture->plan, fixture->fraud, "Release",
                           REMIT_FRAMEWORK_RACI);
  remit_test_refresh (fixture->w.workspace);
  gtk_widget_activate_action (GTK_WIDGET (fixture->w.window), "win.choose-plan", "x",
                              fixture->plan);
  gtk_widget_activate_action (GTK_WIDGET (fixture->w.window), "win.show-view", "s", "overview");
  remit_test_settle ();
  fixture->view = remit_test_find (GTK_WIDGET (fixture->w.window), REMIT_TYPE_OVERVIEW_VIEW);
  remit_test_wait (has_cells, fixture->view);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  remit_test_window_tear_down (&fixture->w, data);
}

static const char *
get_figure (Fixture *fixture,
            const char *tile)
{
  return remit_tile_get_figure (remit_test_get_child (fixture->view, tile));
}

/* ── What it says ─────────────────────────────────────────────────────────────────────────── */

static void
test_figures (Fixture *fixture,
              gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpstr (get_figure (fixture, "slots_tile"), ==, "3 of 4");
  g_assert_cmpstr (get_figure (fixture, "people_tile"), ==, "1");
  remit_test_find_text (fixture->view, "People, 0.6 of 4.0 FTE today");
  g_assert_cmpstr (get_figure (fixture, "decisions_tile"), ==, "1");
  g_assert_cmpstr (get_figure (fixture, "conflicts_tile"), ==, "0");
  remit_test_find_text (fixture->view, "No open conflicts");
}

static gboolean
shows_four (gpointer view)
{
  return has_cells (view)
         && g_str_equal (remit_tile_get_figure (remit_test_get_child (view, "slots_tile")),
                         "4 of 4");
}

/* What another program writes is seen; and so is the undoing of it. */
static void
test_followed (Fixture *fixture,
               gconstpointer data G_GNUC_UNUSED)
{
  GPtrArray *slots = remit_workspace_get_referring (fixture->w.workspace, REMIT_KIND_SLOT,
                                                    REMIT_SLOT_TEAM, fixture->fraud);

  remit_test_add_assignment (fixture->w.store, fixture->plan,
                             remit_entity_get_id (slots->pdata[1]), fixture->ada, 20);
  remit_test_refresh (fixture->w.workspace);
  remit_test_wait (shows_four, fixture->view);
}

static void
test_teams (Fixture *fixture,
            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *chart = remit_test_get_child (fixture->view, "team_tree");
  g_autofree char *words = REMIT_PLOT_GET_CLASS (chart)->dup_words (REMIT_PLOT (chart), 1);
  g_autoptr (GPtrArray) rows = remit_chart_dup_rows (REMIT_CHART (chart));
  const GPtrArray *fraud = rows->pdata[2];

  g_assert_cmpstr (words, ==, "Fraud, in Data, people in common with Data (1)");
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (fraud->pdata[0], ==, "Fraud");
  g_assert_cmpstr (fraud->pdata[1], ==, "Data");
  g_assert_cmpstr (fraud->pdata[3], ==, "Data (1)");
}

static void
test_readiness (Fixture *fixture,
                gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *grid = remit_test_get_child (fixture->view, "readiness");
  g_autoptr (GPtrArray) rows = remit_chart_dup_rows (REMIT_CHART (grid));
  const GPtrArray *first = rows->pdata[1];

  g_assert_cmpuint (rows->len, ==, 3);
  /* with a vacant slot, and a decision that nobody decides, it comes first */
  g_assert_cmpstr (first->pdata[0], ==, "Fraud");
  g_assert_cmpstr (first->pdata[1 + REMIT_READINESS_SLOTS], ==, "1/2");
  g_assert_cmpstr (first->pdata[1 + REMIT_READINESS_DECISIONS], ==, "1");
  g_assert_cmpstr (first->pdata[1 + REMIT_READINESS_CONFLICTS], ==, "–");
}

/* ── Where it leads ───────────────────────────────────────────────────────────────────────── */

static const char *
get_shown (Fixture *fixture)
{
  return remit_view_stack_get_shown (REMIT_VIEW_STACK (
    remit_test_find (GTK_WIDGET (fixture->w.window), REMIT_TYPE_VIEW_STACK)));
}

static void
test_leads (Fixture *fixture,
            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *grid = remit_test_get_child (fixture->view, "readiness");
  GtkWidget *view, *entry;

  g_signal_emit_by_name (grid, "activated", 0, REMIT_READINESS_DECISIONS);
  remit_test_settle ();
  g_assert_cmpstr (get_shown (fixture), ==, "decisions");
  remit_test_wait_for_text (GTK_WIDGET (fixture->w.window), "Release");

  gtk_widget_activate_action (fixture->view, "win.show-view", "s", "overview");
  remit_test_wait (has_cells, fixture->view);
  g_signal_emit_by_name (grid, "activated", 0, REMIT_READINESS_CONFLICTS);
  remit_test_settle ();
  g_assert_cmpstr (get_shown (fixture), ==, "conflicts");
  view = remit_test_find (GTK_WIDGET (fixture->w.window), REMIT_TYPE_CONFLICTS_VIEW);
  entry = remit_test_find (view, GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Fraud");

  gtk_widget_activate_action (fixture->view, "win.show-view", "s", "overview");
  remit_test_wait (has_cells, fixture->view);
  g_signal_emit_by_name (grid, "activated", 0, REMIT_READINESS_SLOTS);
  remit_test_settle ();
  g_assert_cmpstr (get_shown (fixture), ==, "board");
  remit_test_find_text (GTK_WIDGET (fixture->w.window), "Fraud");
}

/* ── Tables and copies ────────────────────────────────────────────────────────────────────── */

static void
test_table (Fixture *fixture,
            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *card = remit_test_get_child (fixture->view, "teams_card");

  gtk_widget_activate_action (card, "card.table", NULL);
  remit_test_settle ();
  remit_test_find (card, GTK_TYPE_COLUMN_VIEW);
  remit_test_find_text (card, "People in common with");
  remit_test_find_text (card, "Data (1)");
  gtk_widget_activate_action (card, "card.table", NULL);
  remit_test_settle ();
  g_assert_cmpuint (remit_test_count (card, GTK_TYPE_COLUMN_VIEW), ==, 0);
  g_assert_true (gtk_widget_get_mapped (remit_test_get_child (fixture->view, "team_tree")));
}

static void
test_copy (Fixture *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *card = remit_test_get_child (fixture->view, "readiness_card");
  GdkContentFormats *formats;

  gtk_widget_activate_action (card, "card.copy", NULL);
  remit_test_wait_until_said (fixture->w.window, "Copied as picture and table");
  formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (card));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/html"));
}

/* A plan without anything has no charts, but says what is missing. */
static void
test_empty (Fixture *fixture,
            gconstpointer data G_GNUC_UNUSED)
{
  gint64 empty = remit_test_add_plan (fixture->w.store, "Empty");

  remit_test_refresh (fixture->w.workspace);
  gtk_widget_activate_action (GTK_WIDGET (fixture->w.window), "win.choose-plan", "x", empty);
  remit_test_wait_for_text (fixture->view, "The plan has no teams yet");
  remit_test_find_text (fixture->view, "The plan has no decisions yet");
  g_assert_cmpstr (get_figure (fixture, "slots_tile"), ==, "0 of 0");
}

#define ADD(name, test) g_test_add ("/overview/" name, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("figures", test_figures);
  ADD ("followed", test_followed);
  ADD ("teams", test_teams);
  ADD ("readiness", test_readiness);
  ADD ("leads", test_leads);
  ADD ("table", test_table);
  ADD ("copy", test_copy);
  ADD ("empty", test_empty);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
