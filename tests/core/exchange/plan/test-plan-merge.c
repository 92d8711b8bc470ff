/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plan files merged into a workspace that has some of it already. */
#include <string.h>

#include "remit-plan-test.h"

#define SKILLS "<skills>\n<skill id=\"0000000000000011\" name=\"Python\"/>\n" \
               "<skill id=\"0000000000000012\" name=\"SQL\" category=\"Data\"/>\n</skills>\n"
#define ROLES "<roles>\n" \
              "<role id=\"0000000000000021\" key=\"ml-engineer\" name=\"ML engineer\"/>\n" \
              "</roles>\n"
#define ADA "<person id=\"0000000000000031\" name=\"Ada\" email=\"ada@example.org\">\n" \
            "<has skill=\"0000000000000011\" level=\"3\"/>\n" \
            "<absence from=\"2026-03-01\" until=\"2026-03-02\" reason=\"Holiday\"/>\n</person>\n"
#define BOB "<person id=\"0000000000000032\" name=\"Bob\" manager=\"0000000000000031\"/>\n"
#define SLOT_1 "<slot id=\"0000000000000051\" role=\"0000000000000021\">\n" \
               "<needs skill=\"0000000000000011\"/>\n"
#define SLOT_2 "<slot id=\"0000000000000052\" role=\"0000000000000021\">\n"
#define TEAM_A "<team id=\"0000000000000041\" name=\"A\">\n"
#define TEAM_B "<team id=\"0000000000000042\" name=\"B\" parent=\"0000000000000041\">\n"
#define ADA_IN "<assignment id=\"0000000000000061\" person=\"0000000000000031\"/>\n"
#define BOB_IN "<assignment id=\"0000000000000062\" person=\"0000000000000032\"/>\n"

#define PEOPLE "<people>\n" ADA BOB "</people>\n"
#define WHOLE                                                               \
  SKILLS ROLES PEOPLE "<teams>\n" TEAM_A SLOT_1 ADA_IN "</slot>\n" SLOT_2   \
  BOB_IN "</slot>\n</team>\n" TEAM_B "</team>\n</teams>\n"

static RemitImportResult *
read_body (PlanFixture *fixture,
           const char *body)
{
  g_autofree char *text = plan_test_wrap (body);

  return plan_fixture_read (fixture, text);
}

static gint64
get_integer (RemitStore *store,
             RemitKind kind,
             gint64 id,
             guint field)
{
  g_autoptr (RemitRecord) record = remit_store_load (store, kind, id, NULL);

  g_assert_nonnull (record);
  return remit_record_get_integer (record, field);
}

static char *
dup_text (RemitStore *store,
          RemitKind kind,
          gint64 id,
          guint field)
{
  g_autoptr (RemitRecord) record = remit_store_load (store, kind, id, NULL);

  g_assert_nonnull (record);
  return g_strdup (remit_record_get_text (record, field));
}

static guint
sum (const guint counts[REMIT_N_KINDS])
{
  guint n = 0;

  for (RemitKind kind = REMIT_KIND_NONE; kind < REMIT_N_KINDS; kind++)
    n += counts[kind];
  return n;
}

/* Reads WHOLE, then @body; then undoes and redoes. */
static RemitImportResult *
read_over (PlanFixture *fixture,
           const char *body)
{
  g_autoptr (RemitImportResult) first = read_body (fixture, WHOLE);
  g_autofree char *before = remit_test_dump (fixture->store);
  RemitImportResult *result = read_body (fixture, body);

  if (sum (result->added) + sum (result->changed) + sum (result->removed) > 0)
    remit_test_undo_and_redo (fixture->store, before);
  return result;
}

static void
test_new (PlanFixture *fixture,
          gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autoptr (RemitImportResult) result = read_body (fixture, WHOLE);
  g_autoptr (GPtrArray) page = remit_history_page (fixture->store, 0, 10, NULL);

  g_assert_cmpint (result->plan, ==, 1);
  g_assert_cmpuint (result->added[REMIT_KIND_SKILL], ==, 2);
  g_assert_cmpuint (result->added[REMIT_KIND_PERSON], ==, 2);
  g_assert_cmpuint (result->added[REMIT_KIND_TEAM], ==, 2);
  g_assert_cmpuint (result->added[REMIT_KIND_ASSIGNMENT], ==, 2);
  g_assert_cmpuint (sum (result->changed) + sum (result->removed) + sum (result->same), ==, 0);
  g_assert_cmpuint (page->len, ==, 1);
  g_assert_cmpstr (((RemitHistoryEntry *) page->pdata[0])->label, ==, "Import plan “Plan”");
  g_assert_cmpint (((RemitHistoryEntry *) page->pdata[0])->plan, ==, 1);
  remit_test_undo_and_redo (fixture->store, before);
}

