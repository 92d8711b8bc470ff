/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conflicts on their ladders: up, down, and when the time runs out. */
#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "plan/decide/remit-holder.h"
#include "plan/design/remit-design-private.h"
#include "remit-rung-clock.h"
#include "remit-settle-private.h"

/* ── Rungs ────────────────────────────────────────────────────────────────────────────────── */

static GPtrArray *
get_people (RemitSettling *self,
            const RemitRecord *rung)
{
  return remit_holder_get_people_of_rung (self->workspace, rung,
                                          remit_settling_get (self, REMIT_CONFLICT_TEAM),
                                          remit_day_of_time (self->at));
}

static char *
dup_holder (RemitWorkspace *workspace,
            const RemitRecord *rung)
{
  gint64 id;
  RemitKind kind = remit_record_get_alternative (rung, &id);

  /* Translators: a rung of a ladder whose holder has been deleted */
  return kind != REMIT_KIND_NONE ? remit_design_dup_name (workspace, kind, id)
                                 : g_strdup (_ ("Nobody"));
}

static gint64
get_due (RemitSettling *self,
         const RemitRecord *rung)
{
  return remit_rung_clock_get_due (self->workspace, rung,
                                   remit_settling_get (self, REMIT_CONFLICT_TEAM), self->at);
}

/* Whether absences cover all days, be it one after the other. */
static gboolean
is_absent (RemitSettling *self,
           RemitEntity *person,
           gint64 from,
           gint64 until)
{
  GPtrArray *absences = remit_workspace_get_referring (self->workspace, REMIT_KIND_ABSENCE,
                                                       REMIT_ABSENCE_PERSON,
                                                       remit_entity_get_id (person));
  gint64 day = from;
  gint64 before;

  do
    {
      before = day;
      for (guint i = 0; i < absences->len; i++)
        if (remit_entity_get_integer (absences->pdata[i], REMIT_ABSENCE_FROM) <= day)
          day = MAX (day, remit_entity_get_integer (absences->pdata[i], REMIT_ABSENCE_UNTIL) + 1);
    }
  while (day != before && day <= until);
  return day > until;
}

/* People absent until the time limit could not act in time. */
static gboolean
is_passed_over (RemitSettling *self,
                const RemitRecord *rung)
{
  g_autoptr (GPtrArray) people = NULL;
  gint64 last_day;

  if (!remit_record_get_integer (rung, REMIT_OWN_RUNG_SKIP))
    return FALSE;
  people = get_people (self, rung);
  last_day = remit_day_of_time (get_due (self, rung));
  for (guint i = 0; i < people->len; i++)
    if (!is_absent (self, people->pdata[i], remit_day_of_time (self->at), last_day))
      return FALSE;
  return TRUE;
}

/* The next rung from a position, 0 for below the first, where somebody is, or that may not be
 * skipped. @skipped: is appended the names of those that are passed over */
static const RemitRecord *
find_rung (RemitSettling *self,
           GPtrArray *rungs,
           gint64 from,
           gboolean up,
           GPtrArray *skipped)
{
  for (guint i = 0; i < rungs->len; i++)
    {
      const RemitRecord *rung = rungs->pdata[up ? i : rungs->len - 1 - i];
      gint64 position = remit_record_get_integer (rung, REMIT_OWN_RUNG_POSITION);

      if (up ? position <= from : position >= from)
        continue;
      if (!is_passed_over (self, rung))
        return rung;
      g_ptr_array_add (skipped, dup_holder (self->workspace, rung));
    }
  return NULL;
}

/* Puts the conflict onto a rung, or off the ladder for %NULL, and sets its clock. */
static void
enter (RemitSettling *self,
       const RemitRecord *rung)
{
  gint64 position = rung != NULL ? remit_record_get_integer (rung, REMIT_OWN_RUNG_POSITION) : 0;

  remit_settling_set (self, REMIT_CONFLICT_RUNG, position);
  remit_settling_set (self, REMIT_CONFLICT_ENTERED, rung != NULL ? self->at : 0);
  remit_settling_set (self, REMIT_CONFLICT_DUE, rung != NULL ? get_due (self, rung) : 0);
  remit_settling_set (self, REMIT_CONFLICT_RAN_OUT, 0);
}

