/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in a conflict, with which position and interest. */
#include "remit-party.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[REMIT_PARTY_N_FIELDS] = {
  [REMIT_PARTY_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_PARTY_CONFLICT] = REMIT_FIELD_PART_OF ("conflict", N_ ("Conflict"), CONFLICT),
  [REMIT_PARTY_PERSON] = REMIT_FIELD_TO ("person", N_ ("Person"), PERSON, REMIT_FIELD_ONCE),
  /* it stays when the person is deleted */
  [REMIT_PARTY_NAME] = { .name = "name", .label = N_ ("Name"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_PERSON_NAME, .maximum = 200 },
  /* what they want */
  [REMIT_PARTY_POSITION] = { .name = "position", .label = N_ ("Position"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MULTILINE | REMIT_FIELD_CONFIDENTIAL },
  /* why they want it: Fisher, Ury, Getting to Yes (1981) */
  [REMIT_PARTY_INTEREST] = { .name = "interest", .label = N_ ("Interest"),
    .kind = REMIT_FIELD_TEXT, .flags = REMIT_FIELD_MULTILINE | REMIT_FIELD_CONFIDENTIAL },
};

const RemitEntityInfo remit_party_info = {
  REMIT_ENTITY_FIELDS (PARTY, fields),
  .name = "party",
  .plural = "parties",
  .element = "party",
  .label = N_ ("Party"),
  .counted = REMIT_PLURAL ("%'u party", "%'u parties"),
  .labels = {
    [REMIT_VERB_DELETE] = N_ ("Remove party {}"),
  },
  .on_demand = TRUE,
  .is_detail = TRUE,
  .stays_behind = TRUE,
};
