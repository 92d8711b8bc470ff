/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging people, roles and skills: the rules of remit-design-merge.h. That everything follows is
 * tested for all kinds in test-merged.c. */
#include "plan/design/remit-design-merge.h"

#include "model/remit-day.h"
#include "model/remit-id.h"
#include "plan-fixture.h"

/* @label: of the edit, or %NULL */
static void
merge (PlanFixture *f,
       RemitKind kind,
       gint64 keep,
       gint64 other,
       const char *label)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  remit_design_merge (f->workspace, kind, keep, other, NULL, &error);
  g_assert_no_error (error);
  plan_fixture_check_edit (f, before, label != NULL
                                        ? label
                                        : remit_workspace_get_undo_label (f->workspace));
  remit_test_refresh (f->workspace);
}

static void
merge_bob_into_ada (PlanFixture *f)
{
  merge (f, REMIT_KIND_PERSON, f->ada, f->bob, "Merge Bob Martin into Ada Lovelace");
}

static void
refuse_bob_into_ada (PlanFixture *f,
                     const char *message)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) asked = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_design_can_merge (f->workspace, REMIT_KIND_PERSON, f->ada, f->bob, NULL,
                                          &asked));
  g_assert_false (remit_design_merge (f->workspace, REMIT_KIND_PERSON, f->ada, f->bob, NULL,
                                      &error));
  g_assert_cmpstr (asked->message, ==, message);
  plan_fixture_check_refused (f, before, &error, message);
}

/* Returns: (transfer full): what refers to @id, by rising id */
static GPtrArray *
load_referring (PlanFixture *f,
                RemitKind kind,
                guint field,
                gint64 id)
{
  g_autofree char *where = g_strdup_printf (
    "WHERE t.\"%s\" = ?1 ORDER BY t.id",
    remit_field_get_column (&remit_entity_info (kind)->fields[field]));
  GPtrArray *records = remit_store_load_all (f->store, kind, where, id, NULL);

  g_assert_nonnull (records);
  return records;
}

static RemitRecord *
find_only (PlanFixture *f,
           RemitKind kind,
           guint field,
           gint64 id)
{
  g_autoptr (GPtrArray) records = load_referring (f, kind, field, id);

  g_assert_cmpuint (records->len, ==, 1);
  return remit_record_copy (records->pdata[0]);
}

static void
set_person (PlanFixture *f,
            gint64 person,
            guint field,
            const char *text)
{
  plan_fixture_set (f, REMIT_KIND_PERSON, person, field, text);
}

static const char *
get_ada (PlanFixture *f,
         guint field)
{
  return plan_fixture_get_text (f, REMIT_KIND_PERSON, f->ada, field);
}

/* ── Values ───────────────────────────────────────────────────────────────────────────────── */

static void
check_list (GStrv list,
            const char *expected)
{
  g_autofree char *joined = g_strjoinv ("; ", list);

  g_assert_cmpstr (joined, ==, expected);
  g_strfreev (list);
}

static void
test_values (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMergePreview) preview = NULL;

  set_person (f, f->ada, REMIT_PERSON_UNIT, "Risk");
  set_person (f, f->ada, REMIT_PERSON_NOTES, "Likes mornings\nOn leave?");
  set_person (f, f->bob, REMIT_PERSON_EMAIL, "ada@example.org");
  set_person (f, f->bob, REMIT_PERSON_UNIT, "Fraud");
  set_person (f, f->bob, REMIT_PERSON_CAPACITY, "80");
  set_person (f, f->bob, REMIT_PERSON_NOTES, "On leave?\nSpeaks French");

  g_assert_true (remit_design_can_merge (f->workspace, REMIT_KIND_PERSON, f->ada, f->bob, &preview,
                                         NULL));
  check_list (remit_merge_preview_list_filled (preview, f->workspace),
              "E-mail: ada@example.org; Notes");
  check_list (remit_merge_preview_list_dropped (preview, f->workspace),
              "Unit: Fraud; Capacity: 80 %");

  merge_bob_into_ada (f);
  g_assert_cmpstr (get_ada (f, REMIT_PERSON_NAME), ==, "Ada Lovelace");
  g_assert_cmpstr (get_ada (f, REMIT_PERSON_EMAIL), ==, "ada@example.org");
  g_assert_cmpstr (get_ada (f, REMIT_PERSON_UNIT), ==, "Risk");
  g_assert_cmpstr (get_ada (f, REMIT_PERSON_NOTES), ==,
                   "Likes mornings\nOn leave?\nSpeaks French");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_CAPACITY), ==, 100);
  g_assert_null (remit_workspace_get (f->workspace, REMIT_KIND_PERSON, f->bob));
}

