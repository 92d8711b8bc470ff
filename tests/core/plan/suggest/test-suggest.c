/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of suggesting: who is suggested, what stays open and why, pins, and doing it. */
#include <string.h>

#include "model/remit-data.h"
#include "model/remit-role-group.h"
#include "plan-fixture.h"
#include "plan/suggest/remit-duties.h"
#include "plan/suggest/remit-suggest.h"

static RemitSuggestion *
suggest_with (PlanFixture *f,
              const RemitSuggestQuery *query)
{
  g_autoptr (GError) error = NULL;
  RemitSuggestion *suggestion;

  remit_test_refresh (f->workspace);
  suggestion = remit_suggest_run (f->workspace, query, NULL, &error);
  g_assert_no_error (error);
  return suggestion;
}

static RemitSuggestion *
suggest (PlanFixture *f)
{
  return suggest_with (f, &(RemitSuggestQuery){ .plan = f->plan });
}

static const RemitSuggestRow *
get_row (const RemitSuggestion *suggestion,
         guint i)
{
  g_assert_cmpuint (i, <, suggestion->rows->len);
  return &g_array_index (suggestion->rows, RemitSuggestRow, i);
}

/* Returns: (transfer full): the initials of who is suggested, in the order of slots; a digit for
 * the state of what stays open */
static char *
dup_initials (PlanFixture *f,
              const RemitSuggestion *suggestion)
{
  GString *initials = g_string_new (NULL);

  for (guint i = 0; i < suggestion->rows->len; i++)
    {
      const RemitSuggestRow *row = get_row (suggestion, i);

      if (row->person != 0)
        g_string_append_c (initials, plan_fixture_get_text (f, REMIT_KIND_PERSON, row->person,
                                                            REMIT_PERSON_NAME)[0]);
      else
        g_string_append_c (initials, (char) ('0' + row->state));
    }
  return g_string_free (initials, FALSE);
}

static void
check_with (PlanFixture *f,
            const RemitSuggestQuery *query,
            const char *expected)
{
  g_autoptr (RemitSuggestion) suggestion = suggest_with (f, query);
  g_autofree char *initials = dup_initials (f, suggestion);

  g_assert_cmpstr (initials, ==, expected);
}

static void
check (PlanFixture *f,
       const char *expected)
{
  check_with (f, &(RemitSuggestQuery){ .plan = f->plan }, expected);
}

/* Ada knows SQL well, Bob less, Cem not at all; the ML engineer of Fraud needs it. */
static void
fill (PlanFixture *f)
{
  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_add_skill (f, f->ada, f->sql, 3);
  plan_fixture_add_skill (f, f->bob, f->sql, 2);
}

/* ── Who ──────────────────────────────────────────────────────────────────────────────────── */

static void
test_best (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitSuggestion) suggestion = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *reasons = NULL;

  fill (f);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_TITLE, "Data engineer");
  check (f, "ACB");
  suggestion = suggest (f);
  g_assert_cmpuint (suggestion->n_filled, ==, 3);
  g_assert_cmpint (suggestion->score, ==, 95 + 100 + 95);
  g_assert_cmpfloat (suggestion->gap, ==, 0);
  g_assert_cmpint (get_row (suggestion, 0)->score, ==, 95);
  g_assert_cmpint (get_row (suggestion, 1)->percent, ==, 60);
  reasons = g_strjoinv ("; ", get_row (suggestion, 0)->reasons);
  g_assert_cmpstr (reasons, ==, "Has SQL\u00a03; 100 % free");
  summary = remit_suggest_dup_summary (suggestion);
  g_assert_cmpstr (summary, ==, "3 of 3 vacancies filled · 290 points · proven to be the best");
}

/* Who would be best in two slots is in the one where it matters more; the other one says so. */
static void
test_rival (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitSuggestion) suggestion = NULL;
  g_autofree char *rival = NULL;

  fill (f);
  plan_fixture_add_need (f, f->on_call, f->sql, 4);
  check (f, "ACB");
  suggestion = suggest (f);
  g_assert_cmpint (get_row (suggestion, 2)->rival, ==, f->ada);
  g_assert_cmpint (get_row (suggestion, 2)->rival_slot, ==, f->ml);
  rival = remit_suggest_dup_rival (f->workspace, get_row (suggestion, 2));
  g_assert_cmpstr (rival, ==,
                   "Ada Lovelace (82) here would cost 5 points; suggested for Fraud/ML engineer");
  g_assert_null (remit_suggest_dup_rival (f->workspace, get_row (suggestion, 0)));
}

