/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Creating and changing, with what is refused; the skills of people and the needs of slots. */
#include <string.h>

#include "model/remit-day.h"
#include "model/remit-id.h"
#include "plan-fixture.h"

static gint64
create (PlanFixture *f,
        RemitRecord *record,
        const char *label)
{
  g_autoptr (RemitRecord) owned G_GNUC_UNUSED = record;
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;
  gint64 id = remit_design_create (f->workspace, record, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  g_assert_cmpint (id, ==, remit_record_get_id (record));
  plan_fixture_check_edit (f, before, label);
  return id;
}

static void
check_not_created (PlanFixture *f,
                   RemitRecord *record,
                   const char *message)
{
  g_autoptr (RemitRecord) owned G_GNUC_UNUSED = record;
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (remit_design_create (f->workspace, record, &error), ==, 0);
  plan_fixture_check_refused (f, before, &error, message);
}

static RemitRecord *
make (RemitKind kind,
      guint field,
      const char *text)
{
  RemitRecord *record = remit_record_new (kind);

  remit_record_set_text (record, field, text);
  return record;
}

static RemitRecord *
make_slot (PlanFixture *f,
           gint64 team)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_SLOT);

  remit_record_set_integer (record, REMIT_SLOT_PLAN, f->plan);
  remit_record_set_integer (record, REMIT_SLOT_TEAM, team);
  remit_record_set_integer (record, REMIT_SLOT_ROLE, f->data_role);
  return record;
}

static RemitRecord *
make_assignment (PlanFixture *f,
                 gint64 slot,
                 gint64 person)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_ASSIGNMENT);

  remit_record_set_integer (record, REMIT_ASSIGNMENT_PLAN, f->plan);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_SLOT, slot);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_PERSON, person);
  return record;
}

static void
test_create (PlanFixture *f,
             gconstpointer data)
{
  RemitRecord *team = make (REMIT_KIND_TEAM, REMIT_TEAM_NAME, "Growth");
  RemitRecord *absence = remit_record_new (REMIT_KIND_ABSENCE);
  gint64 id, slot;

  create (f, make (REMIT_KIND_PERSON, REMIT_PERSON_NAME, "Dana"), "Add Dana");
  create (f, make (REMIT_KIND_SKILL, REMIT_SKILL_NAME, "Python"), "Add skill Python");

  remit_record_set_integer (team, REMIT_TEAM_PLAN, f->plan);
  id = create (f, team, "Add team Growth");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_TEAM, id, REMIT_TEAM_POSITION), >, 0);

  slot = create (f, make_slot (f, f->fraud), "Add slot Data engineer");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_SLOT, slot, REMIT_SLOT_POSITION), >, 20);
  create (f, make_assignment (f, slot, f->ada), "Assign Ada Lovelace to Data engineer");

  remit_record_set_integer (absence, REMIT_ABSENCE_PERSON, f->ada);
  remit_record_set_integer (absence, REMIT_ABSENCE_FROM, remit_day_parse ("2026-08-03"));
  remit_record_set_integer (absence, REMIT_ABSENCE_UNTIL, remit_day_parse ("2026-08-14"));
  create (f, absence, "Add absence of Ada Lovelace");
}

static void
test_create_plan (PlanFixture *f,
                  gconstpointer data)
{
  gint64 plan = create (f, make (REMIT_KIND_PLAN, REMIT_PLAN_NAME, "Credit risk"),
                        "Add plan Credit risk");
  RemitRecord *team = make (REMIT_KIND_TEAM, REMIT_TEAM_NAME, "Models");
  gint64 id;

  /* a plan that was just made can be worked on */
  remit_record_set_integer (team, REMIT_TEAM_PLAN, plan);
  id = create (f, team, "Add team Models");
  g_assert_nonnull (remit_workspace_get (f->workspace, REMIT_KIND_TEAM, id));
}

static void
check_key (PlanFixture *f,
           const char *name,
           const char *key)
{
  g_autofree char *label = g_strdup_printf ("Add role %s", name);
  gint64 role = create (f, make (REMIT_KIND_ROLE, REMIT_ROLE_NAME, name), label);

  g_assert_cmpstr (plan_fixture_get_text (f, REMIT_KIND_ROLE, role, REMIT_ROLE_KEY), ==, key);
}

