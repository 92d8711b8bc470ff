/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All people at one moment, to be searched, counted and put in order in a thread. */
#pragma once

#include "remit-candidate.h"
#include "store/remit-store.h"

/**
 * RemitRoster:
 *
 * What the pool asks of people, read at once. It does not change, and any number of threads may
 * search it; references can be counted by several threads.
 */
typedef struct _RemitRoster RemitRoster;

/**
 * remit_roster_read:
 * @plan: whose assignments count, beside those that remit_load_get_spans() counts; 0 for none
 *
 * Returns: (transfer full) (nullable): %NULL with @error set
 */
RemitRoster *remit_roster_read (RemitStore *store,
                                gint64 plan,
                                GCancellable *cancellable,
                                GError **error);
RemitRoster *remit_roster_ref (RemitRoster *self);
void remit_roster_unref (RemitRoster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitRoster, remit_roster_unref)

/**
 * RemitAvailability:
 * @REMIT_AVAILABILITY_ANY: everybody
 * @REMIT_AVAILABILITY_FREE: who has time left today
 * @REMIT_AVAILABILITY_FREE_FROM: who has time left on all days from one day on
 * @REMIT_AVAILABILITY_UNASSIGNED: who is in no slot of the plan
 * @REMIT_AVAILABILITY_OVERLOADED: whose load is above capacity some day from today on
 */
typedef enum {
  REMIT_AVAILABILITY_ANY,
  REMIT_AVAILABILITY_FREE,
  REMIT_AVAILABILITY_FREE_FROM,
  REMIT_AVAILABILITY_UNASSIGNED,
  REMIT_AVAILABILITY_OVERLOADED,
  REMIT_N_AVAILABILITIES
} RemitAvailability;

/** What one can choose people by, beside words and availability. */
typedef enum {
  REMIT_ROSTER_SKILLS,
  REMIT_ROSTER_UNITS,
  REMIT_ROSTER_LOCATIONS,
  REMIT_ROSTER_N_FACETS
} RemitRosterFacet;

/**
 * RemitRosterQuery:
 * @words: (nullable): see #RemitPersonQuery
 * @day: of %REMIT_AVAILABILITY_FREE_FROM
 * @chosen: (nullable): for each facet, the name of what people have to have; a skill counts at
 *   level 1 and above
 * @opening: (nullable): the slot for which the best comes first; else people come by name
 */
typedef struct {
  const char *words;
  RemitAvailability availability;
  gint64 day;
  const char *chosen[REMIT_ROSTER_N_FACETS];
  const RemitOpening *opening;
} RemitRosterQuery;

/**
 * RemitRosterChoice:
 * @name: of a skill, unit or location
 * @n: how many people would be found with it, by all else that is asked
 */
typedef struct {
  char *name;
  guint n;
} RemitRosterChoice;

/**
 * RemitRosterFound:
 * @people: (element-type RemitCandidate): in their order
 * @n_all: how many people there are in all
 * @n_available: how many would be found with each availability, by all else that is asked
 * @choices: (element-type RemitRosterChoice): for each facet, what would find somebody, by name
 */
typedef struct {
  GArray *people;
  guint n_all;
  guint n_available[REMIT_N_AVAILABILITIES];
  GArray *choices[REMIT_ROSTER_N_FACETS];
} RemitRosterFound;

/** Returns: (transfer full) (nullable): %NULL when it was cancelled. For any thread. */
RemitRosterFound *remit_roster_find (RemitRoster *self,
                                     const RemitRosterQuery *query,
                                     GCancellable *cancellable);
void remit_roster_found_free (RemitRosterFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitRosterFound, remit_roster_found_free)

/* ── One after the other ──────────────────────────────────────────────────────────────────── */

guint remit_roster_get_n_people (RemitRoster *self);
/** Returns: the id of a person by their place, from 0 */
gint64 remit_roster_get_person (RemitRoster *self,
                                guint place);
/** Returns: (transfer none) (element-type RemitLoadSpan): see remit_load_get_spans() */
GArray *remit_roster_get_spans (RemitRoster *self,
                                guint place);

/**
 * remit_roster_list_skilled:
 *
 * Returns: (transfer full) (element-type guint): the places of those who have one of the skills
 *   that a slot needs, at whatever level; all when it needs none
 */
GArray *remit_roster_list_skilled (RemitRoster *self,
                                   const RemitOpening *opening);

/** Works out how well some people fit a slot. @places: (element-type guint); @matches: as many */
void remit_roster_weigh (RemitRoster *self,
                         const RemitOpening *opening,
                         const GArray *places,
                         RemitMatch *matches);
