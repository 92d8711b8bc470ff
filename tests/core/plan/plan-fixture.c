/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small plan for the tests of the verbs. */
#include "plan-fixture.h"

#include <string.h>

#include "model/remit-day.h"

static gint64
add_slot (PlanFixture *self,
          gint64 plan,
          gint64 team,
          gint64 role,
          const char *name,
          int fte,
          int position)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_SLOT);

  remit_record_set_integer (record, REMIT_SLOT_PLAN, plan);
  remit_record_set_integer (record, REMIT_SLOT_TEAM, team);
  remit_record_set_integer (record, REMIT_SLOT_ROLE, role);
  remit_record_set_text (record, REMIT_SLOT_NAME, name);
  remit_record_set_integer (record, REMIT_SLOT_FTE, fte);
  remit_record_set_integer (record, REMIT_SLOT_POSITION, position);
  return remit_test_insert (self->store, record);
}

void
plan_fixture_set_up (PlanFixture *self,
                     gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("REMIT_TODAY", TODAY, TRUE);
  self->folder = remit_test_make_folder ();
  self->workspace = remit_test_open_workspace (self->folder);
  self->store = remit_workspace_get_store (self->workspace);

  self->plan = remit_test_add_plan (self->store, "Churn");
  remit_workspace_open_plan (self->workspace, self->plan, &error);
  g_assert_no_error (error);
  self->fraud = remit_test_add_team (self->store, self->plan, "Fraud");
  self->platform = remit_test_add_team (self->store, self->plan, "Platform");
  self->ml_role = remit_test_add_role (self->store, "ml-engineer", "ML engineer");
  self->data_role = remit_test_add_role (self->store, "data-engineer", "Data engineer");
  self->ml = add_slot (self, self->plan, self->fraud, self->ml_role, "", 100, 10);
  self->data = add_slot (self, self->plan, self->fraud, self->data_role, "", 60, 20);
  self->on_call = add_slot (self, self->plan, self->platform, self->ml_role, "On call", 100, 10);
  self->ada = remit_test_add_person (self->store, "Ada Lovelace");
  self->bob = remit_test_add_person (self->store, "Bob Martin");
  self->cem = remit_test_add_person (self->store, "Cem Yıldız");
  self->sql = remit_test_add_skill (self->store, "SQL");
}

void
plan_fixture_tear_down (PlanFixture *self,
                        gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (self->workspace);
  remit_test_remove_folder (self->folder);
}

gint64
plan_fixture_assign (PlanFixture *self,
                     gint64 slot,
                     gint64 person,
                     int allocation,
                     const char *from,
                     const char *until)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_ASSIGNMENT);

  remit_record_set_integer (record, REMIT_ASSIGNMENT_PLAN,
                            plan_fixture_get (self, REMIT_KIND_SLOT, slot, REMIT_SLOT_PLAN));
  remit_record_set_integer (record, REMIT_ASSIGNMENT_SLOT, slot);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_PERSON, person);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_ALLOCATION, allocation);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_FROM, remit_day_parse (from));
  remit_record_set_integer (record, REMIT_ASSIGNMENT_UNTIL, remit_day_parse (until));
  return remit_test_insert (self->store, record);
}

void
plan_fixture_set (PlanFixture *self,
                  RemitKind kind,
                  gint64 id,
                  guint field,
                  const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitRecord) record = remit_store_load (self->store, kind, id, &error);
  g_autoptr (RemitEdit) edit = remit_test_begin (self->workspace, "Test");

  remit_record_parse (record, field, text, &error);
  g_assert_no_error (error);
  remit_edit_update (edit, record, &error);
  g_assert_no_error (error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
}

void
plan_fixture_add_absence (PlanFixture *self,
                          gint64 person,
                          const char *from,
                          const char *until)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_ABSENCE);

  remit_record_set_integer (record, REMIT_ABSENCE_PERSON, person);
  remit_record_set_integer (record, REMIT_ABSENCE_FROM, remit_day_parse (from));
  remit_record_set_integer (record, REMIT_ABSENCE_UNTIL, remit_day_parse (until));
  remit_test_insert (self->store, record);
}

