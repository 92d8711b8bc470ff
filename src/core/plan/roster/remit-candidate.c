/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well somebody fits a slot: by what candidates come in order, and how it is said. */
#include "remit-candidate.h"

#include <glib/gi18n-lib.h>

#include "model/remit-percent.h"
#include "plan/load/remit-load.h"
#include "plan/placement/remit-fit.h"

/* Less comes first. */
static int
compare_less (gint64 a,
              gint64 b)
{
  return (a > b) - (a < b);
}

int
remit_candidate_compare (const RemitCandidate *a,
                         const RemitCandidate *b,
                         int need)
{
  const int steps[] = {
    compare_less (a->is_holder, b->is_holder),
    compare_less (a->n_critical, b->n_critical),
    compare_less (b->n_fitting, a->n_fitting),
    compare_less (a->n_levels, b->n_levels),
    compare_less (b->has_title, a->has_title),
    compare_less (MIN (b->free, need), MIN (a->free, need)),
    compare_less (b->n_units, a->n_units),
    compare_less (b->is_near, a->is_near),
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] != 0)
      return steps[i];
  return 0;
}

char *
remit_candidate_dup_summary (RemitWorkspace *workspace,
                             const RemitOpening *opening,
                             gint64 person)
{
  g_auto (RemitFit) fit = { 0 };
  g_autofree char *time = NULL;
  g_autofree char *skills = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (opening != NULL, NULL);

  if (g_hash_table_contains (opening->holders, &person))
    return g_strdup (_ ("Already in this slot"));
  /* Translators: percent of a person's time that is left on the days of a slot */
  time = remit_percent_printf (_ ("%d %% free"),
                               MAX (0, remit_load_get_free (workspace, opening->plan, person,
                                                            opening->from, opening->until)));
  remit_fit_get (workspace, person, opening->slot, &fit);
  if (fit.needed == 0)
    return g_steal_pointer (&time);
  skills = g_strdup_printf (ngettext ("%1$d of %2$d skill", "%1$d of %2$d skills",
                                      (gulong) fit.needed),
                            fit.fitting, fit.needed);
  return g_strdup_printf ("%s · %s", time, skills);
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

char *
remit_candidate_dup_place (RemitEntity *person)
{
  const char *location;
  g_auto (GStrv) units = NULL;
  g_autofree char *unit = NULL;

  g_return_val_if_fail (remit_entity_is (person, REMIT_KIND_PERSON), NULL);

  location = remit_entity_get_text (person, REMIT_PERSON_LOCATION);
  units = remit_opening_split_units (remit_entity_get_text (person, REMIT_PERSON_UNIT));
  /* the last part is the smallest one: "Engineering; Data Section" */
  unit = g_strdup (units[0] != NULL ? units[g_strv_length (units) - 1] : "");
  if (*unit == '\0' || *location == '\0')
    return g_strdup (*unit != '\0' ? unit : location);
  return g_strdup_printf ("%s · %s", unit, location);
}
