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
  { "in-review", N_ ("In review") },
  { "approved", N_ ("Approved") },
  { "rejected", N_ ("Rejected") },
  { "published", N_ ("Published") },
  { "archived", N_ ("Archived") },
  { NULL, NULL },
};

static const RemitField fields[REMIT_PLAN_N_FIELDS] = {
  [REMIT_PLAN_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED, .maximum = 200 },
  [REMIT_PLAN_PURPOSE] = { .name = "purpose", .label = N_ ("Purpose"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_MULTILINE },
  [REMIT_PLAN_KIND] = { .name = "kind", .label = N_ ("Kind"), .kind = REMIT_FIELD_ENUM,
    .choices = kinds },
  /* the plan that a scenario was made from; not in files, which have one plan each */
  [REMIT_PLAN_BASE] = REMIT_FIELD_TO ("base", N_ ("Based on"), PLAN, REMIT_FIELD_IMPLIED),
  [REMIT_PLAN_STATUS] = { .name = "status", .label = N_ ("Status"), .kind = REMIT_FIELD_ENUM,
    .choices = statuses },
  /* who gave it the status, and when; nobody of a draft */
  [REMIT_PLAN_STATUS_BY] = { .name = "status-by", .label = N_ ("Status set by"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_CONFIDENTIAL, .maximum = 200 },
  [REMIT_PLAN_STATUS_AT] = { .name = "status-at", .label = N_ ("Status set on"),
    .kind = REMIT_FIELD_TIME },
  /* the entry of the history at which a scenario and its base were last level, 0 when that is not
   * known; not in files, which have no history */
  [REMIT_PLAN_BASE_ENTRY] = { .name = "base-entry", .label = N_ ("Last level with its base"),
    .kind = REMIT_FIELD_INTEGER, .flags = REMIT_FIELD_IMPLIED,
    .maximum = G_GINT64_CONSTANT (9007199254740991) }, /* as JSON can have it */
  /* of a template: the group that it is listed in, and what it is meant for */
  [REMIT_PLAN_CATEGORY] = { .name = "category", .label = N_ ("Category"),
    .kind = REMIT_FIELD_TEXT, .maximum = 200 },
  [REMIT_PLAN_SUITED_FOR] = { .name = "suited-for", .label = N_ ("Suited for"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MULTILINE },
  [REMIT_PLAN_NOT_FOR] = { .name = "not-for", .label = N_ ("Not suited for"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MULTILINE },
  [REMIT_PLAN_SOURCE] = { .name = "source", .label = N_ ("Source"), .kind = REMIT_FIELD_TEXT,
    .maximum = 500 },
};

const RemitEntityInfo remit_plan_info = {
  REMIT_ENTITY_FIELDS (PLAN, fields),
  .name = "plan",
  .plural = "plans",
  .element = "plan",
  .label = N_ ("Plan"),
  .counted = REMIT_PLURAL ("%'u plan", "%'u plans"),
  .has_form = TRUE,
};
