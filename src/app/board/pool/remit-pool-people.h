/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the pool lists, found off the main loop: by name, or the best for a slot first. */
#pragma once

#include <gio/gio.h>

#include "plan/roster/remit-roster.h"

/**
 * RemitPoolPeople:
 *
 * A list of people (#RemitEntity) that follows its workspace. As long as nothing is asked it has
 * everybody by name; else what was found last, until something else is: whoever is deleted goes at
 * once.
 *
 * Signal `found` (gboolean): the counts have changed, or an answer has come, also when the list is
 * the same; whether it is the first one to what is asked.
 */
#define REMIT_TYPE_POOL_PEOPLE (remit_pool_people_get_type ())
G_DECLARE_FINAL_TYPE (RemitPoolPeople, remit_pool_people, REMIT, POOL_PEOPLE, GObject)

/** @everybody: (nullable): all people of the workspace, by name */
void remit_pool_people_set_plan (RemitPoolPeople *self,
                                 RemitWorkspace *workspace,
                                 gint64 plan,
                                 GListModel *everybody);

/** What is searched for: see #RemitPersonQuery. */
void remit_pool_people_set_words (RemitPoolPeople *self,
                                  const char *words);
/** @day: of %REMIT_AVAILABILITY_FREE_FROM */
void remit_pool_people_set_availability (RemitPoolPeople *self,
                                         RemitAvailability availability,
                                         gint64 day);
/** @name: (nullable): see #RemitRosterQuery */
void remit_pool_people_choose (RemitPoolPeople *self,
                               RemitRosterFacet facet,
                               const char *name);
/** @slot: for whom people come in order; 0 for none */
void remit_pool_people_set_slot (RemitPoolPeople *self,
                                 gint64 slot);
gint64 remit_pool_people_get_slot (RemitPoolPeople *self);

/** Whether somebody sees how many each choice would find, also when nothing is asked. */
void remit_pool_people_set_counting (RemitPoolPeople *self,
                                     gboolean counting);

/** Returns: whether it still looks for what is asked */
gboolean remit_pool_people_is_looking (RemitPoolPeople *self);

/** Returns: (transfer none) (nullable): the last answer, with its counts */
const RemitRosterFound *remit_pool_people_get_found (RemitPoolPeople *self);
