/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking decisions from the library into a plan: who gets which right. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-day.h"
#include "plan/design/remit-design.h"
#include "remit-decision-library.h"

gboolean
remit_decision_library_is_taken (RemitWorkspace *workspace,
                                 gint64 plan,
                                 gint64 team,
                                 const char *key)
{
  GPtrArray *decisions = remit_workspace_get_referring (workspace, REMIT_KIND_DECISION,
                                                        REMIT_DECISION_PLAN, plan);

  for (guint i = 0; i < decisions->len; i++)
    if (remit_entity_get_integer (decisions->pdata[i], REMIT_DECISION_TEAM) == team
        && strcmp (remit_entity_get_text (decisions->pdata[i], REMIT_DECISION_KEY), key) == 0)
      return TRUE;
  return FALSE;
}

/* ── Holders ──────────────────────────────────────────────────────────────────────────────── */

/* Where rights go. */
typedef struct {
  RemitWorkspace *workspace;
  RemitEdit *edit;
  gint64 plan;
  gint64 team;
} Taking;

static gboolean
has_role_key (Taking *self,
              gint64 role,
              const char *key)
{
  RemitEntity *entity = remit_workspace_get (self->workspace, REMIT_KIND_ROLE, role);

  return entity != NULL && strcmp (remit_entity_get_text (entity, REMIT_ROLE_KEY), key) == 0;
}

/* Returns: (element-type RemitEntity): the slots of the team with a role, or the role itself */
static GPtrArray *
find_holders (Taking *self,
              const char *key)
{
  g_autoptr (GPtrArray) holders = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->team != 0)
    {
      g_autoptr (GPtrArray) slots = remit_design_get_parts (self->workspace, REMIT_KIND_SLOT,
                                                            self->team);

      for (guint i = 0; i < slots->len; i++)
        if (has_role_key (self, remit_entity_get_integer (slots->pdata[i], REMIT_SLOT_ROLE), key))
          g_ptr_array_add (holders, g_object_ref (slots->pdata[i]));
    }
  else
    {
      GListModel *roles = remit_workspace_get_list (self->workspace, REMIT_KIND_ROLE);

      for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
        {
          g_autoptr (RemitEntity) role = g_list_model_get_item (roles, i);

          if (has_role_key (self, remit_entity_get_id (role), key))
            g_ptr_array_add (holders, g_steal_pointer (&role));
        }
    }
  return g_steal_pointer (&holders);
}

/* ── Rights ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
insert_right (Taking *self,
              gint64 decision,
              RemitEntity *holder,
              RemitLetter letter,
              GError **error)
{
  g_autoptr (RemitRecord) right = remit_right_create (self->plan, decision,
                                                      remit_entity_get_kind (holder),
                                                      remit_entity_get_id (holder), letter);

  return remit_edit_insert (self->edit, right, error);
}

/* The holders of the first role with a letter that has any; of @other only when @even_so.
 * Returns: (transfer full): may be empty */
