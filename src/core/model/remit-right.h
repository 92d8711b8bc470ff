/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One letter of a decision, held by a slot, a role or a person. */
#pragma once

#include "remit-entity.h"
#include "remit-framework.h"

G_BEGIN_DECLS

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
  REMIT_RIGHT_N_FIELDS
};

/** The choices of the field `acknowledgement`. */
typedef enum {
  REMIT_ACKNOWLEDGEMENT_PENDING,
  REMIT_ACKNOWLEDGEMENT_ACCEPTED,
  REMIT_ACKNOWLEDGEMENT_DECLINED,
} RemitAcknowledgement;

#define REMIT_TYPE_RIGHT (remit_right_get_type ())
G_DECLARE_FINAL_TYPE (RemitRight, remit_right, REMIT, RIGHT, RemitEntity)

/** Returns: (transfer full): a letter that a slot, role or person holds in a decision of a plan */
RemitRecord *remit_right_create (gint64 plan,
                                 gint64 decision,
                                 RemitKind holder_kind,
                                 gint64 holder,
                                 RemitLetter letter);

/** Returns: the field in which a right's holder of @kind stands; -1 for other kinds */
int remit_right_get_holder_field (RemitKind kind);

G_END_DECLS
