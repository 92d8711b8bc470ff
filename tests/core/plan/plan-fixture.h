/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small plan for the tests of the verbs. */
#pragma once

#include "plan/design/remit-design.h"
#include "plan/load/remit-load.h"
#include "plan/placement/remit-placement.h"
#include "remit-test.h"

/* In all these tests it is this day. */
#define TODAY "2026-02-10"

/**
 * PlanFixture:
 *
 * The plan "Churn" with the teams "Fraud" (slots for an ML engineer, 100 %, and a data engineer,
 * 60 %) and "Platform" (a slot for an ML engineer, 100 %, named "On call"); three people; the skill
 * SQL.
 */
typedef struct {
  char *folder;
  RemitWorkspace *workspace;
  RemitStore *store;
  gint64 plan;
  gint64 fraud, platform;
  gint64 ml_role, data_role;
  gint64 ml, data, on_call;
  gint64 ada, bob, cem;
  gint64 sql;
} PlanFixture;

#define plan_fixture_add(path, test) \
  g_test_add (path, PlanFixture, NULL, plan_fixture_set_up, test, plan_fixture_tear_down)

void plan_fixture_set_up (PlanFixture *self,
                          gconstpointer data);
void plan_fixture_tear_down (PlanFixture *self,
                             gconstpointer data);

/** Puts a person into a slot of the plan, past the verbs. Dates may be empty. */
gint64 plan_fixture_assign (PlanFixture *self,
                            gint64 slot,
                            gint64 person,
                            int allocation,
                            const char *from,
                            const char *until);
/** Sets a field past the verbs. */
void plan_fixture_set (PlanFixture *self,
                       RemitKind kind,
                       gint64 id,
                       guint field,
                       const char *text);
void plan_fixture_add_absence (PlanFixture *self,
                               gint64 person,
                               const char *from,
                               const char *until);
void plan_fixture_add_need (PlanFixture *self,
                            gint64 slot,
                            gint64 skill,
                            int level);
void plan_fixture_add_skill (PlanFixture *self,
                             gint64 person,
                             gint64 skill,
                             int level);
/** A second, published plan with one slot "Advisor" (100 %). Returns: the slot */
gint64 plan_fixture_add_published (PlanFixture *self,
                                   const char *name,
                                   gint64 *plan);

/** A decision under RACI, proposed on 1 February 2026; of the plan when @team is 0. */
gint64 plan_fixture_add_decision (PlanFixture *self,
                                  gint64 team,
                                  const char *title);

/** Returns: (transfer full): all rows, and the length of the history */
char *plan_fixture_dump (PlanFixture *self);
/** Asserts that the last edit has this label, and can be undone and redone. */
void plan_fixture_check_edit (PlanFixture *self,
                              const char *before,
                              const char *label);
/** Asserts that an error says this, that nothing was changed, and frees the error. */
void plan_fixture_check_refused (PlanFixture *self,
                                 const char *before,
                                 GError **error,
                                 const char *message);

gint64 plan_fixture_get (PlanFixture *self,
                         RemitKind kind,
                         gint64 id,
                         guint field);
const char *plan_fixture_get_text (PlanFixture *self,
                                   RemitKind kind,
                                   gint64 id,
                                   guint field);
