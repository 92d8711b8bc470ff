/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on conflicts. */
#include "plan-verbs.h"

#include "model/remit-day.h"

static void
prepare_ladder (PlanFixture *f,
                gint64 *ids)
{
  ids[0] = settle_add_ladder (f);
}

static void
prepare_conflict (PlanFixture *f,
                  gint64 *ids)
{
  prepare_ladder (f, ids);
  ids[1] = settle_raise (f, "GPUs");
}

/* @ids: 2: the last line of the log */
static void
prepare_statement (PlanFixture *f,
                   gint64 *ids)
{
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;

  prepare_conflict (f, ids);
  remit_settle_step (f->workspace, ids[1], REMIT_CONFLICT_EVENT_STATEMENT, 0, f->ada, "Ours",
                     &error);
  g_assert_no_error (error);
  log = remit_store_load_parts (f->store, REMIT_KIND_CONFLICT_EVENT, ids[1], &error);
  g_assert_no_error (error);
  ids[2] = remit_record_get_id (log->pdata[log->len - 1]);
}

static gboolean
raise_one (PlanFixture *f,
           const gint64 *ids G_GNUC_UNUSED,
           GError **error)
{
  g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);
  g_autoptr (GArray) teams = g_array_new (FALSE, FALSE, sizeof (gint64));

  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, f->plan);
  remit_record_set_integer (conflict, REMIT_CONFLICT_TEAM, f->fraud);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, "Whose GPUs these are");
  g_array_append_val (teams, f->platform);
  return remit_settle_raise (f->workspace, conflict, teams, NULL, error) != 0;
}

static gboolean
state (PlanFixture *f,
       const gint64 *ids,
       GError **error)
{
  return remit_settle_step (f->workspace, ids[1], REMIT_CONFLICT_EVENT_STATEMENT, 0, f->ada,
                            "We need them at night", error);
}

static gboolean
escalate (PlanFixture *f,
          const gint64 *ids,
          GError **error)
{
  return remit_settle_step (f->workspace, ids[1], REMIT_CONFLICT_EVENT_ESCALATED, 0, 0, "Stuck",
                            error);
}

static gboolean
withdraw (PlanFixture *f,
          const gint64 *ids,
          GError **error)
{
  return remit_settle_step (f->workspace, ids[1], REMIT_CONFLICT_EVENT_WITHDRAWN, 0, 0, "Off",
                            error);
}

static gboolean
correct (PlanFixture *f,
         const gint64 *ids,
         GError **error)
{
  return remit_settle_correct (f->workspace, ids[2], "Only half of them", error);
}

static gboolean
resolve (PlanFixture *f,
         const gint64 *ids,
         GError **error)
{
  const RemitResolution resolution = { .mode = REMIT_MODE_COMPROMISING, .text = "Half of each",
                                       .new_decision = "Share the GPUs", .accountable = f->ml };

  return remit_settle_resolve (f->workspace, ids[1], 0, &resolution, error);
}

static gboolean
run_out (PlanFixture *f,
         const gint64 *ids,
         GError **error)
{
  return remit_settle_run_out (f->workspace, ids[1], remit_time_parse ("2026-02-12T12:00:00Z"),
                               error);
}

const PlanVerb plan_verbs_of_conflict[] = {
  { "raise", TRUE, prepare_ladder, raise_one },
  { "state", TRUE, prepare_conflict, state },
  { "escalate", TRUE, prepare_conflict, escalate },
  { "withdraw", TRUE, prepare_conflict, withdraw },
  { "correct-statement", TRUE, prepare_statement, correct },
  { "resolve", TRUE, prepare_conflict, resolve },
  { "run-out", TRUE, prepare_conflict, run_out },
  { NULL }
};