/* A role gets a key from its name, one that nobody else has. */
static void
test_role_key (PlanFixture *f,
               gconstpointer data)
{
  g_autofree char *endless = g_strnfill (200, 'x');
  g_autofree char *cut = g_strnfill (80, 'x');
  RemitRecord *role = make (REMIT_KIND_ROLE, REMIT_ROLE_NAME, "Second");

  check_key (f, "Product owner (AI)", "product-owner-ai");
  check_key (f, "ML engineer", "ml-engineer-2");
  check_key (f, "ML-Engineer", "ml-engineer-3");
  check_key (f, "Führungskraft", "fuhrungskraft");
  check_key (f, "監査", "role");
  check_key (f, "…", "role-2");
  check_key (f, endless, cut);

  remit_record_set_text (role, REMIT_ROLE_KEY, "ml-engineer");
  check_not_created (f, role, "Role: the Key is already in use");
}

/* A day is unique as well, though it is not a text. */
static void
test_same_day (PlanFixture *f,
               gconstpointer data)
{
  g_autoptr (RemitRecord) first = make (REMIT_KIND_HOLIDAY, REMIT_HOLIDAY_NAME, "Christmas Day");
  RemitRecord *second = make (REMIT_KIND_HOLIDAY, REMIT_HOLIDAY_NAME, "Holiday");
  gint64 day = remit_day_parse ("2026-12-25");

  remit_record_set_integer (first, REMIT_HOLIDAY_DAY, day);
  g_assert_cmpint (remit_design_create (f->workspace, first, NULL), !=, 0);
  remit_record_set_integer (second, REMIT_HOLIDAY_DAY, day);
  check_not_created (f, second, "Holiday: the Day is already in use");
}

static void
test_create_refused (PlanFixture *f,
                     gconstpointer data)
{
  RemitRecord *team = make (REMIT_KIND_TEAM, REMIT_TEAM_NAME, "Growth");
  RemitRecord *slot = make_slot (f, f->fraud);
  RemitRecord *person = make (REMIT_KIND_PERSON, REMIT_PERSON_NAME, "Dana");
  gint64 other = remit_test_add_plan (f->store, "Other");

  check_not_created (f, remit_record_new (REMIT_KIND_PERSON), "Name must not be empty");
  check_not_created (f, remit_record_new (REMIT_KIND_ROLE), "Key must not be empty");
  check_not_created (f, remit_record_new (REMIT_KIND_SETTINGS),
                     "The workspace already has settings");
  check_not_created (f, make (REMIT_KIND_SKILL, REMIT_SKILL_NAME, "sql"),
                     "Skill: the Name is already in use");

  remit_record_set_integer (team, REMIT_TEAM_PLAN, other);
  remit_record_set_integer (team, REMIT_TEAM_PARENT, f->fraud);
  check_not_created (f, team, "Parent team belongs to another plan");

  remit_record_set_integer (slot, REMIT_SLOT_ROLE, 1);
  check_not_created (f, slot, "Role no longer exists");
  slot = make_slot (f, f->fraud);
  remit_record_set_integer (slot, REMIT_SLOT_PLAN, other);
  check_not_created (f, slot, "Team belongs to another plan");
  slot = make_slot (f, f->fraud);
  remit_record_set_integer (slot, REMIT_SLOT_FROM, remit_day_parse ("2026-03-02"));
  remit_record_set_integer (slot, REMIT_SLOT_UNTIL, remit_day_parse ("2026-03-01"));
  check_not_created (f, slot, "The first day, 03/02/26, is after the last, 03/01/26");

  remit_record_set_integer (person, REMIT_PERSON_CAPACITY, 201);
  check_not_created (f, person, "Capacity: 201 is not between 0 and 200");

  plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  check_not_created (f, make_assignment (f, f->ml, f->ada),
                     "This person is already in this slot on these dates");
}