/* A last day without its first one would say something else. */
static void
test_days (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  set_person (f, f->ada, REMIT_PERSON_FROM, "2026-06-01");
  set_person (f, f->bob, REMIT_PERSON_UNTIL, "2026-03-31");
  merge_bob_into_ada (f);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNTIL), ==, 0);

  set_person (f, f->cem, REMIT_PERSON_UNTIL, "2026-03-31");
  set_person (f, f->ada, REMIT_PERSON_FROM, "");
  merge (f, REMIT_KIND_PERSON, f->ada, f->cem, NULL);
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNTIL), ==,
                   remit_day_parse ("2026-03-31"));
}

static void
test_too_long (PlanFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = g_strnfill (40000, 'x');
  g_autofree char *more = g_strnfill (40000, 'y');

  set_person (f, f->ada, REMIT_PERSON_NOTES, text);
  set_person (f, f->bob, REMIT_PERSON_NOTES, more);
  refuse_bob_into_ada (f, "Notes: the text is 80001 bytes long; at most 65536 are allowed");
}

/* ── Managers ─────────────────────────────────────────────────────────────────────────────── */

static void
set_manager (PlanFixture *f,
             gint64 person,
             gint64 manager)
{
  char id[17] = "";

  if (manager != 0)
    remit_id_format (manager, id);
  set_person (f, person, REMIT_PERSON_MANAGER, id);
}

static void
check_manager (PlanFixture *f,
               gint64 person,
               gint64 manager)
{
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_PERSON, person, REMIT_PERSON_MANAGER), ==,
                   manager);
}

static void
test_manager_of_other (PlanFixture *f,
                       gconstpointer data G_GNUC_UNUSED)
{
  set_manager (f, f->bob, f->cem);
  merge_bob_into_ada (f);
  check_manager (f, f->ada, f->cem);
}

static void
test_manager_is_other (PlanFixture *f,
                       gconstpointer data G_GNUC_UNUSED)
{
  set_manager (f, f->ada, f->bob);
  set_manager (f, f->bob, f->cem);
  merge_bob_into_ada (f);
  check_manager (f, f->ada, f->cem);
}

static void
test_manager_is_kept (PlanFixture *f,
                      gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMergePreview) preview = NULL;

  set_manager (f, f->bob, f->ada);
  g_assert_true (remit_design_can_merge (f->workspace, REMIT_KIND_PERSON, f->ada, f->bob, &preview,
                                         NULL));
  check_list (remit_merge_preview_list_dropped (preview, f->workspace), "");
  merge_bob_into_ada (f);
  check_manager (f, f->ada, 0);
}

/* Ada reports to Bob through Cem: as one, they would report to themselves. */
static void
test_manager_between (PlanFixture *f,
                      gconstpointer data G_GNUC_UNUSED)
{
  gint64 top = remit_test_add_person (f->store, "Top");

  remit_test_refresh (f->workspace);
  set_manager (f, f->ada, f->cem);
  set_manager (f, f->cem, f->bob);
  set_manager (f, f->bob, top);
  merge_bob_into_ada (f);
  check_manager (f, f->ada, top);
  check_manager (f, f->cem, f->ada);
}

/* The same the other way round. */
static void
test_manager_between_back (PlanFixture *f,
                           gconstpointer data G_GNUC_UNUSED)
{
  set_manager (f, f->bob, f->cem);
  set_manager (f, f->cem, f->ada);
  merge_bob_into_ada (f);
  check_manager (f, f->ada, 0);
  check_manager (f, f->cem, f->ada);
}

/* Whoever is in an old circle of others is a manager all the same, be it of who is kept or not. */
static void
test_manager_in_circle (PlanFixture *f,
                        gconstpointer data G_GNUC_UNUSED)
{
  gint64 top = remit_test_add_person (f->store, "Top");
  gint64 last = remit_test_add_person (f->store, "Last");

  remit_test_refresh (f->workspace);
  set_manager (f, f->cem, top);
  set_manager (f, top, f->cem);
  set_manager (f, f->ada, f->cem);
  set_manager (f, f->bob, last);
  merge_bob_into_ada (f);
  check_manager (f, f->ada, f->cem);

  merge (f, REMIT_KIND_PERSON, last, f->ada, NULL);
  check_manager (f, last, f->cem);
}

