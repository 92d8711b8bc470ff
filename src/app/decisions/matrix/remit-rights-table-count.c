/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much a column of the matrix weighs. */
#include "plan/decide/remit-holder.h"
#include "remit-rights-table-private.h"

typedef struct {
  RemitWorkspace *workspace;
  GHashTable *decides;
  GHashTable *does;
} Count;

static void
count_right (Count *self,
             RemitEntity *right,
             gint64 team)
{
  gint64 id = remit_entity_get_integer (right, REMIT_RIGHT_DECISION);
  RemitEntity *decision = remit_workspace_get (self->workspace, REMIT_KIND_DECISION, id);
  const RemitLetterInfo *letter;
  gint64 status;
  gint64 own;

  if (decision == NULL)
    return;
  status = remit_entity_get_integer (decision, REMIT_DECISION_STATUS);
  own = remit_entity_get_integer (decision, REMIT_DECISION_TEAM);
  if ((status != REMIT_DECISION_STATUS_PROPOSED && status != REMIT_DECISION_STATUS_ACCEPTED)
      || (team != 0 && own != 0 && own != team))
    return;
  letter = remit_framework_get_letter (
    (RemitFramework) remit_entity_get_integer (decision, REMIT_DECISION_FRAMEWORK),
    (RemitLetter) remit_entity_get_integer (right, REMIT_RIGHT_LETTER));
  if (letter != NULL && letter->part == REMIT_PART_DECIDES)
    g_hash_table_add (self->decides, decision);
  else if (letter != NULL && letter->part == REMIT_PART_DOES)
    g_hash_table_add (self->does, decision);
}

static void
count_rights (Count *self,
              gint64 plan,
              guint field,
              gint64 holder,
              gint64 team)
{
  GPtrArray *rights = remit_workspace_get_referring (self->workspace, REMIT_KIND_RIGHT, field,
                                                     holder);

  for (guint i = 0; i < rights->len; i++)
    if (remit_entity_get_integer (rights->pdata[i], REMIT_RIGHT_PLAN) == plan)
      count_right (self, rights->pdata[i], team);
}

static void
count_slot (Count *self,
            gint64 plan,
            gint64 id)
{
  RemitEntity *slot = remit_workspace_get (self->workspace, REMIT_KIND_SLOT, id);

  count_rights (self, plan, REMIT_RIGHT_SLOT, id, 0);
  if (slot != NULL)
    count_rights (self, plan, REMIT_RIGHT_ROLE, remit_entity_get_integer (slot, REMIT_SLOT_ROLE),
                  remit_entity_get_integer (slot, REMIT_SLOT_TEAM));
}

static void
count_person (Count *self,
              gint64 plan,
              gint64 person)
{
  GPtrArray *assignments = remit_workspace_get_referring (
    self->workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_PERSON, person);

  count_rights (self, plan, REMIT_RIGHT_PERSON, person, 0);
  for (guint i = 0; i < assignments->len; i++)
    if (remit_entity_get_integer (assignments->pdata[i], REMIT_ASSIGNMENT_PLAN) == plan)
      count_slot (self, plan,
                  remit_entity_get_integer (assignments->pdata[i], REMIT_ASSIGNMENT_SLOT));
}

void
remit_rights_table_count (RemitRightsTable *self,
                          guint column,
                          guint *n_decides,
                          guint *n_does)
{
  const RemitRightsColumn *at = remit_rights_table_get_column (self, column);
  g_autoptr (GHashTable) decides = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) does = g_hash_table_new (NULL, NULL);
  Count count = { self->workspace, decides, does };

  if (at->kind == REMIT_KIND_SLOT)
    count_slot (&count, self->plan, at->id);
  else if (at->kind == REMIT_KIND_PERSON)
    count_person (&count, self->plan, at->id);
  else
    count_rights (&count, self->plan, REMIT_RIGHT_ROLE, at->id, 0);
  *n_decides = g_hash_table_size (decides);
  *n_does = g_hash_table_size (does);
}
