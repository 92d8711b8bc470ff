/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One level of an escalation ladder: who is asked, for how long, and what they may do. */
#include "remit-rung.h"

#include <glib/gi18n-lib.h>

const RemitChoice remit_clock_choices[] = {
  { "calendar", N_ ("Calendar hours") },
  { "working", N_ ("Working hours") },
  { NULL, NULL },
};

const RemitChoice remit_rung_action_choices[] = {
  /* Translators: what somebody on an escalation ladder may do */
  { "mediate", N_ ("Mediate") },
  { "decide", N_ ("Decide") },
  { NULL, NULL },
};

static const RemitField fields[] = {
  [REMIT_RUNG_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_RUNG_LADDER] = REMIT_FIELD_PART_OF ("ladder", N_ ("Ladder"), LADDER),
  /* rungs stand in rising order, equal ones by id */
  [REMIT_RUNG_POSITION] = { .name = "position", .label = N_ ("Position"),
    .kind = REMIT_FIELD_INTEGER, .flags = REMIT_FIELD_ORDER, .maximum = 2147483647 },
  REMIT_RUNG_FIELDS (REMIT_RUNG)
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == REMIT_RUNG_N_FIELDS);

const RemitEntityInfo remit_rung_info = {
  .kind = REMIT_KIND_RUNG,
  .name = "rung",
  .plural = "rungs",
  .element = "rung",
  .label = N_ ("Rung"),
  .counted = REMIT_PLURAL ("%'u level", "%'u levels"),
  .pattern = "{ladder}",
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Add level to {ladder}"),
    [REMIT_VERB_DELETE] = N_ ("Delete level of {ladder}"),
  },
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .get_type = remit_rung_get_type,
  .is_detail = TRUE,
};

REMIT_DEFINE_ENTITY (RemitRung, remit_rung, remit_rung_info)
