/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another team that a conflict is in, beside its own. */
#include "remit-involvement.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[REMIT_INVOLVEMENT_N_FIELDS] = {
  [REMIT_INVOLVEMENT_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_INVOLVEMENT_CONFLICT] = REMIT_FIELD_PART_OF ("conflict", N_ ("Conflict"), CONFLICT),
  [REMIT_INVOLVEMENT_TEAM] =
    REMIT_FIELD_TO ("team", N_ ("Team"), TEAM,
                    REMIT_FIELD_REQUIRED | REMIT_FIELD_BOUND | REMIT_FIELD_ONCE),
};

const RemitEntityInfo remit_involvement_info = {
  REMIT_ENTITY_FIELDS (INVOLVEMENT, fields),
  .name = "involvement",
  .plural = "involvements",
  .element = "involves",
  .label = N_ ("Team of a conflict"),
  .counted = REMIT_PLURAL ("%'u other team involved", "%'u other teams involved"),
  .pattern = "{team}",
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Add team {} to the conflict"),
    [REMIT_VERB_DELETE] = N_ ("Remove team {} from the conflict"),
  },
  .on_demand = TRUE,
  .is_detail = TRUE,
  .stays_behind = TRUE,
};
