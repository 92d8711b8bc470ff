/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which findings one plan has and another has not. */
#include "remit-finding-changes.h"

#include <glib/gstdio.h>

#include "check/remit-check.h"
#include "store/past/remit-past.h"

void
remit_finding_changes_free (RemitFindingChanges *self)
{
  g_clear_pointer (&self->added, g_ptr_array_unref);
  g_clear_pointer (&self->fixed, g_ptr_array_unref);
  g_clear_pointer (&self->same, g_ptr_array_unref);
  g_free (self);
}

/* Rules read a file, so that an earlier version becomes one for a moment. */
static GPtrArray *
check_past (RemitStore *store,
            gint64 seq,
            const RemitCheckOptions *options,
            GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("remit-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "past.remit", NULL) : NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (folder == NULL)
    return NULL;
  if (remit_past_write (store, seq, path, options->cancellable, error))
    findings = remit_check_run (path, options, error);
  g_unlink (path);
  g_rmdir (folder);
  return g_steal_pointer (&findings);
}

static GPtrArray *
check (RemitStore *store,
       RemitRules *rules,
       const RemitPlanMoment *moment,
       GCancellable *cancellable,
       GError **error)
{
  const RemitCheckOptions options = { .rules = rules, .plan = moment->plan,
                                      .cancellable = cancellable };

  if (moment->seq != REMIT_PLAN_STATE_NOW)
    return check_past (store, moment->seq, &options, error);
  return remit_check_run (remit_store_get_path (store), &options, error);
}

/* Returns: (transfer full): the rule, and what it is about by the ids of the first plan */
static char *
dup_key (RemitFinding *finding,
         RemitPlanPairs *pairs)
{
  g_autoptr (GString) key = g_string_new (remit_finding_get_rule_id (finding));

  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    {
      RemitKind kind = remit_subject_get_kind (i);
      gint64 id = remit_finding_get_subject (finding, kind);
      gint64 other = pairs != NULL ? remit_plan_pairs_to_a (pairs, kind, id) : id;

      g_string_append_printf (key, " %" G_GINT64_FORMAT, other != 0 ? other : id);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

static void
take_open (GPtrArray *to,
           RemitFinding *finding)
{
  if (remit_finding_get_waiver (finding) == NULL)
    g_ptr_array_add (to, g_object_ref (finding));
}

static RemitFindingChanges *
tell_apart (GPtrArray *old,
            GPtrArray *new,
            RemitPlanPairs *pairs)
{
  RemitFindingChanges *self = g_new0 (RemitFindingChanges, 1);
  g_autoptr (GHashTable) before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) after = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->added = g_ptr_array_new_with_free_func (g_object_unref);
  self->fixed = g_ptr_array_new_with_free_func (g_object_unref);
  self->same = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < old->len; i++)
    if (remit_finding_get_waiver (old->pdata[i]) == NULL)
      g_hash_table_add (before, dup_key (old->pdata[i], NULL));
  for (guint i = 0; i < new->len; i++)
    {
      g_autofree char *key = dup_key (new->pdata[i], pairs);

      take_open (g_hash_table_contains (before, key) ? self->same : self->added, new->pdata[i]);
      if (remit_finding_get_waiver (new->pdata[i]) == NULL)
        g_hash_table_add (after, g_steal_pointer (&key));
    }
  for (guint i = 0; i < old->len; i++)
    {
      g_autofree char *key = dup_key (old->pdata[i], NULL);

      if (!g_hash_table_contains (after, key))
        take_open (self->fixed, old->pdata[i]);
    }
  return self;
}

RemitFindingChanges *
remit_finding_changes_read (RemitStore *store,
                            const RemitPlanMoment *a,
                            const RemitPlanMoment *b,
                            RemitPlanPairs *pairs,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) new = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  old = check (store, rules, a, cancellable, error);
  new = old != NULL ? check (store, rules, b, cancellable, error) : NULL;
  return new != NULL ? tell_apart (old, new, pairs) : NULL;
}
