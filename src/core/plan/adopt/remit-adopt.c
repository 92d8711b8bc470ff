/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a scenario over into the plan that it was copied from, and the other way. */
#include "remit-adopt.h"

#include <glib/gi18n-lib.h>

#include "plan/design/remit-design.h"
#include "remit-adopt-private.h"
#include "store/archive/remit-anchor.h"

void
remit_adoption_free (RemitAdoption *self)
{
  if (self == NULL)
    return;
  g_free (self->titles[0]);
  g_free (self->titles[1]);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->clashes, g_ptr_array_unref);
  g_free (self);
}

/* ── When both were level ─────────────────────────────────────────────────────────────────── */

/* Returns: the entry that made a plan, 0 when the history does not have it */
static gint64
find_first_entry (RemitStore *store,
                  gint64 plan)
{
  gint64 seq = remit_store_query_integer (
    store, "SELECT seq FROM history WHERE plan = ?1 ORDER BY seq LIMIT 1", plan, 0, NULL);
  g_autoptr (GPtrArray) changes = seq != 0 ? remit_history_get_changes (store, seq, NULL) : NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const RemitChange *change = changes->pdata[i];

      if (change->kind == REMIT_KIND_PLAN && change->id == plan
          && change->op == REMIT_CHANGE_ADDED)
        return seq;
    }
  return 0;
}

static gboolean
refuse_unknown (RemitStore *store,
                const char *name,
                GError **error)
{
  g_auto (RemitAnchor) anchor = { 0 };

  if (!remit_anchor_read (&anchor, store, error))
    return FALSE;
  if (anchor.seq != 0)
    return remit_anchor_refuse (&anchor, error);
  /* Translators: the name of a scenario */
  return remit_design_refuse (error, _ ("The history does not tell when “%s” was copied"), name);
}

gboolean
remit_adopt_find_base (RemitStore *store,
                       gint64 scenario,
                       gint64 *origin,
                       gint64 *seq,
                       GError **error)
{
  g_autoptr (RemitRecord) plan = remit_store_load (store, REMIT_KIND_PLAN, scenario, error);
  const char *name;

  if (plan == NULL)
    {
      if (error != NULL && *error == NULL)
        remit_design_refuse (error, _ ("The plan no longer exists"));
      return FALSE;
    }
  name = remit_record_get_text (plan, REMIT_PLAN_NAME);
  *origin = remit_record_get_integer (plan, REMIT_PLAN_BASE);
  if (*origin == 0 && remit_record_get_integer (plan, REMIT_PLAN_KIND) == REMIT_PLAN_KIND_SCENARIO)
    return remit_design_refuse (error,
                                /* Translators: the name of a scenario */
                                _ ("The plan that “%s” was copied from no longer exists"), name);
  if (*origin == 0)
    return remit_design_refuse (error, _ ("“%s” is not a scenario of another plan"), name);
  *seq = remit_record_get_integer (plan, REMIT_PLAN_BASE_ENTRY);
  if (*seq == 0)
    *seq = find_first_entry (store, scenario);
  return *seq != 0 || refuse_unknown (store, name, error);
}

/* ── Judging ──────────────────────────────────────────────────────────────────────────────── */

/* The states, and their merge. */
typedef struct {
  RemitPlanState *states[REMIT_ADOPT_N_STATES];
  RemitThreeWay *merge;
} Judgement;

