/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ladder, and conflicts on it. */
#pragma once

#include "plan-fixture.h"
#include "plan/conflict/remit-settle.h"

/** Sets what time it is. */
void settle_set_now (const char *time);

/** The ladder of the team Fraud, with the rungs ML engineer (Ada), data engineer (nobody) and Cem,
 * who may decide; 48 hours each. Now is noon of TODAY. Returns: the ladder */
gint64 settle_add_ladder (PlanFixture *f);
/** Adds a rung to a ladder. Returns: its id */
gint64 settle_add_rung (PlanFixture *f,
                        gint64 ladder,
                        RemitKind holder_kind,
                        gint64 holder);

/** Raises a conflict of the team Fraud. */
gint64 settle_raise (PlanFixture *f,
                     const char *title);

/** Returns: (transfer full): how a conflict stands: "escalated on 3, due 2026-02-12T12:00" */
char *settle_describe (PlanFixture *f,
                       gint64 conflict);
void settle_check (PlanFixture *f,
                   gint64 conflict,
                   const char *expected);
/** Asserts the kinds of the log's lines, and that they lead to where the conflict is. */
void settle_check_log (PlanFixture *f,
                       gint64 conflict,
                       const char *expected);
/** As plan_fixture_check_refused(), for a part of the message. */
void settle_check_refused (PlanFixture *f,
                           const char *before,
                           GError **error,
                           const char *message);
/** Returns: (transfer full): the text of the last line of the log */
char *settle_dup_last_text (PlanFixture *f,
                            gint64 conflict);
