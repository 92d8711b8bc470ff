/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How load is gathered, for those who ask what a change would lead to. */
#pragma once

#include "remit-timeline.h"

/** Whether an assignment is left out, since it would no longer be where it is. */
typedef gboolean (*RemitLoadSkip) (RemitEntity *assignment,
                                   gpointer data);

/** The days of an assignment with the dates given, in @slot (nullable). */
void remit_load_limit_days (RemitEntity *slot,
                            gint64 *from,
                            gint64 *until);

/** The same in a slot with these days. */
void remit_load_limit_to (gint64 slot_from,
                          gint64 slot_until,
                          gint64 *from,
                          gint64 *until);

/** Initializes @timeline with what a person has to do and when they are there. */
void remit_load_init_person (RemitTimeline *timeline,
                             RemitWorkspace *workspace,
                             gint64 plan,
                             gint64 person,
                             RemitLoadSkip skip,
                             gpointer data);

/** Initializes @timeline with what is allocated to a slot. */
void remit_load_init_slot (RemitTimeline *timeline,
                           RemitWorkspace *workspace,
                           gint64 slot,
                           RemitLoadSkip skip,
                           gpointer data);

/** Whether assignments of @other count for somebody who looks at @plan. */
gboolean remit_load_is_counted (RemitWorkspace *workspace,
                                gint64 plan,
                                gint64 other);

/**
 * REMIT_LOAD_COUNTED_SQL:
 *
 * The beginning of a statement, after which the table `counted` has the ids of the plans that
 * count for somebody who looks at the plan `?1`: as remit_load_is_counted().
 */
#define REMIT_LOAD_COUNTED_SQL                                                                     \
  "WITH RECURSIVE up (id) AS (SELECT ?1"                                                           \
  " UNION SELECT p.base FROM up JOIN plan p ON p.id = up.id WHERE p.base IS NOT NULL),"            \
  " alternative (id) AS (SELECT id FROM up"                                                        \
  " UNION SELECT p.id FROM alternative a JOIN plan p ON p.base = a.id),"                           \
  " counted (id) AS (SELECT ?1 UNION SELECT id FROM plan WHERE status = 'published'"               \
  " AND id NOT IN (SELECT id FROM alternative))"