static void
judgement_clear (Judgement *self)
{
  g_clear_pointer (&self->merge, remit_three_way_free);
  for (guint i = 0; i < REMIT_ADOPT_N_STATES; i++)
    g_clear_pointer (&self->states[i], remit_plan_state_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judgement, judgement_clear)

static gboolean
read_states (Judgement *self,
             RemitStore *store,
             RemitAdoption *adoption,
             const RemitAdoptOptions *options,
             GError **error)
{
  gint64 seq;

  if (!remit_adopt_find_base (store, adoption->scenario, &adoption->origin, &seq, error))
    return FALSE;
  self->states[REMIT_ADOPT_BASE] =
    remit_plan_state_read (store, adoption->origin, seq, options->cancellable, error);
  if (self->states[REMIT_ADOPT_BASE] == NULL)
    return FALSE;
  self->states[REMIT_ADOPT_MINE] = remit_plan_state_read (
    store, adoption->scenario, REMIT_PLAN_STATE_NOW, options->cancellable, error);
  if (self->states[REMIT_ADOPT_MINE] == NULL)
    return FALSE;
  self->states[REMIT_ADOPT_THEIRS] = remit_plan_state_read (
    store, adoption->origin, REMIT_PLAN_STATE_NOW, options->cancellable, error);
  return self->states[REMIT_ADOPT_THEIRS] != NULL;
}

static void
count_open (RemitAdoption *self)
{
  self->n_open = 0;
  for (guint i = 0; i < self->clashes->len; i++)
    self->n_open += ((RemitClash *) self->clashes->pdata[i])->choice == REMIT_SIDE_NONE;
}

/* Finds what is done to the plan that is adopted into, or refreshed. */
static gboolean
judge (Judgement *self,
       RemitStore *store,
       RemitAdoption *adoption,
       const RemitAdoptOptions *options,
       GError **error)
{
  if (!read_states (self, store, adoption, options, error))
    return FALSE;
  for (guint i = 0; i < 2; i++)
    adoption->titles[i] = g_strdup (remit_record_get_text (
      remit_plan_state_get_plan (self->states[i == 0 ? REMIT_ADOPT_MINE : REMIT_ADOPT_THEIRS]),
      REMIT_PLAN_NAME));
  self->merge = remit_three_way_new (self->states, options, error);
  if (self->merge == NULL)
    return FALSE;
  remit_three_way_judge (self->merge,
                         options->verb == REMIT_ADOPT ? REMIT_SIDE_THEIRS : REMIT_SIDE_MINE);
  adoption->changes = remit_three_way_get_differences (self->merge);
  adoption->clashes = g_ptr_array_ref (self->merge->clashes);
  count_open (adoption);
  return TRUE;
}

/* Finds what is done to the scenario when it has been adopted. What clashes then and did not before
 * is about rows that were left out, which it keeps. */
static void
judge_level (Judgement *self,
             RemitAdoption *adoption)
{
  guint n_clashes = self->merge->clashes->len;
  g_autoptr (GPtrArray) differences = NULL;

  self->merge->is_follow_up = TRUE;
  remit_three_way_judge (self->merge, REMIT_SIDE_MINE);
  differences = remit_three_way_get_differences (self->merge);
  adoption->n_level = differences->len;
  g_hash_table_remove_all (self->merge->known);
  g_ptr_array_set_size (self->merge->clashes, (int) n_clashes);
}

RemitAdoption *
remit_adopt_judge (RemitStore *store,
                   gint64 scenario,
                   const RemitAdoptOptions *options,
                   GError **error)
{
  g_autoptr (RemitAdoption) adoption = g_new0 (RemitAdoption, 1);
  g_auto (Judgement) judgement = { { NULL } };
  gboolean done;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  adoption->scenario = scenario;
  if (!remit_store_begin_read (store, NULL, error))
    return NULL;
  done = judge (&judgement, store, adoption, options, error);
  if (done && options->verb == REMIT_ADOPT)
    judge_level (&judgement, adoption);
  return remit_store_end_read (store, done, error) ? g_steal_pointer (&adoption) : NULL;
}

/* ── Doing ────────────────────────────────────────────────────────────────────────────────── */

/* Lets each row of the scenario say which one of the origin it stands for. */
static gboolean
link_origins (RemitThreeWay *merge,
              RemitEdit *edit,
              GHashTable *mine,
              GHashTable *theirs,
              GError **error)
{
  for (guint i = 0; i < merge->triples->len; i++)
    {
      const RemitTriple *triple = merge->triples->pdata[i];
      int field = remit_entity_info_find_origin (remit_entity_info (triple->kind));
      gint64 id = remit_three_way_get_id (mine, triple->id);
      gint64 origin = theirs != NULL ? remit_three_way_get_id (theirs, triple->id)
                                     : triple->ids[REMIT_ADOPT_THEIRS];
      const RemitRecord *row = triple->rows[REMIT_ADOPT_MINE];

      if (field >= 0 && id != 0 && origin != 0
          && (row == NULL || remit_record_get_integer (row, (guint) field) != origin)
          && !remit_edit_set_integer (edit, triple->kind, id, (guint) field, origin, error))
        return FALSE;
    }
  return TRUE;
}

/* From now on both are level as of this entry, the next one of the history. */
static gboolean
set_base_entry (RemitEdit *edit,
                gint64 scenario,
                GError **error)
{
  g_autofree char *hash = NULL;
  gint64 length;

  return remit_history_get_head (remit_edit_get_store (edit), &length, &hash, error)
         && remit_edit_set_integer (edit, REMIT_KIND_PLAN, scenario, REMIT_PLAN_BASE_ENTRY,
                                    length + 1, error);
}

static gboolean
check_decided (const RemitAdoption *adoption,
               const RemitAdoptOptions *options,
               GError **error)
{
  if (adoption->n_open > 0)
    return remit_design_refuse (
      error,
      ngettext ("%u clash has to be decided first", "%u clashes have to be decided first",
                adoption->n_open),
      adoption->n_open);
  if (adoption->changes->len > 0)
    return TRUE;
  if (options->verb == REMIT_ADOPT)
    /* Translators: the name of a scenario, and of the plan that it was copied from */
    return remit_design_refuse (error, _ ("“%1$s” has no changes that “%2$s” does not have"),
                                adoption->titles[0], adoption->titles[1]);
  return remit_design_refuse (error, _ ("“%1$s” has no changes that “%2$s” does not have"),
                              adoption->titles[1], adoption->titles[0]);
}

static gboolean
write_both (Judgement *self,
            RemitEdit *edit,
            RemitAdoption *adoption,
            const RemitAdoptOptions *options,
            GError **error)
{
  g_autoptr (GHashTable) mine =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) theirs = NULL;

  if (options->verb == REMIT_ADOPT)
    {
      theirs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      if (!remit_three_way_write (self->merge, edit, theirs, error))
        return FALSE;
      judge_level (self, adoption);
    }
  return remit_three_way_write (self->merge, edit, mine, error)
         && link_origins (self->merge, edit, mine, theirs, error)
         && set_base_entry (edit, adoption->scenario, error);
}

