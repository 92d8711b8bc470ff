/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on decisions, their logs and their rights. */
#include "plan-verbs.h"

#include "plan/decide/remit-decide.h"
#include "plan/decide/remit-matrix.h"

static void
prepare_decision (PlanFixture *f,
                  gint64 *ids)
{
  settle_set_now (TODAY "T12:00:00Z");
  ids[0] = plan_fixture_add_decision (f, f->fraud, "Release");
  remit_test_refresh (f->workspace);
}

static gint64
log_outcome (PlanFixture *f,
             gint64 decision,
             GError **error)
{
  const RemitLogEntry entry = { .decision = decision,
                                .kind = REMIT_DECISION_EVENT_OUTCOME,
                                .result = REMIT_RESULT_ACCEPTED,
                                .text = "Seen",
                                .override = "Private is there" };

  return remit_decide_log (f->workspace, &entry, error);
}

static void
prepare_outcome (PlanFixture *f,
                 gint64 *ids)
{
  g_autoptr (GError) error = NULL;

  prepare_decision (f, ids);
  ids[1] = log_outcome (f, ids[0], &error);
  g_assert_no_error (error);
}

static RemitCell
create_cell (PlanFixture *f,
             gint64 decision,
             RemitLetters letters)
{
  return (RemitCell){ .decision = decision, .holder_kind = REMIT_KIND_SLOT, .holder = f->ml,
                      .letters = letters };
}

static void
prepare_right (PlanFixture *f,
               gint64 *ids)
{
  g_autoptr (GError) error = NULL;
  RemitCell cell;

  prepare_decision (f, ids);
  cell = create_cell (f, ids[0], REMIT_LETTERS (REMIT_LETTER_A) | REMIT_LETTERS (REMIT_LETTER_R));
  remit_matrix_set (f->workspace, &cell, 1, &error);
  g_assert_no_error (error);
  ids[1] = remit_entity_get_id (remit_workspace_get_referring (f->workspace, REMIT_KIND_RIGHT,
                                                               REMIT_RIGHT_DECISION, ids[0])
                                  ->pdata[0]);
}

static gboolean
decide (PlanFixture *f,
        const gint64 *ids,
        GError **error)
{
  return log_outcome (f, ids[0], error) != 0;
}

static gboolean
correct (PlanFixture *f,
         const gint64 *ids,
         GError **error)
{
  return remit_decide_correct (f->workspace, ids[1], "Too early", error) != 0;
}

static gboolean
supersede (PlanFixture *f,
           const gint64 *ids,
           GError **error)
{
  return remit_decide_supersede (f->workspace, ids[0], "Release 2", error) != 0;
}

static gboolean
give_right (PlanFixture *f,
            const gint64 *ids,
            GError **error)
{
  RemitCell cell = create_cell (f, ids[0], REMIT_LETTERS (REMIT_LETTER_C));

  return remit_matrix_set (f->workspace, &cell, 1, error);
}

static gboolean
acknowledge (PlanFixture *f,
             const gint64 *ids,
             GError **error)
{
  return remit_matrix_acknowledge (f->workspace, ids[1], REMIT_ACKNOWLEDGEMENT_DECLINED, error);
}

static gboolean
set_framework (PlanFixture *f,
               const gint64 *ids,
               GError **error)
{
  return remit_design_change (f->workspace, REMIT_KIND_DECISION, ids[0], REMIT_DECISION_FRAMEWORK,
                              "RAPID", error);
}

const PlanVerb plan_verbs_of_decide[] = {
  { "decide", TRUE, prepare_decision, decide },
  { "correct-outcome", TRUE, prepare_outcome, correct },
  { "supersede", FALSE, prepare_outcome, supersede },
  { "give-right", FALSE, prepare_right, give_right },
  { "acknowledge", FALSE, prepare_right, acknowledge },
  { "set-framework", FALSE, prepare_right, set_framework },
  { NULL }
};