/* ── Parts that coincide ──────────────────────────────────────────────────────────────────── */

static void
test_levels (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  gint64 rust = remit_test_add_skill (f->store, "Rust");
  g_autoptr (GPtrArray) skills = NULL;

  remit_test_refresh (f->workspace);
  plan_fixture_add_skill (f, f->ada, f->sql, 2);
  plan_fixture_add_skill (f, f->bob, f->sql, 3);
  plan_fixture_add_skill (f, f->bob, rust, 1);
  merge_bob_into_ada (f);
  skills = load_referring (f, REMIT_KIND_PERSON_SKILL, REMIT_PERSON_SKILL_PERSON, f->ada);
  g_assert_cmpuint (skills->len, ==, 2);
  g_assert_cmpint (remit_record_get_integer (skills->pdata[0], REMIT_PERSON_SKILL_LEVEL), ==, 3);
  g_assert_cmpint (remit_record_get_integer (skills->pdata[1], REMIT_PERSON_SKILL_LEVEL), ==, 1);
}

/* Two skills that one person has, and one slot needs; the name of the one that is kept stays. */
static void
test_skills (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  gint64 other = remit_test_add_skill (f->store, "SQL queries");
  g_autoptr (RemitRecord) has = NULL;
  g_autoptr (RemitRecord) need = NULL;

  remit_test_refresh (f->workspace);
  plan_fixture_add_skill (f, f->ada, f->sql, 1);
  plan_fixture_add_skill (f, f->ada, other, 4);
  plan_fixture_add_need (f, f->ml, f->sql, 2);
  plan_fixture_add_need (f, f->ml, other, 3);
  plan_fixture_set (f, REMIT_KIND_SKILL, other, REMIT_SKILL_CATEGORY, "Data");
  merge (f, REMIT_KIND_SKILL, f->sql, other, "Merge SQL queries into SQL");

  has = find_only (f, REMIT_KIND_PERSON_SKILL, REMIT_PERSON_SKILL_PERSON, f->ada);
  need = find_only (f, REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SLOT, f->ml);
  g_assert_cmpint (remit_record_get_integer (has, REMIT_PERSON_SKILL_SKILL), ==, f->sql);
  g_assert_cmpint (remit_record_get_integer (has, REMIT_PERSON_SKILL_LEVEL), ==, 4);
  g_assert_cmpint (remit_record_get_integer (need, REMIT_SLOT_NEED_LEVEL), ==, 3);
  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_SKILL, f->sql, REMIT_SKILL_CATEGORY), ==,
                   "Data");
}

/* Slots of the two roles stay two slots, in a plan that is not open, too. */
static void
test_roles (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitWorkspace) closed = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  before = remit_test_dump (f->store);
  closed = remit_workspace_open (remit_store_get_path (f->store), REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  remit_design_merge (closed, REMIT_KIND_ROLE, f->ml_role, f->data_role, NULL, &error);
  g_assert_no_error (error);
  slots = load_referring (f, REMIT_KIND_SLOT, REMIT_SLOT_ROLE, f->ml_role);
  g_assert_cmpuint (slots->len, ==, 3);
  remit_test_undo_and_redo (f->store, before);
  remit_test_refresh (f->workspace);
}

static gint64
add_right (PlanFixture *f,
           gint64 decision,
           gint64 person,
           RemitLetter letter,
           int acknowledgement)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_RIGHT);

  remit_record_set_integer (record, REMIT_RIGHT_PLAN, f->plan);
  remit_record_set_integer (record, REMIT_RIGHT_DECISION, decision);
  remit_record_set_integer (record, REMIT_RIGHT_PERSON, person);
  remit_record_set_integer (record, REMIT_RIGHT_LETTER, letter);
  remit_record_set_integer (record, REMIT_RIGHT_ACKNOWLEDGEMENT, acknowledgement);
  return remit_test_insert (f->store, record);
}

