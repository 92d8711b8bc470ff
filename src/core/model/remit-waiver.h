/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who accepts a finding, why and until when. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_WAIVER_PLAN,
  REMIT_WAIVER_RULE,
  REMIT_WAIVER_TEAM,
  REMIT_WAIVER_SLOT,
  REMIT_WAIVER_PERSON,
  REMIT_WAIVER_DECISION,
  REMIT_WAIVER_ASSIGNMENT,
  REMIT_WAIVER_ROLE,
  REMIT_WAIVER_SKILL,
  REMIT_WAIVER_ACTOR,
  REMIT_WAIVER_REASON,
  REMIT_WAIVER_UNTIL,
  REMIT_WAIVER_CONFLICT,
  REMIT_WAIVER_LADDER,
  REMIT_WAIVER_ORIGIN,
  REMIT_WAIVER_N_FIELDS
};

/** How many subjects a finding can have. */
#define REMIT_WAIVER_N_SUBJECTS 9

/** Returns: the field for a subject, which are numbered from 0 */
guint remit_waiver_get_subject_field (guint subject);
