/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing several fields in one edit, also while another program changes others. */
#include "model/remit-id.h"
#include "model/remit-day.h"
#include "plan-fixture.h"
#include "plan/decide/remit-matrix.h"

static void
check_change (PlanFixture *f,
              RemitKind kind,
              gint64 id,
              const RemitFieldText *values,
              gsize n_values,
              const char *label)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  remit_design_change_all (f->workspace, kind, id, values, n_values, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < n_values; i++)
    {
      RemitEntity *entity = remit_workspace_get (f->workspace, kind, id);
      g_autofree char *value = remit_record_format (remit_entity_get_record (entity),
                                                    values[i].field);

      g_assert_cmpstr (value, ==, values[i].text);
    }
  plan_fixture_check_edit (f, before, label);
}

static void
check_not_changed (PlanFixture *f,
                   RemitKind kind,
                   gint64 id,
                   const RemitFieldText *values,
                   gsize n_values,
                   const char *message)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_design_change_all (f->workspace, kind, id, values, n_values, &error));
  plan_fixture_check_refused (f, before, &error, message);
}

static void
test_several (PlanFixture *f,
              gconstpointer data)
{
  const RemitFieldText three[] = {
    { REMIT_PERSON_CAPACITY, "80" },
    { REMIT_PERSON_LOCATION, "Ghent" },
    { REMIT_PERSON_NAME, "Ada King" },
  };
  const RemitFieldText same_and_other[] = {
    { REMIT_PERSON_CAPACITY, "80" },
    { REMIT_PERSON_LOCATION, "Bruges" },
  };
  const RemitFieldText settings[] = {
    { REMIT_SETTINGS_WORK_FROM, "1080" },
    { REMIT_SETTINGS_WORK_UNTIL, "1380" },
  };

  check_change (f, REMIT_KIND_PERSON, f->ada, three, G_N_ELEMENTS (three),
                "Change name, location and capacity of Ada Lovelace");
  check_change (f, REMIT_KIND_PERSON, f->ada, same_and_other, G_N_ELEMENTS (same_and_other),
                "Change location of Ada King");
  check_change (f, REMIT_KIND_SETTINGS, 1, settings, G_N_ELEMENTS (settings),
                "Change setting: start of work and end of work");
}

static void
test_same (PlanFixture *f,
           gconstpointer data)
{
  const RemitFieldText values[] = {
    { REMIT_PERSON_CAPACITY, "100" },
    { REMIT_PERSON_NAME, "Ada Lovelace" },
  };
  g_autofree char *before = plan_fixture_dump (f);
  g_autofree char *after = NULL;

  g_assert_true (remit_design_change_all (f->workspace, REMIT_KIND_PERSON, f->ada, values,
                                          G_N_ELEMENTS (values), NULL));
  after = plan_fixture_dump (f);
  g_assert_cmpstr (after, ==, before);
}

/* Values that do not go with what was there may go with each other. */
static void
test_together (PlanFixture *f,
               gconstpointer data)
{
  const RemitFieldText late[] = {
    { REMIT_PERSON_FROM, "2027-01-01" },
    { REMIT_PERSON_UNTIL, "2027-12-31" },
  };
  const RemitFieldText crossed[] = {
    { REMIT_PERSON_FROM, "2028-01-01" },
    { REMIT_PERSON_UNTIL, "2027-12-31" },
  };
  const RemitFieldText partly[] = {
    { REMIT_PERSON_LOCATION, "Ghent" },
    { REMIT_PERSON_CAPACITY, "201" },
  };

  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNTIL, "2026-06-30");
  check_not_changed (f, REMIT_KIND_PERSON, f->ada, late, 1,
                     "The first day, 01/01/27, is after the last, 06/30/26");
  check_change (f, REMIT_KIND_PERSON, f->ada, late, G_N_ELEMENTS (late),
                "Change dates of Ada Lovelace");
  check_not_changed (f, REMIT_KIND_PERSON, f->ada, crossed, G_N_ELEMENTS (crossed),
                     "The first day, 01/01/28, is after the last, 12/31/27");
  check_not_changed (f, REMIT_KIND_PERSON, f->ada, partly, G_N_ELEMENTS (partly),
                     "Capacity: 201 is not between 0 and 200");
}

static gint64
add_right (PlanFixture *f,
           gint64 decision)
{
  RemitCell cell = { .decision = decision, .holder_kind = REMIT_KIND_SLOT, .holder = f->ml,
                     .letters = REMIT_LETTERS (REMIT_LETTER_A) };
  GPtrArray *rights;

  g_assert_true (remit_matrix_set (f->workspace, &cell, 1, NULL));
  rights = remit_workspace_get_referring (f->workspace, REMIT_KIND_RIGHT, REMIT_RIGHT_DECISION,
                                          decision);
  return remit_entity_get_id (rights->pdata[0]);
}

/* One holder goes and another one comes; with none or two the database would refuse. */
static void
test_holder (PlanFixture *f,
             gconstpointer data)
{
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");
  gint64 right = add_right (f, decision);
  char ada[17];
  const RemitFieldText values[] = {
    { REMIT_RIGHT_SLOT, "" },
    { REMIT_RIGHT_PERSON, ada },
  };

  remit_id_format (f->ada, ada);
  check_change (f, REMIT_KIND_RIGHT, right, values, G_N_ELEMENTS (values),
                "Change slot and person of A of ML engineer for Release");
}

