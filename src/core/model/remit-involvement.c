/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another team that a conflict is in, beside its own. */
#include "remit-involvement.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[] = {
  [REMIT_INVOLVEMENT_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_INVOLVEMENT_CONFLICT] = REMIT_FIELD_PART_OF ("conflict", N_ ("Conflict"), CONFLICT),
  [REMIT_INVOLVEMENT_TEAM] = { .name = "team", .label = N_ ("Team"),
    .kind = REMIT_FIELD_REFERENCE, .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_BOUND,
    .target = REMIT_KIND_TEAM },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == REMIT_INVOLVEMENT_N_FIELDS);

const RemitEntityInfo remit_involvement_info = {
  .kind = REMIT_KIND_INVOLVEMENT,
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
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .get_type = remit_involvement_get_type,
  .on_demand = TRUE,
  .is_detail = TRUE,
  .stays_behind = TRUE,
};

REMIT_DEFINE_ENTITY (RemitInvolvement, remit_involvement, remit_involvement_info)
