/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the front page of a plan says. */
#include "model/remit-day.h"
#include "plan/overview/remit-overview.h"
#include "remit-test.h"

#define TODAY "2026-03-10"

/* “All” has “Data” and “Web” in it, “Web” has “Shop”; “Lone” stands apart. Ada and Bob
 * are in Data and Shop, Ada there in two slots; Cem is in All, and was in Web and in Data. */
static const char content[] =
  "INSERT INTO role (id, key, name) VALUES (1, 'r', 'R');"
  "INSERT INTO skill (id, name) VALUES (1, 'SQL');"
  "INSERT INTO person (id, name) VALUES (1, 'Ada'), (2, 'Bob'), (3, 'Cem');"
  "INSERT INTO plan (id, name) VALUES (1, 'P'), (2, 'Q');"
  "INSERT INTO team (id, plan, name, parent, topology, position) VALUES"
  " (5, 1, 'Web', 4, 'stream-aligned', 3), (4, 1, 'All', NULL, 'unset', 2),"
  " (6, 1, 'Data', 4, 'platform', 1), (7, 1, 'Shop', 5, 'unset', 4),"
  " (8, 1, 'Lone', NULL, 'enabling', 1), (9, 2, 'Else', NULL, 'unset', 1);"
  "INSERT INTO slot (id, plan, team, role, fte, \"from\", \"until\") VALUES"
  " (1, 1, 6, 1, 100, NULL, NULL), (2, 1, 6, 1, 50, NULL, NULL), (3, 1, 7, 1, 80, NULL, NULL),"
  " (4, 1, 7, 1, 100, '2026-06-01', NULL), (5, 1, 5, 1, 100, NULL, '2026-03-09'),"
  " (6, 1, 4, 1, 20, NULL, NULL), (7, 2, 9, 1, 100, NULL, NULL);"
  "INSERT INTO slot_need (plan, slot, skill, level) VALUES (1, 1, 1, 3);"
  "INSERT INTO assignment (plan, slot, person, allocation, \"from\", \"until\") VALUES"
  " (1, 1, 1, 60, NULL, NULL), (1, 3, 1, 20, NULL, NULL), (1, 4, 1, 20, NULL, NULL),"
  " (1, 1, 2, 40, NULL, NULL), (1, 3, 2, 30, '2026-04-01', NULL), (1, 5, 3, 50, NULL, NULL),"
  " (1, 2, 3, 50, NULL, '2026-03-09'), (1, 6, 3, 20, NULL, NULL), (2, 7, 3, 10, NULL, NULL);"
  "INSERT INTO decision (id, plan, team, title, framework, status, decide_by, raised) VALUES"
  " (1, 1, 6, 'a', 'RACI', 'proposed', '2026-03-09', 0),"
  " (2, 1, 6, 'b', 'RAPID', 'proposed', '2026-03-10', 0),"
  " (3, 1, 7, 'c', 'DACI', 'accepted', '2026-01-01', 0),"
  " (4, 1, NULL, 'd', 'RACI', 'proposed', '2026-04-10', 0),"
  " (5, 1, 7, 'e', 'RACI', 'withdrawn', '2026-01-01', 0);"
  "INSERT INTO right (plan, decision, person, letter) VALUES (1, 1, 1, 'A'), (1, 2, 1, 'A'),"
  " (1, 2, 2, 'R'), (1, 3, 1, 'D'), (1, 3, 2, 'A');"
  "INSERT INTO conflict (plan, team, title, raised, raiser, status) VALUES"
  " (1, 6, 'x', 0, 'Ada', 'open'), (1, 6, 'y', 0, 'Ada', 'escalated'),"
  " (1, NULL, 'z', 0, 'Ada', 'mediating');";

static RemitOverview *
read_overview (const char *more)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open ("", REMIT_STORE_CREATE, &error);
  RemitOverview *overview;

  g_assert_no_error (error);
  remit_store_exec (store, content, NULL, &error);
  g_assert_no_error (error);
  remit_store_exec (store, more, NULL, &error);
  g_assert_no_error (error);
  overview = remit_overview_read (store, 1, G_GINT64_CONSTANT (1773100800000),
                                  remit_day_parse (TODAY), NULL, &error);
  g_assert_no_error (error);
  return overview;
}

static char *
describe_teams (const RemitOverview *overview)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < overview->teams->len; i++)
    {
      const RemitOverviewTeam *team = &g_array_index (overview->teams, RemitOverviewTeam, i);

      g_string_append_printf (text, "%*s%s %u/%u %u-%u %u\n", (int) team->depth, "", team->name,
                              team->n_filled, team->n_slots, team->n_decisions,
                              team->n_undecided, team->n_conflicts);
    }
  return g_string_free (text, FALSE);
}