static void
test_rights (PlanFixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  gint64 decision = plan_fixture_add_decision (f, f->fraud, "Release");
  gint64 kept = add_right (f, decision, f->ada, REMIT_LETTER_R, REMIT_ACKNOWLEDGEMENT_PENDING);
  g_autoptr (GPtrArray) rights = NULL;

  add_right (f, decision, f->bob, REMIT_LETTER_R, REMIT_ACKNOWLEDGEMENT_ACCEPTED);
  add_right (f, decision, f->bob, REMIT_LETTER_C, REMIT_ACKNOWLEDGEMENT_PENDING);
  merge_bob_into_ada (f);
  rights = load_referring (f, REMIT_KIND_RIGHT, REMIT_RIGHT_PERSON, f->ada);
  g_assert_cmpuint (rights->len, ==, 2);
  g_assert_cmpint (remit_record_get_id (rights->pdata[0]), ==, kept);
  g_assert_cmpint (remit_record_get_integer (rights->pdata[0], REMIT_RIGHT_ACKNOWLEDGEMENT), ==,
                   REMIT_ACKNOWLEDGEMENT_ACCEPTED);
}

static gint64
add_conflict (PlanFixture *f)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_CONFLICT);

  remit_record_set_integer (record, REMIT_CONFLICT_PLAN, f->plan);
  remit_record_set_text (record, REMIT_CONFLICT_TITLE, "Which model");
  remit_record_set_text (record, REMIT_CONFLICT_RAISER, "Ada Lovelace");
  remit_record_set_integer (record, REMIT_CONFLICT_RAISED, 1000);
  return remit_test_insert (f->store, record);
}

static void
add_party (PlanFixture *f,
           gint64 conflict,
           gint64 person,
           const char *name,
           const char *position)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_PARTY);

  remit_record_set_integer (record, REMIT_PARTY_PLAN, f->plan);
  remit_record_set_integer (record, REMIT_PARTY_CONFLICT, conflict);
  remit_record_set_integer (record, REMIT_PARTY_PERSON, person);
  remit_record_set_text (record, REMIT_PARTY_NAME, name);
  remit_record_set_text (record, REMIT_PARTY_POSITION, position);
  remit_test_insert (f->store, record);
}

static void
test_parties (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 conflict = add_conflict (f);
  g_autoptr (RemitRecord) party = NULL;

  add_party (f, conflict, f->ada, "Ada Lovelace", "Trees");
  add_party (f, conflict, f->bob, "A. Lovelace", "Networks");
  merge_bob_into_ada (f);
  party = find_only (f, REMIT_KIND_PARTY, REMIT_PARTY_CONFLICT, conflict);
  g_assert_cmpint (remit_record_get_integer (party, REMIT_PARTY_PERSON), ==, f->ada);
  g_assert_cmpstr (remit_record_get_text (party, REMIT_PARTY_NAME), ==, "Ada Lovelace");
  g_assert_cmpstr (remit_record_get_text (party, REMIT_PARTY_POSITION), ==, "Trees\nNetworks");
}

/* One that both have is one; others stay, on the same days, too. */
static void
test_absences (PlanFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) absences = NULL;

  plan_fixture_add_absence (f, f->ada, "2026-08-03", "2026-08-14");
  plan_fixture_add_absence (f, f->bob, "2026-08-03", "2026-08-14");
  plan_fixture_add_absence (f, f->bob, "2026-08-03", "2026-08-21");
  merge_bob_into_ada (f);
  absences = load_referring (f, REMIT_KIND_ABSENCE, REMIT_ABSENCE_PERSON, f->ada);
  g_assert_cmpuint (absences->len, ==, 2);
}

/* ── Assignments ──────────────────────────────────────────────────────────────────────────── */

static void
test_assignments_apart (PlanFixture *f,
                        gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) assignments = NULL;

  plan_fixture_assign (f, f->ml, f->ada, 50, "2026-01-01", "2026-03-31");
  plan_fixture_assign (f, f->ml, f->bob, 60, "2026-04-01", "");
  plan_fixture_assign (f, f->on_call, f->bob, 20, "", "");
  merge_bob_into_ada (f);
  assignments = load_referring (f, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_PERSON, f->ada);
  g_assert_cmpuint (assignments->len, ==, 3);
}

static gint64
add_waiver (PlanFixture *f,
            gint64 assignment,
            gint64 person)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_WAIVER);

  remit_record_set_integer (record, REMIT_WAIVER_PLAN, f->plan);
  remit_record_set_text (record, REMIT_WAIVER_RULE, "LOAD-1");
  remit_record_set_integer (record, REMIT_WAIVER_ASSIGNMENT, assignment);
  remit_record_set_integer (record, REMIT_WAIVER_PERSON, person);
  remit_record_set_text (record, REMIT_WAIVER_ACTOR, "Cem");
  remit_record_set_text (record, REMIT_WAIVER_REASON, "Until spring");
  return remit_test_insert (f->store, record);
}