/* Without positions, the order of the file is the order of the plan. */
static void
test_positions (PlanFixture *fixture,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) result = read_body (
      fixture, ROLES "<teams>\n<team id=\"0000000000000049\" name=\"First\"/>\n"
                     "<team id=\"0000000000000041\" name=\"Second\">\n"
                     "<slot id=\"0000000000000059\" role=\"0000000000000021\"/>\n"
                     "<slot id=\"0000000000000051\" role=\"0000000000000021\"/>\n</team>\n"
                     "<team id=\"0000000000000040\" name=\"Third\" position=\"7\"/>\n</teams>\n");

  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_TEAM, 0x49, REMIT_TEAM_POSITION), ==, 0);
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_TEAM, 0x41, REMIT_TEAM_POSITION), ==, 1);
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_TEAM, 0x40, REMIT_TEAM_POSITION), ==, 7);
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_SLOT, 0x59, REMIT_SLOT_POSITION), ==, 0);
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_SLOT, 0x51, REMIT_SLOT_POSITION), ==, 1);
}

static void
test_same (PlanFixture *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) result = read_over (fixture, WHOLE);
  g_autofree char *hash = NULL;
  gint64 length;

  g_assert_cmpuint (sum (result->added) + sum (result->changed) + sum (result->removed), ==, 0);
  g_assert_cmpuint (sum (result->same), ==, 15);
  g_assert_true (remit_history_get_head (fixture->store, &length, &hash, NULL));
  g_assert_cmpint (length, ==, 1);
}

static void
test_changed (PlanFixture *fixture,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) result = read_over (
      fixture, SKILLS ROLES "<people>\n"
               "<person id=\"0000000000000031\" name=\"Ada L.\" email=\"ada@example.org\">\n"
               "<has skill=\"0000000000000011\" level=\"4\"/>\n"
               "<has skill=\"0000000000000012\"/>\n"
               "<absence from=\"2026-03-01\" until=\"2026-03-02\" reason=\"Training\"/>\n"
               "</person>\n" BOB "</people>\n<teams>\n" TEAM_A SLOT_1
               "<assignment id=\"0000000000000061\" person=\"0000000000000031\""
               " allocation=\"50\"/>\n</slot>\n" SLOT_2 BOB_IN "</slot>\n</team>\n" TEAM_B
               "</team>\n</teams>\n");

  g_assert_cmpuint (sum (result->removed), ==, 0);
  g_assert_cmpuint (sum (result->added), ==, 1);
  g_assert_cmpuint (result->added[REMIT_KIND_PERSON_SKILL], ==, 1);
  g_assert_cmpuint (sum (result->changed), ==, 4);
  g_assert_cmpuint (result->changed[REMIT_KIND_PERSON], ==, 1);
  g_assert_cmpuint (result->changed[REMIT_KIND_PERSON_SKILL], ==, 1);
  g_assert_cmpuint (result->changed[REMIT_KIND_ABSENCE], ==, 1);
  g_assert_cmpuint (result->changed[REMIT_KIND_ASSIGNMENT], ==, 1);
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_ASSIGNMENT, 0x61,
                                REMIT_ASSIGNMENT_ALLOCATION), ==, 50);
}

/* Of the plan goes what the file does not have; the people, roles and skills stay. */
static void
test_removed (PlanFixture *fixture,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) result = read_over (
      fixture, ROLES "<people>\n<person id=\"0000000000000031\" name=\"Ada\""
                     " email=\"ada@example.org\"/>\n</people>\n<teams>\n"
                     "<team id=\"0000000000000042\" name=\"B\">\n" SLOT_2
                     "</slot>\n</team>\n</teams>\n");

  g_assert_cmpuint (result->removed[REMIT_KIND_TEAM], ==, 1);
  g_assert_cmpuint (result->removed[REMIT_KIND_SLOT], ==, 1);
  g_assert_cmpuint (result->removed[REMIT_KIND_SLOT_NEED], ==, 1);
  g_assert_cmpuint (result->removed[REMIT_KIND_ASSIGNMENT], ==, 2);
  g_assert_cmpuint (result->removed[REMIT_KIND_PERSON_SKILL], ==, 1);
  g_assert_cmpuint (result->removed[REMIT_KIND_ABSENCE], ==, 1);
  g_assert_cmpuint (sum (result->removed), ==, 7);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_PERSON), ==, 2);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_SKILL), ==, 2);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_SLOT), ==, 1);
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_SLOT, 0x52, REMIT_SLOT_TEAM), ==, 0x42);
}

