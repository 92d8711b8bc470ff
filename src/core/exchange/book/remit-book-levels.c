/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of levels: who has which skill, and what that rests on. */
#include <glib/gi18n-lib.h>

#include "remit-book-fields.h"

static const guint fields[] = {
  REMIT_PERSON_SKILL_LEVEL,       REMIT_PERSON_SKILL_ASSESSMENT,
  REMIT_PERSON_SKILL_ASSESSED_BY, REMIT_PERSON_SKILL_VERIFIED_BY,
  REMIT_PERSON_SKILL_VERIFIED_ON, REMIT_PERSON_SKILL_EXPIRES,
};

static void
add_columns (RemitBook *self)
{
  remit_book_sink_begin_table (self->sink, _ ("Levels of Skills"), 2);
  remit_book_sink_add_column (self->sink, REMIT_BOOK_TEXT, _ ("Person"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_TEXT, _ ("Skill"));
  remit_book_add_field_column (self, &remit_skill_info.fields[REMIT_SKILL_CATEGORY], NULL);
  remit_book_add_field_columns (self, &remit_person_skill_info, fields, G_N_ELEMENTS (fields));
  remit_book_add_key_column (self, _ ("Remit ID"));
}

static gboolean
write_level (RemitBook *self,
             const char *person,
             const RemitRecord *owned,
             GError **error)
{
  const RemitRecord *skill = remit_plan_source_find (
    self->source, REMIT_KIND_SKILL, remit_record_get_integer (owned, REMIT_PERSON_SKILL_SKILL));

  if (skill == NULL)
    return TRUE;
  remit_book_sink_add_text (self->sink, person);
  remit_book_sink_add_text (self->sink, remit_record_get_text (skill, REMIT_SKILL_NAME));
  remit_book_add_field (self, &remit_skill_info, skill, REMIT_SKILL_CATEGORY);
  remit_book_add_fields (self, owned, fields, G_N_ELEMENTS (fields));
  remit_book_add_key (self, owned);
  return remit_book_sink_end_row (self->sink, error);
}

static gboolean
write_person (RemitBook *self,
              const RemitRecord *person,
              GError **error)
{
  g_autofree char *name = remit_book_references_dup (self->references, person);
  const RemitRecord *owned;

  remit_plan_source_begin (self->source, REMIT_KIND_PERSON_SKILL, remit_record_get_id (person));
  while ((owned = remit_plan_source_next (self->source, REMIT_KIND_PERSON_SKILL)) != NULL)
    if (!write_level (self, name, owned, error))
      return FALSE;
  return TRUE;
}

gboolean
remit_book_levels_write (RemitBook *self,
                         GError **error)
{
  const RemitRecord *person;

  add_columns (self);
  if (!remit_book_sink_begin_rows (self->sink, error))
    return FALSE;
  remit_plan_source_begin (self->source, REMIT_KIND_PERSON, 0);
  while ((person = remit_plan_source_next (self->source, REMIT_KIND_PERSON)) != NULL)
    if (!write_person (self, person, error))
      return FALSE;
  return remit_book_sink_end_table (self->sink, error);
}
