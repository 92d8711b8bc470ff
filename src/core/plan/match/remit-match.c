/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a person fits a slot: works out the score. The formula is in the header. */
#include "remit-match.h"

#include <string.h>

#include "model/remit-text.h"
#include "plan/load/remit-timeline.h"

static const int weights[REMIT_MATCH_N_PARTS] = {
  [REMIT_MATCH_SKILLS] = 50, [REMIT_MATCH_TIME] = 30, [REMIT_MATCH_HOURS] = 10,
  [REMIT_MATCH_TITLE] = 5,   [REMIT_MATCH_UNIT] = 3,  [REMIT_MATCH_PLACE] = 2,
};

/* Of a part: @there of @asked; all of it where nothing is asked. */
static void
give (RemitMatch *match,
      RemitMatchPart part,
      gint64 there,
      gint64 asked)
{
  gint64 held = CLAMP (there, 0, asked);

  match->points[part] = asked > 0 ? (int) (weights[part] * held / asked) : weights[part];
}

static void
weigh_skills (const RemitOpening *opening,
              const RemitMatchPerson *person,
              RemitMatch *match)
{
  gint64 held = 0, asked = 0;

  for (guint i = 0; i < opening->needs->len; i++)
    {
      const RemitOpeningNeed *need = &g_array_index (opening->needs, RemitOpeningNeed, i);
      int weight = need->critical ? REMIT_MATCH_CRITICAL : 1;
      int level = person->levels != NULL ? person->levels[i] : 0;

      asked += weight * need->level;
      held += weight * CLAMP (level, 0, need->level);
      if (level >= need->level)
        match->n_fitting++;
      else
        {
          match->n_levels += (guint) (need->level - level);
          match->n_critical += need->critical ? 1 : 0;
        }
    }
  give (match, REMIT_MATCH_SKILLS, held, asked);
}

/* Returns: on how many of the days from @from until @until the person is there */
static gint64
count_days (GArray *spans,
            gint64 from,
            gint64 until)
{
  gint64 n = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);
      gint64 first = MAX (span->from, from);
      gint64 last = span->until != 0 ? MIN (span->until, until) : until;

      if (!span->away && first <= last)
        n += last - first + 1;
    }
  return n;
}

static void
weigh_time (const RemitOpening *opening,
            const RemitMatchPerson *person,
            RemitMatch *match)
{
  gint64 from = MAX (opening->from, 1);
  gint64 last = from + REMIT_MATCH_DAYS - 1;
  gint64 until = opening->until != 0 ? MIN (opening->until, last) : last;

  match->free = remit_load_spans_get_free (person->spans, opening->from, opening->until);
  if (until >= from)
    {
      match->n_days = (int) (until - from + 1);
      match->n_days_there = (int) count_days (person->spans, from, until);
    }
  give (match, REMIT_MATCH_TIME,
        (gint64) CLAMP (match->free, 0, opening->need) * match->n_days_there,
        (gint64) opening->need * MAX (match->n_days, 1));
}

static gboolean
has_title (const RemitOpening *opening,
           const RemitMatchPerson *person)
{
  for (char **word = opening->title; *word != NULL; word++)
    if (strstr (person->title, *word) == NULL)
      return FALSE;
  return TRUE;
}

static guint
count_units (const RemitOpening *opening,
             const RemitMatchPerson *person)
{
  guint n = 0;

  for (guint i = 0; i < person->n_units; i++)
    if (g_hash_table_contains (opening->units, person->units[i]))
      n++;
  return n;
}

void
remit_match_weigh (const RemitOpening *opening,
                   const RemitMatchPerson *person,
                   RemitMatch *match)
{
  g_return_if_fail (opening != NULL && person != NULL && match != NULL);

  *match = (RemitMatch){ .minutes = person->minutes };
  weigh_skills (opening, person, match);
  weigh_time (opening, person, match);
  give (match, REMIT_MATCH_HOURS, person->minutes, opening->work_until - opening->work_from);
  give (match, REMIT_MATCH_TITLE, has_title (opening, person), opening->title[0] != NULL);
  give (match, REMIT_MATCH_UNIT, count_units (opening, person),
        g_hash_table_size (opening->units));
  give (match, REMIT_MATCH_PLACE, g_strcmp0 (opening->location, person->location) == 0,
        opening->location != NULL);
  for (guint i = 0; i < REMIT_MATCH_N_PARTS; i++)
    match->score += match->points[i];
}

/* ── A person of a workspace ──────────────────────────────────────────────────────────────── */

static int *
get_levels (RemitWorkspace *workspace,
            const RemitOpening *opening,
            gint64 person)
{
  GPtrArray *skills = remit_workspace_get_referring (workspace, REMIT_KIND_PERSON_SKILL,
                                                     REMIT_PERSON_SKILL_PERSON, person);
  int *levels = g_new0 (int, opening->needs->len);

  for (guint i = 0; i < opening->needs->len; i++)
    for (guint j = 0; j < skills->len; j++)
      if (remit_entity_get_integer (skills->pdata[j], REMIT_PERSON_SKILL_SKILL)
          == g_array_index (opening->needs, RemitOpeningNeed, i).skill)
        levels[i] = (int) remit_entity_get_integer (skills->pdata[j], REMIT_PERSON_SKILL_LEVEL);
  return levels;
}

static GStrv
get_units (RemitEntity *person)
{
  GStrv units = remit_opening_split_units (remit_entity_get_text (person, REMIT_PERSON_UNIT));

  for (char **unit = units; *unit != NULL; unit++)
    {
      char *folded = remit_text_fold_letters (*unit);

      g_free (*unit);
      *unit = folded;
    }
  return units;
}

void
remit_match_get (RemitWorkspace *workspace,
                 const RemitOpening *opening,
                 gint64 person,
                 GArray *spans,
                 RemitMatch *match)
{
  RemitEntity *entity;
  g_autofree int *levels = NULL;
  g_autoptr (GArray) load = NULL;
  g_autofree char *title = NULL;
  g_autofree char *location = NULL;
  g_auto (GStrv) units = NULL;

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));
  g_return_if_fail (opening != NULL && match != NULL);

  *match = (RemitMatch){ 0 };
  entity = remit_workspace_get (workspace, REMIT_KIND_PERSON, person);
  if (entity == NULL)
    return;
  load = spans != NULL ? g_array_ref (spans)
                       : remit_load_get_spans (workspace, opening->plan, person);
  levels = get_levels (workspace, opening, person);
  title = remit_text_fold_letters (remit_entity_get_text (entity, REMIT_PERSON_TITLE));
  location = remit_text_fold_letters (remit_entity_get_text (entity, REMIT_PERSON_LOCATION));
  units = get_units (entity);
  remit_match_weigh (opening,
                     &(RemitMatchPerson){
                       .levels = levels, .spans = load, .title = title, .location = location,
                       .minutes = remit_opening_get_common (
                         opening, remit_entity_get_text (entity, REMIT_PERSON_TIME_ZONE)),
                       .units = (const char *const *) units, .n_units = g_strv_length (units) },
                     match);
}
