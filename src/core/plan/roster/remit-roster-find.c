/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches a roster: whom it finds, in which order, and how many each choice would find. */
#include "model/remit-text.h"
#include "plan/load/remit-timeline.h"
#include "remit-roster-private.h"

/* People between two looks at whether it is still wanted. */
#define PEOPLE_AT_ONCE 256

/* What keeps people from being found; a bit each. Those of facets come one after the other. */
typedef enum {
  FAILS_WORDS = 1 << 0,
  FAILS_AVAILABILITY = 1 << 1,
  FAILS_FACET = 1 << 2,
} Failure;

/* @chosen: for each facet, the folded name that is asked for, or NULL */
typedef struct {
  RemitRoster *roster;
  const RemitRosterQuery *query;
  RemitPersonQuery *words;
  char *chosen[REMIT_ROSTER_N_FACETS];
  RemitRosterWeigher weigher;
  RemitRosterCounts counts;
  RemitRosterFound *found;
} Search;

/* ── Whom it finds ────────────────────────────────────────────────────────────────────────── */

static gboolean
matches_words (const Search *self,
               const RemitRosterPerson *person)
{
  const RemitRosterParts *skills = &self->roster->parts[REMIT_ROSTER_SKILLS];
  RemitPersonWords words = {
    .texts = person->texts, .n_texts = REMIT_ROSTER_N_TEXTS,
    .n_skills = person->n[REMIT_ROSTER_SKILLS],
  };

  if (words.n_skills > 0)
    {
      guint first = person->first[REMIT_ROSTER_SKILLS];

      words.skills = (const char *const *) &skills->names->pdata[first];
      words.levels = &g_array_index (skills->levels, int, first);
    }
  return remit_person_query_matches_words (self->words, &words);
}

static gboolean
is_available (const Search *self,
              const RemitRosterPerson *person,
              RemitAvailability availability)
{
  gint64 today = self->roster->today;
  gint64 day = MAX (self->query->day, today);

  switch (availability)
    {
    case REMIT_AVAILABILITY_FREE:
      return remit_load_spans_get_free (person->spans, today, today) > 0;
    case REMIT_AVAILABILITY_FREE_FROM:
      return remit_load_spans_get_free (person->spans, day, 0) > 0;
    case REMIT_AVAILABILITY_UNASSIGNED:
      return person->n_assignments == 0;
    case REMIT_AVAILABILITY_OVERLOADED:
      return remit_load_span_is_over (remit_load_spans_find_peak (person->spans, today, 0));
    case REMIT_AVAILABILITY_ANY:
    case REMIT_N_AVAILABILITIES:
    default:
      return TRUE;
    }
}

static gboolean
has_chosen (const Search *self,
            const RemitRosterPerson *person,
            RemitRosterFacet facet)
{
  const RemitRosterParts *parts = &self->roster->parts[facet];

  if (self->chosen[facet] == NULL)
    return TRUE;
  for (guint i = person->first[facet]; i < person->first[facet] + person->n[facet]; i++)
    if (g_array_index (parts->levels, int, i) > 0
        && g_str_equal (g_ptr_array_index (parts->names, i), self->chosen[facet]))
      return TRUE;
  return FALSE;
}

/* Returns: what keeps a person from being found: bits of Failure */
static guint
get_failures (const Search *self,
              const RemitRosterPerson *person)
{
  guint failures = matches_words (self, person) ? 0 : FAILS_WORDS;

  if (!is_available (self, person, self->query->availability))
    failures |= FAILS_AVAILABILITY;
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    if (!has_chosen (self, person, i))
      failures |= (guint) FAILS_FACET << i;
  return failures;
}

/* ── How well they fit ────────────────────────────────────────────────────────────────────── */

static void
weigh (Search *self,
       const RemitRosterPerson *person,
       RemitCandidate *candidate)
{
  RemitMatch match;

  remit_roster_weigher_weigh (&self->weigher, person, &match);
  candidate->is_holder = g_hash_table_contains (self->query->opening->holders, &person->id);
  candidate->score = match.score;
}

/* As they came, of equals: by name. */
static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  return remit_candidate_compare (a, b);
}

/* ── Searching ────────────────────────────────────────────────────────────────────────────── */

/* Whoever fails nothing but a choice would be found by another one. */
static void
count (Search *self,
       const RemitRosterPerson *person,
       guint failures)
{
  for (guint i = 0; i < REMIT_N_AVAILABILITIES; i++)
    if ((failures & ~(guint) FAILS_AVAILABILITY) == 0 && is_available (self, person, i))
      self->found->n_available[i]++;
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    if ((failures & ~((guint) FAILS_FACET << i)) == 0)
      remit_roster_counts_add (&self->counts, self->roster, person, i);
}

static void
look_at (Search *self,
         const RemitRosterPerson *person)
{
  guint failures = get_failures (self, person);
  RemitCandidate candidate = { .person = person->id };

  count (self, person, failures);
  if (failures != 0)
    return;
  if (self->query->opening != NULL)
    weigh (self, person, &candidate);
  g_array_append_val (self->found->people, candidate);
}

static void
search_init (Search *self)
{
  if (self->query->opening != NULL)
    remit_roster_weigher_init (&self->weigher, self->roster, self->query->opening);
  self->words = remit_person_query_new (self->query->words);
  remit_roster_counts_init (&self->counts, self->roster);
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    if (self->query->chosen[i] != NULL)
      self->chosen[i] = remit_text_fold_letters (self->query->chosen[i]);
  self->found = g_new0 (RemitRosterFound, 1);
  self->found->n_all = self->roster->people->len;
  self->found->people = g_array_new (FALSE, FALSE, sizeof (RemitCandidate));
}

static void
search_end (Search *self)
{
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    self->found->choices[i] = remit_roster_counts_list (&self->counts, self->roster, i);
  if (self->query->opening != NULL)
    g_array_sort (self->found->people, compare_candidates);
}

static void
search_clear (Search *self)
{
  remit_roster_weigher_clear (&self->weigher);
  remit_person_query_free (self->words);
  remit_roster_counts_clear (&self->counts);
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    g_free (self->chosen[i]);
}

RemitRosterFound *
remit_roster_find (RemitRoster *roster,
                   const RemitRosterQuery *query,
                   GCancellable *cancellable)
{
  Search self = { .roster = roster, .query = query };
  const GArray *people;

  g_return_val_if_fail (roster != NULL && query != NULL, NULL);

  people = roster->people;
  search_init (&self);
  for (guint i = 0; i < people->len; i++)
    {
      if (i % PEOPLE_AT_ONCE == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      look_at (&self, &g_array_index (people, RemitRosterPerson, i));
    }
  search_end (&self);
  search_clear (&self);
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&self.found, remit_roster_found_free);
  return self.found;
}

void
remit_roster_found_free (RemitRosterFound *self)
{
  g_array_unref (self->people);
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    g_array_unref (self->choices[i]);
  g_free (self);
}
