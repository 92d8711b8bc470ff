/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days and hours of work of a workspace, and its holidays. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define REMIT_TYPE_WORK_HOURS_GROUP (remit_work_hours_group_get_type ())
G_DECLARE_FINAL_TYPE (RemitWorkHoursGroup, remit_work_hours_group, REMIT, WORK_HOURS_GROUP,
                      AdwPreferencesGroup)

G_END_DECLS