/* One assignment that was made twice, and what was accepted of both: nothing of it is lost. */
static void
test_assignments_alike (PlanFixture *f,
                        gconstpointer data G_GNUC_UNUSED)
{
  gint64 kept = plan_fixture_assign (f, f->ml, f->ada, 50, "2026-01-01", "");
  gint64 double_one = plan_fixture_assign (f, f->ml, f->bob, 50, "2026-01-01", "");
  gint64 waiver = add_waiver (f, double_one, f->bob);
  g_autoptr (RemitRecord) assignment = NULL;
  g_autoptr (RemitRecord) accepted = NULL;

  merge_bob_into_ada (f);
  assignment = find_only (f, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT, f->ml);
  g_assert_cmpint (remit_record_get_id (assignment), ==, kept);
  accepted = find_only (f, REMIT_KIND_WAIVER, REMIT_WAIVER_PLAN, f->plan);
  g_assert_cmpint (remit_record_get_id (accepted), ==, waiver);
  g_assert_cmpint (remit_record_get_integer (accepted, REMIT_WAIVER_ASSIGNMENT), ==, kept);
  g_assert_cmpint (remit_record_get_integer (accepted, REMIT_WAIVER_PERSON), ==, f->ada);
}

static void
test_waivers_alike (PlanFixture *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  gint64 kept = plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  gint64 double_one = plan_fixture_assign (f, f->ml, f->bob, 50, "", "");

  add_waiver (f, kept, f->ada);
  add_waiver (f, double_one, f->bob);
  merge_bob_into_ada (f);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_WAIVER), ==, 1);
}

static void
test_assignments_overlap (PlanFixture *f,
                          gconstpointer data G_GNUC_UNUSED)
{
  plan_fixture_assign (f, f->ml, f->ada, 50, "2026-01-01", "2026-03-31");
  plan_fixture_assign (f, f->ml, f->bob, 60, "2026-03-31", "");
  refuse_bob_into_ada (f, "Both are assigned to ML engineer (plan Churn) on overlapping dates, "
                          "with different values. Remove one of the assignments first.");
}

/* ── Refusals, and much of it ─────────────────────────────────────────────────────────────── */

static void
test_refused (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_design_merge (f->workspace, REMIT_KIND_PERSON, f->ada, f->ada, NULL,
                                      &error));
  plan_fixture_check_refused (f, before, &error, "Select two different entries to merge");
  g_assert_false (remit_design_merge (f->workspace, REMIT_KIND_PERSON, f->ada, f->ml_role,
                                      NULL, &error));
  plan_fixture_check_refused (f, before, &error, "Person no longer exists");
  g_assert_false (remit_design_merge (f->workspace, REMIT_KIND_TEAM, f->fraud, f->platform,
                                      NULL, &error));
  plan_fixture_check_refused (f, before, &error, "Team: entries of this kind cannot be merged");
}

static void
test_preview (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitMergePreview) preview = NULL;
  g_autofree char *before = plan_fixture_dump (f);
  g_autofree char *after = NULL;
  g_autofree char *words = NULL;
  g_autofree char *none = NULL;

  g_assert_true (remit_design_can_merge (f->workspace, REMIT_KIND_PERSON, f->ada, f->bob, &preview,
                                         NULL));
  none = remit_merge_preview_dup_following (preview);
  g_assert_cmpstr (none, ==, "");
  after = plan_fixture_dump (f);
  g_assert_cmpstr (before, ==, after);
  g_clear_pointer (&preview, remit_merge_preview_free);

  plan_fixture_assign (f, f->ml, f->bob, 50, "", "");
  plan_fixture_assign (f, f->on_call, f->bob, 50, "", "");
  plan_fixture_add_skill (f, f->bob, f->sql, 2);
  g_assert_true (remit_design_can_merge (f->workspace, REMIT_KIND_PERSON, f->ada, f->bob, &preview,
                                         NULL));
  words = remit_merge_preview_dup_following (preview);
  g_assert_cmpstr (words, ==, "1 skill record and 2 assignments");
}

/* A file that is damaged is no file in which nothing refers to what goes. */
static void
test_damaged (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 sequel = remit_test_add_skill (f->store, "Sequel");
  g_autoptr (RemitMergePreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_store_exec (f->store, "DROP TABLE slot_need", NULL, NULL));
  g_assert_false (remit_design_can_merge (f->workspace, REMIT_KIND_SKILL, f->sql, sequel,
                                          &preview, &error));
  g_assert_true (error != NULL && error->domain == REMIT_STORE_ERROR);
  g_assert_null (preview);
}

