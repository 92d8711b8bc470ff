/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people behind a right: who holds it on which day. */
#include "remit-holder.h"

#include "plan/design/remit-design.h"
#include "plan/load/remit-load.h"

static gboolean
is_there (RemitEntity *person,
          gint64 day)
{
  gint64 from = remit_entity_get_integer (person, REMIT_PERSON_FROM);
  gint64 until = remit_entity_get_integer (person, REMIT_PERSON_UNTIL);

  return from <= day && (until == 0 || day <= until);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = remit_entity_get_id (*(RemitEntity *const *) a);
  gint64 second = remit_entity_get_id (*(RemitEntity *const *) b);

  return first < second ? -1 : first > second;
}

static void
add_person (RemitWorkspace *workspace,
            gint64 id,
            gint64 day,
            GPtrArray *people)
{
  RemitEntity *person = remit_workspace_get (workspace, REMIT_KIND_PERSON, id);

  if (person != NULL && is_there (person, day) && !g_ptr_array_find (people, person, NULL))
    g_ptr_array_add (people, person);
}

static void
add_slot (RemitWorkspace *workspace,
          gint64 slot,
          gint64 day,
          GPtrArray *people)
{
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_SLOT, slot);

  for (guint i = 0; i < assignments->len; i++)
    {
      RemitEntity *assignment = g_ptr_array_index (assignments, i);
      gint64 from, until;

      remit_load_get_days (workspace, assignment, &from, &until);
      if (from <= day && (until == 0 || day <= until))
        add_person (workspace, remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON), day,
                    people);
    }
}

/* @team: 0 for all of the plan */
static void
add_role (RemitWorkspace *workspace,
          gint64 role,
          gint64 plan,
          gint64 team,
          gint64 day,
          GPtrArray *people)
{
  GPtrArray *slots = remit_workspace_get_referring (workspace, REMIT_KIND_SLOT, REMIT_SLOT_ROLE,
                                                    role);

  for (guint i = 0; i < slots->len; i++)
    {
      RemitEntity *slot = g_ptr_array_index (slots, i);

      if (remit_entity_get_integer (slot, REMIT_SLOT_PLAN) == plan
          && (team == 0 || remit_entity_get_integer (slot, REMIT_SLOT_TEAM) == team))
        add_slot (workspace, remit_entity_get_id (slot), day, people);
    }
}

static gint64
get_team (RemitWorkspace *workspace,
          RemitEntity *right)
{
  RemitEntity *decision = remit_workspace_get (
    workspace, REMIT_KIND_DECISION, remit_entity_get_integer (right, REMIT_RIGHT_DECISION));

  return decision != NULL ? remit_entity_get_integer (decision, REMIT_DECISION_TEAM) : 0;
}

/* Those behind a slot, a role (of @team, 0 for all of the plan) or a person. */
static void
add_holder (RemitWorkspace *workspace,
            RemitKind kind,
            gint64 id,
            gint64 plan,
            gint64 team,
            gint64 day,
            GPtrArray *people)
{
  switch ((int) kind)
    {
    case REMIT_KIND_SLOT:
      add_slot (workspace, id, day, people);
      break;
    case REMIT_KIND_ROLE:
      add_role (workspace, id, plan, team, day, people);
      break;
    case REMIT_KIND_PERSON:
      add_person (workspace, id, day, people);
      break;
    default:
      break;
    }
}

static void
add_people (RemitWorkspace *workspace,
            RemitEntity *right,
            gint64 day,
            GPtrArray *people)
{
  gint64 id;
  RemitKind kind = remit_record_get_alternative (remit_entity_get_record (right), &id);

  add_holder (workspace, kind, id, remit_entity_get_integer (right, REMIT_RIGHT_PLAN),
              get_team (workspace, right), day, people);
}

GPtrArray *
remit_holder_get_people (RemitWorkspace *workspace,
                         RemitEntity *right,
                         gint64 day)
{
  GPtrArray *people;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (remit_entity_is (right, REMIT_KIND_RIGHT), NULL);

  people = g_ptr_array_new ();
  add_people (workspace, right, day, people);
  g_ptr_array_sort (people, compare_ids);
  return people;
}

/* Returns: @team when it has a slot for the role, else 0, for the plan */
static gint64
get_team_with_role (RemitWorkspace *workspace,
                    gint64 role,
                    gint64 team)
{
  GPtrArray *slots = remit_workspace_get_referring (workspace, REMIT_KIND_SLOT, REMIT_SLOT_ROLE,
                                                    role);

  for (guint i = 0; team != 0 && i < slots->len; i++)
    if (remit_entity_get_integer (slots->pdata[i], REMIT_SLOT_TEAM) == team)
      return team;
  return 0;
}

GPtrArray *
remit_holder_get_people_of_rung (RemitWorkspace *workspace,
                                 const RemitRecord *rung,
                                 gint64 team,
                                 gint64 day)
{
  GPtrArray *people;
  RemitKind kind;
  gint64 id;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  people = g_ptr_array_new ();
  kind = remit_record_get_alternative (rung, &id);
  if (kind == REMIT_KIND_ROLE)
    team = get_team_with_role (workspace, id, team);
  add_holder (workspace, kind, id, remit_record_get_integer (rung, REMIT_RUNG_PLAN), team, day,
              people);
  g_ptr_array_sort (people, compare_ids);
  return people;
}

GPtrArray *
remit_holder_get_rights (RemitWorkspace *workspace,
                         RemitEntity *decision,
                         RemitPart part)
{
  RemitFramework framework;
  GPtrArray *rights;
  GPtrArray *found;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (remit_entity_is (decision, REMIT_KIND_DECISION), NULL);

  found = g_ptr_array_new ();
  framework = (RemitFramework) remit_entity_get_integer (decision, REMIT_DECISION_FRAMEWORK);
  rights = remit_workspace_get_referring (workspace, REMIT_KIND_RIGHT, REMIT_RIGHT_DECISION,
                                          remit_entity_get_id (decision));
  for (guint i = 0; i < rights->len; i++)
    {
      gint64 letter = remit_entity_get_integer (rights->pdata[i], REMIT_RIGHT_LETTER);
      const RemitLetterInfo *info = remit_framework_get_letter (framework, (RemitLetter) letter);

      if (info != NULL && info->part == part)
        g_ptr_array_add (found, rights->pdata[i]);
    }
  return found;
}

GPtrArray *
remit_holder_get_people_of_part (RemitWorkspace *workspace,
                                 RemitEntity *decision,
                                 RemitPart part,
                                 gint64 day)
{
  g_autoptr (GPtrArray) rights = remit_holder_get_rights (workspace, decision, part);
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < rights->len; i++)
    add_people (workspace, rights->pdata[i], day, people);
  g_ptr_array_sort (people, compare_ids);
  return people;
}

char *
remit_holder_dup_name (RemitWorkspace *workspace,
                       RemitEntity *right)
{
  gint64 id;
  RemitKind kind = remit_record_get_alternative (remit_entity_get_record (right), &id);

  return kind != REMIT_KIND_NONE ? remit_design_dup_name (workspace, kind, id) : g_strdup ("");
}
