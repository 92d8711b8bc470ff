/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which teams a finding is about. */
#include "remit-finding-teams.h"

static void
add_team (GArray *teams,
          gint64 team)
{
  guint i = 0;

  if (team == 0)
    return;
  while (i < teams->len && g_array_index (teams, gint64, i) < team)
    i++;
  if (i == teams->len || g_array_index (teams, gint64, i) != team)
    g_array_insert_val (teams, i, team);
}

static void
add_team_of (GArray *teams,
             RemitWorkspace *workspace,
             RemitKind kind,
             gint64 id,
             guint field)
{
  RemitEntity *entity = remit_workspace_get (workspace, kind, id);

  if (entity != NULL)
    add_team (teams, remit_entity_get_integer (entity, field));
}

static void
add_teams_of_person (GArray *teams,
                     RemitWorkspace *workspace,
                     gint64 person)
{
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_PERSON, person);

  for (guint i = 0; i < assignments->len; i++)
    add_team_of (teams, workspace, REMIT_KIND_SLOT,
                 remit_entity_get_integer (assignments->pdata[i], REMIT_ASSIGNMENT_SLOT),
                 REMIT_SLOT_TEAM);
}

GArray *
remit_finding_find_teams (RemitFinding *finding,
                          RemitWorkspace *workspace)
{
  static const struct {
    RemitKind kind;
    guint field;
  } ways[] = {
    { REMIT_KIND_SLOT, REMIT_SLOT_TEAM },
    { REMIT_KIND_DECISION, REMIT_DECISION_TEAM },
    { REMIT_KIND_CONFLICT, REMIT_CONFLICT_TEAM },
    { REMIT_KIND_LADDER, REMIT_LADDER_TEAM },
  };
  GArray *teams = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 person = remit_finding_get_subject (finding, REMIT_KIND_PERSON);

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), teams);

  add_team (teams, remit_finding_get_subject (finding, REMIT_KIND_TEAM));
  for (guint i = 0; i < G_N_ELEMENTS (ways) && teams->len == 0; i++)
    {
      gint64 id = remit_finding_get_subject (finding, ways[i].kind);

      if (id == 0)
        continue;
      add_team_of (teams, workspace, ways[i].kind, id, ways[i].field);
      return teams;
    }
  if (teams->len == 0 && person != 0)
    add_teams_of_person (teams, workspace, person);
  return teams;
}
