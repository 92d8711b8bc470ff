/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter of people: by words, free time, and assignment. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_PEOPLE_FILTER (remit_people_filter_get_type ())
G_DECLARE_FINAL_TYPE (RemitPeopleFilter, remit_people_filter, REMIT, PEOPLE_FILTER, GtkFilter)

void remit_people_filter_set_plan (RemitPeopleFilter *self,
                                   RemitWorkspace *workspace,
                                   gint64 plan);

/** What is searched for: see #RemitPersonQuery. */
void remit_people_filter_set_words (RemitPeopleFilter *self,
                                    const char *words);
/** Only those who have time, and only those who are in no slot of the plan. */
void remit_people_filter_set_only (RemitPeopleFilter *self,
                                   gboolean free,
                                   gboolean unassigned);

/** To be called when people or assignments have changed. */
void remit_people_filter_refresh (RemitPeopleFilter *self);
