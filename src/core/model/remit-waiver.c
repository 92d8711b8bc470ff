/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who accepts a finding, why and until when. */
#include "remit-waiver.h"

#include <glib/gi18n-lib.h>

static const RemitField fields[REMIT_WAIVER_N_FIELDS] = {
  [REMIT_WAIVER_PLAN] = REMIT_FIELD_PART_OF ("plan", N_ ("Plan"), PLAN),
  /* the id of the rule, such as RACI-1 */
  [REMIT_WAIVER_RULE] = { .name = "rule", .label = N_ ("Rule"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED, .maximum = 100 },
  /* the subjects of the finding, all that it has */
  [REMIT_WAIVER_TEAM] = REMIT_FIELD_TO ("team", N_ ("Team"), TEAM, REMIT_FIELD_BOUND),
  [REMIT_WAIVER_SLOT] = REMIT_FIELD_TO ("slot", N_ ("Slot"), SLOT, REMIT_FIELD_BOUND),
  [REMIT_WAIVER_PERSON] = REMIT_FIELD_TO ("person", N_ ("Person"), PERSON, REMIT_FIELD_BOUND),
  [REMIT_WAIVER_DECISION] =
    REMIT_FIELD_TO ("decision", N_ ("Decision"), DECISION, REMIT_FIELD_BOUND),
  [REMIT_WAIVER_ASSIGNMENT] =
    REMIT_FIELD_TO ("assignment", N_ ("Assignment"), ASSIGNMENT, REMIT_FIELD_BOUND),
  [REMIT_WAIVER_ROLE] = REMIT_FIELD_TO ("role", N_ ("Role"), ROLE, REMIT_FIELD_BOUND),
  [REMIT_WAIVER_SKILL] = REMIT_FIELD_TO ("skill", N_ ("Skill"), SKILL, REMIT_FIELD_BOUND),
  /* the name of who accepts it */
  [REMIT_WAIVER_ACTOR] = { .name = "actor", .label = N_ ("Accepted by"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_PERSON_NAME, .maximum = 200 },
  [REMIT_WAIVER_REASON] = { .name = "reason", .label = N_ ("Reason"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_MULTILINE },
  /* the last day on which it holds; open: for good */
  [REMIT_WAIVER_UNTIL] = { .name = "until", .label = N_ ("Until"), .kind = REMIT_FIELD_DATE },
  /* further subjects */
  [REMIT_WAIVER_CONFLICT] =
    REMIT_FIELD_TO ("conflict", N_ ("Conflict"), CONFLICT, REMIT_FIELD_BOUND),
  [REMIT_WAIVER_LADDER] = REMIT_FIELD_TO ("ladder", N_ ("Ladder"), LADDER, REMIT_FIELD_BOUND),
  [REMIT_WAIVER_ORIGIN] = REMIT_FIELD_COPIED ("origin", N_ ("Origin")),
};

const RemitEntityInfo remit_waiver_info = {
  REMIT_ENTITY_FIELDS (WAIVER, fields),
  .name = "waiver",
  .plural = "waivers",
  .element = "waiver",
  .section = "waivers",
  .label = N_ ("Accepted finding"),
  .counted = REMIT_PLURAL ("%'u accepted finding", "%'u accepted findings"),
  .pattern = "{rule}",
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Accept finding {}"),
    [REMIT_VERB_DELETE] = N_ ("No longer accept finding {}"),
  },
  .is_internal = TRUE,
  .has_no_doubles = TRUE,
};

guint
remit_waiver_get_subject_field (guint subject)
{
  static const guint subjects[] = {
    REMIT_WAIVER_TEAM,       REMIT_WAIVER_SLOT, REMIT_WAIVER_PERSON, REMIT_WAIVER_DECISION,
    REMIT_WAIVER_ASSIGNMENT, REMIT_WAIVER_ROLE, REMIT_WAIVER_SKILL,  REMIT_WAIVER_CONFLICT,
    REMIT_WAIVER_LADDER,
};

  G_STATIC_ASSERT (G_N_ELEMENTS (subjects) == REMIT_WAIVER_N_SUBJECTS);
  g_return_val_if_fail (subject < REMIT_WAIVER_N_SUBJECTS, REMIT_WAIVER_TEAM);
  return subjects[subject];
}
