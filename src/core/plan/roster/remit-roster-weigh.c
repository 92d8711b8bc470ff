/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well the people of a roster fit a slot. */
#include "remit-roster-private.h"

void
remit_roster_weigher_init (RemitRosterWeigher *self,
                           RemitRoster *roster,
                           const RemitOpening *opening)
{
  self->roster = roster;
  self->opening = opening;
  self->levels = g_new0 (int, opening->needs->len);
  self->minutes = g_new (int, roster->zones->len);
  for (guint i = 0; i < roster->zones->len; i++)
    self->minutes[i] = remit_opening_get_common (opening, roster->zones->pdata[i]);
}

void
remit_roster_weigher_clear (RemitRosterWeigher *self)
{
  g_clear_pointer (&self->levels, g_free);
  g_clear_pointer (&self->minutes, g_free);
}

static int
get_level (RemitRoster *roster,
           const RemitRosterPerson *person,
           gint64 skill)
{
  const RemitRosterParts *skills = &roster->parts[REMIT_ROSTER_SKILLS];
  guint first = person->first[REMIT_ROSTER_SKILLS];

  for (guint i = first; i < first + person->n[REMIT_ROSTER_SKILLS]; i++)
    {
      guint term = g_array_index (skills->of, guint, i);

      if (g_array_index (skills->terms, RemitRosterTerm, term).id == skill)
        return g_array_index (skills->levels, int, i);
    }
  return 0;
}

void
remit_roster_weigher_weigh (RemitRosterWeigher *self,
                            const RemitRosterPerson *person,
                            RemitMatch *match)
{
  const RemitOpening *opening = self->opening;
  const GPtrArray *units = self->roster->parts[REMIT_ROSTER_UNITS].names;
  RemitMatchPerson asked = {
    .levels = self->levels, .spans = person->spans, .minutes = self->minutes[person->zone],
    .title = person->texts[1], .location = person->texts[3],
    .n_units = person->n[REMIT_ROSTER_UNITS],
  };

  for (guint i = 0; i < opening->needs->len; i++)
    self->levels[i] = get_level (self->roster, person,
                                 g_array_index (opening->needs, RemitOpeningNeed, i).skill);
  if (asked.n_units > 0)
    asked.units = (const char *const *) &units->pdata[person->first[REMIT_ROSTER_UNITS]];
  remit_match_weigh (opening, &asked, match);
}

/* ── One after the other ──────────────────────────────────────────────────────────────────── */

guint
remit_roster_get_n_people (RemitRoster *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->people->len;
}

static const RemitRosterPerson *
get_person (RemitRoster *self,
            guint place)
{
  return &g_array_index (self->people, RemitRosterPerson, place);
}

gint64
remit_roster_get_person (RemitRoster *self,
                         guint place)
{
  g_return_val_if_fail (self != NULL && place < self->people->len, 0);

  return get_person (self, place)->id;
}

GArray *
remit_roster_get_spans (RemitRoster *self,
                        guint place)
{
  g_return_val_if_fail (self != NULL && place < self->people->len, NULL);

  return get_person (self, place)->spans;
}

static gboolean
has_any (RemitRoster *self,
         const RemitOpening *opening,
         const RemitRosterPerson *person)
{
  for (guint i = 0; i < opening->needs->len; i++)
    if (get_level (self, person, g_array_index (opening->needs, RemitOpeningNeed, i).skill) > 0)
      return TRUE;
  return opening->needs->len == 0;
}

GArray *
remit_roster_list_skilled (RemitRoster *self,
                           const RemitOpening *opening)
{
  GArray *places;

  g_return_val_if_fail (self != NULL && opening != NULL, NULL);

  places = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->people->len; i++)
    if (has_any (self, opening, get_person (self, i)))
      g_array_append_val (places, i);
  return places;
}

void
remit_roster_weigh (RemitRoster *self,
                    const RemitOpening *opening,
                    const GArray *places,
                    RemitMatch *matches)
{
  g_auto (RemitRosterWeigher) weigher = { NULL };

  g_return_if_fail (self != NULL && opening != NULL && places != NULL);

  remit_roster_weigher_init (&weigher, self, opening);
  for (guint i = 0; i < places->len; i++)
    remit_roster_weigher_weigh (&weigher, get_person (self, g_array_index (places, guint, i)),
                                &matches[i]);
}
