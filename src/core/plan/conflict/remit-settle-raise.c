/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Raising a conflict. */
#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "model/remit-id.h"
#include "plan/design/remit-design-private.h"
#include "remit-rung-clock.h"
#include "remit-settle-private.h"

/* ── Which ladder ─────────────────────────────────────────────────────────────────────────── */

/* The first in order of a team, or of the whole plan for 0. */
static gint64
find_first_ladder (RemitWorkspace *workspace,
                   gint64 plan,
                   gint64 team)
{
  g_autoptr (GPtrArray) all = remit_design_get_parts (workspace, REMIT_KIND_LADDER, plan);

  for (guint i = 0; i < all->len; i++)
    if (remit_entity_get_integer (all->pdata[i], REMIT_LADDER_TEAM) == team)
      return remit_entity_get_id (all->pdata[i]);
  return 0;
}

gint64
remit_settle_find_ladder (RemitWorkspace *workspace,
                          gint64 plan,
                          gint64 team)
{
  gint64 ladder = 0;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);

  while (team != 0 && ladder == 0)
    {
      RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_TEAM, team);

      ladder = find_first_ladder (workspace, plan, team);
      team = entity != NULL ? remit_entity_get_integer (entity, REMIT_TEAM_PARENT) : 0;
    }
  return ladder != 0 ? ladder : find_first_ladder (workspace, plan, 0);
}

/* The rungs of a ladder, as the conflict is going to have them. */
static GPtrArray *
copy_rungs (RemitSettling *self,
            gint64 ladder)
{
  g_autoptr (GPtrArray) sorted = remit_design_get_parts (self->workspace, REMIT_KIND_RUNG, ladder);
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);

  for (guint i = 0; i < sorted->len; i++)
    {
      RemitRecord *copy = remit_record_new (REMIT_KIND_OWN_RUNG);

      remit_record_set_integer (copy, REMIT_OWN_RUNG_PLAN,
                                remit_settling_get (self, REMIT_CONFLICT_PLAN));
      remit_record_set_integer (copy, REMIT_OWN_RUNG_CONFLICT,
                                remit_record_get_id (self->conflict));
      remit_record_set_integer (copy, REMIT_OWN_RUNG_POSITION, (gint64) i + 1);
      for (guint field = REMIT_OWN_RUNG_SLOT; field < REMIT_OWN_RUNG_N_FIELDS; field++)
        remit_record_set_integer (copy, field,
                                  remit_entity_get_integer (sorted->pdata[i], field));
      g_ptr_array_add (copies, copy);
    }
  return copies;
}

/* ── The parts ────────────────────────────────────────────────────────────────────────────── */