/* Two people change places, and a third assignment takes an id's place in a slot. */
static void
test_swapped (PlanFixture *fixture,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) result = read_over (
      fixture, SKILLS ROLES PEOPLE "<teams>\n" TEAM_A SLOT_1
               "<assignment id=\"0000000000000061\" person=\"0000000000000032\"/>\n"
               "<assignment id=\"0000000000000063\" person=\"0000000000000031\"/>\n</slot>\n" SLOT_2
               "<assignment id=\"0000000000000062\" person=\"0000000000000031\"/>\n"
               "</slot>\n</team>\n" TEAM_B "</team>\n</teams>\n");

  g_assert_cmpuint (result->changed[REMIT_KIND_ASSIGNMENT], ==, 2);
  g_assert_cmpuint (result->added[REMIT_KIND_ASSIGNMENT], ==, 1);
  g_assert_cmpuint (sum (result->removed), ==, 0);
}

/* An assignment is replaced by one with another id, and two in one slot change people. */
static void
test_displaced (PlanFixture *fixture,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitImportResult) first = read_body (
      fixture, SKILLS ROLES PEOPLE "<teams>\n" TEAM_A SLOT_1 ADA_IN BOB_IN
               "</slot>\n</team>\n</teams>\n");
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autoptr (RemitImportResult) swapped = NULL;
  g_autoptr (RemitImportResult) replaced = NULL;

  swapped = read_body (
      fixture, SKILLS ROLES PEOPLE "<teams>\n" TEAM_A SLOT_1
               "<assignment id=\"0000000000000061\" person=\"0000000000000032\"/>\n"
               "<assignment id=\"0000000000000062\" person=\"0000000000000031\"/>\n"
               "</slot>\n</team>\n</teams>\n");
  g_assert_cmpuint (swapped->changed[REMIT_KIND_ASSIGNMENT], ==, 2);
  g_assert_cmpuint (sum (swapped->added) + sum (swapped->removed), ==, 0);
  remit_test_undo_and_redo (fixture->store, before);

  replaced = read_body (
      fixture, SKILLS ROLES PEOPLE "<teams>\n" TEAM_A SLOT_1
               "<assignment id=\"0000000000000069\" person=\"0000000000000032\"/>\n"
               "</slot>\n</team>\n</teams>\n");
  g_assert_cmpuint (replaced->added[REMIT_KIND_ASSIGNMENT], ==, 1);
  g_assert_cmpuint (replaced->removed[REMIT_KIND_ASSIGNMENT], ==, 2);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_ASSIGNMENT), ==, 1);
}

/* Under other ids, but with the same key, name and address (in other letter case). */
static void
test_matched (PlanFixture *fixture,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 skill = remit_test_add_skill (fixture->store, "python");
  gint64 role = remit_test_add_role (fixture->store, "ml-engineer", "Engineer");
  RemitRecord *person = remit_record_new (REMIT_KIND_PERSON);
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (RemitImportResult) again = NULL;
  g_autofree char *name = NULL;
  g_autofree char *before = NULL;
  gint64 ada;

  remit_record_set_text (person, REMIT_PERSON_NAME, "A. Lovelace");
  remit_record_set_text (person, REMIT_PERSON_EMAIL, "ADA@example.org");
  ada = remit_test_insert (fixture->store, person);
  before = remit_test_dump (fixture->store);

  result = read_body (fixture, WHOLE);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_PERSON), ==, 2);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_SKILL), ==, 2);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_ROLE), ==, 1);
  g_assert_cmpuint (result->changed[REMIT_KIND_PERSON], ==, 1);
  g_assert_cmpuint (result->changed[REMIT_KIND_ROLE], ==, 1);
  g_assert_cmpuint (result->n_notes, ==, 1);
  remit_test_assert_note (result->notes,
                          "Line 10: Ada is the same person as A. Lovelace, by e-mail address");
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_SLOT, 0x51, REMIT_SLOT_ROLE), ==, role);
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_ASSIGNMENT, 0x61,
                                REMIT_ASSIGNMENT_PERSON), ==, ada);
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_PERSON, 0x32, REMIT_PERSON_MANAGER), ==,
                   ada);
  name = dup_text (fixture->store, REMIT_KIND_SKILL, skill, REMIT_SKILL_NAME);
  g_assert_cmpstr (name, ==, "Python");
  remit_test_undo_and_redo (fixture->store, before);

  again = read_body (fixture, WHOLE);
  g_assert_cmpuint (sum (again->added) + sum (again->changed) + sum (again->removed), ==, 0);
}

