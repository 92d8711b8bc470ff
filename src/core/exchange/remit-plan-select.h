/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows belong to a plan, and in which order, as the tables of fields say. */
#pragma once

#include "remit-audience.h"
#include "store/remit-store.h"

/* Parameter 1 is the id that is asked for. What an audience is not given is not read: kinds, and
 * conflicts that are not for all with what is part of these. */

/** Adds to a WHERE that the row of @info whose table is called `t` is not such a conflict, nor part
 * of one, unless parameter 2 is true. */
void remit_plan_select_add_visible (GString *sql,
                                    const RemitEntityInfo *info);

/**
 * remit_plan_select_all:
 *
 * The rows of a kind in a plan: of parts, those of the owner with the id; of what is of a plan,
 * those of the plan with the id; of what plans share, those that the plan refers to. They are in
 * the order that people gave them, or else by time, by keys, or by id, so that equal plans give
 * equal bytes.
 *
 * Returns: (transfer none) (nullable): a SELECT as of remit_store_get_select(); %NULL for kinds
 *   that are not in files
 */
const char *remit_plan_select_all (RemitKind kind,
                                   RemitAudience audience);

/** Returns: (transfer none): the SELECT for the row with an id */
const char *remit_plan_select_one (RemitKind kind,
                                   RemitAudience audience);

/**
 * remit_plan_select_used_elsewhere:
 *
 * Returns: (transfer none) (nullable): a SELECT of the ids of those that other plans than the one
 *   with the id refer to; %NULL for kinds that plans do not share
 */
const char *remit_plan_select_used_elsewhere (RemitKind kind);

/** Returns: (transfer none): a SELECT of about how many rows the file of a plan has */
const char *remit_plan_select_count (void);
