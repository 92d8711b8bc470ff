/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person in a slot, at an allocation, over dates. */
#pragma once

#include "remit-field.h"

typedef enum {
  REMIT_ASSIGNMENT_STATE_CONFIRMED,
  REMIT_ASSIGNMENT_STATE_PROPOSED,
} RemitAssignmentState;

/** The fields, in the order of the table. */
enum
{
  REMIT_ASSIGNMENT_PLAN,
  REMIT_ASSIGNMENT_SLOT,
  REMIT_ASSIGNMENT_PERSON,
  REMIT_ASSIGNMENT_ALLOCATION,
  REMIT_ASSIGNMENT_FROM,
  REMIT_ASSIGNMENT_UNTIL,
  REMIT_ASSIGNMENT_STATE,
  REMIT_ASSIGNMENT_ORIGIN,
  REMIT_ASSIGNMENT_N_FIELDS
};
