/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the pool: whom search and filters show, what is carried out of it, and what it tells. */
#include "board-fixture.h"
#include "board/pool/remit-pool-private.h"
#include "model/remit-day.h"
#include "plan/design/remit-design.h"
#include "plan/placement/remit-placement.h"
#include "widgets/remit-tooltip.h"

static GtkSelectionModel *
get_model (BoardFixture *f)
{
  return gtk_grid_view_get_model (GTK_GRID_VIEW (remit_test_find (GTK_WIDGET (f->pool),
                                                                  GTK_TYPE_GRID_VIEW)));
}

static gboolean
is_found (gpointer data)
{
  return !remit_pool_people_is_looking (((BoardFixture *) data)->pool->people);
}

/* Returns: the names that are listed, joined */
static char *
dup_names (BoardFixture *f)
{
  GListModel *model = G_LIST_MODEL (get_model (f));
  g_autoptr (GString) names = g_string_new (NULL);

  remit_test_settle ();
  remit_test_wait (is_found, f);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (RemitEntity) person = g_list_model_get_item (model, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                              remit_entity_get_text (person, REMIT_PERSON_NAME));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
check_names (BoardFixture *f,
             const char *expected)
{
  g_autofree char *names = dup_names (f);

  g_assert_cmpstr (names, ==, expected);
}

static void
search (BoardFixture *f,
        const char *words)
{
  GtkWidget *entry = remit_test_find (GTK_WIDGET (f->pool), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

/* Returns: the names that a drop-down offers, with their counts, joined */
static char *
dup_choices (BoardFixture *f,
             GtkDropDown *drop_down)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);
  GString *choices = g_string_new (NULL);

  remit_test_settle ();
  remit_test_wait (is_found, f);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) choice = g_list_model_get_item (model, i);
      g_autofree char *name = NULL;
      g_autofree char *count = NULL;

      g_object_get (choice, "name", &name, "count", &count, NULL);
      g_string_append_printf (choices, "%s%s%s%s", i > 0 ? ", " : "", name,
                              *count != '\0' ? " " : "", count);
    }
  return g_string_free (choices, FALSE);
}

static GtkDropDown *
find_choice (BoardFixture *f,
             const char *id)
{
  return GTK_DROP_DOWN (gtk_widget_get_template_child (GTK_WIDGET (f->pool->filters),
                                                       REMIT_TYPE_POOL_FILTERS, id));
}

static void
check_choices (BoardFixture *f,
               const char *id,
               const char *expected)
{
  g_autofree char *choices = dup_choices (f, find_choice (f, id));

  g_assert_cmpstr (choices, ==, expected);
}

static void
choose (BoardFixture *f,
        const char *id,
        guint choice)
{
  gtk_drop_down_set_selected (find_choice (f, id), choice);
}

static void
test_search (BoardFixture *f,
             gconstpointer data)
{
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "3 people"));
  search (f, "  BEN ");
  check_names (f, "Ben Okri");
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "1 of 3 people"));
  search (f, "sql");
  check_names (f, "Ada Lovelace");
  search (f, "sql>=1");
  check_names (f, "Ada Lovelace");
  search (f, "sql>=9");
  check_names (f, "");
  search (f, "sql ben");
  check_names (f, "");
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "No People Found"));
  search (f, "");
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
}

/* That nobody is found is said when everybody has been looked at; until then the list stays. */
static void
test_many (BoardFixture *f,
           gconstpointer data)
{
  GtkStack *stack = f->pool->stack;

  remit_test_add_people (remit_workspace_get_store (f->workspace), 3000);
  remit_test_settle ();
  search (f, "02999");
  g_assert_true (remit_pool_people_is_looking (f->pool->people));
  while (remit_pool_people_is_looking (f->pool->people))
    {
      g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
      g_main_context_iteration (NULL, TRUE);
    }
  check_names (f, "Person 02999");
  search (f, "03000");
  check_names (f, "");
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "No People Found"));
}

static void
test_unassigned (BoardFixture *f,
                 gconstpointer data)
{
  choose (f, "availability", REMIT_AVAILABILITY_UNASSIGNED);
  check_names (f, "Ada Lovelace, Ben Okri");
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "2 of 3 people"));
  remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan, f->ml, f->ada, 50);
  check_names (f, "Ben Okri");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  check_names (f, "Ada Lovelace, Ben Okri");
}

static void
test_free (BoardFixture *f,
           gconstpointer data)
{
  choose (f, "availability", REMIT_AVAILABILITY_FREE);
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
  remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan, f->ml, f->cleo, 60);
  check_names (f, "Ada Lovelace, Ben Okri");
  choose (f, "availability", REMIT_AVAILABILITY_OVERLOADED);
  check_names (f, "Cleo Sol");
}

