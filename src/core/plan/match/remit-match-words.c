/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a score comes from, in words. */
#include <glib/gi18n-lib.h>

#include "model/remit-percent.h"
#include "plan/placement/remit-fit.h"
#include "remit-match.h"

char *
remit_match_dup_score (int score)
{
  /* Translators: how well a person fits a slot, of 100 points */
  return g_strdup_printf (ngettext ("%d point", "%d points", (gulong) score), score);
}

char *
remit_match_dup_hours (const RemitOpening *opening,
                       const RemitMatch *match)
{
  int hours = match->minutes / 60;

  if (match->minutes >= opening->work_until - opening->work_from)
    return NULL;
  if (match->minutes == 0)
    return g_strdup (_ ("No working hours in common"));
  if (hours == 0)
    return g_strdup (_ ("Less than an hour in common"));
  /* Translators: working hours in which a person and a team are at work at the same time */
  return g_strdup_printf (ngettext ("%d hour in common", "%d hours in common", (gulong) hours),
                          hours);
}

static void
add_skills (GStrvBuilder *reasons,
            RemitWorkspace *workspace,
            const RemitOpening *opening,
            gint64 person)
{
  g_auto (RemitFit) fit = { 0 };
  g_autofree char *has = NULL;
  g_autofree char *lacks = NULL;

  remit_fit_get (workspace, person, opening->slot, &fit);
  if (fit.present != NULL)
    {
      /* Translators: skills that a person has, with their levels: "Has SQL 3, R 2" */
      has = g_strdup_printf (_ ("Has %s"), fit.present);
      g_strv_builder_add (reasons, has);
    }
  if (fit.missing != NULL)
    {
      /* Translators: skills that a person does not have, or not at the level: "Lacks R (1 of 3)" */
      lacks = g_strdup_printf (_ ("Lacks %s"), fit.missing);
      g_strv_builder_add (reasons, lacks);
    }
}

static void
add_time (GStrvBuilder *reasons,
          const RemitOpening *opening,
          const RemitMatch *match)
{
  int there = MAX (0, match->free);
  g_autofree char *time = NULL;
  g_autofree char *absence = NULL;

  if (there < opening->need)
    /* Translators: what is left of a person's time, and what is needed: "40 % free of 60 %" */
    time = remit_percent_printf (_ ("%1$d %% free of %2$d %%"), there, opening->need);
  else
    /* Translators: percent of a person's time that is left on the days of a slot */
    time = remit_percent_printf (_ ("%d %% free"), there);
  g_strv_builder_add (reasons, time);
  if (match->n_days_there >= match->n_days)
    return;
  /* Translators: on how many of a slot's days a person is away: "Absent on 30 of 90 days" */
  absence = g_strdup_printf (ngettext ("Absent on %1$d of %2$d day", "Absent on %1$d of %2$d days",
                                       (gulong) match->n_days),
                             match->n_days - match->n_days_there, match->n_days);
  g_strv_builder_add (reasons, absence);
}

GStrv
remit_match_dup_reasons (RemitWorkspace *workspace,
                         const RemitOpening *opening,
                         gint64 person,
                         const RemitMatch *match)
{
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();
  g_autofree char *hours = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (opening != NULL && match != NULL, NULL);

  add_skills (reasons, workspace, opening, person);
  add_time (reasons, opening, match);
  hours = remit_match_dup_hours (opening, match);
  if (hours != NULL)
    g_strv_builder_add (reasons, hours);
  return g_strv_builder_end (reasons);
}