static void
test_teams (void)
{
  g_autoptr (RemitOverview) overview = read_overview ("");
  g_autofree char *text = describe_teams (overview);
  guint n_filled;

  g_assert_cmpstr (text, ==,
                   "Lone 0/0 0-0 0\n"
                   "All 1/1 0-0 0\n"
                   " Data 1/2 2-1 2\n"
                   " Web 0/0 0-0 0\n"
                   "  Shop 2/2 1-0 0\n");
  g_assert_cmpuint (remit_overview_count_slots (overview, &n_filled), ==, 5);
  g_assert_cmpuint (n_filled, ==, 4);
  g_assert_cmpuint (remit_overview_count_conflicts (overview), ==, 3);
  g_assert_cmpuint (overview->n_undecided, ==, 2);
  g_assert_cmpint (g_array_index (overview->teams, RemitOverviewTeam, 2).undecided, ==, 2);
  g_assert_cmpint (g_array_index (overview->teams, RemitOverviewTeam, 4).undecided, ==, 0);
}

static void
test_sums (void)
{
  g_autoptr (RemitOverview) overview = read_overview ("");

  g_assert_cmpuint (overview->n_people, ==, 3);
  g_assert_cmpint (overview->needed, ==, 100 + 50 + 80 + 20);
  g_assert_cmpint (overview->allocated, ==, 60 + 20 + 40 + 20);
  g_assert_cmpuint (overview->load->periods->len, ==, REMIT_OVERVIEW_WEEKS);
  g_assert_cmpint (g_array_index (overview->load->periods, RemitLoadPeriod, 0).from, ==,
                   remit_day_parse ("2026-03-09"));
  g_assert_cmpuint (overview->skills->rows->len, ==, 5);
  g_assert_cmpuint (overview->skills->columns->len, ==, 1);
}

static void
test_decisions (void)
{
  g_autoptr (RemitOverview) overview = read_overview ("");
  const RemitDecisionFigures *figures = &overview->decisions;
  const guint *proposed = figures->n[REMIT_DECISION_STATUS_PROPOSED];

  g_assert_cmpuint (proposed[REMIT_DECIDE_LATE], ==, 1);
  g_assert_cmpuint (proposed[REMIT_DECIDE_SOON], ==, 1);
  g_assert_cmpuint (proposed[REMIT_DECIDE_LATER], ==, 1);
  g_assert_cmpuint (figures->n[REMIT_DECISION_STATUS_ACCEPTED][REMIT_DECIDE_LATER], ==, 1);
  g_assert_cmpuint (figures->n[REMIT_DECISION_STATUS_ACCEPTED][REMIT_DECIDE_LATE], ==, 0);
  g_assert_cmpuint (figures->n[REMIT_DECISION_STATUS_WITHDRAWN][REMIT_DECIDE_LATER], ==, 1);
}

static void
test_links (void)
{
  g_autoptr (RemitOverview) overview = read_overview ("");
  const RemitTeamLink *link;

  g_assert_cmpuint (overview->links->len, ==, 1);
  link = &g_array_index (overview->links, RemitTeamLink, 0);
  g_assert_cmpuint (link->from, ==, 2);
  g_assert_cmpuint (link->to, ==, 4);
  g_assert_cmpuint (link->n_people, ==, 2);
}

/* Teams that are around each other, as no edit makes them, are all there, each once. */
static void
test_circle (void)
{
  g_autoptr (RemitOverview) overview = read_overview (
    "DROP TRIGGER IF EXISTS team_parent_update; UPDATE team SET parent = 7 WHERE id = 4;");

  g_assert_cmpuint (overview->teams->len, ==, 5);
  g_assert_cmpstr (g_array_index (overview->teams, RemitOverviewTeam, 0).name, ==, "Lone");
}

static void
test_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = remit_store_open ("", REMIT_STORE_CREATE, &error);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (RemitOverview) overview = NULL;

  g_assert_no_error (error);
  overview = remit_overview_read (store, 1, 0, remit_day_parse (TODAY), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (overview->teams->len, ==, 0);
  g_assert_cmpuint (overview->n_people, ==, 0);

  g_cancellable_cancel (cancelled);
  g_assert_null (remit_overview_read (store, 1, 0, remit_day_parse (TODAY), cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/overview/teams", test_teams);
  g_test_add_func ("/plan/overview/sums", test_sums);
  g_test_add_func ("/plan/overview/decisions", test_decisions);
  g_test_add_func ("/plan/overview/links", test_links);
  g_test_add_func ("/plan/overview/circle", test_circle);
  g_test_add_func ("/plan/overview/nothing", test_nothing);
  return g_test_run ();
}