static void
check_change (PlanFixture *f,
              RemitKind kind,
              gint64 id,
              guint field,
              const char *text,
              const char *label)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;
  RemitEntity *entity;

  g_assert_true (remit_design_can_change (f->workspace, kind, id, field, text, &error));
  g_assert_no_error (error);
  g_assert_true (remit_design_change (f->workspace, kind, id, field, text, &error));
  g_assert_no_error (error);
  entity = remit_workspace_get (f->workspace, kind, id);
  value = remit_record_format (remit_entity_get_record (entity), field);
  g_assert_cmpstr (value, ==, text);
  plan_fixture_check_edit (f, before, label);
}

static void
check_not_changed (PlanFixture *f,
                   RemitKind kind,
                   gint64 id,
                   guint field,
                   const char *text,
                   const char *message)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_design_can_change (f->workspace, kind, id, field, text, &error));
  plan_fixture_check_refused (f, before, &error, message);
  g_assert_false (remit_design_change (f->workspace, kind, id, field, text, &error));
  plan_fixture_check_refused (f, before, &error, message);
}

static void
test_change (PlanFixture *f,
             gconstpointer data)
{
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  char manager[17];

  remit_id_format (f->bob, manager);
  check_change (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_CAPACITY, "80",
                "Change capacity of Ada Lovelace");
  check_change (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_EMAIL, "ada@example.org",
                "Change e-mail of Ada Lovelace");
  check_change (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_FROM, "2026-03-01",
                "Change dates of Ada Lovelace");
  check_change (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_FROM, "",
                "Change dates of Ada Lovelace");
  check_change (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_MANAGER, manager,
                "Change manager of Ada Lovelace");
  check_change (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_NAME, "Ada King",
                "Rename Ada Lovelace to Ada King");
  check_change (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_NAME, "Lead",
                "Rename ML engineer to Lead");
  check_change (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_NAME, "", "Rename Lead to ML engineer");
  check_change (f, REMIT_KIND_SLOT, f->ml, REMIT_SLOT_REQUIRED, "false",
                "Change required of ML engineer");
  check_change (f, REMIT_KIND_TEAM, f->fraud, REMIT_TEAM_AI_RISK, "high",
                "Change AI risk of Fraud");
  check_change (f, REMIT_KIND_ASSIGNMENT, assignment, REMIT_ASSIGNMENT_ALLOCATION, "30",
                "Change allocation of Ada King in ML engineer");
  check_change (f, REMIT_KIND_SETTINGS, 1, REMIT_SETTINGS_TEAM_LIMIT, "4",
                "Change setting: maximum teams per person at a time");
  check_change (f, REMIT_KIND_PLAN, f->plan, REMIT_PLAN_STATUS, "published",
                "Change status of Churn");
}

/* The value that is there already makes no edit, and so nothing to undo. */
static void
test_change_to_the_same (PlanFixture *f,
                         gconstpointer data)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_design_change (f->workspace, REMIT_KIND_PERSON, f->ada,
                                      REMIT_PERSON_CAPACITY, "100", &error));
  g_assert_no_error (error);
  after = plan_fixture_dump (f);
  g_assert_cmpstr (after, ==, before);
}