/* A manager who comes later in the file, and is somebody else here. */
static void
test_later_manager (PlanFixture *fixture,
                    gconstpointer data G_GNUC_UNUSED)
{
  static const char body[] =
    "<people>\n<person id=\"0000000000000030\" name=\"Zoe\" manager=\"0000000000000031\"/>\n"
    "<person id=\"0000000000000031\" name=\"Ada\" email=\"ada@example.org\"/>\n</people>\n";
  RemitRecord *person = remit_record_new (REMIT_KIND_PERSON);
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (RemitImportResult) again = NULL;
  gint64 ada;

  remit_record_set_text (person, REMIT_PERSON_NAME, "Ada");
  remit_record_set_text (person, REMIT_PERSON_EMAIL, "ada@example.org");
  ada = remit_test_insert (fixture->store, person);

  result = read_body (fixture, body);
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_PERSON, 0x30, REMIT_PERSON_MANAGER), ==,
                   ada);
  again = read_body (fixture, body);
  g_assert_cmpuint (again->same[REMIT_KIND_PERSON], ==, 2);
  g_assert_cmpuint (sum (again->changed), ==, 0);
}

/* A form refuses circles of managers; a file, which may be of a workspace that has one, is taken
 * without it. */
static void
test_circle_of_managers (PlanFixture *fixture,
                         gconstpointer data G_GNUC_UNUSED)
{
  static const char body[] =
    "<people>\n<person id=\"0000000000000030\" name=\"Zoe\" manager=\"0000000000000031\"/>\n"
    "<person id=\"0000000000000031\" name=\"Ada\" manager=\"0000000000000030\"/>\n"
    "<person id=\"0000000000000032\" name=\"Cem\" manager=\"0000000000000032\"/>\n</people>\n";
  g_autoptr (RemitImportResult) result = read_body (fixture, body);
  g_autoptr (RemitImportResult) again = NULL;

  g_assert_cmpuint (result->n_notes, ==, 2);
  remit_test_assert_note (result->notes,
                          "Line 3: Zoe: “manager” refers back to itself; left empty");
  remit_test_assert_note (result->notes,
                          "Line 5: Cem: “manager” refers back to itself; left empty");
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_PERSON, 0x30, REMIT_PERSON_MANAGER), ==,
                   0);
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_PERSON, 0x31, REMIT_PERSON_MANAGER), ==,
                   0x30);
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_PERSON, 0x32, REMIT_PERSON_MANAGER), ==,
                   0);
  again = read_body (fixture, body);
  g_assert_cmpuint (sum (again->changed), ==, 0);
  g_assert_cmpuint (again->same[REMIT_KIND_PERSON], ==, 3);
}

static void
set_manager (RemitStore *store,
             gint64 person,
             gint64 manager)
{
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Set the manager", NULL);

  g_assert_true (remit_edit_set_integer (edit, REMIT_KIND_PERSON, person, REMIT_PERSON_MANAGER,
                                         manager, NULL));
  g_assert_true (remit_edit_commit (edit, NULL));
}

