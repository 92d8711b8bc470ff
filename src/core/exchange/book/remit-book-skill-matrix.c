/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of people and skills: a row for each person, a column for each skill. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-text.h"
#include "remit-book-fields.h"

typedef struct {
  gint64 id;
  char *name;
  char *category;
  char *order; /* by which they stand */
} Skill;

static void
skill_free (gpointer data)
{
  Skill *self = data;

  g_free (self->name);
  g_free (self->category);
  g_free (self->order);
  g_free (self);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Skill *one = *(const Skill *const *) a;
  const Skill *other = *(const Skill *const *) b;
  int order = strcmp (one->order, other->order);

  return order != 0 ? order : strcmp (one->name, other->name);
}

/* Returns: (element-type Skill): those that people have or slots require, by category and name */
static GPtrArray *
load_skills (RemitBook *self)
{
  GPtrArray *skills = g_ptr_array_new_with_free_func (skill_free);
  const RemitRecord *record;

  remit_plan_source_begin (self->source, REMIT_KIND_SKILL, 0);
  while ((record = remit_plan_source_next (self->source, REMIT_KIND_SKILL)) != NULL)
    {
      Skill *skill = g_new0 (Skill, 1);
      g_autofree char *category = NULL;
      g_autofree char *name = NULL;

      skill->id = remit_record_get_id (record);
      skill->name = g_strdup (remit_record_get_text (record, REMIT_SKILL_NAME));
      skill->category = g_strdup (remit_record_get_text (record, REMIT_SKILL_CATEGORY));
      category = remit_text_dup_order_key (skill->category);
      name = remit_text_dup_order_key (skill->name);
      skill->order = g_strconcat (category, "\n", name, NULL);
      g_ptr_array_add (skills, skill);
    }
  g_ptr_array_sort (skills, compare);
  return skills;
}

static void
add_columns (RemitBook *self,
             GPtrArray *skills)
{
  remit_book_sink_begin_table (self->sink, _ ("Skills Matrix"), 1);
  remit_book_sink_add_column (self->sink, REMIT_BOOK_TEXT, _ ("Person"));
  for (guint i = 0; i < skills->len; i++)
    {
      const Skill *skill = skills->pdata[i];

      remit_book_sink_add_grouped (self->sink, REMIT_BOOK_NUMBER, skill->category, skill->name);
    }
  remit_book_add_key_column (self, _ ("Remit ID"));
}

/* @levels: (array): of each skill, filled with the person's or -1 */
static void
load_levels (RemitBook *self,
             gint64 person,
             GPtrArray *skills,
             GHashTable *places,
             int *levels)
{
  const RemitRecord *owned;

  for (guint i = 0; i < skills->len; i++)
    levels[i] = -1;
  remit_plan_source_begin (self->source, REMIT_KIND_PERSON_SKILL, person);
  while ((owned = remit_plan_source_next (self->source, REMIT_KIND_PERSON_SKILL)) != NULL)
    {
      gint64 skill = remit_record_get_integer (owned, REMIT_PERSON_SKILL_SKILL);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &skill));

      if (place > 0)
        levels[place - 1] = (int) remit_record_get_integer (owned, REMIT_PERSON_SKILL_LEVEL);
    }
}

static gboolean
write_person (RemitBook *self,
              const RemitRecord *person,
              guint n_skills,
              const int *levels,
              GError **error)
{
  g_autofree char *name = remit_book_references_dup (self->references, person);

  remit_book_sink_add_text (self->sink, name);
  for (guint i = 0; i < n_skills; i++)
    if (levels[i] >= 0)
      remit_book_sink_add_integer (self->sink, levels[i]);
    else
      remit_book_sink_add_text (self->sink, NULL);
  remit_book_add_key (self, person);
  return remit_book_sink_end_row (self->sink, error);
}

gboolean
remit_book_skill_matrix_write (RemitBook *self,
                               GError **error)
{
  g_autoptr (GPtrArray) skills = load_skills (self);
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree int *levels = g_new (int, skills->len + 1);
  const RemitRecord *person;

  for (guint i = 0; i < skills->len; i++)
    g_hash_table_insert (places, &((Skill *) skills->pdata[i])->id, GUINT_TO_POINTER (i + 1));
  add_columns (self, skills);
  if (!remit_book_sink_begin_rows (self->sink, error))
    return FALSE;
  remit_plan_source_begin (self->source, REMIT_KIND_PERSON, 0);
  while ((person = remit_plan_source_next (self->source, REMIT_KIND_PERSON)) != NULL)
    {
      load_levels (self, remit_record_get_id (person), skills, places, levels);
      if (!write_person (self, person, skills->len, levels, error))
        return FALSE;
    }
  return remit_book_sink_end_table (self->sink, error);
}
