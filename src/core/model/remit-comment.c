/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody remarks on a plan, or on something in it. */
#include "remit-comment.h"

#include <glib/gi18n-lib.h>

#define SUBJECT_FLAGS (REMIT_FIELD_BOUND | REMIT_FIELD_ALTERNATIVE)

static const RemitField fields[REMIT_COMMENT_N_FIELDS] = {
  [REMIT_COMMENT_PLAN] = REMIT_FIELD_PART_OF ("plan", N_ ("Plan"), PLAN),
  /* what it is on, if not on the plan as a whole */
  [REMIT_COMMENT_TEAM] = REMIT_FIELD_TO ("team", N_ ("Team"), TEAM, SUBJECT_FLAGS),
  [REMIT_COMMENT_SLOT] = REMIT_FIELD_TO ("slot", N_ ("Slot"), SLOT, SUBJECT_FLAGS),
  [REMIT_COMMENT_PERSON] = REMIT_FIELD_TO ("person", N_ ("Person"), PERSON, SUBJECT_FLAGS),
  [REMIT_COMMENT_DECISION] = REMIT_FIELD_TO ("decision", N_ ("Decision"), DECISION, SUBJECT_FLAGS),
  [REMIT_COMMENT_TEXT] = { .name = "text", .label = N_ ("Comment"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_MULTILINE },
  [REMIT_COMMENT_AUTHOR] = { .name = "author", .label = N_ ("Author"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_PERSON_NAME, .maximum = 200 },
  [REMIT_COMMENT_DAY] = { .name = "day", .label = N_ ("Day"), .kind = REMIT_FIELD_DATE,
    .flags = REMIT_FIELD_REQUIRED },
  [REMIT_COMMENT_RESOLVED] = { .name = "resolved", .label = N_ ("Resolved"),
    .kind = REMIT_FIELD_BOOLEAN },
  [REMIT_COMMENT_ORIGIN] = REMIT_FIELD_COPIED ("origin", N_ ("Origin")),
};

const RemitEntityInfo remit_comment_info = {
  REMIT_ENTITY_FIELDS (COMMENT, fields),
  .name = "comment",
  .plural = "comments",
  .element = "comment",
  .section = "comments",
  .label = N_ ("Comment"),
  .counted = REMIT_PLURAL ("%'u comment", "%'u comments"),
  /* Translators: who made a comment, and on what */
  .pattern = N_ ("{author} on {team|slot|person|decision|plan}"),
  .labels = {
    [REMIT_VERB_ADD] = N_ ("Comment on {team|slot|person|decision|plan}"),
    [REMIT_VERB_DELETE] = N_ ("Delete comment on {team|slot|person|decision|plan}"),
  },
  .is_internal = TRUE,
  .has_form = TRUE,
};
