/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of skills: who has them, and which slots require them. */
#include <glib/gi18n-lib.h>

#include "remit-book-fields.h"

typedef struct {
  guint n_people;
  gint64 best;
  guint n_slots;
  gint64 required;
} Figures;

static Figures *
get_figures (GHashTable *all,
             gint64 skill)
{
  Figures *figures = g_hash_table_lookup (all, &skill);

  if (figures == NULL)
    {
      figures = g_new0 (Figures, 1);
      g_hash_table_insert (all, g_memdup2 (&skill, sizeof skill), figures);
    }
  return figures;
}

static void
count_person (RemitBook *self,
              GHashTable *all,
              gint64 person)
{
  const RemitRecord *owned;

  remit_plan_source_begin (self->source, REMIT_KIND_PERSON_SKILL, person);
  while ((owned = remit_plan_source_next (self->source, REMIT_KIND_PERSON_SKILL)) != NULL)
    {
      gint64 level = remit_record_get_integer (owned, REMIT_PERSON_SKILL_LEVEL);
      Figures *figures =
        get_figures (all, remit_record_get_integer (owned, REMIT_PERSON_SKILL_SKILL));

      figures->n_people += level > 0;
      figures->best = MAX (figures->best, level);
    }
}

static void
count_slot (RemitBook *self,
            GHashTable *all,
            gint64 slot)
{
  const RemitRecord *need;

  remit_plan_source_begin (self->source, REMIT_KIND_SLOT_NEED, slot);
  while ((need = remit_plan_source_next (self->source, REMIT_KIND_SLOT_NEED)) != NULL)
    {
      Figures *figures = get_figures (all, remit_record_get_integer (need, REMIT_SLOT_NEED_SKILL));

      figures->n_slots++;
      figures->required = MAX (figures->required,
                               remit_record_get_integer (need, REMIT_SLOT_NEED_LEVEL));
    }
}

static void
count (RemitBook *self,
       GHashTable *all)
{
  const RemitRecord *record;

  remit_plan_source_begin (self->source, REMIT_KIND_PERSON, 0);
  while ((record = remit_plan_source_next (self->source, REMIT_KIND_PERSON)) != NULL)
    count_person (self, all, remit_record_get_id (record));
  remit_plan_source_begin (self->source, REMIT_KIND_TEAM, 0);
  while ((record = remit_plan_source_next (self->source, REMIT_KIND_TEAM)) != NULL)
    {
      const RemitRecord *slot;

      remit_plan_source_begin (self->source, REMIT_KIND_SLOT, remit_record_get_id (record));
      while ((slot = remit_plan_source_next (self->source, REMIT_KIND_SLOT)) != NULL)
        count_slot (self, all, remit_record_get_id (slot));
    }
}

static void
add_columns (RemitBook *self)
{
  remit_book_sink_begin_table (self->sink, _ ("Skills"), 1);
  remit_book_add_field_column (self, &remit_skill_info.fields[REMIT_SKILL_NAME], _ ("Skill"));
  remit_book_add_field_column (self, &remit_skill_info.fields[REMIT_SKILL_CATEGORY], NULL);
  remit_book_sink_add_column (self->sink, REMIT_BOOK_NUMBER, _ ("People"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_NUMBER, _ ("Highest level"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_NUMBER, _ ("Slots that require it"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_NUMBER, _ ("Highest required level"));
  remit_book_add_key_column (self, _ ("Remit ID"));
}

static gboolean
write_skill (RemitBook *self,
             GHashTable *all,
             const RemitRecord *skill,
             GError **error)
{
  const Figures *figures = get_figures (all, remit_record_get_id (skill));

  remit_book_add_field (self, &remit_skill_info, skill, REMIT_SKILL_NAME);
  remit_book_add_field (self, &remit_skill_info, skill, REMIT_SKILL_CATEGORY);
  remit_book_sink_add_integer (self->sink, figures->n_people);
  remit_book_sink_add_some (self->sink, figures->best);
  remit_book_sink_add_integer (self->sink, figures->n_slots);
  remit_book_sink_add_some (self->sink, figures->required);
  remit_book_add_key (self, skill);
  return remit_book_sink_end_row (self->sink, error);
}

gboolean
remit_book_skills_write (RemitBook *self,
                         GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  const RemitRecord *skill;

  add_columns (self);
  if (!remit_book_sink_begin_rows (self->sink, error))
    return FALSE;
  count (self, all);
  remit_plan_source_begin (self->source, REMIT_KIND_SKILL, 0);
  while ((skill = remit_plan_source_next (self->source, REMIT_KIND_SKILL)) != NULL)
    if (!write_skill (self, all, skill, error))
      return FALSE;
  return remit_book_sink_end_table (self->sink, error);
}