static void
test_change_refused (PlanFixture *f,
                     gconstpointer data)
{
  gint64 first = plan_fixture_assign (f, f->ml, f->ada, 50, "", "2026-03-31");
  gint64 other = 0;
  gint64 advisor = plan_fixture_add_published (f, "Advice", &other);
  char id[17];

  plan_fixture_assign (f, f->ml, f->ada, 50, "2026-04-01", "");
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_UNTIL, "2026-06-30");

  check_not_changed (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_NAME, "", "Name must not be empty");
  check_not_changed (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_CAPACITY, "much",
                     "Capacity: “much” is not a whole number");
  check_not_changed (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_CAPACITY, "-1",
                     "Capacity: -1 is not between 0 and 200");
  check_not_changed (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_FROM, "2026-07-01",
                     "The first day, 07/01/26, is after the last, 06/30/26");
  check_not_changed (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_FROM, "2026-02-30",
                     "From: “2026-02-30” is not a date such as 2026-03-31");
  check_not_changed (f, REMIT_KIND_PERSON, 1, REMIT_PERSON_CAPACITY, "10",
                     "Person no longer exists");
  check_not_changed (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_MANAGER, "0000000000000001",
                     "Manager no longer exists");
  check_not_changed (f, REMIT_KIND_ROLE, f->data_role, REMIT_ROLE_KEY, "ml-engineer",
                     "Role: the Key is already in use");

  check_not_changed (f, REMIT_KIND_ASSIGNMENT, first, REMIT_ASSIGNMENT_UNTIL, "2026-04-01",
                     "This person is already in this slot on these dates");
  remit_id_format (advisor, id);
  check_not_changed (f, REMIT_KIND_ASSIGNMENT, first, REMIT_ASSIGNMENT_SLOT, id,
                     "Slot belongs to another plan");
  remit_id_format (other, id);
  check_not_changed (f, REMIT_KIND_TEAM, f->fraud, REMIT_TEAM_PLAN, id,
                     "Entries cannot move to another plan. Duplicate the plan instead");
}

static void
test_circles (PlanFixture *f,
              gconstpointer data)
{
  char id[17];

  remit_id_format (f->fraud, id);
  check_not_changed (f, REMIT_KIND_TEAM, f->fraud, REMIT_TEAM_PARENT, id,
                     "Parent team would refer back to itself");
  check_change (f, REMIT_KIND_TEAM, f->platform, REMIT_TEAM_PARENT, id,
                "Change parent team of Platform");
  remit_id_format (f->platform, id);
  check_not_changed (f, REMIT_KIND_TEAM, f->fraud, REMIT_TEAM_PARENT, id,
                     "Parent team would refer back to itself");

  /* in a circle that has come in from elsewhere, other things can be changed, and the circle cut */
  remit_id_format (f->bob, id);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_MANAGER, id);
  remit_id_format (f->ada, id);
  plan_fixture_set (f, REMIT_KIND_PERSON, f->bob, REMIT_PERSON_MANAGER, id);
  check_change (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_TITLE, "Countess",
                "Change job title of Ada Lovelace");
  check_change (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_MANAGER, "",
                "Change manager of Ada Lovelace");
}

static void
check_skill (PlanFixture *f,
             int level,
             const char *label,
             guint n)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_design_set_skill (f->workspace, f->ada, f->sql, level, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (remit_workspace_get_list (f->workspace,
                                                                        REMIT_KIND_PERSON_SKILL)),
                    ==, n);
  if (label != NULL)
    plan_fixture_check_edit (f, before, label);
  else
    {
      g_autofree char *after = plan_fixture_dump (f);

      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_set_skill (PlanFixture *f,
                gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  check_skill (f, 0, NULL, 0);
  check_skill (f, 3, "Set SQL of Ada Lovelace to 3 · Full", 1);
  check_skill (f, 3, NULL, 1);
  check_skill (f, 1, "Set SQL of Ada Lovelace to 1 · Supervised", 1);
  check_skill (f, 0, "Remove skill SQL of Ada Lovelace", 0);

  before = plan_fixture_dump (f);
  g_assert_false (remit_design_set_skill (f->workspace, f->ada, f->sql, 5, &error));
  plan_fixture_check_refused (f, before, &error, "A level must be between 0 and 4");
  g_assert_false (remit_design_set_skill (f->workspace, f->ada, f->sql, -1, &error));
  plan_fixture_check_refused (f, before, &error, "A level must be between 0 and 4");
  g_assert_false (remit_design_set_skill (f->workspace, f->ada, 1, 1, &error));
  plan_fixture_check_refused (f, before, &error, "Skill no longer exists");
  g_assert_false (remit_design_set_skill (f->workspace, 1, f->sql, 1, &error));
  plan_fixture_check_refused (f, before, &error, "Person no longer exists");
}

static void
check_need (PlanFixture *f,
            int level,
            gboolean critical,
            const char *label,
            guint n)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;
  GPtrArray *needs;

  g_assert_true (remit_design_set_need (f->workspace, f->ml, f->sql, level, critical, &error));
  g_assert_no_error (error);
  needs = remit_workspace_get_referring (f->workspace, REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SLOT,
                                         f->ml);
  g_assert_cmpuint (needs->len, ==, n);
  if (n > 0)
    g_assert_cmpint (remit_entity_get_integer (g_ptr_array_index (needs, 0),
                                               REMIT_SLOT_NEED_CRITICAL), ==, critical);
  plan_fixture_check_edit (f, before, label);
}

