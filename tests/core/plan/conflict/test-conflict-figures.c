/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of conflicts in figures. */
#include "model/remit-day.h"
#include "plan/conflict/remit-conflict-figures.h"
#include "settle-fixture.h"

static void
test_count (PlanFixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  const RemitResolution resolution = { .mode = REMIT_MODE_COMPROMISING, .text = "Half" };
  RemitConflictFigures figures;
  g_autoptr (GError) error = NULL;
  gint64 settled, escalated, withdrawn;

  settle_add_ladder (f);
  settled = settle_raise (f, "Settled");
  escalated = settle_raise (f, "Escalated");
  withdrawn = settle_raise (f, "Withdrawn");
  plan_fixture_set (f, REMIT_KIND_CONFLICT, escalated, REMIT_CONFLICT_TYPE, "ethics");
  g_assert_true (
    remit_settle_step (f->workspace, escalated, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0, "", &error));
  g_assert_true (
    remit_settle_step (f->workspace, withdrawn, REMIT_CONFLICT_EVENT_WITHDRAWN, 0, 0, "", &error));
  settle_set_now ("2026-02-14T12:00:00Z");
  remit_settle_resolve (f->workspace, settled, 0, &resolution, &error);
  g_assert_no_error (error);
  settle_raise (f, "New");
  settle_set_now ("2026-03-01T12:00:00Z");

  g_assert_true (remit_conflict_figures_count (f->store, f->plan, remit_time_now (), &figures,
                                               &error));
  g_assert_no_error (error);
  g_assert_cmpuint (figures.running[3][REMIT_AGE_MONTH], ==, 1);
  g_assert_cmpuint (figures.running[1][REMIT_AGE_MONTH], ==, 1);
  g_assert_cmpuint (figures.running[1][REMIT_AGE_DAY], ==, 0);
  /* what was withdrawn is over, but was not settled */
  g_assert_cmpuint (figures.settled[REMIT_AGE_WEEK], ==, 1);
  g_assert_cmpuint (figures.settled[REMIT_AGE_DAY], ==, 0);
  g_assert_cmpuint (figures.types[REMIT_CONFLICT_TECHNICAL][0], ==, 1);
  g_assert_cmpuint (figures.types[REMIT_CONFLICT_TECHNICAL][1], ==, 2);
  g_assert_cmpuint (figures.types[REMIT_CONFLICT_ETHICS][0], ==, 1);
  /* of another plan there are none */
  g_assert_true (remit_conflict_figures_count (f->store, 7, remit_time_now (), &figures, &error));
  g_assert_cmpuint (figures.types[REMIT_CONFLICT_ETHICS][0], ==, 0);
  g_unsetenv ("REMIT_NOW");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/conflict-figures", test_count);
  return g_test_run ();
}
