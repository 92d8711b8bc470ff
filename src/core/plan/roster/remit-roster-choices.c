/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many people would be found with each skill, unit and location. */
#include "remit-roster-private.h"

void
remit_roster_counts_init (RemitRosterCounts *self,
                          RemitRoster *roster)
{
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    self->n[i] = g_new0 (guint, roster->parts[i].terms->len);
}

void
remit_roster_counts_clear (RemitRosterCounts *self)
{
  for (guint i = 0; i < REMIT_ROSTER_N_FACETS; i++)
    g_clear_pointer (&self->n[i], g_free);
}

void
remit_roster_counts_add (RemitRosterCounts *self,
                         RemitRoster *roster,
                         const RemitRosterPerson *person,
                         RemitRosterFacet facet)
{
  const RemitRosterParts *parts = &roster->parts[facet];

  for (guint i = person->first[facet]; i < person->first[facet] + person->n[facet]; i++)
    if (g_array_index (parts->levels, int, i) > 0)
      self->n[facet][g_array_index (parts->of, guint, i)]++;
}

static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  return g_utf8_collate (((const RemitRosterChoice *) a)->name,
                         ((const RemitRosterChoice *) b)->name);
}

static void
choice_clear (gpointer data)
{
  g_free (((RemitRosterChoice *) data)->name);
}

GArray *
remit_roster_counts_list (RemitRosterCounts *self,
                          RemitRoster *roster,
                          RemitRosterFacet facet)
{
  const GArray *terms = roster->parts[facet].terms;
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (RemitRosterChoice));

  g_array_set_clear_func (choices, choice_clear);
  for (guint i = 0; i < terms->len; i++)
    {
      RemitRosterChoice choice = { .n = self->n[facet][i] };

      if (choice.n == 0)
        continue;
      choice.name = g_strdup (g_array_index (terms, RemitRosterTerm, i).name);
      g_array_append_val (choices, choice);
    }
  g_array_sort (choices, compare_choices);
  return choices;
}
