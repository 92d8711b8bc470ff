/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disagreement: what it is about, how far it has come, and how it ended. */
#pragma once

#include "remit-field.h"

/** The fields, in the order of the table. */
enum
{
  REMIT_CONFLICT_PLAN,
  REMIT_CONFLICT_TEAM,
  REMIT_CONFLICT_TITLE,
  REMIT_CONFLICT_DESCRIPTION,
  REMIT_CONFLICT_IMPACT,
  REMIT_CONFLICT_TYPE,
  REMIT_CONFLICT_SEVERITY,
  REMIT_CONFLICT_VISIBILITY,
  REMIT_CONFLICT_RAISED,
  REMIT_CONFLICT_RAISER,
  REMIT_CONFLICT_PERSON,
  REMIT_CONFLICT_OWNER,
  REMIT_CONFLICT_TARGET,
  REMIT_CONFLICT_STATUS,
  REMIT_CONFLICT_LADDER,
  REMIT_CONFLICT_REPEAT,
  REMIT_CONFLICT_RUNG,
  REMIT_CONFLICT_ENTERED,
  REMIT_CONFLICT_DUE,
  REMIT_CONFLICT_RAN_OUT,
  REMIT_CONFLICT_DECISION,
  REMIT_CONFLICT_MODE,
  REMIT_CONFLICT_RESOLUTION,
  REMIT_CONFLICT_ENDED,
  REMIT_CONFLICT_N_FIELDS
};

/** The choices of the field `type`. */
typedef enum {
  REMIT_CONFLICT_TECHNICAL,
  REMIT_CONFLICT_PRIORITY,
  REMIT_CONFLICT_RESOURCE,
  REMIT_CONFLICT_DATA,
  REMIT_CONFLICT_ETHICS,
  REMIT_CONFLICT_COMPLIANCE,
  REMIT_CONFLICT_INTERPERSONAL,
  REMIT_N_CONFLICT_TYPES
} RemitConflictType;

/** The choices of the field `visibility`: who may read of it. */
typedef enum {
  REMIT_VISIBILITY_TEAM,
  REMIT_VISIBILITY_PARTIES,
  REMIT_VISIBILITY_PRIVATE,
} RemitVisibility;

/** The choices of the field `status`; up to the first that is over, they rise. */
typedef enum {
  REMIT_CONFLICT_OPEN,
  REMIT_CONFLICT_MEDIATING,
  REMIT_CONFLICT_ESCALATED,
  REMIT_CONFLICT_RESOLVED,
  REMIT_CONFLICT_CLOSED,
  REMIT_CONFLICT_WITHDRAWN,
} RemitConflictStatus;

/** The choices of the field `mode`: how it was settled. */
typedef enum {
  REMIT_MODE_NONE,
  REMIT_MODE_COMPETING,
  REMIT_MODE_COLLABORATING,
  REMIT_MODE_COMPROMISING,
  REMIT_MODE_AVOIDING,
  REMIT_MODE_ACCOMMODATING,
  REMIT_N_MODES
} RemitMode;

#define REMIT_SEVERITY_HIGHEST 4

/** Returns: whether a status is one in which the conflict still goes on */
gboolean remit_conflict_status_is_running (RemitConflictStatus status);
