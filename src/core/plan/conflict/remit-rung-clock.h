/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time limit of a level: when it ends, and how it is displayed. */
#pragma once

#include "store/workspace/remit-workspace.h"

/* Each takes a rung of a ladder or of a conflict, whose plan is loaded, and the team that the
 * conflict is in, 0 for the plan. Whoever is asked first on the level has the clock: hours count in
 * their time zone. */

/**
 * remit_rung_clock_get_due:
 * @start: when a conflict comes onto the level, in milliseconds since 1970
 *
 * The time limit counts calendar hours or working hours, as the rung says: see
 * remit_work_hours_add().
 *
 * Returns: when its time is up, in milliseconds since 1970
 */
gint64 remit_rung_clock_get_due (RemitWorkspace *workspace,
                                 const RemitRecord *rung,
                                 gint64 team,
                                 gint64 start);

/**
 * remit_rung_clock_display:
 * @due: in milliseconds since 1970
 *
 * Returns: (transfer full): the time by the clock of the user and, where that is another one, by
 *   that of the level today: "Tue 1/3/26 15:00 (Tue 1/3/26 09:00 EST)"
 */
char *remit_rung_clock_display (RemitWorkspace *workspace,
                                const RemitRecord *rung,
                                gint64 team,
                                gint64 due);
