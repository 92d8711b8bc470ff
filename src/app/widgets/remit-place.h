/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where something is on the board of a plan. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * remit_place_find_assignment:
 * @slot: the slot that is preferred, or 0
 *
 * Returns: the id of an assignment of a person in a plan, or 0
 */
gint64 remit_place_find_assignment (RemitWorkspace *workspace,
                                    gint64 plan,
                                    gint64 person,
                                    gint64 slot);

/** Returns: whether something can be shown on the board of its plan, or a person on that of
 * @plan */
gboolean remit_place_is_on_board (RemitWorkspace *workspace,
                                  gint64 plan,
                                  RemitKind kind,
                                  gint64 id);