/* Whose day has room for both has both. */
static void
test_capacity (PlanFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  gint64 other;

  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE, "40");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_CAPACITY, "0");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_CAPACITY, "0");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->on_call, REMIT_SLOT_FTE, "20");
  check (f, "AA4");
  /* another slot's days are over when this one begins */
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_UNTIL, "2026-03-31");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->on_call, REMIT_SLOT_FROM, "2026-04-01");
  check (f, "AAA");
  /* what is to do in another plan counts */
  plan_fixture_assign (f, plan_fixture_add_published (f, "Other", &other), f->ada, 50, "2026-04-15",
                       "2026-04-20");
  check (f, "AA4");
}

static void
test_parts (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitSuggestion) suggestion = NULL;

  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE, "250");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FTE, "0");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->on_call, REMIT_SLOT_FTE, "0");
  suggestion = suggest (f);
  g_assert_cmpuint (suggestion->rows->len, ==, 3);
  g_assert_cmpuint (suggestion->n_filled, ==, 3);
  g_assert_cmpint (get_row (suggestion, 2)->percent, ==, 50);
  g_assert_cmpint (get_row (suggestion, 0)->person, !=, get_row (suggestion, 1)->person);
  g_assert_cmpint (get_row (suggestion, 0)->person, !=, get_row (suggestion, 2)->person);
  /* who is in it is not in it twice */
  plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  check (f, f->bob < f->cem ? "BC" : "CB");
}

static void
set_needed (PlanFixture *f,
            const char *critical)
{
  GPtrArray *needs = remit_workspace_get_referring (f->workspace, REMIT_KIND_SLOT_NEED,
                                                    REMIT_SLOT_NEED_SLOT, f->ml);

  plan_fixture_set (f, REMIT_KIND_SLOT_NEED, remit_entity_get_id (needs->pdata[0]),
                    REMIT_SLOT_NEED_CRITICAL, critical);
}

/* ── What stays open ──────────────────────────────────────────────────────────────────────── */

static void
check_open (PlanFixture *f,
            RemitSuggestState state,
            const char *words)
{
  const gint64 slot = f->ml;
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RemitSuggestion) suggestion = NULL;
  g_autofree char *said = NULL;

  g_array_append_val (slots, slot);
  suggestion = suggest_with (f, &(RemitSuggestQuery){ .plan = f->plan, .slots = slots });
  g_assert_cmpuint (suggestion->rows->len, ==, 1);
  g_assert_cmpint (get_row (suggestion, 0)->state, ==, state);
  said = remit_suggest_dup_state (get_row (suggestion, 0));
  g_assert_cmpstr (said, ==, words);
}

static void
test_open (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  gint64 go = remit_test_add_skill (f->store, "Go");

  fill (f);
  remit_test_refresh (f->workspace);
  set_needed (f, "true");
  check_open (f, REMIT_SUGGEST_FILLED, "");
  /* Ada alone has the critical one */
  plan_fixture_add_absence (f, f->ada, "2026-01-01", "2036-01-01");
  check_open (f, REMIT_SUGGEST_NO_TIME, "Nobody with the required skills is free");
  set_needed (f, "false");
  check_open (f, REMIT_SUGGEST_FILLED, "");
  plan_fixture_add_need (f, f->ml, go, 4);
  check_open (f, REMIT_SUGGEST_NO_SKILLS, "Nobody has the required skills");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_AWAITS, "Somebody New");
  check_open (f, REMIT_SUGGEST_RESERVED, "Reserved for somebody");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_UNTIL, "2026-02-09");
  check_open (f, REMIT_SUGGEST_OVER, "Its dates are in the past");
}

static void
test_hiring (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_HIRING, "frozen");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->on_call, REMIT_SLOT_FTE, "0");
  {
    g_autoptr (RemitSuggestion) suggestion = suggest (f);

    g_assert_cmpint (get_row (suggestion, 0)->state, ==, REMIT_SUGGEST_HIRING);
    g_assert_cmpint (get_row (suggestion, 1)->state, ==, REMIT_SUGGEST_FILLED);
  }
  check_open (f, REMIT_SUGGEST_FILLED, "");
}

