/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody remarks on a plan, or on something in it. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_COMMENT_PLAN,
  REMIT_COMMENT_TEAM,
  REMIT_COMMENT_SLOT,
  REMIT_COMMENT_PERSON,
  REMIT_COMMENT_DECISION,
  REMIT_COMMENT_TEXT,
  REMIT_COMMENT_AUTHOR,
  REMIT_COMMENT_DAY,
  REMIT_COMMENT_RESOLVED,
  REMIT_COMMENT_ORIGIN,
  REMIT_COMMENT_N_FIELDS
};
