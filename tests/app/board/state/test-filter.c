/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which teams a filter lets through, and what stays while it is set. */
#include "board/state/remit-board-model.h"
#include "plan/design/remit-design.h"
#include "state-fixture.h"

static gint64
add_team (StateFixture *f,
          const char *name,
          int topology,
          int risk)
{
  RemitRecord *team = remit_record_new (REMIT_KIND_TEAM);

  remit_record_set_integer (team, REMIT_TEAM_PLAN, f->plan);
  remit_record_set_integer (team, REMIT_TEAM_POSITION, 100000 + f->n_changes++);
  remit_record_set_text (team, REMIT_TEAM_NAME, name);
  remit_record_set_integer (team, REMIT_TEAM_TOPOLOGY, topology);
  remit_record_set_integer (team, REMIT_TEAM_AI_RISK, risk);
  return remit_test_insert (remit_workspace_get_store (f->workspace), team);
}

static void
assert_shown (StateFixture *f,
              const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = 0; i < remit_board_model_get_n_columns (f->model); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            remit_entity_get_text (remit_board_model_get_team (f->model, i),
                                                   REMIT_TEAM_NAME));
  g_assert_cmpstr (names->str, ==, expected);
}

static RemitBoardFilter
make_filter (const char *text)
{
  RemitBoardFilter filter;

  remit_board_filter_init (&filter);
  filter.text = g_strdup (text);
  return filter;
}

static void
filter_by_text (StateFixture *f,
                const char *text,
                const char *expected)
{
  g_auto (RemitBoardFilter) filter = make_filter (text);

  remit_board_model_set_filter (f->model, &filter);
  assert_shown (f, expected);
}

/* Words in any order, in any case, and without accents. */
static void
test_text (StateFixture *f,
           gconstpointer data)
{
  add_team (f, "Prüfung und Betrieb", 0, 0);
  filter_by_text (f, "a", "Alpha, Beta");
  filter_by_text (f, "ALPHA", "Alpha");
  filter_by_text (f, "betrieb pruf", "Prüfung und Betrieb");
  filter_by_text (f, " betrieb  alpha ", "");
  filter_by_text (f, "", "Alpha, Beta, Prüfung und Betrieb");
}

static void
test_fields (StateFixture *f,
             gconstpointer data)
{
  g_auto (RemitBoardFilter) filter = make_filter (NULL);

  add_team (f, "One", 1, 3);
  add_team (f, "Two", 2, 3);
  g_assert_false (remit_board_filter_is_set (&filter));
  filter.risk = 3;
  g_assert_true (remit_board_filter_is_set (&filter));
  remit_board_model_set_filter (f->model, &filter);
  assert_shown (f, "One, Two");
  filter.topology = 2;
  remit_board_model_set_filter (f->model, &filter);
  assert_shown (f, "Two");
  filter.risk = 0;
  remit_board_model_set_filter (f->model, &filter);
  assert_shown (f, "");
  filter.topology = 0;
  remit_board_model_set_filter (f->model, &filter);
  assert_shown (f, "Alpha, Beta");
}

static void
assign (StateFixture *f,
        gint64 slot)
{
  remit_test_add_assignment (remit_workspace_get_store (f->workspace), f->plan, slot, f->ben, 50);
}

/* Who fills the last slot of a team keeps it before their eyes, until the filter is set again. */
static void
test_vacancy (StateFixture *f,
              gconstpointer data)
{
  g_auto (RemitBoardFilter) filter = make_filter (NULL);
  g_autoptr (GError) error = NULL;

  filter.vacancy = REMIT_BOARD_VACANT_SLOTS;
  remit_board_model_set_filter (f->model, &filter);
  assert_shown (f, "Alpha");
  assign (f, f->data);
  assert_shown (f, "Alpha");
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_ASSIGNMENT, f->cleo_in_product,
                                      &error));
  assert_shown (f, "Alpha, Beta");
  remit_board_model_set_filter (f->model, &filter);
  assert_shown (f, "Beta");
  filter.vacancy = REMIT_BOARD_NO_VACANT_SLOTS;
  remit_board_model_set_filter (f->model, &filter);
  assert_shown (f, "Alpha");
}

