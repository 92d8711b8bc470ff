/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One letter of a decision, held by a slot, a role or a person. */
#include "remit-right.h"

#include <glib/gi18n-lib.h>

static const RemitChoice acknowledgements[] = {
  /* Translators: whether somebody has agreed to hold a right */
  { "pending", N_ ("Not asked yet") },
  { "accepted", N_ ("Accepted") },
  { "declined", N_ ("Declined") },
  { NULL, NULL },
};

#define HOLDER_FLAGS (REMIT_FIELD_BOUND | REMIT_FIELD_KEY | REMIT_FIELD_ALTERNATIVE)

static const RemitField fields[REMIT_RIGHT_N_FIELDS] = {
  [REMIT_RIGHT_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_RIGHT_DECISION] = REMIT_FIELD_PART_OF ("decision", N_ ("Decision"), DECISION),
  /* of these three exactly one is there: the holder */
  [REMIT_RIGHT_SLOT] = REMIT_FIELD_TO ("slot", N_ ("Slot"), SLOT, HOLDER_FLAGS),
  [REMIT_RIGHT_ROLE] = REMIT_FIELD_TO ("role", N_ ("Role"), ROLE, HOLDER_FLAGS),
  [REMIT_RIGHT_PERSON] = REMIT_FIELD_TO ("person", N_ ("Person"), PERSON, HOLDER_FLAGS),
  [REMIT_RIGHT_LETTER] = { .name = "letter", .label = N_ ("Letter"), .kind = REMIT_FIELD_ENUM,
    .flags = REMIT_FIELD_KEY, .choices = remit_letter_choices },
  [REMIT_RIGHT_ACKNOWLEDGEMENT] = { .name = "acknowledgement", .label = N_ ("Acknowledgement"),
    .kind = REMIT_FIELD_ENUM, .choices = acknowledgements },
  [REMIT_RIGHT_ORIGIN] = REMIT_FIELD_COPIED ("origin", N_ ("Origin")),
};

const RemitEntityInfo remit_right_info = {
  REMIT_ENTITY_FIELDS (RIGHT, fields),
  .name = "right",
  .plural = "rights",
  .element = "right",
  .label = N_ ("Right"),
  .counted = REMIT_PLURAL ("%'u right", "%'u rights"),
  .pattern = N_ ("{letter} of {slot|role|person} for {decision}"),
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Assign right {}"),
    [REMIT_VERB_DELETE] = N_ ("Remove right {}"),
  },
};

RemitRecord *
remit_right_create (gint64 plan,
                    gint64 decision,
                    RemitKind holder_kind,
                    gint64 holder,
                    RemitLetter letter)
{
  RemitRecord *right = remit_record_new (REMIT_KIND_RIGHT);
  int field = remit_entity_info_find_alternative (&remit_right_info, holder_kind);

  remit_record_set_integer (right, REMIT_RIGHT_PLAN, plan);
  remit_record_set_integer (right, REMIT_RIGHT_DECISION, decision);
  remit_record_set_integer (right, (guint) field, holder);
  remit_record_set_integer (right, REMIT_RIGHT_LETTER, letter);
  return right;
}