static char *
dup_text (const char *text,
          GPtrArray *skipped)
{
  g_autofree char *names = remit_design_join (skipped);
  g_autofree char *why = NULL;

  if (skipped->len == 0)
    return g_strdup (text != NULL ? text : "");
  /* Translators: one or several slots on an escalation ladder */
  why = g_strdup_printf (ngettext ("Skipped, vacant: %s",
                                   "Skipped, vacant: %s", skipped->len),
                         names);
  return text != NULL && *text != '\0' ? g_strdup_printf ("%s\n%s", text, why)
                                       : g_steal_pointer (&why);
}

char *
remit_settling_enter (RemitSettling *self,
                      GPtrArray *rungs,
                      const char *text)
{
  g_autoptr (GPtrArray) skipped = g_ptr_array_new_with_free_func (g_free);

  enter (self, find_rung (self, rungs, 0, TRUE, skipped));
  return dup_text (text, skipped);
}

char *
remit_settle_dup_asked (RemitWorkspace *workspace,
                        const RemitRecord *rung,
                        gint64 team)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  people = remit_holder_get_people_of_rung (workspace, rung, team, remit_day_today ());
  for (guint i = 0; i < people->len; i++)
    g_ptr_array_add (names, g_strdup (remit_entity_get_text (people->pdata[i],
                                                             REMIT_PERSON_NAME)));
  return remit_design_join (names);
}

/* ── Up and down ──────────────────────────────────────────────────────────────────────────── */

static gboolean
refuse_late (RemitSettling *self,
             GPtrArray *rungs,
             GError **error)
{
  gint64 position = remit_settling_get (self, REMIT_CONFLICT_RUNG);
  const RemitRecord *rung = remit_settle_find_rung (rungs, position);
  g_autofree char *asked = NULL;

  if (rung != NULL)
    asked = remit_settle_dup_asked (self->workspace, rung,
                                    remit_settling_get (self, REMIT_CONFLICT_TEAM));
  if (position == 0)
    return remit_design_refuse (error, _ ("The conflict has no level, since all levels were vacant "
                                          "when it was raised. Check it again."));
  if (asked == NULL || *asked == '\0')
    return remit_design_refuse (error, _ ("The conflict was moved to level %d in the meantime. "
                                          "Check it again."), (int) position);
  /* Translators: a number, and who is there */
  return remit_design_refuse (error, _ ("The conflict was moved to level %1$d, with %2$s, in the "
                                        "meantime. Check it again."),
                              (int) position, asked);
}

/* After the last rung comes the first one again, as often as the ladder says. */
static const RemitRecord *
find_next (RemitSettling *self,
           GPtrArray *rungs,
           gboolean up,
           GPtrArray *skipped)
{
  gint64 from = remit_settling_get (self, REMIT_CONFLICT_RUNG);
  const RemitRecord *next = find_rung (self, rungs, from, up, skipped);

  if (next == NULL && up && remit_settling_get (self, REMIT_CONFLICT_REPEAT) > 0)
    next = find_rung (self, rungs, 0, TRUE, skipped);
  return next;
}

static gboolean
refuse_move (RemitSettling *self,
             GPtrArray *rungs,
             gboolean up,
             GError **error)
{
  if (rungs->len == 0)
    return remit_design_refuse (error, _ ("The conflict has no escalation ladder. Resolve the "
                                          "conflict, or withdraw it and raise a new one with a "
                                          "ladder."));
  return up ? remit_design_refuse (error, _ ("The conflict is on the highest level of its ladder. "
                                             "Resolve the conflict, or withdraw it and raise a new "
                                             "one with another ladder."))
            : remit_design_refuse (error, _ ("The conflict is on the lowest level of its ladder"));
}

GPtrArray *
remit_settling_get_rungs (RemitSettling *self,
                          GError **error)
{
  return remit_store_load_parts (remit_workspace_get_store (self->workspace), REMIT_KIND_OWN_RUNG,
                                 remit_record_get_id (self->conflict), error);
}

/* The rung in the log tells what the conflict was raised on: see remit-story.h. */
static gint64
get_first_rung (RemitSettling *self)
{
  g_autoptr (GPtrArray) log = NULL;

  log = remit_store_load_parts (remit_workspace_get_store (self->workspace),
                                REMIT_KIND_CONFLICT_EVENT,
                              remit_record_get_id (self->conflict), NULL);
  return log != NULL && log->len > 0
           ? remit_record_get_integer (log->pdata[0], REMIT_CONFLICT_EVENT_RUNG)
           : 0;
}

/* One round less, when the way up leads to the beginning. */
static void
count_round (RemitSettling *self,
             const RemitRecord *next)
{
  if (remit_record_get_integer (next, REMIT_OWN_RUNG_POSITION)
      <= remit_settling_get (self, REMIT_CONFLICT_RUNG))
    remit_settling_set (self, REMIT_CONFLICT_REPEAT,
                        remit_settling_get (self, REMIT_CONFLICT_REPEAT) - 1);
}