static void
test_framework (PlanFixture *f,
                gconstpointer data)
{
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");
  const RemitFieldText values[] = {
    { REMIT_DECISION_TITLE, "Launch" },
    { REMIT_DECISION_FRAMEWORK, "JOINT" },
    { REMIT_DECISION_QUORUM, "2" },
  };
  GPtrArray *rights;

  add_right (f, decision);
  check_change (f, REMIT_KIND_DECISION, decision, values, G_N_ELEMENTS (values),
                "Change title, framework and quorum of Release");
  rights = remit_workspace_get_referring (f->workspace, REMIT_KIND_RIGHT, REMIT_RIGHT_DECISION,
                                          decision);
  g_assert_cmpuint (rights->len, ==, 1);
}

static void
test_story (PlanFixture *f,
            gconstpointer data)
{
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");
  const RemitFieldText values[] = {
    { REMIT_DECISION_TITLE, "Launch" },
    { REMIT_DECISION_STATUS, "accepted" },
  };

  check_not_changed (f, REMIT_KIND_DECISION, decision, values, G_N_ELEMENTS (values),
                     "The status follows from the log. Record an outcome");
}

/* What another program wrote in between stays, and is what is judged. */
static void
test_meanwhile (PlanFixture *f,
                gconstpointer data)
{
  g_autoptr (RemitWorkspace) other = remit_workspace_open (remit_store_get_path (f->store),
                                                           REMIT_STORE_NO_FLAGS, NULL);
  const RemitFieldText values[] = {
    { REMIT_PERSON_FROM, "2026-07-01" },
    { REMIT_PERSON_CAPACITY, "80" },
  };
  const RemitRecord *record;

  g_assert_true (remit_design_change (other, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_NAME,
                                      "Ada King", NULL));
  check_change (f, REMIT_KIND_PERSON, f->ada, values, G_N_ELEMENTS (values),
                "Change capacity and from of Ada King");
  record = remit_entity_get_record (remit_workspace_get (f->workspace, REMIT_KIND_PERSON, f->ada));
  g_assert_cmpstr (remit_record_get_text (record, REMIT_PERSON_NAME), ==, "Ada King");

  remit_test_refresh (other);
  g_assert_true (remit_design_change (other, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_UNTIL,
                                      "2026-06-30", NULL));
  check_not_changed (f, REMIT_KIND_PERSON, f->bob, values, G_N_ELEMENTS (values),
                     "The first day, 07/01/26, is after the last, 06/30/26");

  g_assert_true (remit_design_delete (other, REMIT_KIND_PERSON, f->cem, NULL));
  check_not_changed (f, REMIT_KIND_PERSON, f->cem, values, G_N_ELEMENTS (values),
                     "Person no longer exists");
}

/* A status says who gave it, and when; nobody can type that. */
static void
test_status (PlanFixture *f,
             gconstpointer data)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("REMIT_NOW", "2026-02-10T12:00:00.000Z", TRUE);
  remit_edit_set_actor ("Ada Lovelace");
  g_assert_true (remit_design_change (f->workspace, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_STATUS,
                                      "approved", &error));
  plan_fixture_check_edit (f, before, "Change status of Churn");
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_STATUS_BY), ==,
                   "Ada Lovelace");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_STATUS_AT), ==,
                   remit_time_now ());
  after = plan_fixture_dump (f);
  g_assert_false (remit_design_change (f->workspace, REMIT_KIND_PLAN, f->plan,
                                       REMIT_PLAN_STATUS_BY, "Bob", &error));
  plan_fixture_check_refused (f, after, &error,
                              "Who set the status, and when, follows from setting it");
  g_assert_true (remit_design_change (f->workspace, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_STATUS,
                                      "draft", &error));
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_STATUS_BY), ==,
                   "");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_STATUS_AT), ==, 0);
  remit_edit_set_actor (NULL);
  g_unsetenv ("REMIT_NOW");
}

/* What has a log is not made, nor a line of one, without what happened. */
static void
test_not_created (PlanFixture *f,
                  gconstpointer data)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      g_autoptr (RemitRecord) record = remit_record_new (kind);
      g_autoptr (GError) error = NULL;

      if (!remit_entity_info (kind)->is_log)
        continue;
      g_assert_cmpint (remit_design_create (f->workspace, record, &error), ==, 0);
      g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/design/change-all/several", test_several);
  plan_fixture_add ("/design/change-all/same", test_same);
  plan_fixture_add ("/design/change-all/status", test_status);
  plan_fixture_add ("/design/change-all/together", test_together);
  plan_fixture_add ("/design/change-all/holder", test_holder);
  plan_fixture_add ("/design/change-all/framework", test_framework);
  plan_fixture_add ("/design/change-all/story", test_story);
  plan_fixture_add ("/design/change-all/meanwhile", test_meanwhile);
  plan_fixture_add ("/design/create-log", test_not_created);

  return g_test_run ();
}
