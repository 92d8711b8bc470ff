/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of work roles are, so that rules need not know every role by name. */
#pragma once

#include "remit-field.h"

/** The choices of the field `group` of roles. */
typedef enum {
  REMIT_ROLE_GROUP_UNSET,
  REMIT_ROLE_GROUP_BUILDER,
  REMIT_ROLE_GROUP_SCIENCE,
  REMIT_ROLE_GROUP_EVALUATION,
  REMIT_ROLE_GROUP_SOFTWARE,
  REMIT_ROLE_GROUP_DATA,
  REMIT_ROLE_GROUP_DATA_OWNER,
  REMIT_ROLE_GROUP_PRODUCT,
  REMIT_ROLE_GROUP_ANALYSIS,
  REMIT_ROLE_GROUP_DESIGN,
  REMIT_ROLE_GROUP_DOMAIN,
  REMIT_ROLE_GROUP_USER,
  REMIT_ROLE_GROUP_OPERATIONS,
  REMIT_ROLE_GROUP_SECURITY,
  REMIT_ROLE_GROUP_COMPLIANCE,
  REMIT_ROLE_GROUP_OVERSIGHT,
  REMIT_ROLE_GROUP_VALIDATION,
  REMIT_ROLE_GROUP_RISK,
  REMIT_ROLE_GROUP_PRIVACY,
  REMIT_ROLE_GROUP_OWNER,
  REMIT_ROLE_GROUP_LEAD,
  REMIT_ROLE_GROUP_SPONSOR,
  REMIT_ROLE_GROUP_SUPPORT,
  REMIT_ROLE_N_GROUPS
} RemitRoleGroup;

/** The names of the groups, as in files, and for people. */
extern const RemitChoice remit_role_groups[];

/** @key: the key of a role.
 *
 * For roles whose group is not set, such as those of files before format 1.10.
 *
 * Returns: the group of the ready-made role with that key, or of a usual name of the same work;
 *   %REMIT_ROLE_GROUP_UNSET for others */
RemitRoleGroup remit_role_guess_group (const char *key);

/** Returns: the group of a role, or the guess if it is not set */
RemitRoleGroup remit_role_group_complete (gint64 group,
                                          const char *key);