static gboolean
move (RemitSettling *self,
      GPtrArray *rungs,
      gboolean up,
      const char *text,
      GError **error)
{
  g_autoptr (GPtrArray) skipped = g_ptr_array_new_with_free_func (g_free);
  const RemitRecord *next = find_next (self, rungs, up, skipped);
  g_autofree char *words = NULL;
  gboolean is_back;

  if (next == NULL)
    return refuse_move (self, rungs, up, error);
  words = dup_text (text, skipped);
  if (up)
    count_round (self, next);
  enter (self, next);
  is_back = !up && remit_settling_get (self, REMIT_CONFLICT_RUNG) <= get_first_rung (self);
  remit_settling_set (self, REMIT_CONFLICT_STATUS,
                      is_back ? REMIT_CONFLICT_OPEN : REMIT_CONFLICT_ESCALATED);
  return remit_settling_log (self,
                             up ? REMIT_CONFLICT_EVENT_ESCALATED
                                : REMIT_CONFLICT_EVENT_DE_ESCALATED,
                             words, error);
}

gboolean
remit_settling_climb (RemitSettling *self,
                      RemitConflictEventKind kind,
                      gint64 from,
                      const char *text,
                      GError **error)
{
  g_autoptr (GPtrArray) rungs = remit_settling_get_rungs (self, error);

  if (rungs == NULL)
    return FALSE;
  if (from != 0 && from != remit_settling_get (self, REMIT_CONFLICT_RUNG))
    return refuse_late (self, rungs, error);
  return move (self, rungs, kind == REMIT_CONFLICT_EVENT_ESCALATED, text, error);
}

gboolean
remit_settle_can_climb (RemitWorkspace *workspace,
                        gint64 conflict,
                        gboolean up)
{
  g_auto (RemitSettling) self = { NULL };
  g_autoptr (GPtrArray) rungs = NULL;
  g_autoptr (GPtrArray) skipped = g_ptr_array_new_with_free_func (g_free);
  RemitStore *store;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);

  store = remit_workspace_get_store (workspace);
  self.workspace = workspace;
  self.at = remit_time_now ();
  self.conflict = remit_store_load (store, REMIT_KIND_CONFLICT, conflict, NULL);
  rungs = remit_store_load_parts (store, REMIT_KIND_OWN_RUNG, conflict, NULL);
  return self.conflict != NULL && rungs != NULL && find_next (&self, rungs, up, skipped) != NULL;
}

/* ── The time is up ───────────────────────────────────────────────────────────────────────── */

/* Where there is nobody to escalate to, it stays where it is. */
static gboolean
escalate_by_itself (RemitSettling *self,
                    GError **error)
{
  g_autoptr (GPtrArray) skipped = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rungs = remit_settling_get_rungs (self, error);
  const RemitRecord *rung;

  if (rungs == NULL)
    return FALSE;
  rung = remit_settle_find_rung (rungs, remit_settling_get (self, REMIT_CONFLICT_RUNG));
  if (rung == NULL || !remit_record_get_integer (rung, REMIT_OWN_RUNG_AUTOMATIC)
      || find_next (self, rungs, TRUE, skipped) == NULL)
    return TRUE;
  return move (self, rungs, TRUE, _ ("Escalated automatically"), error);
}

gboolean
remit_settle_run_out (RemitWorkspace *workspace,
                      gint64 conflict,
                      gint64 now,
                      GError **error)
{
  g_auto (RemitSettling) self = { NULL };
  gint64 due;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);

  if (!remit_settling_begin (&self, workspace, conflict, 0, REMIT_CONFLICT_EVENT_RAN_OUT,
                             error))
    return FALSE;
  remit_edit_set_unattended (self.edit);
  self.actor = REMIT_EDIT_UNATTENDED;
  now = now != 0 ? now : remit_time_now ();
  self.at = MAX (self.at, now);
  due = remit_settling_get (&self, REMIT_CONFLICT_DUE);
  if (due == 0 || now < due || remit_settling_get (&self, REMIT_CONFLICT_RAN_OUT) != 0)
    return TRUE;
  remit_settling_set (&self, REMIT_CONFLICT_RAN_OUT, self.at);
  return remit_settling_log (&self, REMIT_CONFLICT_EVENT_RAN_OUT, NULL, error)
         && escalate_by_itself (&self, error) && remit_settling_end (&self, error);
}
