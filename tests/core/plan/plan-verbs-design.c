/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on plans, teams, slots, roles and people. */
#include "plan-verbs.h"

#include "plan/design/remit-design-merge.h"

static gboolean
create (PlanFixture *f,
        const gint64 *ids G_GNUC_UNUSED,
        GError **error)
{
  g_autoptr (RemitRecord) skill = remit_record_new (REMIT_KIND_SKILL);

  remit_record_set_text (skill, REMIT_SKILL_NAME, "Rust");
  return remit_design_create (f->workspace, skill, error) != 0;
}

static gboolean
create_plan (PlanFixture *f,
             const gint64 *ids G_GNUC_UNUSED,
             GError **error)
{
  g_autoptr (RemitRecord) plan = remit_record_new (REMIT_KIND_PLAN);

  remit_record_set_text (plan, REMIT_PLAN_NAME, "Second");
  return remit_design_create (f->workspace, plan, error) != 0;
}

static gboolean
create_role (PlanFixture *f,
             const gint64 *ids G_GNUC_UNUSED,
             GError **error)
{
  g_autoptr (RemitRecord) role = remit_record_new (REMIT_KIND_ROLE);

  remit_record_set_text (role, REMIT_ROLE_NAME, "ML engineer 2");
  return remit_design_create (f->workspace, role, error) != 0;
}

static gboolean
change (PlanFixture *f,
        const gint64 *ids G_GNUC_UNUSED,
        GError **error)
{
  return remit_design_change (f->workspace, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_NAME,
                              "Augusta", error);
}

static gboolean
change_all (PlanFixture *f,
            const gint64 *ids G_GNUC_UNUSED,
            GError **error)
{
  const RemitFieldText values[] = { { REMIT_PERSON_NAME, "Augusta", "Ada Lovelace" },
                                    { REMIT_PERSON_CAPACITY, "80", NULL } };

  return remit_design_change_all (f->workspace, REMIT_KIND_PERSON, f->ada, values,
                                  G_N_ELEMENTS (values), error);
}

/* Teams have slots, and these people. */
static void
prepare_people (PlanFixture *f,
                gint64 *ids G_GNUC_UNUSED)
{
  plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  plan_fixture_assign (f, f->on_call, f->bob, 50, "", "");
  plan_fixture_assign (f, f->on_call, f->cem, 50, "", "");
  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_add_skill (f, f->bob, f->sql, 2);
}

static gboolean
delete_slot (PlanFixture *f,
             const gint64 *ids G_GNUC_UNUSED,
             GError **error)
{
  return remit_design_delete (f->workspace, REMIT_KIND_SLOT, f->on_call, error);
}

static gboolean
delete_team (PlanFixture *f,
             const gint64 *ids G_GNUC_UNUSED,
             GError **error)
{
  return remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->platform, error);
}

static gboolean
delete_all (PlanFixture *f,
            const gint64 *ids G_GNUC_UNUSED,
            GError **error)
{
  const gint64 people[] = { f->bob, f->cem };

  return remit_design_delete_all (f->workspace, REMIT_KIND_PERSON, people, G_N_ELEMENTS (people),
                                  error);
}

static gboolean
duplicate (PlanFixture *f,
           const gint64 *ids G_GNUC_UNUSED,
           GError **error)
{
  return remit_design_duplicate (f->workspace, REMIT_KIND_TEAM, f->fraud, error) != 0;
}

static gboolean
copy_plan (PlanFixture *f,
           const gint64 *ids G_GNUC_UNUSED,
           GError **error)
{
  return remit_design_copy_plan (f->workspace, f->plan, "Second", error) != 0;
}

static gboolean
merge (PlanFixture *f,
       const gint64 *ids G_GNUC_UNUSED,
       GError **error)
{
  return remit_design_merge (f->workspace, REMIT_KIND_PERSON, f->ada, f->bob, NULL, error);
}

static gboolean
move (PlanFixture *f,
      const gint64 *ids G_GNUC_UNUSED,
      GError **error)
{
  return remit_design_move (f->workspace, REMIT_KIND_SLOT, f->data, f->ml, error);
}

static gboolean
move_slot (PlanFixture *f,
           const gint64 *ids G_GNUC_UNUSED,
           GError **error)
{
  return remit_design_move_slot (f->workspace, f->ml, f->platform, f->on_call, error);
}

static gboolean
move_by (PlanFixture *f,
         const gint64 *ids G_GNUC_UNUSED,
         GError **error)
{
  gboolean is_moved;

  return remit_design_move_by (f->workspace, REMIT_KIND_SLOT, f->ml, 1, &is_moved, error);
}

static gboolean
move_slot_by (PlanFixture *f,
              const gint64 *ids G_GNUC_UNUSED,
              GError **error)
{
  gboolean is_moved;

  return remit_design_move_slot_by (f->workspace, f->ml, 1, &is_moved, error);
}

static gboolean
set_skill (PlanFixture *f,
           const gint64 *ids G_GNUC_UNUSED,
           GError **error)
{
  return remit_design_set_skill (f->workspace, f->ada, f->sql, 2, error);
}

static gboolean
set_need (PlanFixture *f,
          const gint64 *ids G_GNUC_UNUSED,
          GError **error)
{
  return remit_design_set_need (f->workspace, f->ml, f->sql, 4, TRUE, error);
}

static gboolean
add_skill (PlanFixture *f,
           const gint64 *ids G_GNUC_UNUSED,
           GError **error)
{
  gboolean is_added;

  return remit_design_add_skill (f->workspace, REMIT_KIND_PERSON, f->ada, 0, "Rust", 3, &is_added,
                                 error);
}

const PlanVerb plan_verbs_of_design[] = {
  { "create", FALSE, NULL, create },
  { "create-plan", FALSE, NULL, create_plan },
  { "create-role", FALSE, NULL, create_role },
  { "change", FALSE, NULL, change },
  { "change-all", FALSE, NULL, change_all },
  { "delete", FALSE, prepare_people, delete_slot },
  { "delete-team", FALSE, prepare_people, delete_team },
  { "delete-all", FALSE, prepare_people, delete_all },
  { "duplicate", FALSE, prepare_people, duplicate },
  { "copy-plan", FALSE, prepare_people, copy_plan },
  { "merge", FALSE, prepare_people, merge },
  { "move", FALSE, NULL, move },
  { "move-slot", FALSE, NULL, move_slot },
  { "move-by", FALSE, NULL, move_by },
  { "move-slot-by", FALSE, NULL, move_slot_by },
  { "set-skill", FALSE, NULL, set_skill },
  { "set-need", FALSE, prepare_people, set_need },
  { "add-skill", FALSE, NULL, add_skill },
  { NULL }
};