static void
describe (RemitEdit *edit,
          const RemitAdoption *adoption,
          RemitAdoptVerb verb)
{
  if (verb == REMIT_ADOPT)
    remit_edit_describe (edit, adoption->origin,
                         /* Translators: a scenario, and the plan that it was copied from */
                         remit_message_new (N_ ("Adopt %1$s into %2$s"), adoption->titles[0],
                                            adoption->titles[1], NULL));
  else
    remit_edit_describe (edit, adoption->scenario,
                         /* Translators: a scenario, and the plan that it was copied from */
                         remit_message_new (N_ ("Refresh %1$s from %2$s"), adoption->titles[0],
                                            adoption->titles[1], NULL));
}

gboolean
remit_adopt (RemitWorkspace *workspace,
             gint64 scenario,
             const RemitAdoptOptions *options,
             RemitAdoption **done,
             GError **error)
{
  g_autoptr (RemitAdoption) adoption = g_new0 (RemitAdoption, 1);
  g_auto (Judgement) judgement = { { NULL } };
  g_autoptr (RemitEdit) edit = NULL;
  gboolean is_done;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);

  adoption->scenario = scenario;
  edit = remit_workspace_begin (workspace, error);
  if (edit == NULL || !judge (&judgement, remit_edit_get_store (edit), adoption, options, error))
    return FALSE;
  is_done = check_decided (adoption, options, error)
            && write_both (&judgement, edit, adoption, options, error);
  if (is_done)
    {
      describe (edit, adoption, options->verb);
      is_done = remit_edit_commit (edit, error);
    }
  if (done != NULL)
    *done = g_steal_pointer (&adoption);
  return is_done;
}
