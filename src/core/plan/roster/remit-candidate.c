/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People in the order in which they fit a slot, and how it is said. */
#include "remit-candidate.h"

#include <glib/gi18n-lib.h>

#include "model/remit-percent.h"
#include "plan/placement/remit-fit.h"

int
remit_candidate_compare (const RemitCandidate *a,
                         const RemitCandidate *b)
{
  if (a->is_holder != b->is_holder)
    return a->is_holder - b->is_holder;
  return b->score - a->score;
}

/* "60 % free · 3 of 5 skills" */
static char *
dup_time_and_skills (const RemitOpening *opening,
                     const RemitMatch *match)
{
  g_autofree char *time = NULL;
  g_autofree char *skills = NULL;

  /* Translators: percent of a person's time that is left on the days of a slot */
  time = remit_percent_printf (_ ("%d %% free"), MAX (0, match->free));
  if (opening->needs->len == 0)
    return g_steal_pointer (&time);
  skills = g_strdup_printf (ngettext ("%1$d of %2$d skill", "%1$d of %2$d skills",
                                      (gulong) opening->needs->len),
                            (int) match->n_fitting, (int) opening->needs->len);
  return g_strdup_printf ("%s · %s", time, skills);
}

char *
remit_candidate_dup_summary (RemitWorkspace *workspace,
                             const RemitOpening *opening,
                             gint64 person)
{
  g_autofree char *score = NULL;
  g_autofree char *rest = NULL;
  RemitMatch match;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (opening != NULL, NULL);

  if (g_hash_table_contains (opening->holders, &person))
    return g_strdup (_ ("Already in this slot"));
  remit_match_get (workspace, opening, person, NULL, &match);
  score = remit_match_dup_score (match.score);
  rest = dup_time_and_skills (opening, &match);
  return g_strdup_printf ("%s · %s", score, rest);
}

char *
remit_candidate_dup_skills (RemitWorkspace *workspace,
                            const RemitOpening *opening,
                            gint64 person)
{
  g_auto (RemitFit) fit = { 0 };
  g_autofree char *has = NULL;
  g_autofree char *lacks = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (opening != NULL, NULL);

  remit_fit_get (workspace, person, opening->slot, &fit);
  if (fit.present != NULL)
    /* Translators: skills that a person has, with their levels: "Has SQL 3, R 2" */
    has = g_strdup_printf (_ ("Has %s"), fit.present);
  if (fit.missing != NULL)
    /* Translators: skills that a person does not have, or not at the level: "Lacks R (1 of 3)" */
    lacks = g_strdup_printf (_ ("Lacks %s"), fit.missing);
  if (has != NULL && lacks != NULL)
    return g_strdup_printf ("%s\n%s", has, lacks);
  return has != NULL ? g_steal_pointer (&has)
                     : lacks != NULL ? g_steal_pointer (&lacks) : g_strdup ("");
}

/* "Data Section"; the last part is the smallest one: "Engineering; Data Section" */
static char *
dup_unit (RemitEntity *person)
{
  g_auto (GStrv) units = remit_opening_split_units (remit_entity_get_text (person,
                                                                           REMIT_PERSON_UNIT));

  return g_strdup (units[0] != NULL ? units[g_strv_length (units) - 1] : NULL);
}

char *
remit_candidate_dup_place (RemitWorkspace *workspace,
                           const RemitOpening *opening,
                           gint64 person)
{
  RemitEntity *entity;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *hours = NULL;
  const char *location;
  RemitMatch match;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (opening != NULL, NULL);

  entity = remit_workspace_get (workspace, REMIT_KIND_PERSON, person);
  if (entity == NULL)
    return g_strdup ("");
  unit = dup_unit (entity);
  location = remit_entity_get_text (entity, REMIT_PERSON_LOCATION);
  remit_match_get (workspace, opening, person, NULL, &match);
  hours = remit_match_dup_hours (opening, &match);
  if (unit != NULL)
    g_strv_builder_add (builder, unit);
  if (*location != '\0')
    g_strv_builder_add (builder, location);
  if (hours != NULL)
    g_strv_builder_add (builder, hours);
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}