static void
test_nothing (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitSuggestion) suggestion = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (GError) error = NULL;

  plan_fixture_assign (f, f->ml, f->ada, 100, "", "");
  plan_fixture_assign (f, f->data, f->bob, 60, "", "");
  plan_fixture_assign (f, f->on_call, f->cem, 100, "", "");
  suggestion = suggest (f);
  g_assert_cmpuint (suggestion->rows->len, ==, 0);
  summary = remit_suggest_dup_summary (suggestion);
  g_assert_cmpstr (summary, ==, "No vacant slots");
  g_assert_false (remit_suggest_do (f->workspace, suggestion->rows, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
}

/* Namesakes are two people; each is suggested once. */
static void
test_namesakes (PlanFixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitSuggestion) suggestion = NULL;

  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_NAME, "Ada Lovelace");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_CAPACITY, "0");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FTE, "0");
  suggestion = suggest (f);
  g_assert_cmpuint (suggestion->n_filled, ==, 2);
  g_assert_cmpint (get_row (suggestion, 0)->person, !=, get_row (suggestion, 1)->person);
}

/* ── Separate duties ──────────────────────────────────────────────────────────────────────── */

/* A second slot in Fraud, for who validates; both need 20 %. */
static gint64
add_validator (PlanFixture *f)
{
  gint64 role = remit_test_add_role (f->store, "model-validator", "Model validator");
  gint64 slot = remit_test_add_slot (f->store, f->plan, f->fraud, role);

  plan_fixture_set (f, REMIT_KIND_SLOT, slot, REMIT_SLOT_FTE, "20");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_FTE, "20");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->data, REMIT_SLOT_FTE, "0");
  plan_fixture_set (f, REMIT_KIND_SLOT, f->on_call, REMIT_SLOT_FTE, "0");
  return slot;
}

static void
test_duties (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  gint64 validator = add_validator (f);
  g_autoptr (RemitSuggestion) suggestion = suggest (f);

  g_assert_cmpuint (suggestion->n_filled, ==, 2);
  g_assert_cmpint (get_row (suggestion, 0)->person, !=, get_row (suggestion, 1)->person);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_CAPACITY, "0");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_CAPACITY, "0");
  {
    g_autoptr (RemitSuggestion) alone = suggest (f);

    g_assert_cmpuint (alone->n_filled, ==, 1);
  }
  /* who is there already counts, too */
  plan_fixture_assign (f, f->ml, f->ada, 20, "", "");
  {
    g_autoptr (RemitSuggestion) builds = suggest (f);

    g_assert_cmpuint (builds->rows->len, ==, 1);
    g_assert_cmpint (get_row (builds, 0)->slot, ==, validator);
    g_assert_cmpint (get_row (builds, 0)->state, ==, REMIT_SUGGEST_RULE);
  }
  /* in another team it is another matter */
  plan_fixture_set (f, REMIT_KIND_SLOT, f->on_call, REMIT_SLOT_FTE, "20");
  {
    g_autoptr (RemitSuggestion) both = suggest (f);

    g_assert_cmpuint (both->n_filled, ==, 1);
  }
}

/* The duties are those of the groups that the rule SOD-1 names, and of no others. */
static void
test_rule (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = remit_data_dup_path ("rules/sod-1.xml");
  g_autofree char *rule = NULL;

  g_assert_true (g_file_get_contents (path, &rule, NULL, NULL));
  for (int group = 0; group < REMIT_ROLE_N_GROUPS; group++)
    {
      RemitEntity *slot = remit_workspace_get (f->workspace, REMIT_KIND_SLOT, f->on_call);
      g_autofree char *quoted = g_strdup_printf ("'%s'", remit_role_groups[group].nick);

      plan_fixture_set (f, REMIT_KIND_ROLE, remit_entity_get_integer (slot, REMIT_SLOT_ROLE),
                        REMIT_ROLE_GROUP, remit_role_groups[group].nick);
      if (group != REMIT_ROLE_GROUP_UNSET)
        g_assert_cmpint (remit_duty_of_slot (f->workspace, slot) != REMIT_DUTY_NONE, ==,
                         strstr (rule, quoted) != NULL);
    }
}

/* ── Pins ─────────────────────────────────────────────────────────────────────────────────── */

static void
check_pins (PlanFixture *f,
            const RemitSuggestPin *pins,
            guint n_pins,
            const char *expected)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (RemitSuggestPin));

  g_array_append_vals (array, pins, n_pins);
  check_with (f, &(RemitSuggestQuery){ .plan = f->plan, .pins = array }, expected);
}

static void
test_pins (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  const RemitSuggestPin stays = { .person = f->ada };
  const RemitSuggestPin there = { .person = f->cem, .slot = f->ml };
  const RemitSuggestPin out = { .person = f->ada, .slot = f->ml, .is_out = TRUE };
  const RemitSuggestPin both[] = { there, { .person = f->cem, .slot = f->data } };
  const RemitSuggestPin gone = { .person = 99, .slot = 98 };

  fill (f);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_TITLE, "Data engineer");
  check_pins (f, &stays, 1, "4CB");
  check_pins (f, &out, 1, "BCA");
  /* whoever is put there need not have the skills */
  check_pins (f, &there, 1, "CAB");
  /* but the time */
  check_pins (f, both, 2, "4CA");
  check_pins (f, &gone, 1, "ACB");
}