void
plan_fixture_add_need (PlanFixture *self,
                       gint64 slot,
                       gint64 skill,
                       int level)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_SLOT_NEED);

  remit_record_set_integer (record, REMIT_SLOT_NEED_PLAN, self->plan);
  remit_record_set_integer (record, REMIT_SLOT_NEED_SLOT, slot);
  remit_record_set_integer (record, REMIT_SLOT_NEED_SKILL, skill);
  remit_record_set_integer (record, REMIT_SLOT_NEED_LEVEL, level);
  remit_test_insert (self->store, record);
}

void
plan_fixture_add_skill (PlanFixture *self,
                        gint64 person,
                        gint64 skill,
                        int level)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_PERSON_SKILL);

  remit_record_set_integer (record, REMIT_PERSON_SKILL_PERSON, person);
  remit_record_set_integer (record, REMIT_PERSON_SKILL_SKILL, skill);
  remit_record_set_integer (record, REMIT_PERSON_SKILL_LEVEL, level);
  remit_test_insert (self->store, record);
}

gint64
plan_fixture_add_published (PlanFixture *self,
                            const char *name,
                            gint64 *plan)
{
  gint64 team;

  *plan = remit_test_add_plan (self->store, name);
  plan_fixture_set (self, REMIT_KIND_PLAN, *plan, REMIT_PLAN_STATUS, "published");
  team = remit_test_add_team (self->store, *plan, "Elsewhere");
  return add_slot (self, *plan, team, self->ml_role, "Advisor", 100, 10);
}

gint64
plan_fixture_add_decision (PlanFixture *self,
                           gint64 team,
                           const char *title)
{
  gint64 decision = remit_test_add_decision (self->store, self->plan, team, title,
                                             REMIT_FRAMEWORK_RACI);

  plan_fixture_set (self, REMIT_KIND_DECISION, decision, REMIT_DECISION_RAISED,
                    "2026-02-01T00:00:00Z");
  return decision;
}

char *
plan_fixture_dump (PlanFixture *self)
{
  g_autofree char *rows = remit_test_dump (self->store);
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;
  gint64 length;

  remit_history_get_head (self->store, &length, &hash, &error);
  g_assert_no_error (error);
  return g_strdup_printf ("history %" G_GINT64_FORMAT "\n%s", length, rows);
}

void
plan_fixture_check_edit (PlanFixture *self,
                         const char *before,
                         const char *label)
{
  gint64 length_before = g_ascii_strtoll (before + strlen ("history "), NULL, 10);
  const char *rows = strchr (before, '\n') + 1;
  g_autofree char *hash = NULL;
  gint64 length;

  remit_history_get_head (self->store, &length, &hash, NULL);
  g_assert_cmpint (length, ==, length_before + 1);
  g_assert_cmpstr (remit_workspace_get_undo_label (self->workspace), ==, label);
  remit_test_undo_and_redo (self->store, rows);
}

void
plan_fixture_check_refused (PlanFixture *self,
                            const char *before,
                            GError **error,
                            const char *message)
{
  g_autofree char *after = plan_fixture_dump (self);

  g_assert_nonnull (*error);
  g_assert_cmpstr ((*error)->message, ==, message);
  g_assert_true ((*error)->domain == REMIT_MODEL_ERROR);
  g_assert_cmpstr (after, ==, before);
  g_clear_error (error);
}

gint64
plan_fixture_get (PlanFixture *self,
                  RemitKind kind,
                  gint64 id,
                  guint field)
{
  RemitEntity *entity = remit_workspace_get (self->workspace, kind, id);

  g_assert_nonnull (entity);
  return remit_entity_get_integer (entity, field);
}

const char *
plan_fixture_get_text (PlanFixture *self,
                       RemitKind kind,
                       gint64 id,
                       guint field)
{
  RemitEntity *entity = remit_workspace_get (self->workspace, kind, id);

  g_assert_nonnull (entity);
  return remit_entity_get_text (entity, field);
}
