/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a roster share: reading it, searching it. */
#pragma once

#include "plan/placement/remit-person-query.h"
#include "remit-roster.h"

/* Name, title, unit and location. */
#define REMIT_ROSTER_N_TEXTS 4

/**
 * RemitRosterPerson:
 * @key: by which names are compared
 * @texts: folded
 * @first: in the parts of each facet, where those of this person begin; @n: how many they are
 * @zone: where their time zone is in the roster's
 * @n_assignments: how many in the plan
 * @spans: (element-type RemitLoadSpan): see remit_load_get_spans()
 */
typedef struct {
  gint64 id;
  const char *key;
  const char *texts[REMIT_ROSTER_N_TEXTS];
  guint first[REMIT_ROSTER_N_FACETS];
  guint n[REMIT_ROSTER_N_FACETS];
  guint zone;
  guint n_assignments;
  GArray *spans;
} RemitRosterPerson;

/** A skill, a unit or a location. @id: of a skill; @folded: what it is found by */
typedef struct {
  gint64 id;
  const char *name;
  const char *folded;
} RemitRosterTerm;

/**
 * RemitRosterParts:
 * @terms: (element-type RemitRosterTerm): what people have of a facet
 * @of: (element-type guint): of one person after the other, the places of theirs in @terms
 * @names: (element-type utf8): beside @of, the terms folded
 * @levels: (element-type int): beside @of, for skills: at which level
 */
typedef struct {
  GArray *terms;
  GArray *of;
  GPtrArray *names;
  GArray *levels;
} RemitRosterParts;

struct _RemitRoster
{
  gatomicrefcount ref_count;
  gint64 today;
  GStringChunk *texts;
  GArray *people; /* of RemitRosterPerson, by name */
  GPtrArray *zones; /* the names of time zones, each once */
  RemitRosterParts parts[REMIT_ROSTER_N_FACETS];
};

RemitRoster *remit_roster_new (void);

/** What counts how many people would be found with each choice. */
typedef struct {
  guint *n[REMIT_ROSTER_N_FACETS];
} RemitRosterCounts;

void remit_roster_counts_init (RemitRosterCounts *self,
                               RemitRoster *roster);
void remit_roster_counts_clear (RemitRosterCounts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitRosterCounts, remit_roster_counts_clear)

/** Counts a person for all that they have of a facet. */
void remit_roster_counts_add (RemitRosterCounts *self,
                              RemitRoster *roster,
                              const RemitRosterPerson *person,
                              RemitRosterFacet facet);
/** Returns: (transfer full) (element-type RemitRosterChoice): what somebody was counted for */
GArray *remit_roster_counts_list (RemitRosterCounts *self,
                                  RemitRoster *roster,
                                  RemitRosterFacet facet);

/**
 * RemitRosterWeigher:
 * @levels: beside the opening's needs, those of the person who is weighed
 * @minutes: beside the roster's time zones, the hours in common with the opening's team
 *
 * What works out how well people fit one slot. All %NULL for none.
 */
typedef struct {
  RemitRoster *roster;
  const RemitOpening *opening;
  int *levels;
  int *minutes;
} RemitRosterWeigher;

void remit_roster_weigher_init (RemitRosterWeigher *self,
                                RemitRoster *roster,
                                const RemitOpening *opening);
void remit_roster_weigher_clear (RemitRosterWeigher *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitRosterWeigher, remit_roster_weigher_clear)
void remit_roster_weigher_weigh (RemitRosterWeigher *self,
                                 const RemitRosterPerson *person,
                                 RemitMatch *match);
