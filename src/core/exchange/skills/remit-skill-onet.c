/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The elements of O*NET's content model: what belongs to what is in their numbers, “2.A.1.a”. */
#include <string.h>

#include "exchange/table/value/remit-table-value.h"
#include "remit-skill-private.h"

static const struct {
  const char *element;
  const char *name;
} branches[] = {
  { "2.A", "Basic Skills" },
  { "2.B", "Cross-Functional Skills" },
  { "2.C", "Knowledge" },
};

static gboolean
is_below (const char *element,
          const char *above)
{
  return g_str_has_prefix (element, above) && element[strlen (above)] == '.';
}

const char *
remit_skill_onet_get_branch (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (branches); i++)
    if (is_below (element, branches[i].element))
      return branches[i].name;
  return NULL;
}

typedef struct {
  RemitSkillRun *run;
  guint id;
  guint name;
  GHashTable *names;  /* by element */
  GHashTable *parents; /* elements that have others below them */
} Elements;

static void
add_parents (Elements *self,
             const char *element)
{
  g_autofree char *rest = g_strdup (element);

  for (char *dot = strrchr (rest, '.'); dot != NULL; dot = strrchr (rest, '.'))
    {
      *dot = '\0';
      if (g_hash_table_contains (self->parents, rest))
        return;
      g_hash_table_add (self->parents, g_strdup (rest));
    }
}

static gboolean
read_row (const RemitCsvRow *row,
          gpointer data,
          GError **error G_GNUC_UNUSED)
{
  Elements *self = data;
  char *id, *name;

  if (MAX (self->id, self->name) >= row->n_cells)
    return TRUE;
  id = row->cells[self->id];
  name = row->cells[self->name];
  remit_table_value_clean (id, FALSE);
  remit_table_value_clean (name, FALSE);
  if (*id == '\0' || *name == '\0' || g_hash_table_contains (self->names, id))
    return TRUE;
  g_hash_table_insert (self->names, g_strdup (id), g_strdup (name));
  add_parents (self, id);
  return TRUE;
}

/* Returns: (transfer full): the elements without others below */
static GHashTable *
find_skills (const Elements *self)
{
  GHashTable *skills = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean has_branches = FALSE;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    has_branches |= remit_skill_onet_get_branch (id) != NULL;
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (self->parents, id)
        && (!has_branches || remit_skill_onet_get_branch (id) != NULL))
      g_hash_table_add (skills, g_strdup (id));
  return skills;
}

gboolean
remit_skill_onet_read (RemitSkillRun *self,
                       int id,
                       int name,
                       GHashTable **names,
                       GHashTable **skills,
                       GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Elements elements = { self, (guint) id, (guint) name, all, parents };

  if (!remit_csv_file_read (self->job->file, self->job->options, 0, 0.1, read_row, &elements,
                            error))
    return FALSE;
  *skills = find_skills (&elements);
  *names = g_steal_pointer (&all);
  return TRUE;
}
