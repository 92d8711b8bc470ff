/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person in a slot, at an allocation, over dates. */
#pragma once

#include "remit-entity.h"

G_BEGIN_DECLS

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
  REMIT_ASSIGNMENT_N_FIELDS
};

#define REMIT_TYPE_ASSIGNMENT (remit_assignment_get_type ())
G_DECLARE_FINAL_TYPE (RemitAssignment, remit_assignment, REMIT, ASSIGNMENT, RemitEntity)

G_END_DECLS
