/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group with a purpose. */
#pragma once

#include "remit-field.h"

typedef enum {
  REMIT_TOPOLOGY_UNSET,
  REMIT_TOPOLOGY_STREAM_ALIGNED,
  REMIT_TOPOLOGY_PLATFORM,
  REMIT_TOPOLOGY_ENABLING,
  REMIT_TOPOLOGY_COMPLICATED_SUBSYSTEM,
} RemitTopology;

typedef enum {
  REMIT_AI_RISK_UNASSESSED,
  REMIT_AI_RISK_MINIMAL,
  REMIT_AI_RISK_LIMITED,
  REMIT_AI_RISK_HIGH,
} RemitAiRisk;

/** The fields, in the order of the table. */
enum
{
  REMIT_TEAM_PLAN,
  REMIT_TEAM_PARENT,
  REMIT_TEAM_NAME,
  REMIT_TEAM_PURPOSE,
  REMIT_TEAM_TOPOLOGY,
  REMIT_TEAM_AI_RISK,
  REMIT_TEAM_ML,
  REMIT_TEAM_POSITION,
  REMIT_TEAM_ORIGIN,
  REMIT_TEAM_ON_CALL,
  REMIT_TEAM_SITES,
  REMIT_TEAM_PLATFORM_TEAM,
  REMIT_TEAM_DATA_TEAM,
  REMIT_TEAM_N_FIELDS
};

/** Separates section and stage in the first line of a purpose, as an import of slots writes it. */
#define REMIT_TEAM_STAGE_SEPARATOR " · "
