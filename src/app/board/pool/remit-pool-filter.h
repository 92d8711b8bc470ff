/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the pool shows: by words, by what they have free, by whether they are assigned, by skill. */
#pragma once

#include <gtk/gtk.h>

#include "board/state/remit-touched.h"

#define REMIT_TYPE_POOL_FILTER (remit_pool_filter_get_type ())
G_DECLARE_FINAL_TYPE (RemitPoolFilter, remit_pool_filter, REMIT, POOL_FILTER, GtkFilter)

void remit_pool_filter_set_plan (RemitPoolFilter *self,
                                 RemitWorkspace *workspace,
                                 gint64 plan);

/** What is searched for: see #RemitPersonQuery. */
void remit_pool_filter_set_words (RemitPoolFilter *self,
                                  const char *words);
/** Only those who have time, and only those who are in no slot of the plan. */
void remit_pool_filter_set_only (RemitPoolFilter *self,
                                 gboolean free,
                                 gboolean unassigned);
/** @skill: 0 for any */
void remit_pool_filter_set_skill (RemitPoolFilter *self,
                                  gint64 skill);

/** To be called when people, assignments or skills have changed. */
void remit_pool_filter_refresh (RemitPoolFilter *self);

/** Whether it lets somebody through whom it did not when @filtered was made, or the other way
 * round. */
gboolean remit_pool_filter_is_touched (RemitPoolFilter *self,
                                       GtkFilterListModel *filtered,
                                       const RemitTouched *touched);
