/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People who are missing in a newer list, and what to do with them. */
#pragma once

#include <adwaita.h>

/**
 * RemitMissingGroup:
 *
 * Signal `changed`: something else is to become of them.
 */
#define REMIT_TYPE_MISSING_GROUP (remit_missing_group_get_type ())
G_DECLARE_FINAL_TYPE (RemitMissingGroup, remit_missing_group, REMIT, MISSING_GROUP,
                      AdwPreferencesGroup)

/**
 * remit_missing_group_show:
 * @missing: (element-type RemitImportMissing): with nobody in it the group is not seen
 *
 * What was chosen stays chosen.
 */
void remit_missing_group_show (RemitMissingGroup *self,
                               GPtrArray *missing);

/** Chooses what becomes of them without a choice: nothing. */
void remit_missing_group_reset (RemitMissingGroup *self);

/** Returns: the last day that they are to have, as a Julian day number; 0 to leave them */
gint64 remit_missing_group_get_day (RemitMissingGroup *self);