static gboolean
insert_teams (RemitSettling *self,
              GArray *teams,
              GError **error)
{
  for (guint i = 0; teams != NULL && i < teams->len; i++)
    {
      gint64 team = g_array_index (teams, gint64, i);
      g_autoptr (RemitRecord) record = NULL;

      if (team == remit_settling_get (self, REMIT_CONFLICT_TEAM))
        continue;
      record = remit_record_new (REMIT_KIND_INVOLVEMENT);
      remit_record_set_integer (record, REMIT_INVOLVEMENT_PLAN,
                                remit_settling_get (self, REMIT_CONFLICT_PLAN));
      remit_record_set_integer (record, REMIT_INVOLVEMENT_CONFLICT,
                                remit_record_get_id (self->conflict));
      remit_record_set_integer (record, REMIT_INVOLVEMENT_TEAM, team);
      if (!remit_design_check_field (self->workspace, record, REMIT_INVOLVEMENT_TEAM, error)
          || !remit_edit_insert (self->edit, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
name_party (RemitSettling *self,
            RemitRecord *party,
            GError **error)
{
  gint64 id = remit_record_get_integer (party, REMIT_PARTY_PERSON);
  RemitEntity *person = remit_workspace_get (self->workspace, REMIT_KIND_PERSON, id);

  if (person != NULL)
    remit_record_set_text (party, REMIT_PARTY_NAME,
                           remit_entity_get_text (person, REMIT_PERSON_NAME));
  return id == 0 || person != NULL
         || remit_design_refuse (error, _ ("The person no longer exists"));
}

static gboolean
insert_parties (RemitSettling *self,
                GPtrArray *parties,
                GError **error)
{
  for (guint i = 0; parties != NULL && i < parties->len; i++)
    {
      g_autoptr (RemitRecord) party = remit_record_copy (parties->pdata[i]);

      remit_record_set_integer (party, REMIT_PARTY_PLAN,
                                remit_settling_get (self, REMIT_CONFLICT_PLAN));
      remit_record_set_integer (party, REMIT_PARTY_CONFLICT, remit_record_get_id (self->conflict));
      if (!name_party (self, party, error) || !remit_edit_insert (self->edit, party, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_rungs (RemitSettling *self,
              GPtrArray *rungs,
              GError **error)
{
  for (guint i = 0; i < rungs->len; i++)
    if (!remit_edit_insert (self->edit, rungs->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* ── Raising ──────────────────────────────────────────────────────────────────────────────── */

/* A clock may be a little ahead of ours. */
#define TOLERANCE (60 * 1000)

static gboolean
complete (RemitSettling *self,
          GError **error)
{
  gint64 person = remit_settling_get (self, REMIT_CONFLICT_PERSON);

  self->person = remit_workspace_get (self->workspace, REMIT_KIND_PERSON, person);
  if (person != 0 && self->person == NULL)
    return remit_design_refuse (error, _ ("The person no longer exists"));
  if (remit_settling_get (self, REMIT_CONFLICT_RAISED) > self->at + TOLERANCE)
    return remit_design_refuse (error, _ ("The time is in the future"));
  if (remit_settling_get (self, REMIT_CONFLICT_RAISED) == 0)
    remit_settling_set (self, REMIT_CONFLICT_RAISED, self->at);
  self->at = remit_settling_get (self, REMIT_CONFLICT_RAISED);
  if (self->person != NULL)
    remit_record_set_text (self->conflict, REMIT_CONFLICT_RAISER,
                           remit_entity_get_text (self->person, REMIT_PERSON_NAME));
  else if (remit_record_is_initial (self->conflict, REMIT_CONFLICT_RAISER))
    remit_record_set_text (self->conflict, REMIT_CONFLICT_RAISER, remit_edit_get_actor ());
  self->actor = remit_record_get_text (self->conflict, REMIT_CONFLICT_RAISER);
  remit_record_set_id (self->conflict, remit_id_new ());
  remit_settling_set (self, REMIT_CONFLICT_STATUS, REMIT_CONFLICT_OPEN);
  return remit_record_check (self->conflict, error);
}

static gboolean
check_references (RemitSettling *self,
                  GError **error)
{
  static const guint fields[] = { REMIT_CONFLICT_TEAM, REMIT_CONFLICT_OWNER,
                                  REMIT_CONFLICT_LADDER };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!remit_design_check_field (self->workspace, self->conflict, fields[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
insert (RemitSettling *self,
        GPtrArray *rungs,
        GArray *teams,
        GPtrArray *parties,
        GError **error)
{
  g_autofree char *text = remit_settling_enter (self, rungs, NULL);

  return remit_edit_insert (self->edit, self->conflict, error)
         && insert_rungs (self, rungs, error) && insert_teams (self, teams, error)
         && insert_parties (self, parties, error)
         && remit_settling_log (self, REMIT_CONFLICT_EVENT_RAISED, text, error);
}

gint64
remit_settle_raise (RemitWorkspace *workspace,
                    const RemitRecord *conflict,
                    GArray *teams,
                    GPtrArray *parties,
                    GError **error)
{
  g_auto (RemitSettling) self = { .workspace = workspace };
  g_autoptr (GPtrArray) rungs = NULL;
  gint64 plan, ladder;
  RemitEntity *entity;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);
  g_return_val_if_fail (conflict != NULL, 0);

  self.edit = remit_workspace_begin (workspace, error);
  if (self.edit == NULL)
    return 0;
  self.conflict = remit_record_copy (conflict);
  self.at = remit_time_now ();
  plan = remit_settling_get (&self, REMIT_CONFLICT_PLAN);
  if (!remit_workspace_open_plan (workspace, plan, error) || !complete (&self, error))
    return 0;
  ladder = remit_settling_get (&self, REMIT_CONFLICT_LADDER);
  if (ladder == 0)
    ladder = remit_settle_find_ladder (workspace, plan,
                                       remit_settling_get (&self, REMIT_CONFLICT_TEAM));
  remit_settling_set (&self, REMIT_CONFLICT_LADDER, ladder);
  if (!check_references (&self, error))
    return 0;
  entity = remit_workspace_get (workspace, REMIT_KIND_LADDER, ladder);
  if (entity != NULL)
    remit_settling_set (&self, REMIT_CONFLICT_REPEAT,
                        remit_entity_get_integer (entity, REMIT_LADDER_REPEAT));
  rungs = copy_rungs (&self, ladder);
  if (ladder != 0 && rungs->len == 0)
    {
      /* Translators: the name of an escalation ladder */
      remit_design_refuse (error, _ ("The ladder “%s” has no levels. Add a level, or choose "
                                     "another ladder."),
                           remit_entity_get_text (entity, REMIT_LADDER_NAME));
      return 0;
    }

  remit_edit_describe (self.edit, plan,
                       remit_design_describe_verb (workspace, REMIT_VERB_ADD, self.conflict));
  if (!insert (&self, rungs, teams, parties, error) || !remit_edit_commit (self.edit, error))
    return 0;
  return remit_record_get_id (self.conflict);
}

/* The conflict that would be raised is put onto the ladder as one that is, and left. */
char *
remit_settle_dup_first_until (RemitWorkspace *workspace,
                              gint64 plan,
                              gint64 team,
                              gint64 ladder)
{
  g_auto (RemitSettling) self = { .workspace = workspace, .at = remit_time_now () };
  g_autoptr (GPtrArray) rungs = NULL;
  g_autofree char *text = NULL;
  const RemitRecord *rung;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  self.conflict = remit_record_new (REMIT_KIND_CONFLICT);
  remit_settling_set (&self, REMIT_CONFLICT_PLAN, plan);
  remit_settling_set (&self, REMIT_CONFLICT_TEAM, team);
  rungs = copy_rungs (&self, ladder);
  text = remit_settling_enter (&self, rungs, NULL);
  rung = remit_settle_find_rung (rungs, remit_settling_get (&self, REMIT_CONFLICT_RUNG));
  return rung != NULL ? remit_rung_clock_display (workspace, rung, team,
                                                  remit_settling_get (&self, REMIT_CONFLICT_DUE))
                      : g_strdup ("");
}
