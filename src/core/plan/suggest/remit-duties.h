/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which roles one person must not hold in one team. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * RemitDuty:
 * @REMIT_DUTY_BUILDS: who builds models
 * @REMIT_DUTY_VALIDATES: who validates them
 *
 * By the groups of roles, as in the rule SOD-1, data/rules/sod-1.xml.
 */
typedef enum {
  REMIT_DUTY_NONE,
  REMIT_DUTY_BUILDS,
  REMIT_DUTY_VALIDATES,
} RemitDuty;

RemitDuty remit_duty_of_slot (RemitWorkspace *workspace,
                              RemitEntity *slot);

/** Returns: whether one person must not have both in one team */
gboolean remit_duties_are_separate (RemitDuty a,
                                    RemitDuty b);

/** Returns: what a person has to do in a team already, as a set of bits by duty */
guint remit_duties_of_person (RemitWorkspace *workspace,
                              gint64 team,
                              gint64 person);
