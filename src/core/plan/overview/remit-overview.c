/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the front page of a plan says: its teams, load, skills, decisions and conflicts. */
#include "model/remit-day.h"
#include "remit-overview-private.h"

static void
clear_team (gpointer team)
{
  g_free (((RemitOverviewTeam *) team)->name);
}

static RemitOverview *
overview_new (void)
{
  RemitOverview *self = g_new0 (RemitOverview, 1);

  self->teams = g_array_new (FALSE, FALSE, sizeof (RemitOverviewTeam));
  g_array_set_clear_func (self->teams, clear_team);
  self->links = g_array_new (FALSE, FALSE, sizeof (RemitTeamLink));
  return self;
}

void
remit_overview_free (RemitOverview *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->teams);
  g_array_unref (self->links);
  g_clear_pointer (&self->load, remit_load_chart_free);
  g_clear_pointer (&self->skills, remit_skill_map_free);
  g_free (self);
}

static gboolean
read_parts (RemitOverview *self,
            RemitStore *store,
            gint64 plan,
            gint64 now,
            gint64 today,
            GCancellable *cancellable,
            GError **error)
{
  gint64 monday = remit_day_find_monday (today);
  char day[11];

  remit_day_format (today, day);
  if (!remit_overview_read_teams (self, store, plan, day, cancellable, error)
      || !remit_decision_figures_count (store, plan, today, &self->decisions, error)
      || !remit_conflict_figures_count (store, plan, now, &self->conflicts, error))
    return FALSE;
  self->load = remit_load_chart_read (store, plan, REMIT_LOAD_BY_TEAM, monday,
                                      monday + 7 * REMIT_OVERVIEW_WEEKS - 1,
                                      REMIT_LOAD_EVERY_WEEK, cancellable, error);
  if (self->load == NULL)
    return FALSE;
  self->skills = remit_skill_map_read (store, plan, REMIT_SKILL_MAP_TEAMS, TRUE, today,
                                       cancellable, error);
  return self->skills != NULL;
}

RemitOverview *
remit_overview_read (RemitStore *store,
                     gint64 plan,
                     gint64 now,
                     gint64 today,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (RemitOverview) self = NULL;
  gboolean done;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  if (!remit_store_begin_read (store, NULL, error))
    return NULL;
  self = overview_new ();
  done = read_parts (self, store, plan, now, today, cancellable, error);
  if (!remit_store_end_read (store, done, done ? error : NULL))
    return NULL;
  return done ? g_steal_pointer (&self) : NULL;
}

guint
remit_overview_count_slots (const RemitOverview *self,
                            guint *n_filled)
{
  guint n = 0;

  *n_filled = 0;
  for (guint i = 0; i < self->teams->len; i++)
    {
      const RemitOverviewTeam *team = &g_array_index (self->teams, RemitOverviewTeam, i);

      n += team->n_slots;
      *n_filled += team->n_filled;
    }
  return n;
}

guint
remit_overview_count_conflicts (const RemitOverview *self)
{
  guint n = 0;

  for (guint rung = 0; rung < REMIT_FIGURES_N_RUNGS; rung++)
    for (guint age = 0; age < REMIT_N_AGES; age++)
      n += self->conflicts.running[rung][age];
  return n;
}
