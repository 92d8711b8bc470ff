/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A check as a whole: order, subjects, waivers, limits, cancelling, other writers. */
#include <string.h>

#include "model/remit-day.h"
#include "sketch.h"

#define PLAN \
  "role ml key=ml-engineer\nperson Ada\nplan P\nteam T\nslot S team=T role=ml fte=50\n"
#define RULE_OF(id, sql) \
  "<rule xmlns=\"urn:remit:rule:1\" id=\"" id "\" severity=\"information\"><title>T</title>" \
  "<message>M</message><why>W</why><select>" sql "</select></rule>"

/* Rules of our own, without files in the way. */
static RemitRules *
make_rules (const char *const *contents)
{
  char *folder = remit_test_make_folder ();
  RemitRules *rules = remit_rules_load ();

  g_ptr_array_set_size (rules->rules, 0);
  for (guint i = 0; contents[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.xml", folder, i);
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, contents[i], -1, &error);
      g_assert_no_error (error);
      g_ptr_array_add (rules->rules, remit_rule_load (path, &error));
      g_assert_no_error (error);
    }
  remit_test_remove_folder (folder);
  return rules;
}

/* ── What is found ────────────────────────────────────────────────────────────────────────── */

/* The worst first, then in the order of the rules. */
static void
test_order (void)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autoptr (Sketch) sketch = sketch_new (
    PLAN "ladder L\nrung - ladder=L slot=S action=decide\n"
         "decision D team=T raised=2026-01-01 decide-by=2026-02-01\n");
  g_autofree char *says = sketch_say (sketch, rules, NULL, "2026-03-10");

  g_assert_cmpstr (says, ==,
                   "E “D” has no accountable holder.\n"
                   "E “D” has no responsible holder.\n"
                   "E S of T is vacant.\n"
                   "W “D” was due on 02/01/26.\n"
                   "W “D” has no consulted or informed holders.\n"
                   "W S takes part in no decisions of T.");
}

static void
test_subjects (void)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autoptr (Sketch) sketch = sketch_new (PLAN);
  g_autoptr (GPtrArray) findings = sketch_check (sketch, rules, "SLOT-1", "2026-03-10");
  RemitFinding *finding = findings->pdata[0];

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_true (remit_finding_is_about (finding, REMIT_KIND_SLOT, sketch_get (sketch, "S")));
  g_assert_true (remit_finding_is_about (finding, REMIT_KIND_TEAM, sketch_get (sketch, "T")));
  g_assert_false (remit_finding_is_about (finding, REMIT_KIND_PERSON, sketch_get (sketch, "Ada")));
  g_assert_false (remit_finding_is_about (finding, REMIT_KIND_PERSON, 0));
  g_assert_cmpstr (remit_finding_get_rule_id (finding), ==, "SLOT-1");
  g_assert_cmpstr (remit_finding_get_title (finding), ==, "A required slot is vacant");
}

/* Of another plan nothing is found. */
static void
test_other_plan (void)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autoptr (Sketch) sketch = sketch_new (PLAN "plan Q\nteam U");
  g_autofree char *says = sketch_say (sketch, rules, NULL, "2026-03-10");

  g_assert_cmpstr (says, ==, "");
}

/* ── Waivers ──────────────────────────────────────────────────────────────────────────────── */

static void
test_waivers (void)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autoptr (Sketch) sketch = sketch_new (
    PLAN "slot S2 team=T role=ml\n"
    "waiver - rule=SLOT-1 slot=S team=T actor=Bob reason=Hiring until=2026-03-10\n"
    "waiver - rule=SLOT-1 team=T actor=Bob reason=Other\n"
    "waiver - rule=SLOT-2 slot=S2 team=T actor=Bob reason=Other\n");
  g_autofree char *last_day = sketch_say (sketch, rules, "SLOT-1", "2026-03-10");
  g_autofree char *day_after = sketch_say (sketch, rules, "SLOT-1", "2026-03-11");
  g_autoptr (GPtrArray) findings = sketch_check (sketch, rules, "SLOT-1", "2026-03-10");
  const RemitRecord *waiver = NULL;

  g_assert_nonnull (strstr (last_day, "(E S of T is vacant.)"));
  g_assert_nonnull (strstr (last_day, "E S2 of T is vacant."));
  g_assert_null (strstr (last_day, "(E S2 of T is vacant.)"));
  g_assert_null (strstr (day_after, "("));
  for (guint i = 0; i < findings->len; i++)
    if (remit_finding_get_waiver (findings->pdata[i]) != NULL)
      waiver = remit_finding_get_waiver (findings->pdata[i]);
  g_assert_nonnull (waiver);
  g_assert_cmpstr (remit_record_get_text (waiver, REMIT_WAIVER_ACTOR), ==, "Bob");
  g_assert_cmpstr (remit_record_get_text (waiver, REMIT_WAIVER_REASON), ==, "Hiring");
  g_assert_cmpint (remit_record_get_integer (waiver, REMIT_WAIVER_UNTIL), ==,
                   remit_day_parse ("2026-03-10"));
}

/* ── Limits ───────────────────────────────────────────────────────────────────────────────── */

#define COUNT(to) \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT " to ") "

static const char *const bad_rules[] = {
  RULE_OF ("OWN-1", COUNT ("1000000") "SELECT i AS slot FROM n"),
  RULE_OF ("OWN-2", COUNT ("100000000000") "SELECT i AS slot FROM n WHERE i &lt; 0"),
  RULE_OF ("OWN-3", "SELECT name FROM person"),
  RULE_OF ("OWN-4", "SELECT id AS slot FROM rule_slot WHERE abs (-9223372036854775808) = 1"),
  RULE_OF ("OWN-5", "SELECT id AS slot FROM rule_slot"),
  NULL,
};

