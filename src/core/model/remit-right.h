/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One letter of a decision, held by a slot, a role or a person. */
#pragma once

#include "remit-framework.h"
#include "remit-record.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_RIGHT_PLAN,
  REMIT_RIGHT_DECISION,
  REMIT_RIGHT_SLOT,
  REMIT_RIGHT_ROLE,
  REMIT_RIGHT_PERSON,
  REMIT_RIGHT_LETTER,
  REMIT_RIGHT_ACKNOWLEDGEMENT,
  REMIT_RIGHT_ORIGIN,
  REMIT_RIGHT_N_FIELDS
};

/** The choices of the field `acknowledgement`. */
typedef enum {
  REMIT_ACKNOWLEDGEMENT_PENDING,
  REMIT_ACKNOWLEDGEMENT_ACCEPTED,
  REMIT_ACKNOWLEDGEMENT_DECLINED,
} RemitAcknowledgement;

/** Returns: (transfer full): a letter that a slot, role or person holds in a decision of a plan */
RemitRecord *remit_right_create (gint64 plan,
                                 gint64 decision,
                                 RemitKind holder_kind,
                                 gint64 holder,
                                 RemitLetter letter);
