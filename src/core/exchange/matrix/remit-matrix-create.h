/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams, roles and slots that a matrix names, and the plan lacks. */
#pragma once

#include "remit-matrix-rows.h"

/**
 * remit_matrix_create_team:
 *
 * Returns: a new team of the plan, the last one, which the run knows then; 0 with @error set
 */
gint64 remit_matrix_create_team (RemitMatrixRun *run,
                                 const char *name,
                                 GError **error);

/** Returns: the only team of the plan, or a new one with its name if there is none; 0 for several,
 * and with @error set */
gint64 remit_matrix_create_only_team (RemitMatrixRun *run,
                                      GError **error);

/**
 * remit_matrix_create_holders:
 * @rows: what was read: the teams of decisions
 *
 * Makes the role of each new column, unless there is one, and a slot of it: in the team that its
 * header names; or in each team of which the file has decisions in which it has a part; without a
 * column of teams, in the team of the decisions. The rights of the column are the slot's then, or
 * the role's when there are several or none.
 */
gboolean remit_matrix_create_holders (RemitMatrixRun *run,
                                      const RemitMatrixRows *rows,
                                      GError **error);
