/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One design of one or more teams. */
#include "remit-plan.h"

#include <glib/gi18n-lib.h>

static const RemitChoice kinds[] = {
  { "baseline", N_ ("Baseline") },
  { "scenario", N_ ("Scenario") },
  { NULL, NULL },
};

static const RemitChoice statuses[] = {
  { "draft", N_ ("Draft") },
  { "published", N_ ("Published") },
  { "archived", N_ ("Archived") },
  { NULL, NULL },
};

static const RemitField fields[] = {
  [REMIT_PLAN_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED, .maximum = 200 },
  [REMIT_PLAN_PURPOSE] = { .name = "purpose", .label = N_ ("Purpose"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_MULTILINE },
  [REMIT_PLAN_KIND] = { .name = "kind", .label = N_ ("Kind"), .kind = REMIT_FIELD_ENUM,
    .choices = kinds },
  /* the plan that a scenario was made from; not in files, which have one plan each */
  [REMIT_PLAN_BASE] = { .name = "base", .label = N_ ("Made from"), .kind = REMIT_FIELD_REFERENCE,
    .flags = REMIT_FIELD_IMPLIED, .target = REMIT_KIND_PLAN },
  [REMIT_PLAN_STATUS] = { .name = "status", .label = N_ ("Status"), .kind = REMIT_FIELD_ENUM,
    .choices = statuses },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == REMIT_PLAN_N_FIELDS);

const RemitEntityInfo remit_plan_info = {
  .kind = REMIT_KIND_PLAN,
  .name = "plan",
  .plural = "plans",
  .element = "plan",
  .label = N_ ("Plan"),
  .counted = REMIT_PLURAL ("%'u plan", "%'u plans"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .get_type = remit_plan_get_type,
  .has_form = TRUE,
};

REMIT_DEFINE_ENTITY (RemitPlan, remit_plan, remit_plan_info)
