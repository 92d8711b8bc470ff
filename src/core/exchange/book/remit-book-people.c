/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a plan's people. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-book-fields.h"

static const struct
{
  guint field;
  RemitBookColumnKind kind;
} columns[] = {
  { REMIT_PERSON_EXTERNAL_ID, REMIT_BOOK_KEY },
  { REMIT_PERSON_NAME, REMIT_BOOK_TEXT },
  { REMIT_PERSON_EMAIL, REMIT_BOOK_TEXT },
  { REMIT_PERSON_TITLE, REMIT_BOOK_TEXT },
  { REMIT_PERSON_UNIT, REMIT_BOOK_TEXT },
  { REMIT_PERSON_LOCATION, REMIT_BOOK_TEXT },
  { REMIT_PERSON_MANAGER, REMIT_BOOK_TEXT },
  { REMIT_PERSON_CAPACITY, REMIT_BOOK_PERCENT },
  { REMIT_PERSON_FROM, REMIT_BOOK_DAY },
  { REMIT_PERSON_UNTIL, REMIT_BOOK_DAY },
  { REMIT_PERSON_NOTES, REMIT_BOOK_LINES },
};

static gboolean
shows (RemitBook *self,
       guint column)
{
  return remit_plan_source_shows (self->source,
                                  &remit_person_info.fields[columns[column].field]);
}

static void
add_columns (RemitBook *self)
{
  remit_book_sink_begin_table (self->sink, _ ("People"),
                               remit_plan_source_shows (
                                 self->source, &remit_person_info.fields[REMIT_PERSON_EXTERNAL_ID])
                                 ? 2
                                 : 1);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (shows (self, i))
      remit_book_sink_add_column (
        self->sink, columns[i].kind,
        remit_field_get_label (&remit_person_info.fields[columns[i].field]));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_LINES, _ ("Skills"));
  remit_book_add_key_column (self, _ ("Remit ID"));
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "Python (3); SQL (2)", by name. A list of one has a semicolon too, if its name has a comma. */
static char *
dup_skills (RemitBook *self,
            gint64 person)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  const RemitRecord *owned;

  remit_plan_source_begin (self->source, REMIT_KIND_PERSON_SKILL, person);
  while ((owned = remit_plan_source_next (self->source, REMIT_KIND_PERSON_SKILL)) != NULL)
    {
      const RemitRecord *skill = remit_plan_source_find (
        self->source, REMIT_KIND_SKILL, remit_record_get_integer (owned, REMIT_PERSON_SKILL_SKILL));

      if (skill != NULL)
        g_ptr_array_add (list, g_strdup_printf (
                                 "%s (%d)", remit_record_get_text (skill, REMIT_SKILL_NAME),
                                 (int) remit_record_get_integer (owned, REMIT_PERSON_SKILL_LEVEL)));
    }
  g_ptr_array_sort (list, compare_texts);
  if (list->len == 1 && strchr (list->pdata[0], ',') != NULL)
    g_ptr_array_add (list, g_strdup (""));
  g_ptr_array_add (list, NULL);
  return g_strjoinv ("; ", (GStrv) list->pdata);
}

static void
add_manager (RemitBook *self,
             gint64 manager)
{
  g_autofree char *text = remit_book_references_dup (
    self->references,
    manager != 0 ? remit_plan_source_find (self->source, REMIT_KIND_PERSON, manager) : NULL);

  remit_book_sink_add_text (self->sink, text);
}

static gboolean
write_person (RemitBook *self,
              const RemitRecord *person,
              GError **error)
{
  g_autofree char *skills = dup_skills (self, remit_record_get_id (person));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      guint field = columns[i].field;

      if (!shows (self, i))
        continue;
      if (field == REMIT_PERSON_MANAGER)
        add_manager (self, remit_record_get_integer (person, field));
      else if (columns[i].kind == REMIT_BOOK_PERCENT)
        remit_book_sink_add_integer (self->sink, remit_record_get_integer (person, field));
      else if (columns[i].kind == REMIT_BOOK_DAY)
        remit_book_sink_add_some (self->sink, remit_record_get_integer (person, field));
      else
        remit_book_sink_add_text (self->sink, remit_record_get_text (person, field));
    }
  remit_book_sink_add_text (self->sink, skills);
  remit_book_add_key (self, person);
  return remit_book_sink_end_row (self->sink, error);
}

gboolean
remit_book_people_write (RemitBook *self,
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
