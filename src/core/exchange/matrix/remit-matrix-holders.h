/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who can hold rights in a plan's matrix, and what the columns of a table call them. */
#pragma once

#include "store/remit-store.h"

/**
 * RemitMatrixHolder:
 * @kind: %REMIT_KIND_SLOT, %REMIT_KIND_ROLE or %REMIT_KIND_PERSON
 * @header: what no other holder is called: "Fraud: ML engineer", "Role: Product manager",
 *   "Person: Ada Lovelace"; equal names are numbered
 * @name: the holder's own name
 * @role: of a slot or a role, else 0
 * @used: whether it holds a right in the plan
 * @team: (nullable): of a role that is to be made: the team of its slot
 * @is_bare: and whether it has none
 */
typedef struct {
  RemitKind kind;
  gint64 id;
  char *header;
  char *name;
  gint64 role;
  gboolean used;
  char *team;
  gboolean is_bare;
} RemitMatrixHolder;

void remit_matrix_holder_free (RemitMatrixHolder *self);

/** Calls a role or a person otherwise in the heads of a table. */
void remit_matrix_holder_rename (RemitMatrixHolder *self,
                                 const char *name);

/**
 * remit_matrix_holders_load:
 *
 * Returns: (transfer full) (element-type RemitMatrixHolder): the slots of the plan in the order of
 *   their teams, then all roles, then all people
 */
GPtrArray *remit_matrix_holders_load (RemitStore *store,
                                      gint64 plan,
                                      GError **error);
