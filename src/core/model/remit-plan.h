/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One design of one or more teams. */
#pragma once

#include "remit-field.h"

typedef enum {
  REMIT_PLAN_KIND_BASELINE,
  REMIT_PLAN_KIND_SCENARIO,
} RemitPlanKind;

typedef enum {
  REMIT_PLAN_STATUS_DRAFT,
  REMIT_PLAN_STATUS_IN_REVIEW,
  REMIT_PLAN_STATUS_APPROVED,
  REMIT_PLAN_STATUS_REJECTED,
  REMIT_PLAN_STATUS_PUBLISHED,
  REMIT_PLAN_STATUS_ARCHIVED,
} RemitPlanStatus;

/** The fields, in the order of the table. */
enum
{
  REMIT_PLAN_NAME,
  REMIT_PLAN_PURPOSE,
  REMIT_PLAN_KIND,
  REMIT_PLAN_BASE,
  REMIT_PLAN_STATUS,
  REMIT_PLAN_STATUS_BY,
  REMIT_PLAN_STATUS_AT,
  REMIT_PLAN_BASE_ENTRY,
  REMIT_PLAN_N_FIELDS
};
