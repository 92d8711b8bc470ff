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

static const RemitField fields[REMIT_RUNG_N_FIELDS] = {
  [REMIT_RUNG_PLAN] = REMIT_FIELD_WITHIN ("plan", N_ ("Plan"), PLAN),
  [REMIT_RUNG_LADDER] = REMIT_FIELD_PART_OF ("ladder", N_ ("Ladder"), LADDER),
  /* rungs stand in rising order, equal ones by id */
  [REMIT_RUNG_POSITION] = REMIT_FIELD_PLACE ("position", N_ ("Position")),
  REMIT_RUNG_FIELDS (REMIT_RUNG)
  [REMIT_RUNG_ORIGIN] = REMIT_FIELD_COPIED ("origin", N_ ("Origin")),
};

const RemitEntityInfo remit_rung_info = {
  REMIT_ENTITY_FIELDS (RUNG, fields),
  .name = "rung",
  .plural = "rungs",
  .element = "rung",
  .label = N_ ("Level"),
  .counted = REMIT_PLURAL ("%'u level", "%'u levels"),
  .pattern = "{ladder}",
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Add level to {ladder}"),
    [REMIT_VERB_DELETE] = N_ ("Delete level of {ladder}"),
    [REMIT_VERB_MOVE] = N_ ("Move level of {ladder}"),
  },
  .is_detail = TRUE,
};