static void
test_set_need (PlanFixture *f,
               gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  check_need (f, 2, FALSE, "Set SQL for ML engineer to 2 · Independent", 1);
  check_need (f, 2, TRUE, "Set SQL for ML engineer to 2 · Independent", 1);
  check_need (f, 0, FALSE, "Remove required skill SQL for ML engineer", 0);

  before = plan_fixture_dump (f);
  g_assert_false (remit_design_set_need (f->workspace, f->ml, f->sql, 5, FALSE, &error));
  plan_fixture_check_refused (f, before, &error, "A level must be between 0 and 4");
  g_assert_false (remit_design_set_need (f->workspace, 1, f->sql, 2, FALSE, &error));
  plan_fixture_check_refused (f, before, &error, "Slot no longer exists");
}

/* A skill that nobody knows is made in the same edit; one that is there keeps its level. */
static void
test_add_skill (PlanFixture *f,
                gconstpointer data)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autofree char *after = NULL;
  gboolean is_added;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_design_add_skill (f->workspace, REMIT_KIND_PERSON, f->ada, 0, "Rust", 2,
                                         &is_added, &error));
  g_assert_no_error (error);
  g_assert_true (is_added);
  plan_fixture_check_edit (f, before, "Set Rust of Ada Lovelace to 2 · Independent");
  g_assert_true (remit_design_add_skill (f->workspace, REMIT_KIND_SLOT, f->ml, f->sql, NULL, 2,
                                         &is_added, &error));
  g_assert_true (is_added);
  g_clear_pointer (&before, g_free);
  before = plan_fixture_dump (f);
  g_assert_true (remit_design_add_skill (f->workspace, REMIT_KIND_PERSON, f->ada, 0, "rust", 4,
                                         &is_added, &error));
  g_assert_false (is_added);
  g_assert_true (remit_design_add_skill (f->workspace, REMIT_KIND_SLOT, f->ml, 0, "SQL", 4,
                                         &is_added, &error));
  g_assert_false (is_added);
  after = plan_fixture_dump (f);
  g_assert_cmpstr (after, ==, before);

  g_assert_false (remit_design_add_skill (f->workspace, REMIT_KIND_PERSON, f->ada, 0, "", 2,
                                          &is_added, &error));
  plan_fixture_check_refused (f, before, &error, "Name must not be empty");
  g_assert_false (remit_design_add_skill (f->workspace, REMIT_KIND_PERSON, 1, 0, "Go", 2,
                                          &is_added, &error));
  plan_fixture_check_refused (f, before, &error, "Person no longer exists");
  g_assert_false (remit_design_add_skill (f->workspace, REMIT_KIND_SLOT, f->ml, 1, NULL, 2,
                                          &is_added, &error));
  plan_fixture_check_refused (f, before, &error, "Skill no longer exists");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/design/create", test_create);
  plan_fixture_add ("/design/create-plan", test_create_plan);
  plan_fixture_add ("/design/role-key", test_role_key);
  plan_fixture_add ("/design/same-day", test_same_day);
  plan_fixture_add ("/design/create-refused", test_create_refused);
  plan_fixture_add ("/design/change", test_change);
  plan_fixture_add ("/design/change-to-the-same", test_change_to_the_same);
  plan_fixture_add ("/design/change-refused", test_change_refused);
  plan_fixture_add ("/design/circles", test_circles);
  plan_fixture_add ("/design/set-skill", test_set_skill);
  plan_fixture_add ("/design/set-need", test_set_need);
  plan_fixture_add ("/design/add-skill", test_add_skill);

  return g_test_run ();
}
