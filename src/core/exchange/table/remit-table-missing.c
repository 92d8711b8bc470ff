/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People who are missing from a newer full roster. */
#include "remit-table-missing.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"

typedef struct {
  RemitTableJob *job;
  gboolean by_number; /* else by address */
  gint64 today;
  guint n_known;
  guint n_named;
} Roster;

/* Who has no number is not from the system that the file is from. */
static gboolean
is_known (const Roster *self,
          const RemitTablePerson *person)
{
  return person->is_old && (self->by_number ? person->number : person->email) != NULL
         && (person->until == 0 || person->until >= self->today);
}

static void
count (Roster *self,
       RemitTableDirectory *directory)
{
  for (guint i = 0; i < remit_table_directory_get_n (directory); i++)
    {
      const RemitTablePerson *person = remit_table_directory_get (directory, i);

      if (!is_known (self, person))
        continue;
      self->n_known++;
      self->n_named += person->line != 0;
    }
}

static void
add_missing (Roster *self,
             const RemitTablePerson *person)
{
  RemitImportMissing *missing = g_new (RemitImportMissing, 1);

  missing->id = person->id;
  missing->name = g_strdup (person->name);
  g_ptr_array_add (self->job->result->missing, missing);
}

/* An earlier end date is kept. */
static gboolean
end (Roster *self,
     const RemitTablePerson *person,
     GError **error)
{
  gint64 day = self->job->options->end_missing;
  g_autoptr (RemitRecord) record = NULL;
  g_autofree char *words = remit_day_display (day);

  if (person->until != 0 && person->until <= day)
    return TRUE;
  record = remit_store_load (self->job->store, REMIT_KIND_PERSON, person->id, error);
  if (record == NULL)
    return FALSE;
  if (remit_record_get_integer (record, REMIT_PERSON_FROM) > day)
    {
      remit_import_result_note (self->job->result, REMIT_NOTE_MISSING, 0,
                                /* Translators: a person */
                                _ ("%s starts after this end date; left unchanged"),
                                person->name);
      return TRUE;
    }
  remit_record_set_integer (record, REMIT_PERSON_UNTIL, day);
  self->job->result->changed[REMIT_KIND_PERSON]++;
  remit_import_result_note (self->job->result, REMIT_NOTE_MISSING, 0,
                            /* Translators: a person, and a day */
                            _ ("%s is no longer in the file; end set to %s"), person->name, words);
  return remit_edit_update (self->job->edit, record, error);
}

static gboolean
settle (Roster *self,
        const RemitTablePerson *person,
        GError **error)
{
  add_missing (self, person);
  if (self->job->options->end_missing != 0)
    return end (self, person, error);
  remit_import_result_note (self->job->result, REMIT_NOTE_MISSING, 0,
                            /* Translators: a person */
                            _ ("%s is no longer in the file; left unchanged"), person->name);
  return TRUE;
}

static void
note_no_roster (Roster *self)
{
  if (self->job->options->end_missing != 0 && self->n_known > 0)
    remit_import_result_note (
      self->job->result, REMIT_NOTE_FILE, 0,
      ngettext ("The file has %'u of the %'u people of a full list; no end dates were set",
                "The file has %'u of the %'u people of a full list; no end dates were set",
                self->n_known),
      self->n_named, self->n_known);
}

gboolean
remit_table_missing_settle (RemitTableJob *job,
                            RemitTableDirectory *directory,
                            GError **error)
{
  Roster self = { .job = job,
                  .by_number = job->columns[REMIT_TABLE_PEOPLE_NUMBER] >= 0,
                  .today = remit_day_today () };

  count (&self, directory);
  if (self.n_named * 2 <= self.n_known)
    {
      note_no_roster (&self);
      return TRUE;
    }
  for (guint i = 0; i < remit_table_directory_get_n (directory); i++)
    {
      const RemitTablePerson *person = remit_table_directory_get (directory, i);

      if (is_known (&self, person) && person->line == 0 && !settle (&self, person, error))
        return FALSE;
    }
  return TRUE;
}