/* A circle that was in the workspace is broken there, which is a change. */
static void
test_circle_there (PlanFixture *fixture,
                   gconstpointer data G_GNUC_UNUSED)
{
  static const char body[] =
    "<people>\n<person id=\"0000000000000030\" name=\"Zoe\" manager=\"0000000000000031\"/>\n"
    "<person id=\"0000000000000031\" name=\"Ada\" manager=\"0000000000000030\"/>\n</people>\n";
  g_autoptr (RemitImportResult) first = read_body (fixture, body);
  g_autoptr (RemitImportResult) result = NULL;
  g_autofree char *before = NULL;

  g_assert_cmpuint (first->n_notes, ==, 1);
  set_manager (fixture->store, 0x30, 0x31);
  before = remit_test_dump (fixture->store);
  result = read_body (fixture, body);
  remit_test_undo_and_redo (fixture->store, before);
  g_assert_cmpuint (result->changed[REMIT_KIND_PERSON], ==, 1);
  g_assert_cmpuint (result->same[REMIT_KIND_PERSON], ==, 1);
  g_assert_cmpuint (result->n_notes, ==, 1);
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_PERSON, 0x30, REMIT_PERSON_MANAGER), ==,
                   0);
}

/* Two in one file stay two, whatever their address; so do several here. */
static void
test_shared_address (PlanFixture *fixture,
                     gconstpointer data G_GNUC_UNUSED)
{
  static const char two[] =
    "<people>\n<person id=\"0000000000000031\" name=\"Ada\" email=\"us@example.org\"/>\n"
    "<person id=\"0000000000000032\" name=\"Bob\" email=\"us@example.org\"/>\n</people>\n";
  static const char third[] =
    "<people>\n<person id=\"0000000000000033\" name=\"Eve\" email=\"us@example.org\"/>\n"
    "</people>\n";
  g_autoptr (RemitImportResult) first = read_body (fixture, two);
  g_autoptr (RemitImportResult) second = read_body (fixture, third);

  g_assert_cmpuint (first->added[REMIT_KIND_PERSON], ==, 2);
  g_assert_cmpuint (second->added[REMIT_KIND_PERSON], ==, 1);
  g_assert_cmpuint (second->n_notes, ==, 1);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_PERSON), ==, 3);
}

static void
write_once (double share G_GNUC_UNUSED,
            gpointer data)
{
  RemitStore **other = data;

  if (*other != NULL)
    remit_test_add_person (*other, "Somebody");
  g_clear_object (other);
}

/* Another one holds the lock while a dry run runs, and another one writes. */
static void
test_dry_run_waits_for_nobody (PlanFixture *fixture,
                               gconstpointer data G_GNUC_UNUSED)
{
  RemitImportOptions options = { .dry_run = TRUE };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = plan_test_wrap (WHOLE);
  g_autofree char *path = plan_fixture_write (fixture, text);
  g_autoptr (RemitStore) other = remit_test_open_new (remit_store_get_path (fixture->store));
  g_autoptr (RemitEdit) held = remit_edit_begin (other, "Held", NULL);
  g_autoptr (RemitImportResult) result = NULL;

  g_assert_nonnull (held);
  remit_store_set_patience (fixture->store, 0);
  result = remit_plan_read (fixture->store, path, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->added[REMIT_KIND_PERSON], ==, 2);
  g_clear_pointer (&held, remit_edit_free);
  g_clear_pointer (&result, remit_import_result_free);

  remit_store_set_patience (other, 0);
  options.progress = write_once;
  options.progress_data = &other;
  result = remit_plan_read (fixture->store, path, &options, &error);
  g_assert_no_error (error);
  g_assert_null (other);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_PERSON), ==, 1);
}

static void
test_dry_run (PlanFixture *fixture,
              gconstpointer data G_GNUC_UNUSED)
{
  RemitImportOptions options = { .dry_run = TRUE };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = plan_test_wrap (WHOLE);
  g_autofree char *path = plan_fixture_write (fixture, text);
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autofree char *hash = NULL;
  gint64 length;
  g_autoptr (RemitImportResult) result = remit_plan_read (fixture->store, path, &options, &error);
  g_auto (GStrv) lines = NULL;

  g_assert_no_error (error);
  after = remit_test_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (remit_history_get_head (fixture->store, &length, &hash, NULL));
  g_assert_cmpint (length, ==, 0);

  lines = remit_import_result_describe (result);
  g_assert_cmpuint (g_strv_length (lines), ==, 1);
  g_assert_cmpstr (lines[0], ==,
                   "Added: 2 skills, 1 role, 2 people, 1 skill record, 1 absence, 1 plan, 2 teams, "
                   "2 slots, 1 required skill, 2 assignments");
}

