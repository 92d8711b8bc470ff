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
 * @used: whether it holds a right in the plan
 */
typedef struct {
  RemitKind kind;
  gint64 id;
  char *header;
  char *name;
  gboolean used;
} RemitMatrixHolder;

/**
 * remit_matrix_holders_load:
 *
 * Returns: (transfer full) (element-type RemitMatrixHolder): the slots of the plan in the order of
 *   their teams, then all roles, then all people
 */
GPtrArray *remit_matrix_holders_load (RemitStore *store,
                                      gint64 plan,
                                      GError **error);

/**
 * remit_matrix_holders_find:
 * @header: of a column: a holder's header, or its name when only one slot has it, else only one
 *   role, else only one person; letter case and accents apart
 *
 * Returns: (transfer none) (nullable): the holder that is meant
 */
const RemitMatrixHolder *remit_matrix_holders_find (GPtrArray *holders,
                                                    const char *header);