/* Who is busy today, and not from the day on that is chosen. */
static void
test_free_from (BoardFixture *f,
                gconstpointer data)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_widget_get_template_child (
    GTK_WIDGET (f->pool->filters), REMIT_TYPE_POOL_FILTERS, "calendar"));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) later = g_date_time_add_days (now, 40);
  gint64 end = remit_day_today () + 20;
  RemitRecord *busy = remit_record_new (REMIT_KIND_ASSIGNMENT);

  remit_record_set_integer (busy, REMIT_ASSIGNMENT_PLAN, f->plan);
  remit_record_set_integer (busy, REMIT_ASSIGNMENT_SLOT, f->ml);
  remit_record_set_integer (busy, REMIT_ASSIGNMENT_PERSON, f->ada);
  remit_record_set_integer (busy, REMIT_ASSIGNMENT_ALLOCATION, 100);
  remit_record_set_integer (busy, REMIT_ASSIGNMENT_UNTIL, end);
  remit_test_insert (remit_workspace_get_store (f->workspace), busy);
  choose (f, "availability", REMIT_AVAILABILITY_FREE_FROM);
  check_names (f, "Ben Okri, Cleo Sol");
  gtk_calendar_select_day (calendar, later);
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
}

static void
test_skill (BoardFixture *f,
            gconstpointer data)
{
  gtk_toggle_button_set_active (f->pool->filter_button, TRUE);
  check_choices (f, "skill", "Any skill, SQL 1");
  choose (f, "skill", 1);
  check_names (f, "Ada Lovelace");
  g_assert_true (remit_test_shows (f->pool->filtered, "SQL"));
  choose (f, "skill", 0);
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
  g_assert_false (gtk_widget_get_visible (f->pool->filtered));
}

static void
set_person (BoardFixture *f,
            gint64 id,
            guint field,
            const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitRecord) record = remit_store_load (remit_workspace_get_store (f->workspace),
                                                     REMIT_KIND_PERSON, id, &error);
  g_autoptr (RemitEdit) edit = remit_test_begin (f->workspace, "Test");

  remit_record_set_text (record, field, text);
  remit_edit_update (edit, record, &error);
  g_assert_no_error (error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* What each would find is told, and is true when it is chosen. */
static void
test_counts (BoardFixture *f,
             gconstpointer data)
{
  set_person (f, f->ada, REMIT_PERSON_UNIT, "Data; Risk");
  set_person (f, f->ben, REMIT_PERSON_UNIT, "Risk");
  set_person (f, f->ben, REMIT_PERSON_LOCATION, "Lagos");
  set_person (f, f->cleo, REMIT_PERSON_LOCATION, "Lagos");
  remit_test_refresh (f->workspace);
  gtk_toggle_button_set_active (f->pool->filter_button, TRUE);
  check_choices (f, "unit", "Any unit, Data 1, Risk 2");
  check_choices (f, "location", "Any location, Lagos 2");
  check_choices (f, "availability",
                 "Everybody 3, Free today 3, Free from…, Unassigned 2, Overloaded 0");
  choose (f, "unit", 2);
  check_names (f, "Ada Lovelace, Ben Okri");
  check_choices (f, "location", "Any location, Lagos 1");
  check_choices (f, "unit", "Any unit, Data 1, Risk 2");
  choose (f, "location", 1);
  check_names (f, "Ben Okri");
  /* the one that is chosen stays, also when it finds nobody */
  search (f, "ada");
  check_names (f, "");
  check_choices (f, "location", "Any location, Lagos 0");
  check_choices (f, "unit", "Any unit, Risk 0");
  g_assert_cmpuint (gtk_drop_down_get_selected (find_choice (f, "unit")), ==, 1);
  g_assert_true (remit_test_shows (f->pool->filtered, "Risk · Lagos"));
  gtk_widget_activate_action (GTK_WIDGET (f->pool), "pool.clear-filters", NULL);
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
}

/* ── Candidates ───────────────────────────────────────────────────────────────────────────── */

static void
inspect (BoardFixture *f,
         RemitKind kind,
         gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.inspect", "(ix)", (int) kind, id);
  remit_test_settle ();
}

static gboolean
shows_bar (BoardFixture *f)
{
  return gtk_widget_get_visible (f->pool->candidates);
}

/* Selecting a slot lists who fits it, until something else than a person is selected. */
static void
test_candidates (BoardFixture *f,
                 gconstpointer data)
{
  remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan, f->data, f->ada,
                             50);
  remit_test_refresh (f->workspace);
  inspect (f, REMIT_KIND_SLOT, f->ml);
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
  g_assert_true (remit_test_shows (f->pool->candidates, "ML engineer"));
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "80 points · 50 % free · 1 of 1 skill"));
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "Has SQL\u00a03"));
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "27 points · 40 % free · 0 of 1 skill"));
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "Lacks SQL"));
  inspect (f, REMIT_KIND_SLOT, f->data);
  check_names (f, "Ben Okri, Cleo Sol, Ada Lovelace");
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "Already in this slot"));
  inspect (f, REMIT_KIND_PERSON, f->ben);
  check_names (f, "Ben Okri, Cleo Sol, Ada Lovelace");
  g_assert_true (shows_bar (f));
  inspect (f, REMIT_KIND_TEAM, f->alpha);
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
  g_assert_false (shows_bar (f));
  g_assert_false (remit_test_shows (GTK_WIDGET (f->pool), "Lacks SQL"));
}