/* ── Doing it ─────────────────────────────────────────────────────────────────────────────── */

static void
test_do (PlanFixture *f,
         gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitSuggestion) suggestion = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  fill (f);
  suggestion = suggest (f);
  before = plan_fixture_dump (f);
  g_assert_true (remit_suggest_do (f->workspace, suggestion->rows, &error));
  g_assert_no_error (error);
  plan_fixture_check_edit (f, before, "Fill 3 vacancies as suggested");
}

static void
test_do_one (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitSuggestion) suggestion = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  fill (f);
  suggestion = suggest (f);
  g_array_set_size (suggestion->rows, 1);
  before = plan_fixture_dump (f);
  g_assert_true (remit_suggest_do (f->workspace, suggestion->rows, &error));
  plan_fixture_check_edit (f, before, "Assign Ada Lovelace to ML engineer");
}

static void
check_refused (PlanFixture *f,
               const RemitSuggestion *suggestion,
               const char *message)
{
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  remit_test_refresh (f->workspace);
  before = plan_fixture_dump (f);
  g_assert_false (remit_suggest_do (f->workspace, suggestion->rows, &error));
  plan_fixture_check_refused (f, before, &error, message);
}

/* What has changed meanwhile. */
static void
test_refusals (PlanFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitSuggestion) suggestion = NULL;
  gint64 assignment, other;

  fill (f);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_TITLE, "Data engineer");
  suggestion = suggest (f);
  assignment = plan_fixture_assign (f, f->data, f->bob, 10, "", "");
  check_refused (f, suggestion, "Cem Yıldız cannot be assigned: Data engineer was filled "
                                "meanwhile. Suggest again");
  plan_fixture_set (f, REMIT_KIND_ASSIGNMENT, assignment, REMIT_ASSIGNMENT_UNTIL, "2026-01-01");
  plan_fixture_assign (f, plan_fixture_add_published (f, "Other", &other), f->ada, 10, "2026-06-01",
                       "2026-06-01");
  check_refused (f, suggestion, "Ada Lovelace is no longer free for ML engineer. Suggest again");
}

static void
test_refused_duties (PlanFixture *f,
                     gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitSuggestion) suggestion = NULL;
  gint64 validator = add_validator (f);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (gint64));

  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_CAPACITY, "0");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->cem, REMIT_PERSON_CAPACITY, "0");
  g_array_append_val (slots, validator);
  suggestion = suggest_with (f, &(RemitSuggestQuery){ .plan = f->plan, .slots = slots });
  g_assert_cmpuint (suggestion->n_filled, ==, 1);
  plan_fixture_assign (f, f->ml, f->ada, 20, "", "");
  check_refused (f, suggestion, "Ada Lovelace cannot be in Model validator: building and "
                                "validating models in one team must be separate");
}

static void
test_cancelled (PlanFixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const RemitWorkControl control = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (remit_suggest_run (f->workspace, &(RemitSuggestQuery){ .plan = f->plan },
                                    &control, &error));
  g_assert_true (remit_worker_was_cancelled (error));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/suggest/best", test_best);
  plan_fixture_add ("/plan/suggest/rival", test_rival);
  plan_fixture_add ("/plan/suggest/capacity", test_capacity);
  plan_fixture_add ("/plan/suggest/parts", test_parts);
  plan_fixture_add ("/plan/suggest/open", test_open);
  plan_fixture_add ("/plan/suggest/hiring", test_hiring);
  plan_fixture_add ("/plan/suggest/nothing", test_nothing);
  plan_fixture_add ("/plan/suggest/namesakes", test_namesakes);
  plan_fixture_add ("/plan/suggest/duties", test_duties);
  plan_fixture_add ("/plan/suggest/rule", test_rule);
  plan_fixture_add ("/plan/suggest/pins", test_pins);
  plan_fixture_add ("/plan/suggest/do", test_do);
  plan_fixture_add ("/plan/suggest/do-one", test_do_one);
  plan_fixture_add ("/plan/suggest/refusals", test_refusals);
  plan_fixture_add ("/plan/suggest/refused-duties", test_refused_duties);
  plan_fixture_add ("/plan/suggest/cancelled", test_cancelled);
  return g_test_run ();
}
