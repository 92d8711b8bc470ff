/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a repair does to dates and allocations, in figures. */
#pragma once

#include "store/workspace/remit-workspace.h"

/** Returns: (transfer full): "Trim: start 1 Jan → 1 Feb, end open → 30 Jun"; an end that stays is
 *   not named, and an open one is 0 */
char *remit_repair_dup_trim (gint64 had_from,
                             gint64 had_until,
                             gint64 from,
                             gint64 until);

/**
 * remit_repair_dup_reductions:
 * @reductions: (element-type RemitReduction): of remit_repair_find_reductions()
 *
 * Returns: (transfer full): "Fraud 80 → 65 %, Churn 40 → 35 %"; slots are named, too, where there
 *   are several in one team
 */
char *remit_repair_dup_reductions (RemitWorkspace *workspace,
                                   GArray *reductions);