/* They follow what happens, and end with the slot. */
static void
test_candidates_follow (BoardFixture *f,
                        gconstpointer data)
{
  inspect (f, REMIT_KIND_SLOT, f->ml);
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
  remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan, f->ml, f->ada, 50);
  remit_test_refresh (f->workspace);
  check_names (f, "Ben Okri, Cleo Sol, Ada Lovelace");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
  g_assert_true (shows_bar (f));
  remit_board_show (f->board, f->ml);
  gtk_widget_activate_action (GTK_WIDGET (f->board), "board.remove", NULL);
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
  g_assert_false (shows_bar (f));
}

/* Enter assigns, both on a row and in the search, also before the search has found anybody. */
static void
test_assign (BoardFixture *f,
             gconstpointer data)
{
  GtkWidget *list = remit_test_find (GTK_WIDGET (f->pool), GTK_TYPE_GRID_VIEW);

  board_fixture_remember (f);
  remit_board_show (f->board, f->ml);
  gtk_widget_activate_action (GTK_WIDGET (f->board), "board.find-candidates", NULL);
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
  g_signal_emit_by_name (list, "activate", 1);
  remit_test_settle ();
  g_assert_cmpint (board_fixture_find (f, f->ben, f->ml), !=, 0);
  g_assert_false (remit_board_is_carrying (f->board));
  board_fixture_check_said (f, "Assign Ben Okri");
  board_fixture_check_undo (f);

  board_fixture_remember (f);
  search (f, "cleo");
  g_signal_emit_by_name (f->pool->search, "activate");
  remit_test_wait (is_found, f);
  remit_test_settle ();
  g_assert_cmpint (board_fixture_find (f, f->cleo, f->ml), !=, 0);
  board_fixture_check_said (f, "Assign Cleo Sol");
  board_fixture_check_undo (f);
}

/* Several at once; and nobody when nobody is found, or no slot is asked for. */
static void
test_assign_several (BoardFixture *f,
                     gconstpointer data)
{
  GtkSelectionModel *model = get_model (f);

  g_signal_emit_by_name (f->pool->search, "activate");
  remit_test_settle ();
  board_fixture_remember (f);
  remit_pool_show_candidates (f->pool, f->data);
  search (f, "nobody at all");
  g_signal_emit_by_name (f->pool->search, "activate");
  check_names (f, "");
  remit_test_settle ();
  board_fixture_check_same (f);

  search (f, "");
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
  gtk_selection_model_select_item (model, 0, TRUE);
  gtk_selection_model_select_item (model, 1, FALSE);
  g_signal_emit_by_name (remit_test_find (GTK_WIDGET (f->pool), GTK_TYPE_GRID_VIEW), "activate", 1);
  remit_test_settle ();
  g_assert_cmpint (board_fixture_find (f, f->ada, f->data), !=, 0);
  g_assert_cmpint (board_fixture_find (f, f->ben, f->data), !=, 0);
  board_fixture_check_said (f, "Assign 2 people");
}

/* Out of candidates by their button; another plan, too. */
static void
test_show_all (BoardFixture *f,
               gconstpointer data)
{
  remit_pool_show_candidates (f->pool, f->ml);
  g_assert_true (shows_bar (f));
  gtk_widget_activate_action (GTK_WIDGET (f->pool), "pool.show-all", NULL);
  g_assert_false (shows_bar (f));
  remit_pool_show_candidates (f->pool, 12345);
  g_assert_false (shows_bar (f));
  remit_pool_show_candidates (f->pool, f->ml);
  remit_window_set_plan (f->window, remit_test_add_plan (remit_workspace_get_store (f->workspace),
                                                         "Other"));
  remit_test_settle ();
  g_assert_false (shows_bar (f));
}

