/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what people in the pool are chosen: time, skill, unit and location, and how many have it. */
#pragma once

#include <gtk/gtk.h>

#include "remit-pool-people.h"

#define REMIT_TYPE_POOL_FILTERS (remit_pool_filters_get_type ())
G_DECLARE_FINAL_TYPE (RemitPoolFilters, remit_pool_filters, REMIT, POOL_FILTERS, GtkWidget)

/** @people: whom it filters */
void remit_pool_filters_set_people (RemitPoolFilters *self,
                                    RemitPoolPeople *people);

void remit_pool_filters_clear (RemitPoolFilters *self);

/** Returns: (transfer full) (nullable): "Free today · SQL", %NULL when nobody is filtered out */
char *remit_pool_filters_dup_summary (RemitPoolFilters *self);
