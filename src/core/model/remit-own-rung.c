/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rung of the ladder of a conflict, as the ladder was when the conflict was raised. */
#include "remit-own-rung.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[REMIT_OWN_RUNG_N_FIELDS] = {
  [REMIT_OWN_RUNG_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_OWN_RUNG_CONFLICT] = REMIT_FIELD_PART_OF ("conflict", N_ ("Conflict"), CONFLICT),
  /* the lowest is 1 */
  [REMIT_OWN_RUNG_POSITION] = { .name = "position", .label = N_ ("Position"),
    .kind = REMIT_FIELD_INTEGER, .minimum = 1, .maximum = REMIT_MAX_RUNGS, .initial = 1 },
  REMIT_RUNG_FIELDS (REMIT_OWN_RUNG)
};

const RemitEntityInfo remit_own_rung_info = {
  REMIT_ENTITY_FIELDS (OWN_RUNG, fields),
  .name = "own-rung",
  .plural = "own-rungs",
  .element = "rung",
  .label = N_ ("Level of a conflict"),
  .counted = REMIT_PLURAL ("%'u level of a conflict", "%'u levels of conflicts"),
  .pattern = "{conflict}",
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Add level to {conflict}"),
    [REMIT_VERB_DELETE] = N_ ("Delete level of {conflict}"),
  },
  .on_demand = TRUE,
  .undeletable = N_ ("An open conflict keeps the ladder it was raised with"),
  .is_detail = TRUE,
  .stays_behind = TRUE,
};
