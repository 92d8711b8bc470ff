/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is concerned by something, and so is looked for first. */
#include "remit-concerned.h"

#include "model/remit-day.h"
#include "model/remit-entities.h"
#include "plan/design/remit-design.h"
#include "remit-holder.h"

static void
add (GHashTable *ranks,
     gint64 person,
     RemitConcern concern)
{
  RemitConcern before = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, &person));

  if (person != 0 && concern > before)
    g_hash_table_insert (ranks, g_memdup2 (&person, sizeof person), GUINT_TO_POINTER (concern));
}

static gint64
get_field (RemitEntity *entity,
           const char *name)
{
  int field = remit_entity_info_find_field (remit_entity_info (remit_entity_get_kind (entity)),
                                            name);

  return field >= 0 ? remit_entity_get_integer (entity, (guint) field) : 0;
}

/* Returns: (nullable): what an entity is a part of */
static RemitEntity *
get_owner (RemitWorkspace *workspace,
           RemitEntity *entity)
{
  const RemitEntityInfo *info = remit_entity_info (remit_entity_get_kind (entity));
  int owner = remit_entity_info_find_owner (info);
  gint64 id = owner >= 0 ? remit_entity_get_integer (entity, (guint) owner) : 0;

  return id != 0 ? remit_workspace_get (workspace, info->fields[owner].target, id) : NULL;
}

static gint64
get_team_of_slot (RemitWorkspace *workspace,
                  gint64 id)
{
  RemitEntity *slot = id != 0 ? remit_workspace_get (workspace, REMIT_KIND_SLOT, id) : NULL;

  return slot != NULL ? remit_entity_get_integer (slot, REMIT_SLOT_TEAM) : 0;
}

/* Those who are in the plan; and in the team. */
static void
add_assigned (GHashTable *ranks,
              RemitWorkspace *workspace,
              gint64 plan,
              gint64 team)
{
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_PLAN, plan);

  for (guint i = 0; i < assignments->len; i++)
    {
      gint64 slot = remit_entity_get_integer (assignments->pdata[i], REMIT_ASSIGNMENT_SLOT);
      gboolean is_of_team = team != 0 && get_team_of_slot (workspace, slot) == team;

      add (ranks, remit_entity_get_integer (assignments->pdata[i], REMIT_ASSIGNMENT_PERSON),
           is_of_team ? REMIT_CONCERN_TEAM : REMIT_CONCERN_PLAN);
    }
}

/* ── Those who have a part in it ──────────────────────────────────────────────────────────── */

static void
add_holders (GHashTable *ranks,
             RemitWorkspace *workspace,
             RemitEntity *decision)
{
  GPtrArray *rights = remit_workspace_get_referring (workspace, REMIT_KIND_RIGHT,
                                                     REMIT_RIGHT_DECISION,
                                                     remit_entity_get_id (decision));

  for (guint i = 0; i < rights->len; i++)
    {
      g_autoptr (GPtrArray) people = remit_holder_get_people (workspace, rights->pdata[i],
                                                              remit_day_today ());

      for (guint j = 0; j < people->len; j++)
        add (ranks, remit_entity_get_id (people->pdata[j]), REMIT_CONCERN_PART);
    }
}

static void
add_parties (GHashTable *ranks,
             RemitWorkspace *workspace,
             RemitEntity *conflict)
{
  g_autoptr (GPtrArray) parties = remit_store_load_parts (
    remit_workspace_get_store (workspace), REMIT_KIND_PARTY, remit_entity_get_id (conflict), NULL);

  add (ranks, remit_entity_get_integer (conflict, REMIT_CONFLICT_OWNER), REMIT_CONCERN_PART);
  add (ranks, remit_entity_get_integer (conflict, REMIT_CONFLICT_PERSON), REMIT_CONCERN_PART);
  for (guint i = 0; parties != NULL && i < parties->len; i++)
    add (ranks, remit_record_get_integer (parties->pdata[i], REMIT_PARTY_PERSON),
         REMIT_CONCERN_PART);
}

static void
add_people_of_slot (GHashTable *ranks,
                    RemitWorkspace *workspace,
                    RemitEntity *slot)
{
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_SLOT,
                                                          remit_entity_get_id (slot));

  for (guint i = 0; i < assignments->len; i++)
    add (ranks, remit_entity_get_integer (assignments->pdata[i], REMIT_ASSIGNMENT_PERSON),
         REMIT_CONCERN_PART);
}

static void
add_parts (GHashTable *ranks,
           RemitWorkspace *workspace,
           RemitEntity *subject)
{
  RemitKind kind = remit_entity_get_kind (subject);

  if (kind == REMIT_KIND_DECISION)
    add_holders (ranks, workspace, subject);
  else if (kind == REMIT_KIND_CONFLICT)
    add_parties (ranks, workspace, subject);
  else if (kind == REMIT_KIND_SLOT)
    add_people_of_slot (ranks, workspace, subject);
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

GHashTable *
remit_concerned_rank (RemitWorkspace *workspace,
                      RemitEntity *subject)
{
  GHashTable *ranks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 plan = 0;
  gint64 team = 0;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), ranks);

  /* a right is of a decision, a level of a ladder, and these are of a team */
  for (RemitEntity *at = subject; at != NULL; at = get_owner (workspace, at))
    {
      RemitKind kind = remit_entity_get_kind (at);

      add_parts (ranks, workspace, at);
      if (team == 0)
        team = kind == REMIT_KIND_TEAM ? remit_entity_get_id (at) : get_field (at, "team");
      if (plan == 0)
        plan = kind == REMIT_KIND_PLAN ? remit_entity_get_id (at) : get_field (at, "plan");
    }
  if (plan != 0)
    add_assigned (ranks, workspace, plan, team);
  return ranks;
}

static void
add_team (GPtrArray *names,
          RemitWorkspace *workspace,
          gint64 team)
{
  g_autofree char *name = remit_design_dup_name (workspace, REMIT_KIND_TEAM, team);

  if (*name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_steal_pointer (&name));
}

char *
remit_concerned_dup_words (RemitWorkspace *workspace,
                           RemitEntity *person)
{
  const char *title = remit_entity_get_text (person, REMIT_PERSON_TITLE);
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_PERSON,
                                                          remit_entity_get_id (person));
  g_autoptr (GPtrArray) teams = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < assignments->len; i++)
    {
      gint64 slot = remit_entity_get_integer (assignments->pdata[i], REMIT_ASSIGNMENT_SLOT);
      gint64 team = get_team_of_slot (workspace, slot);

      if (team != 0)
        add_team (teams, workspace, team);
    }
  g_ptr_array_add (teams, NULL);
  joined = g_strjoinv (", ", (char **) teams->pdata);
  if (title == NULL || *title == '\0' || *joined == '\0')
    return g_strdup (*joined != '\0' ? joined : title != NULL ? title : "");
  return g_strdup_printf ("%s · %s", title, joined);
}