/* Another window gives Bob an address after the question: what is told is what was done. */
static void
test_done (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitWorkspace) window = remit_workspace_open (remit_store_get_path (f->store),
                                                            REMIT_STORE_NO_FLAGS, NULL);
  g_autoptr (RemitMergePreview) asked = NULL;
  g_autoptr (RemitMergePreview) done = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  g_assert_true (remit_design_can_merge (f->workspace, REMIT_KIND_PERSON, f->ada, f->bob, &asked,
                                         NULL));
  g_assert_true (remit_design_change (window, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_EMAIL,
                                      "bob@example.org", &error));
  g_assert_no_error (error);

  before = plan_fixture_dump (f);
  g_assert_true (remit_design_merge (f->workspace, REMIT_KIND_PERSON, f->ada, f->bob, &done,
                                     &error));
  g_assert_no_error (error);
  check_list (remit_merge_preview_list_filled (done, f->workspace), "E-mail: bob@example.org");
  g_assert_cmpint (remit_record_get_id (done->other), ==, f->bob);
  plan_fixture_check_edit (f, before, "Merge Bob Martin into Ada Lovelace");
}

/* Ten thousand slots of one role, more than one part of the history takes. */
static void
test_many (PlanFixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitEdit) edit = remit_test_begin (f->workspace, "Many");
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (GError) error = NULL;

  remit_edit_set_bulk (edit);
  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (RemitRecord) slot = remit_record_new (REMIT_KIND_SLOT);

      remit_record_set_integer (slot, REMIT_SLOT_PLAN, f->plan);
      remit_record_set_integer (slot, REMIT_SLOT_TEAM, f->fraud);
      remit_record_set_integer (slot, REMIT_SLOT_ROLE, f->data_role);
      g_assert_true (remit_edit_insert (edit, slot, NULL));
    }
  g_assert_true (remit_edit_commit (edit, &error));
  g_clear_pointer (&edit, remit_edit_free);

  timer = g_timer_new ();
  g_assert_true (remit_design_merge (f->workspace, REMIT_KIND_ROLE, f->ml_role, f->data_role,
                                     NULL, &error));
  g_test_message ("%.3f s", g_timer_elapsed (timer, NULL));
  slots = load_referring (f, REMIT_KIND_SLOT, REMIT_SLOT_ROLE, f->ml_role);
  g_assert_cmpuint (slots->len, ==, 10003);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/design-merge/values", test_values);
  plan_fixture_add ("/design-merge/days", test_days);
  plan_fixture_add ("/design-merge/too-long", test_too_long);
  plan_fixture_add ("/design-merge/manager-of-other", test_manager_of_other);
  plan_fixture_add ("/design-merge/manager-is-other", test_manager_is_other);
  plan_fixture_add ("/design-merge/manager-is-kept", test_manager_is_kept);
  plan_fixture_add ("/design-merge/manager-between", test_manager_between);
  plan_fixture_add ("/design-merge/manager-between-back", test_manager_between_back);
  plan_fixture_add ("/design-merge/manager-in-circle", test_manager_in_circle);
  plan_fixture_add ("/design-merge/levels", test_levels);
  plan_fixture_add ("/design-merge/skills", test_skills);
  plan_fixture_add ("/design-merge/roles", test_roles);
  plan_fixture_add ("/design-merge/rights", test_rights);
  plan_fixture_add ("/design-merge/parties", test_parties);
  plan_fixture_add ("/design-merge/absences", test_absences);
  plan_fixture_add ("/design-merge/assignments-apart", test_assignments_apart);
  plan_fixture_add ("/design-merge/assignments-alike", test_assignments_alike);
  plan_fixture_add ("/design-merge/assignments-overlap", test_assignments_overlap);
  plan_fixture_add ("/design-merge/waivers-alike", test_waivers_alike);
  plan_fixture_add ("/design-merge/refused", test_refused);
  plan_fixture_add ("/design-merge/preview", test_preview);
  plan_fixture_add ("/design-merge/damaged", test_damaged);
  plan_fixture_add ("/design-merge/done", test_done);
  plan_fixture_add ("/design-merge/many", test_many);
  return g_test_run ();
}
