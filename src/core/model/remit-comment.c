/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody remarks on a plan, or on something in it. */
#include "remit-comment.h"

#include <glib/gi18n-lib.h>

#define SUBJECT_FLAGS (REMIT_FIELD_BOUND | REMIT_FIELD_ALTERNATIVE)

static const RemitField fields[] = {
  [REMIT_COMMENT_PLAN] = REMIT_FIELD_PART_OF ("plan", N_ ("Plan"), PLAN),
  /* what it is on, if not on the plan as a whole */
  [REMIT_COMMENT_TEAM] = { .name = "team", .label = N_ ("Team"), .kind = REMIT_FIELD_REFERENCE,
    .flags = SUBJECT_FLAGS, .target = REMIT_KIND_TEAM },
  [REMIT_COMMENT_SLOT] = { .name = "slot", .label = N_ ("Slot"), .kind = REMIT_FIELD_REFERENCE,
    .flags = SUBJECT_FLAGS, .target = REMIT_KIND_SLOT },
  [REMIT_COMMENT_PERSON] = { .name = "person", .label = N_ ("Person"),
    .kind = REMIT_FIELD_REFERENCE, .flags = SUBJECT_FLAGS, .target = REMIT_KIND_PERSON },
  [REMIT_COMMENT_DECISION] = { .name = "decision", .label = N_ ("Decision"),
    .kind = REMIT_FIELD_REFERENCE, .flags = SUBJECT_FLAGS, .target = REMIT_KIND_DECISION },
  [REMIT_COMMENT_TEXT] = { .name = "text", .label = N_ ("Comment"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED | REMIT_FIELD_MULTILINE },
  [REMIT_COMMENT_AUTHOR] = { .name = "author", .label = N_ ("By"), .kind = REMIT_FIELD_TEXT,
    .flags = REMIT_FIELD_REQUIRED, .maximum = 200 },
  [REMIT_COMMENT_DAY] = { .name = "day", .label = N_ ("Day"), .kind = REMIT_FIELD_DATE,
    .flags = REMIT_FIELD_REQUIRED },
  [REMIT_COMMENT_RESOLVED] = { .name = "resolved", .label = N_ ("Resolved"),
    .kind = REMIT_FIELD_BOOLEAN },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == REMIT_COMMENT_N_FIELDS);

const RemitEntityInfo remit_comment_info = {
  .kind = REMIT_KIND_COMMENT,
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
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .get_type = remit_comment_get_type,
  .is_internal = TRUE,
  .has_form = TRUE,
};

REMIT_DEFINE_ENTITY (RemitComment, remit_comment, remit_comment_info)
