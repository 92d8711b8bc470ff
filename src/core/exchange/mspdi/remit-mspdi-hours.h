/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The working hours of a workspace, as a calendar of a project has them. */
#pragma once

#include "store/remit-store.h"

/**
 * RemitMspdiHours:
 * @from: minutes of the day
 * @until: after @from
 * @days: a bit for each day of the week, Monday the lowest
 * @holidays: (element-type gint64): days, in rising order
 */
typedef struct {
  gint64 from;
  gint64 until;
  gint64 days;
  GArray *holidays;
} RemitMspdiHours;

/** Errors: %REMIT_STORE_ERROR */
gboolean remit_mspdi_hours_read (RemitMspdiHours *self,
                                 RemitStore *store,
                                 GError **error);
void remit_mspdi_hours_clear (RemitMspdiHours *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitMspdiHours, remit_mspdi_hours_clear)

/** Returns: whether a day of the week is one of work; 0 is Monday */
gboolean remit_mspdi_hours_has_weekday (const RemitMspdiHours *self,
                                        guint weekday);

/** Returns: the working time from one day to another, both included, in minutes */
gint64 remit_mspdi_hours_count (const RemitMspdiHours *self,
                                gint64 from,
                                gint64 until);