/* Whoever is deleted is gone at once, also from what was found. */
static void
test_deleted (BoardFixture *f,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  remit_pool_show_candidates (f->pool, f->ml);
  check_names (f, "Ada Lovelace, Ben Okri, Cleo Sol");
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_PERSON, f->ben, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->pool->people)), ==, 2);
  check_names (f, "Ada Lovelace, Cleo Sol");
}

static void
keep_drag (RemitPool *pool,
           const RemitDrag *drag,
           RemitDrag **kept)
{
  *kept = remit_drag_copy (drag);
}

/* Whoever is activated, with everybody who is selected if they are. */
static void
test_selection (BoardFixture *f,
                gconstpointer data)
{
  GtkSelectionModel *model = get_model (f);
  RemitDrag *drag = NULL;

  g_signal_connect (f->pool, "pick-up", G_CALLBACK (keep_drag), &drag);
  gtk_selection_model_select_item (model, 0, TRUE);
  gtk_selection_model_select_item (model, 1, FALSE);
  g_signal_emit_by_name (remit_test_find (GTK_WIDGET (f->pool), GTK_TYPE_GRID_VIEW), "activate", 1);
  g_assert_cmpuint (drag->placements->len, ==, 2);
  g_assert_cmpstr (drag->name, ==, "2 people");
  g_clear_pointer (&drag, remit_drag_free);
  remit_board_put_back (f->board);

  g_signal_emit_by_name (remit_test_find (GTK_WIDGET (f->pool), GTK_TYPE_GRID_VIEW), "activate", 2);
  g_assert_cmpuint (drag->placements->len, ==, 1);
  g_assert_cmpstr (drag->name, ==, "Cleo Sol");
  g_clear_pointer (&drag, remit_drag_free);
}

/* A change shows on the bar, and one by another connection to the file as well. */
static void
test_load (BoardFixture *f,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitWorkspace) other = NULL;
  RemitPlacement placement = { .person = f->ada, .slot = f->ml, .allocation = 130 };

  g_assert_false (remit_test_shows (GTK_WIDGET (f->pool), "130"));
  other = remit_workspace_open (remit_window_get_path (f->window), 0, &error);
  g_assert_no_error (error);
  remit_workspace_open_plan (other, f->plan, &error);
  g_assert_no_error (error);
  g_assert_true (remit_placement_do (other, &placement, 1, &error));
  remit_test_refresh (f->workspace);
  remit_test_settle ();
  g_assert_true (remit_test_shows (GTK_WIDGET (f->pool), "130"));
  g_assert_true (remit_test_shows (board_fixture_card (f, f->ml), "Ada Lovelace"));
}

static gboolean
shows_finding (gpointer data)
{
  BoardFixture *f = data;
  GtkWidget *name = remit_test_find_text (GTK_WIDGET (f->pool), "Ada Lovelace");
  GtkWidget *row = gtk_widget_get_ancestor (name, REMIT_TYPE_POOL_ROW);

  return strstr (remit_tooltip_get (row), "Ada Lovelace is at 130 % of 100 %") != NULL;
}

static gboolean
shows_no_finding (gpointer f)
{
  return !shows_finding (f);
}

/* What the rules find of a person stands beside them, and goes with its cause. */
static void
test_findings (BoardFixture *f,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RemitPlacement placement = { .person = f->ada, .slot = f->ml, .allocation = 130 };

  g_assert_false (shows_finding (f));
  g_assert_true (remit_placement_do (f->workspace, &placement, 1, &error));
  g_assert_no_error (error);
  remit_test_wait (shows_finding, f);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_no_error (error);
  remit_test_wait (shows_no_finding, f);
}

static void
add_tests (void)
{
  static const struct {
    const char *name;
    void (*test) (BoardFixture *f, gconstpointer data);
  } tests[] = {
    { "/app/board/pool/search", test_search },
    { "/app/board/pool/many", test_many },
    { "/app/board/pool/unassigned", test_unassigned },
    { "/app/board/pool/free", test_free },
    { "/app/board/pool/free-from", test_free_from },
    { "/app/board/pool/skill", test_skill },
    { "/app/board/pool/counts", test_counts },
    { "/app/board/pool/candidates", test_candidates },
    { "/app/board/pool/candidates-follow", test_candidates_follow },
    { "/app/board/pool/assign", test_assign },
    { "/app/board/pool/assign-several", test_assign_several },
    { "/app/board/pool/show-all", test_show_all },
    { "/app/board/pool/deleted", test_deleted },
    { "/app/board/pool/selection", test_selection },
    { "/app/board/pool/load", test_load },
    { "/app/board/pool/findings", test_findings },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, BoardFixture, NULL, board_fixture_set_up, tests[i].test,
                board_fixture_tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