static GPtrArray *
find_first (Taking *self,
            const RemitLibraryDecision *decision,
            RemitLetter letter,
            RemitEntity *other,
            gboolean even_so)
{
  for (guint i = 0; i < decision->rights->len; i++)
    {
      const RemitLibraryRight *right = decision->rights->pdata[i];
      g_autoptr (GPtrArray) holders = NULL;

      if (right->letter != letter)
        continue;
      holders = find_holders (self, right->role);
      if (!even_so && other != NULL)
        g_ptr_array_remove (holders, other);
      if (holders->len > 0)
        return g_steal_pointer (&holders);
    }
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static RemitLetter
get_letter (RemitFramework framework,
            RemitPart part)
{
  const RemitLetterInfo *letter = remit_framework_find_part (framework, part);

  return letter != NULL ? letter->letter : REMIT_N_LETTERS;
}

/* Who proposes is not to be who approves. */
static gboolean
is_apart (const RemitLibraryDecision *decision)
{
  return decision->kind == REMIT_DECISION_KIND_DEPLOY
         || decision->kind == REMIT_DECISION_KIND_ACCEPT_RISK;
}

static gboolean
give (Taking *self,
      gint64 id,
      GPtrArray *holders,
      RemitLetter letter,
      GHashTable *taken,
      GError **error)
{
  for (guint i = 0; i < holders->len; i++)
    {
      if (!insert_right (self, id, holders->pdata[i], letter, error))
        return FALSE;
      g_hash_table_add (taken, g_object_ref (holders->pdata[i]));
    }
  return TRUE;
}

/* All other letters, to whoever has none yet. */
static gboolean
give_others (Taking *self,
             const RemitLibraryDecision *decision,
             gint64 id,
             RemitLetter decides,
             RemitLetter does,
             GHashTable *taken,
             GError **error)
{
  for (guint i = 0; i < decision->rights->len; i++)
    {
      const RemitLibraryRight *right = decision->rights->pdata[i];
      g_autoptr (GPtrArray) holders = NULL;

      if (right->letter == decides || right->letter == does)
        continue;
      holders = find_holders (self, right->role);
      for (guint j = holders->len; j-- > 0;)
        if (g_hash_table_contains (taken, holders->pdata[j]))
          g_ptr_array_remove_index (holders, j);
      if (!give (self, id, holders, right->letter, taken, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
give_rights (Taking *self,
             const RemitLibraryDecision *decision,
             gint64 id,
             GError **error)
{
  RemitLetter decides = get_letter (decision->framework, REMIT_PART_DECIDES);
  RemitLetter does = get_letter (decision->framework, REMIT_PART_DOES);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_autoptr (GPtrArray) deciders = find_first (self, decision, decides, NULL, TRUE);
  g_autoptr (GPtrArray) doers = NULL;
  RemitEntity *decider;

  /* one has the last word */
  if (deciders->len > 1)
    g_ptr_array_set_size (deciders, 1);
  decider = deciders->len > 0 ? deciders->pdata[0] : NULL;
  doers = find_first (self, decision, does, decider, FALSE);
  if (doers->len == 0 && !is_apart (decision))
    {
      g_ptr_array_unref (doers);
      doers = find_first (self, decision, does, decider, TRUE);
    }
  return give (self, id, deciders, decides, taken, error)
         && give (self, id, doers, does, taken, error)
         && give_others (self, decision, id, decides, does, taken, error);
}

/* ── Decisions ────────────────────────────────────────────────────────────────────────────── */

static gint64
find_last_position (Taking *self)
{
  g_autoptr (GPtrArray) decisions = remit_design_get_parts (self->workspace, REMIT_KIND_DECISION,
                                                            self->plan);

  return decisions->len > 0
           ? remit_entity_get_integer (decisions->pdata[decisions->len - 1],
                                       REMIT_DECISION_POSITION)
           : 0;
}

static gboolean
insert_decision (Taking *self,
                 const RemitLibraryDecision *decision,
                 gint64 position,
                 GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_DECISION);

  remit_record_set_integer (record, REMIT_DECISION_PLAN, self->plan);
  remit_record_set_integer (record, REMIT_DECISION_TEAM, self->team);
  remit_record_set_text (record, REMIT_DECISION_TITLE, decision->title);
  remit_record_set_text (record, REMIT_DECISION_DESCRIPTION, decision->description);
  remit_record_set_integer (record, REMIT_DECISION_KIND, decision->kind);
  remit_record_set_integer (record, REMIT_DECISION_FRAMEWORK, decision->framework);
  remit_record_set_integer (record, REMIT_DECISION_QUORUM, decision->quorum);
  remit_record_set_integer (record, REMIT_DECISION_RAISED, remit_time_now ());
  remit_record_set_text (record, REMIT_DECISION_KEY, decision->key);
  remit_record_set_integer (record, REMIT_DECISION_POSITION, position);
  return remit_edit_insert (self->edit, record, error)
         && give_rights (self, decision, remit_record_get_id (record), error);
}

static const RemitPlural several = REMIT_PLURAL ("Add %u decision", "Add %u decisions");

gboolean
remit_decision_library_take (RemitWorkspace *workspace,
                             gint64 plan,
                             gint64 team,
                             const RemitLibraryDecision *const *decisions,
                             gsize n_decisions,
                             GError **error)
{
  Taking self = { .workspace = workspace, .plan = plan, .team = team };
  g_autoptr (RemitEdit) edit = NULL;
  gint64 position;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace) && plan != 0, FALSE);
  g_return_val_if_fail (decisions != NULL && n_decisions > 0, FALSE);

  self.edit = edit = remit_workspace_begin (workspace, error);
  if (edit == NULL)
    return FALSE;
  if (team != 0 && remit_workspace_get (workspace, REMIT_KIND_TEAM, team) == NULL)
    {
      g_set_error_literal (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED,
                           _ ("The team no longer exists"));
      return FALSE;
    }
  position = find_last_position (&self);
  remit_edit_describe (edit, plan,
                       n_decisions == 1
                         /* Translators: a step of the history; a decision */
                         ? remit_message_new (N_ ("Add decision %s"), decisions[0]->title, NULL)
                         : remit_message_new_plural (several, (gint64) n_decisions));
  for (gsize i = 0; i < n_decisions; i++)
    if (!insert_decision (&self, decisions[i],
                          MIN (position + 1024 * (gint64) (i + 1), G_MAXINT32), error))
      return FALSE;
  return remit_edit_commit (edit, error);
}