/* Without a checker nothing is found. */
static void
test_findings (StateFixture *f,
               gconstpointer data)
{
  g_auto (RemitBoardFilter) filter = make_filter (NULL);

  filter.findings = REMIT_BOARD_WITH_FINDINGS;
  remit_board_model_set_filter (f->model, &filter);
  assert_shown (f, "");
  filter.findings = REMIT_BOARD_WITH_ERRORS;
  remit_board_model_set_filter (f->model, &filter);
  assert_shown (f, "");
  filter.findings = REMIT_BOARD_WITHOUT_FINDINGS;
  remit_board_model_set_filter (f->model, &filter);
  assert_shown (f, "Alpha, Beta");
}

static void
on_checked (RemitChecker *checker,
            gboolean *checked)
{
  *checked = TRUE;
}

static void
check (RemitChecker *checker)
{
  gboolean checked = FALSE;
  gulong handler = g_signal_connect (checker, "checked", G_CALLBACK (on_checked), &checked);

  remit_checker_check (checker);
  while (!checked || remit_checker_is_running (checker))
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (checker, handler);
}

/* A required slot that is vacant is found; an overload is found in each team of the person. */
static void
test_checked (StateFixture *f,
              gconstpointer data)
{
  g_autoptr (RemitChecker) checker = remit_checker_new (f->workspace);
  g_auto (RemitBoardFilter) filter = make_filter (NULL);
  g_auto (RemitBoardSums) sums = { 0 };
  g_auto (RemitBoardSums) all = { 0 };

  remit_checker_set_plan (checker, f->plan);
  check (checker);
  remit_board_model_set_checker (f->model, checker);
  remit_board_sums_init (&sums);
  remit_board_sums_add (&sums, f->workspace, checker, f->alpha);
  g_assert_cmpuint (sums.n_findings, >, 0);
  g_assert_cmpint (sums.worst, <, REMIT_N_SEVERITIES);
  /* once more finds nothing else */
  all = remit_board_model_get_sums (f->model, -1);
  remit_board_sums_add (&all, f->workspace, checker, f->alpha);
  remit_board_sums_add (&all, f->workspace, checker, f->beta);
  g_assert_cmpuint (all.n_findings, ==, g_hash_table_size (all.findings));

  filter.findings = REMIT_BOARD_WITH_FINDINGS;
  remit_board_model_set_filter (f->model, &filter);
  g_assert_cmpint (remit_board_model_find_team (f->model, f->alpha), ==, 0);
}

/* A team that is gone to is shown in spite of the filter, and one that goes is gone. */
static void
test_reveal (StateFixture *f,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_teams, n_slots, n_filled;

  filter_by_text (f, "beta", "Beta");
  remit_board_model_count_shown (f->model, &n_teams, &n_slots, &n_filled);
  g_assert_cmpuint (n_teams, ==, 1);
  g_assert_cmpuint (n_slots, ==, 1);
  g_assert_cmpuint (n_filled, ==, 1);
  g_assert_true (remit_board_model_reveal (f->model, f->alpha));
  assert_shown (f, "Alpha, Beta");
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->beta, &error));
  assert_shown (f, "Alpha");
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  assert_shown (f, "Alpha, Beta");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  state_fixture_add ("/board/filter/text", test_text);
  state_fixture_add ("/board/filter/fields", test_fields);
  state_fixture_add ("/board/filter/vacancy", test_vacancy);
  state_fixture_add ("/board/filter/findings", test_findings);
  state_fixture_add ("/board/filter/checked", test_checked);
  state_fixture_add ("/board/filter/reveal", test_reveal);
  return g_test_run ();
}
