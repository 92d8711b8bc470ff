/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One letter of a decision, held by a slot, a role or a person. */
#include "remit-right.h"

#include <glib/gi18n-lib.h>

static const RemitChoice acknowledgements[] = {
  /* Translators: whether somebody has agreed to hold a right */
  { "pending", N_ ("Not yet asked") },
  { "accepted", N_ ("Accepted") },
  { "declined", N_ ("Declined") },
  { NULL, NULL },
};

#define HOLDER_FLAGS (REMIT_FIELD_BOUND | REMIT_FIELD_KEY | REMIT_FIELD_ALTERNATIVE)

static const RemitField fields[] = {
  [REMIT_RIGHT_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_RIGHT_DECISION] = REMIT_FIELD_PART_OF ("decision", N_ ("Decision"), DECISION),
  /* of these three exactly one is there: the holder */
  [REMIT_RIGHT_SLOT] = { .name = "slot", .label = N_ ("Slot"), .kind = REMIT_FIELD_REFERENCE,
    .flags = HOLDER_FLAGS, .target = REMIT_KIND_SLOT },
  [REMIT_RIGHT_ROLE] = { .name = "role", .label = N_ ("Role"), .kind = REMIT_FIELD_REFERENCE,
    .flags = HOLDER_FLAGS, .target = REMIT_KIND_ROLE },
  [REMIT_RIGHT_PERSON] = { .name = "person", .label = N_ ("Person"),
    .kind = REMIT_FIELD_REFERENCE, .flags = HOLDER_FLAGS, .target = REMIT_KIND_PERSON },
  [REMIT_RIGHT_LETTER] = { .name = "letter", .label = N_ ("Letter"), .kind = REMIT_FIELD_ENUM,
    .flags = REMIT_FIELD_KEY, .choices = remit_letter_choices },
  [REMIT_RIGHT_ACKNOWLEDGEMENT] = { .name = "acknowledgement", .label = N_ ("Acknowledgement"),
    .kind = REMIT_FIELD_ENUM, .choices = acknowledgements },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == REMIT_RIGHT_N_FIELDS);

const RemitEntityInfo remit_right_info = {
  .kind = REMIT_KIND_RIGHT,
  .name = "right",
  .plural = "rights",
  .element = "right",
  .label = N_ ("Right"),
  .counted = REMIT_PLURAL ("%'u right", "%'u rights"),
  .pattern = N_ ("{letter} of {slot|role|person} for {decision}"),
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Give right {}"),
    [REMIT_VERB_DELETE] = N_ ("Take right {}"),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .get_type = remit_right_get_type,
};

REMIT_DEFINE_ENTITY (RemitRight, remit_right, remit_right_info)

int
remit_right_get_holder_field (RemitKind kind)
{
  return remit_entity_info_find_alternative (&remit_right_info, kind);
}

RemitRecord *
remit_right_create (gint64 plan,
                    gint64 decision,
                    RemitKind holder_kind,
                    gint64 holder,
                    RemitLetter letter)
{
  RemitRecord *right = remit_record_new (REMIT_KIND_RIGHT);

  remit_record_set_integer (right, REMIT_RIGHT_PLAN, plan);
  remit_record_set_integer (right, REMIT_RIGHT_DECISION, decision);
  remit_record_set_integer (right, (guint) remit_right_get_holder_field (holder_kind), holder);
  remit_record_set_integer (right, REMIT_RIGHT_LETTER, letter);
  return right;
}
