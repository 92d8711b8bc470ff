/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which slots are meant by a few letters, and how few lead to any of ten thousand. */
#include <string.h>

#include "board/state/remit-board-matches.h"
#include "state-fixture.h"

#define N_TEAMS 1000
#define N_TRIED 200
/* Letters, steps down and Enter. */
#define MOST_KEYS 12
/* Of typing as few of them as possible. */
#define N_WAYS 8

static const char *const first_words[] = {
  "Fraud", "Churn", "Demand", "Credit", "Claims", "Search", "Pricing", "Grid", "Fleet", "Retail",
  "Cargo", "Energy", "Health", "Media", "Travel", "Payroll", "Parcel", "Weather", "Traffic",
  "Billing", "Mortgage", "Warehouse", "Customer", "Returns", "Water",
};
static const char *const second_words[] = {
  "scoring", "forecasting", "inspection", "assistant", "ranking", "routing", "detection", "vision",
  "planning", "quality", "labelling", "platform", "insights", "safety", "translation", "matching",
  "summaries", "alerts", "pilots", "governance", "experiments", "serving", "monitoring", "voice",
  "documents", "anomalies", "maintenance", "recovery", "onboarding", "tariffs", "personalisation",
  "segmentation", "optimisation", "audits", "simulation", "dispatch", "catalogue", "reporting",
  "privacy", "automation",
};
static const char *const roles[] = {
  "Product manager", "ML engineer", "Data scientist", "Data engineer", "Domain expert",
  "Business analyst", "Compliance specialist", "Designer", "Evaluator", "Labelling lead",
};

static gint64
insert (RemitEdit *edit,
        RemitRecord *record)
{
  g_autoptr (GError) error = NULL;

  remit_edit_insert (edit, record, &error);
  g_assert_no_error (error);
  return remit_record_get_id (record);
}

static void
add_team (RemitEdit *edit,
          gint64 plan,
          const gint64 *ids,
          guint number)
{
  g_autoptr (RemitRecord) team = remit_record_new (REMIT_KIND_TEAM);
  g_autofree char *name = g_strdup_printf ("%s %s",
                                           first_words[number % G_N_ELEMENTS (first_words)],
                                           second_words[number / G_N_ELEMENTS (first_words)]);

  remit_record_set_text (team, REMIT_TEAM_NAME, name);
  remit_record_set_integer (team, REMIT_TEAM_PLAN, plan);
  remit_record_set_integer (team, REMIT_TEAM_POSITION, number);
  insert (edit, team);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (RemitRecord) slot = remit_record_new (REMIT_KIND_SLOT);

      remit_record_set_integer (slot, REMIT_SLOT_PLAN, plan);
      remit_record_set_integer (slot, REMIT_SLOT_TEAM, remit_record_get_id (team));
      remit_record_set_integer (slot, REMIT_SLOT_ROLE, ids[i]);
      remit_record_set_integer (slot, REMIT_SLOT_POSITION, i);
      insert (edit, slot);
    }
}

static gint64
add_plan (RemitStore *store)
{
  gint64 plan = remit_test_add_plan (store, "Ten thousand");
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Add teams", NULL);
  gint64 ids[G_N_ELEMENTS (roles)];

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (RemitRecord) role = remit_record_new (REMIT_KIND_ROLE);
      g_autofree char *key = g_strdup_printf ("role-%u", i);

      remit_record_set_text (role, REMIT_ROLE_KEY, key);
      remit_record_set_text (role, REMIT_ROLE_NAME, roles[i]);
      ids[i] = insert (edit, role);
    }
  for (guint i = 0; i < N_TEAMS; i++)
    add_team (edit, plan, ids, i);
  g_assert_true (remit_edit_commit (edit, NULL));
  return plan;
}

/* Returns: how many keys it takes to type @typed, to go down to @slot, and to put down there */
static guint
count_keys (RemitBoardMatches *matches,
            const char *typed,
            gint64 slot)
{
  remit_board_matches_set_typed (matches, typed);
  for (guint i = 0; i < remit_board_matches_get_n (matches); i++)
    if (remit_board_matches_get_slot (matches, i) == slot)
      return (guint) strlen (typed) + i + 1;
  return G_MAXUINT;
}

