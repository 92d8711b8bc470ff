/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All rules: those of the program, of the system, and of the user. */
#include <glib/gi18n-lib.h>

#include "model/remit-data.h"
#include "remit-rule.h"

static void
problem_free (RemitRuleProblem *problem)
{
  g_free (problem->path);
  g_error_free (problem->error);
  g_free (problem);
}

static void
clear (gpointer data)
{
  RemitRules *self = data;

  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->problems);
}

RemitRules *
remit_rules_ref (RemitRules *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
remit_rules_unref (RemitRules *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

RemitRule *
remit_rules_find (RemitRules *self,
                  const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->rules->len; i++)
    {
      RemitRule *rule = g_ptr_array_index (self->rules, i);

      if (g_ascii_strcasecmp (rule->id, id) == 0)
        return rule;
    }
  return NULL;
}

static void
add_problem (RemitRules *self,
             const char *path,
             GError *error)
{
  RemitRuleProblem *problem = g_new0 (RemitRuleProblem, 1);

  problem->path = g_filename_display_name (path);
  problem->error = error;
  g_ptr_array_add (self->problems, problem);
}

static void
add_file (RemitRules *self,
          const char *path)
{
  GError *error = NULL;
  g_autoptr (RemitRule) rule = remit_rule_load (path, &error);
  RemitRule *other = rule != NULL ? remit_rules_find (self, rule->id) : NULL;

  if (rule == NULL)
    add_problem (self, path, error);
  else if (other != NULL)
    add_problem (self, path,
                 g_error_new (REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID,
                              /* Translators: the id of a rule, and a file */
                              _ ("The rule id %s is already used in “%s”. Choose another id"),
                              other->id, other->path));
  else
    g_ptr_array_add (self->rules, g_steal_pointer (&rule));
}

static void
add_folder (RemitRules *self,
            const char *folder,
            GHashTable *seen)
{
  g_autoptr (GPtrArray) paths = NULL;

  if (!g_hash_table_add (seen, g_canonicalize_filename (folder, NULL)))
    return;
  paths = remit_data_list_files (folder);
  for (guint i = 0; i < paths->len; i++)
    add_file (self, paths->pdata[i]);
}

RemitRules *
remit_rules_load (void)
{
  RemitRules *self = g_atomic_rc_box_new0 (RemitRules);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const *system = g_get_system_data_dirs ();
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "remit", "rules", NULL);
  g_autofree char *installed = remit_data_dup_path ("rules");

  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_rule_unref);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  add_folder (self, installed, seen);
  for (guint i = 0; system[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (system[i], "remit", "rules", NULL);

      add_folder (self, folder, seen);
    }
  add_folder (self, own, seen);
  return self;
}
