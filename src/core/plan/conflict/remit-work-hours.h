/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a clock that counts calendar or working hours has run out. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * RemitWorkHours:
 *
 * The days and hours of work of a workspace, in the time zone of one person.
 */
typedef struct _RemitWorkHours RemitWorkHours;

/**
 * remit_work_hours_new:
 * @person: (nullable): whose clock it is; without one, or when they have no time zone, or one that
 *   is not known here, it is that of the workspace, and last that of this computer
 */
RemitWorkHours *remit_work_hours_new (RemitWorkspace *workspace,
                                      RemitEntity *person);
void remit_work_hours_free (RemitWorkHours *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitWorkHours, remit_work_hours_free)

/**
 * remit_work_hours_add:
 * @start: milliseconds since 1970
 *
 * When @minutes have passed since @start: of real time, or of time within the working hours of days
 * of work that are no holidays. A day with a change of the clocks in its working hours has an hour
 * more or less. Where there are no such days within ten years, all hours count.
 *
 * Returns: milliseconds since 1970
 */
gint64 remit_work_hours_add (const RemitWorkHours *self,
                             gint64 start,
                             gint64 minutes,
                             RemitClockKind clock);

/** Returns: (transfer full): a time as it is there, with its weekday, and with the zone when it is
 *   not the local one */
char *remit_work_hours_display (const RemitWorkHours *self,
                                gint64 time);
