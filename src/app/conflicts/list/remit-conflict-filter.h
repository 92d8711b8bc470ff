/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which conflicts are listed: by type, severity and owner. */
#pragma once

#include <adwaita.h>

#include "plan/conflict/remit-conflict-list.h"

/**
 * RemitConflictFilter:
 *
 * A button with a popover, which says what is chosen. Emits `changed` when that is something else.
 */
#define REMIT_TYPE_CONFLICT_FILTER (remit_conflict_filter_get_type ())
G_DECLARE_FINAL_TYPE (RemitConflictFilter, remit_conflict_filter, REMIT, CONFLICT_FILTER, AdwBin)

/** Whose owners there are to choose from; lets those of all through. @workspace: (nullable) */
void remit_conflict_filter_set_plan (RemitConflictFilter *self,
                                     RemitWorkspace *workspace,
                                     gint64 plan);

/** Lets all through. Returns: whether some were not */
gboolean remit_conflict_filter_clear (RemitConflictFilter *self);

/** Has a list show what is chosen. */
void remit_conflict_filter_apply (RemitConflictFilter *self,
                                  RemitConflictList *list);