/* Some letters of each word of the team, and of the slot: more of them where names are alike. */
static char *
dup_typed (const char *team,
           const char *role,
           guint way)
{
  static const int lengths[][2] = { { 2, 2 }, { 3, 2 }, { 2, 3 }, { 3, 3 } };
  const int *of_team = lengths[way % G_N_ELEMENTS (lengths)];
  const char *second = strchr (team, ' ') + 1;
  const char *last = strchr (role, ' ');

  if (way < G_N_ELEMENTS (lengths) || last == NULL)
    return g_strdup_printf ("%.*s%.*s %.3s", of_team[0], team, of_team[1], second, role);
  return g_strdup_printf ("%.*s%.*s %.1s%.2s", of_team[0], team, of_team[1], second, role,
                          last + 1);
}

static void
check_way (RemitBoardMatches *matches,
           RemitBoardModel *model,
           int column,
           int card)
{
  const char *team = remit_entity_get_text (remit_board_model_get_team (model, column),
                                            REMIT_TEAM_NAME);
  gint64 slot = remit_board_model_get_slot_id (model, column, card);

  for (guint way = 0; way < N_WAYS; way++)
    {
      g_autofree char *typed = dup_typed (team, roles[card], way);

      if (count_keys (matches, typed, slot) <= MOST_KEYS)
        return;
    }
  g_error ("No way of %d keys leads to %s of %s", MOST_KEYS, roles[card], team);
}

static void
test_ten_thousand (StateFixture *f,
                   gconstpointer data)
{
  gint64 plan = add_plan (remit_workspace_get_store (f->workspace));
  RemitBoardModel *model = remit_board_model_new ();
  RemitBoardMatches *matches = remit_board_matches_new (model);

  g_assert_true (remit_workspace_open_plan (f->workspace, plan, NULL));
  remit_board_model_set_plan (model, f->workspace, plan);
  g_assert_cmpint (remit_board_model_get_n_columns (model), ==, N_TEAMS);
  for (guint i = 0; i < N_TRIED; i++)
    {
      int column = g_test_rand_int_range (0, N_TEAMS);
      int card = g_test_rand_int_range (0, (int) G_N_ELEMENTS (roles));

      check_way (matches, model, column, card);
    }
  remit_board_matches_free (matches);
  remit_board_model_free (model);
}

/* In any letter case and order; all words count, and what is meant alike stands as on the board. */
static void
test_words (StateFixture *f,
            gconstpointer data)
{
  static const char *const means_alpha[] = { "alp", "ALP ENG", "eng al", "engineer alpha" };
  RemitBoardMatches *matches = remit_board_matches_new (f->model);

  for (guint i = 0; i < G_N_ELEMENTS (means_alpha); i++)
    {
      remit_board_matches_set_typed (matches, means_alpha[i]);
      g_assert_cmpuint (remit_board_matches_get_n (matches), ==, 2);
      g_assert_cmpint (remit_board_matches_get_slot (matches, 0), ==, f->ml);
      g_assert_cmpint (remit_board_matches_get_slot (matches, 1), ==, f->data);
      g_assert_true (remit_board_matches_has (matches, f->ml));
      g_assert_false (remit_board_matches_has (matches, f->product));
    }
  remit_board_matches_set_typed (matches, "alpha xyz");
  g_assert_cmpuint (remit_board_matches_get_n (matches), ==, 0);
  g_assert_false (remit_board_matches_has (matches, f->ml));
  remit_board_matches_set_typed (matches, " ");
  g_assert_cmpuint (remit_board_matches_get_n (matches), ==, 0);
  remit_board_matches_set_typed (matches, "");
  g_assert_true (remit_board_matches_has (matches, f->product));
  remit_board_matches_free (matches);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/board/matches/words", StateFixture, NULL, state_fixture_set_up, test_words,
              state_fixture_tear_down);
  g_test_add ("/app/board/matches/ten-thousand", StateFixture, NULL, state_fixture_set_up,
              test_ten_thousand, state_fixture_tear_down);
  return g_test_run ();
}