/* What is wrong with one rule is a finding, and the others are run. */
static void
test_limits (void)
{
  g_autoptr (RemitRules) rules = make_rules (bad_rules);
  g_autoptr (Sketch) sketch = sketch_new (PLAN);
  RemitCheckOptions options = { .rules = rules, .plan = sketch->plan, .time_limit = 300,
                                .row_limit = 1000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = remit_check_run (remit_store_get_path (sketch->store), &options,
                                                    &error);
  static const char *const says[] = { "the rule takes too long and was stopped",
                                      "A rule must be a single SELECT", "integer overflow",
                                      "the rule finds more than 1000 items; the rest is skipped" };

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (says) + 1000 + 1);
  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    {
      g_assert_cmpstr (remit_finding_get_rule_id (findings->pdata[i]), ==, "RULE");
      g_assert_nonnull (strstr (remit_finding_get_message (findings->pdata[i]), says[i]));
    }
  g_assert_cmpstr (remit_finding_get_rule_id (findings->pdata[findings->len - 1]), ==, "OWN-5");
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (50 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (void)
{
  static const char *const endless[] = {
    RULE_OF ("OWN-1", COUNT ("100000000000") "SELECT i AS slot FROM n WHERE i &lt; 0"), NULL
  };
  g_autoptr (RemitRules) rules = make_rules (endless);
  g_autoptr (Sketch) sketch = sketch_new (PLAN);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  RemitCheckOptions options = { .rules = rules, .plan = sketch->plan, .cancellable = cancellable };
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_check_run (remit_store_get_path (sketch->store), &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

/* A check reads, and changes nothing. */
static void
test_reads_only (void)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autoptr (Sketch) sketch = sketch_new (PLAN);
  g_autofree char *before = remit_test_dump (sketch->store);
  g_autoptr (GPtrArray) findings = sketch_check (sketch, rules, NULL, "2026-03-10");
  g_autofree char *after = remit_test_dump (sketch->store);

  g_assert_cmpstr (before, ==, after);
}

/* ── Two threads ──────────────────────────────────────────────────────────────────────────── */

/* So much that two threads share the work, which is not to be seen in what is found. */
static void
test_in_two (void)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autoptr (Sketch) sketch = sketch_new (
    PLAN "decision D team=T raised=2026-01-01\nright - decision=D slot=S letter=I\n");
  g_autofree char *before = sketch_say (sketch, rules, NULL, "2026-03-10");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (sketch->store, "Many", &error);
  gint64 role = sketch_get (sketch, "ml");
  gint64 other;

  g_assert_no_error (error);
  {
    g_autoptr (RemitRecord) decision = remit_record_new (REMIT_KIND_DECISION);

    remit_record_set_integer (decision, REMIT_DECISION_PLAN, sketch->plan);
    remit_record_set_text (decision, REMIT_DECISION_TITLE, "Over");
    remit_record_set_integer (decision, REMIT_DECISION_STATUS, REMIT_DECISION_STATUS_REJECTED);
    remit_edit_insert (edit, decision, &error);
    g_assert_no_error (error);
    other = remit_record_get_id (decision);
  }
  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (RemitRecord) slot = remit_record_new (REMIT_KIND_SLOT);
      g_autoptr (RemitRecord) right = remit_record_new (REMIT_KIND_RIGHT);

      remit_record_set_integer (slot, REMIT_SLOT_PLAN, sketch->plan);
      remit_record_set_integer (slot, REMIT_SLOT_TEAM, sketch_get (sketch, "T"));
      remit_record_set_integer (slot, REMIT_SLOT_ROLE, role);
      remit_record_set_integer (slot, REMIT_SLOT_UNTIL, remit_day_parse ("2026-01-01"));
      remit_edit_insert (edit, slot, &error);
      g_assert_no_error (error);
      remit_record_set_integer (right, REMIT_RIGHT_PLAN, sketch->plan);
      remit_record_set_integer (right, REMIT_RIGHT_DECISION, other);
      remit_record_set_integer (right, REMIT_RIGHT_SLOT, remit_record_get_id (slot));
      remit_edit_insert (edit, right, &error);
      g_assert_no_error (error);
    }
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);

  /* every other slot takes no part either */
  after = sketch_say (sketch, rules, "RACI-9", "2026-03-10");
  g_assert_cmpint (g_strrstr (after, "\n") != NULL, ==, TRUE);
  g_clear_pointer (&after, g_free);
  after = sketch_say (sketch, rules, NULL, "2026-03-10");
  g_assert_true (g_str_has_prefix (after, "E “D” has no accountable holder.\n"
                                          "E “D” has no responsible holder.\n"
                                          "E S of T is vacant.\n"
                                          "W T has no escalation ladder.\n"
                                          "W S takes part"));
  g_assert_true (g_str_has_prefix (before, "E “D” has no accountable holder.\n"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/order", test_order);
  g_test_add_func ("/check/subjects", test_subjects);
  g_test_add_func ("/check/other-plan", test_other_plan);
  g_test_add_func ("/check/waivers", test_waivers);
  g_test_add_func ("/check/limits", test_limits);
  g_test_add_func ("/check/cancel", test_cancel);
  g_test_add_func ("/check/reads-only", test_reads_only);
  g_test_add_func ("/check/in-two", test_in_two);
  return g_test_run ();
}
