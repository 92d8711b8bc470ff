/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on findings, and the way back to an earlier version. */
#include "fault-verbs.h"

#include "check/findings/remit-repair.h"
#include "check/findings/remit-waive.h"
#include "store/past/remit-past.h"

/* What the rule would say of a slot, as the check has it. */
static RemitFinding *
create_finding (const char *id,
                gint64 slot)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  gint64 subjects[REMIT_N_SUBJECTS] = { 0 };

  subjects[remit_subject_find (REMIT_KIND_SLOT)] = slot;
  return remit_finding_new (remit_rules_find (rules, id), REMIT_SEVERITY_ERROR, subjects, "Vacant",
                            NULL);
}

static gboolean
waive (PlanFixture *f,
       const gint64 *ids G_GNUC_UNUSED,
       GError **error)
{
  g_autoptr (RemitFinding) finding = create_finding ("SLOT-1", f->on_call);

  return remit_waive (f->workspace, f->plan, finding, "Ada", "Hiring in May", 0, error);
}

static void
prepare_waiver (PlanFixture *f,
                gint64 *ids)
{
  g_autoptr (GPtrArray) waivers = NULL;
  g_autoptr (GError) error = NULL;

  waive (f, ids, &error);
  g_assert_no_error (error);
  waivers = remit_store_load_all (f->store, REMIT_KIND_WAIVER, NULL, 0, &error);
  g_assert_no_error (error);
  ids[0] = remit_record_get_id (waivers->pdata[0]);
}

static gboolean
end_waiver (PlanFixture *f,
            const gint64 *ids,
            GError **error)
{
  return remit_waive_end (f->workspace, ids[0], error);
}

static void
prepare_filled (PlanFixture *f,
                gint64 *ids)
{
  ids[0] = plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
}

static gboolean
repair (PlanFixture *f,
        const gint64 *ids G_GNUC_UNUSED,
        GError **error)
{
  g_autoptr (RemitFinding) finding = create_finding ("SLOT-2", f->ml);

  return remit_repair_do (f->workspace, f->plan, finding, REMIT_REPAIR_NEED_WHAT_IS_FILLED, error);
}

static void
prepare_past (PlanFixture *f,
              gint64 *ids)
{
  g_autofree char *hash = NULL;

  prepare_filled (f, ids);
  g_assert_true (remit_history_get_head (f->store, &ids[1], &hash, NULL));
  plan_fixture_set (f, REMIT_KIND_TEAM, f->fraud, REMIT_TEAM_NAME, "Frauds");
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_TEAM, f->platform, NULL));
  plan_fixture_assign (f, f->data, f->bob, 40, "", "");
}

static gboolean
go_back (PlanFixture *f,
         const gint64 *ids,
         GError **error)
{
  g_autoptr (RemitMessage) label = remit_message_new ("Return to Tuesday", NULL);

  return remit_past_return (f->store, f->plan, ids[1], label, error) != 0;
}

const PlanVerb fault_verbs_of_check[] = {
  { "waive", FALSE, NULL, waive },
  { "end-waiver", FALSE, prepare_waiver, end_waiver },
  { "repair", FALSE, prepare_filled, repair },
  { "return", FALSE, prepare_past, go_back },
  { NULL }
};