/* A scenario keeps what it was made from, which is not in its file. */
static void
test_base (PlanFixture *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  gint64 base = remit_test_add_plan (fixture->store, "Base");
  RemitRecord *scenario = remit_record_new (REMIT_KIND_PLAN);
  g_autoptr (RemitImportResult) result = NULL;

  remit_record_set_id (scenario, 1);
  remit_record_set_text (scenario, REMIT_PLAN_NAME, "Scenario");
  remit_record_set_integer (scenario, REMIT_PLAN_BASE, base);
  remit_test_insert (fixture->store, scenario);

  result = read_body (fixture, "");
  g_assert_cmpuint (result->changed[REMIT_KIND_PLAN], ==, 1);
  g_assert_cmpint (get_integer (fixture->store, REMIT_KIND_PLAN, 1, REMIT_PLAN_BASE), ==, base);
}

static RemitImportResult *
make_from_template (PlanFixture *fixture,
                    const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = plan_test_wrap (WHOLE);
  g_autofree char *path = plan_fixture_write (fixture, text);
  RemitImportResult *result = remit_plan_read_template (fixture->store, path, name, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
test_template (PlanFixture *fixture,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *empty = remit_test_dump (fixture->store);
  g_autoptr (RemitImportResult) first = make_from_template (fixture, NULL);
  g_autoptr (RemitImportResult) second = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autofree char *name = NULL;
  g_autofree char *second_name = NULL;
  g_autofree char *first_text = NULL;

  remit_test_undo_and_redo (fixture->store, empty);
  second = make_from_template (fixture, "My plan");
  page = remit_history_page (fixture->store, 0, 1, NULL);
  g_assert_cmpstr (((RemitHistoryEntry *) page->pdata[0])->label, ==,
                   "Create plan “My plan” from a template");

  g_assert_cmpint (first->plan, !=, 1);
  g_assert_cmpint (second->plan, !=, first->plan);
  g_assert_cmpuint (second->added[REMIT_KIND_TEAM], ==, 2);
  g_assert_cmpuint (second->added[REMIT_KIND_ASSIGNMENT], ==, 2);
  g_assert_cmpuint (second->added[REMIT_KIND_PERSON], ==, 0);
  g_assert_cmpuint (second->same[REMIT_KIND_PERSON], ==, 2);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_TEAM), ==, 4);
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_ROLE), ==, 1);
  name = dup_text (fixture->store, REMIT_KIND_PLAN, first->plan, REMIT_PLAN_NAME);
  second_name = dup_text (fixture->store, REMIT_KIND_PLAN, second->plan, REMIT_PLAN_NAME);
  g_assert_cmpstr (name, ==, "Plan");
  g_assert_cmpstr (second_name, ==, "My plan");
  first_text = plan_test_export (fixture->store, first->plan, fixture->folder);
  g_assert_nonnull (strstr (first_text, " parent=\""));
}

/* What somebody made of a role is not undone by a template. */
static void
test_template_leaves_library (PlanFixture *fixture,
                              gconstpointer data G_GNUC_UNUSED)
{
  gint64 role = remit_test_add_role (fixture->store, "ml-engineer", "Our ML engineer");
  g_autoptr (RemitImportResult) result = make_from_template (fixture, NULL);
  g_autofree char *name = dup_text (fixture->store, REMIT_KIND_ROLE, role, REMIT_ROLE_NAME);

  g_assert_cmpstr (name, ==, "Our ML engineer");
  g_assert_cmpuint (sum (result->changed), ==, 0);
  g_assert_cmpuint (result->same[REMIT_KIND_ROLE], ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                   \
  g_test_add ("/exchange/plan-merge/" name, PlanFixture, NULL, plan_fixture_set_up, function, \
              plan_fixture_tear_down)
  ADD ("new", test_new);
  ADD ("positions", test_positions);
  ADD ("same", test_same);
  ADD ("changed", test_changed);
  ADD ("removed", test_removed);
  ADD ("swapped", test_swapped);
  ADD ("displaced", test_displaced);
  ADD ("matched", test_matched);
  ADD ("later-manager", test_later_manager);
  ADD ("circle-of-managers", test_circle_of_managers);
  ADD ("circle-there", test_circle_there);
  ADD ("shared-address", test_shared_address);
  ADD ("dry-run", test_dry_run);
  ADD ("dry-run-waits-for-nobody", test_dry_run_waits_for_nobody);
  ADD ("base", test_base);
  ADD ("template", test_template);
  ADD ("template-leaves-library", test_template_leaves_library);

  return g_test_run ();
}
