/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing people from CSV. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/table/value/remit-table-person-name.h"
#include "exchange/table/value/remit-table-value.h"
#include "model/remit-id.h"
#include "remit-table-managers.h"
#include "remit-table-missing.h"
#include "remit-table-nobody.h"
#include "remit-table-private.h"
#include "remit-table-status.h"

/* The shares of the work that are done when it is known who has a row, and when all is read; the
 * rest is the line of the history. */
#define SHARE_EXPECTED 0.25
#define SHARE_READ 0.8

typedef struct {
  RemitTableJob *job;
  RemitTableDirectory *directory;
  RemitTableSkills *skills;
  RemitRecord *record;
  RemitTableManagers *managers;
  RemitTableStatuses *statuses;
  guint n_people;
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->managers, remit_table_managers_free);
  g_clear_pointer (&self->statuses, remit_table_statuses_free);
  g_clear_pointer (&self->directory, remit_table_directory_free);
  g_clear_pointer (&self->skills, remit_table_skills_free);
  g_clear_pointer (&self->record, remit_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static gboolean
import_init (Import *self,
             RemitTableJob *job,
             GError **error)
{
  self->job = job;
  self->record = remit_record_new (REMIT_KIND_PERSON);
  self->directory = remit_table_directory_new (job->store, error);
  if (self->directory == NULL)
    return FALSE;
  self->managers = remit_table_managers_new (job, self->directory);
  self->statuses = remit_table_statuses_new (job, error);
  if (self->statuses == NULL)
    return FALSE;
  self->skills = remit_table_skills_new (job, error);
  return self->skills != NULL;
}

/* Numbers and addresses that say that there is none are none. */
static char *
get_key (RemitTableJob *job,
         const RemitCsvRow *row,
         guint target,
         guint field)
{
  char *key = remit_table_job_get (job, row, target);

  if (remit_table_value_is_unknown (key))
    return key + strlen (key);
  remit_table_job_fit (job, row, REMIT_KIND_PERSON, field, key);
  return key;
}

/* Returns: (transfer full): the whole name, of the column that has it or of two */
static char *
dup_name (RemitTableJob *job,
          const RemitCsvRow *row)
{
  gboolean has_whole = job->columns[REMIT_TABLE_PEOPLE_FIRST_NAME] >= 0;
  const char *name = remit_table_job_get (job, row, REMIT_TABLE_PEOPLE_NAME);
  const char *first = remit_table_job_get (job, row, REMIT_TABLE_PEOPLE_FIRST_NAME);
  const char *last = remit_table_job_get (job, row, REMIT_TABLE_PEOPLE_LAST_NAME);

  if (has_whole && *name == '\0')
    return remit_table_name_dup_joined (first, last);
  if (!has_whole && *last != '\0')
    return remit_table_name_dup_joined (name, last);
  if (job->readings[REMIT_TABLE_PEOPLE_NAME].last_first && remit_table_name_is_last_first (name))
    return remit_table_name_dup_turned (name);
  return g_strdup (name);
}

static void
note_twice (Import *self,
            const RemitCsvRow *row,
            const RemitTableWho *who,
            const RemitTablePerson *person)
{
  const char *key = *who->number != '\0' ? who->number : who->email;

  remit_import_result_leave_out (self->job->result, REMIT_NOTE_TWICE, row->line,
                                 /* Translators: a number, address or name; a line of a file */
                                 _ ("“%s” is already in line %u; skipped"),
                                 *key != '\0' ? key : who->name, person->line);
}

/* Returns: whether the row is about one person, or a new one (@person is %NULL) */
static gboolean
find_person (Import *self,
             const RemitCsvRow *row,
             const RemitTableWho *who,
             RemitTablePerson **person)
{
  RemitTableMatch match = remit_table_directory_match (self->directory, who, person);

  if (match == REMIT_TABLE_MATCH_SEVERAL)
    {
      remit_import_result_leave_out (
        self->job->result, REMIT_NOTE_MATCH, row->line,
        /* Translators: a name */
        _ ("Several people are named “%s”, and the row has no number; skipped"),
        who->name);
      return FALSE;
    }
  if (match == REMIT_TABLE_MATCH_ONE && (*person)->line != 0)
    {
      note_twice (self, row, who, *person);
      return FALSE;
    }
  if (match == REMIT_TABLE_MATCH_NONE && *person != NULL)
    {
      remit_import_result_note (self->job->result, REMIT_NOTE_MATCH, row->line,
                                /* Translators: an address, a name */
                                _ ("The address “%s” also belongs to %s, who has another number"),
                                who->email, (*person)->name);
      *person = NULL;
    }
  return TRUE;
}

/* A name that the file has the other way round stays as it is. */
static gboolean
keeps_name (Import *self,
            const RemitTableWho *who,
            gboolean is_new)
{
  const char *name = remit_record_get_text (self->record, REMIT_PERSON_NAME);
  gboolean is_sure;
  g_autofree char *turned = NULL;
  g_autofree char *key = NULL;

  if (is_new || strcmp (name, who->name) == 0)
    return FALSE;
  turned = remit_table_name_dup_turned_key (who->name, &is_sure);
  key = remit_table_name_dup_key (name);
  return g_strcmp0 (turned, key) == 0;
}

static void
note_address (Import *self,
              const RemitCsvRow *row,
              const RemitTableWho *who,
              const RemitTablePerson *person)
{
  if (*who->email != '\0' && person->email != NULL
      && !remit_table_key_equal (who->email, person->email))
    remit_import_result_note (self->job->result, REMIT_NOTE_MATCH, row->line,
                              /* Translators: a person, and two addresses */
                              _ ("The address of %s changed from “%s” to “%s”"), person->name,
                              person->email, who->email);
}

/* Sets what there is more to than its field. Returns: whether anything is different */
static gboolean
set_values (Import *self,
            const RemitCsvRow *row,
            const RemitTableWho *who,
            gboolean is_new)
{
  RemitTableJob *job = self->job;
  gboolean changed = FALSE;

  if (!keeps_name (self, who, is_new))
    changed |= remit_table_job_set_text (job, row, self->record, REMIT_PERSON_NAME, who->name);
  changed |= remit_table_job_set_text (job, row, self->record, REMIT_PERSON_EMAIL, who->email);
  changed |= remit_table_job_set_text (job, row, self->record, REMIT_PERSON_EXTERNAL_ID,
                                       who->number);
  changed |= remit_table_statuses_set (self->statuses, row, self->record);
  remit_table_managers_set (self->managers, row, self->record, who, is_new);
  return changed;
}

static gboolean
add_person (Import *self,
            const RemitCsvRow *row,
            const RemitTableWho *who,
            GError **error)
{
  gint64 id = remit_table_managers_find_id (self->managers, who);
  RemitTablePerson *person;

  remit_record_reset (self->record);
  remit_record_set_id (self->record, id != 0 ? id : remit_id_new ());
  set_values (self, row, who, TRUE);
  if (!remit_table_job_insert (self->job, row, self->record, error))
    return FALSE;

  person = remit_table_directory_add (self->directory, remit_record_get_id (self->record), who,
                                      row->line);
  remit_table_managers_keep (self->managers, who, person);
  return TRUE;
}

static gboolean
change_person (Import *self,
               const RemitCsvRow *row,
               const RemitTableWho *who,
               RemitTablePerson *person,
               GError **error)
{
  guint n_same = self->job->result->same[REMIT_KIND_PERSON];

  note_address (self, row, who, person);
  if (!remit_table_job_load_person (self->job, person->id, self->record, error)
      || !remit_table_job_update (self->job, row, self->record, set_values (self, row, who, FALSE),
                                  error))
    return FALSE;

  remit_table_directory_claim (self->directory, person, who, row->line);
  remit_table_managers_keep (self->managers, who, person);
  if (self->job->result->same[REMIT_KIND_PERSON] > n_same)
    remit_table_managers_count_same (self->managers, person->id);
  return TRUE;
}

static gboolean
import_person (Import *self,
               const RemitCsvRow *row,
               const RemitTableWho *who,
               GError **error)
{
  RemitTablePerson *person;
  gboolean is_new;

  if (!find_person (self, row, who, &person))
    return TRUE;
  is_new = person == NULL;
  if (is_new && remit_table_statuses_leave_out (self->statuses, row))
    return TRUE;
  if (is_new ? !add_person (self, row, who, error) : !change_person (self, row, who, person, error))
    return FALSE;

  self->n_people++;
  return remit_table_statuses_import (self->statuses, row, remit_record_get_id (self->record),
                                      error)
         && remit_table_skills_import (
           self->skills, row, remit_record_get_id (self->record),
           remit_table_job_get_lines (self->job, row, REMIT_TABLE_PEOPLE_SKILLS), is_new, error);
}

static char *
dup_about (RemitTableJob *job,
           const RemitCsvRow *row,
           const RemitTableWho *who)
{
  if (*who->number != '\0' || *who->email != '\0')
    return g_strdup ("");
  return remit_table_directory_dup_about (remit_table_job_get (job, row, REMIT_TABLE_PEOPLE_TITLE),
                                          remit_table_job_get (job, row, REMIT_TABLE_PEOPLE_UNIT));
}

static gboolean
import_row (const RemitCsvRow *row,
            gpointer data,
            GError **error)
{
  Import *self = data;
  RemitTableJob *job = self->job;
  g_autofree char *name = NULL;
  g_autofree char *about = NULL;
  RemitTableWho who;

  if (!remit_table_job_accept (job, row))
    return TRUE;
  who.name = name = dup_name (job, row);
  if (remit_table_nobody_note (job, row, name))
    return TRUE;
  job->last_line = row->last_line;
  if (*who.name == '\0')
    {
      remit_import_result_leave_out (job->result, REMIT_NOTE_NAMELESS, row->line,
                                     _ ("The name is missing; skipped"));
      return TRUE;
    }

  remit_table_job_fit (job, row, REMIT_KIND_PERSON, REMIT_PERSON_NAME, who.name);
  who.number = get_key (job, row, REMIT_TABLE_PEOPLE_NUMBER, REMIT_PERSON_EXTERNAL_ID);
  who.email = get_key (job, row, REMIT_TABLE_PEOPLE_EMAIL, REMIT_PERSON_EMAIL);
  who.about = about = dup_about (job, row, &who);
  who.unit = remit_table_job_get (job, row, REMIT_TABLE_PEOPLE_UNIT);
  return import_person (self, row, &who, error);
}

static gboolean
expect_row (const RemitCsvRow *row,
            gpointer data,
            GError **error G_GNUC_UNUSED)
{
  Import *self = data;

  if (!row->more)
    remit_table_directory_expect (self->directory,
                                  remit_table_job_get (self->job, row, REMIT_TABLE_PEOPLE_NUMBER),
                                  remit_table_job_get (self->job, row, REMIT_TABLE_PEOPLE_EMAIL));
  return TRUE;
}

/* Who has a row is not taken for somebody whose address is new. */
static gboolean
expect_all (Import *self,
            GError **error)
{
  return remit_table_directory_get_n (self->directory) == 0
         || self->job->columns[REMIT_TABLE_PEOPLE_EMAIL] < 0
         || remit_csv_file_read (self->job->file, self->job->options, REMIT_TABLE_SHARE_DECIDED,
                                 SHARE_EXPECTED, expect_row, self, error);
}

static const RemitPlural imported = REMIT_PLURAL ("Import %'u person from %s",
                                                  "Import %'u people from %s");

gboolean
remit_table_people_run (RemitTableJob *job,
                        GError **error)
{
  g_auto (Import) self = { NULL };

  if (!import_init (&self, job, error) || !expect_all (&self, error)
      || !remit_csv_file_read (job->file, job->options, SHARE_EXPECTED, SHARE_READ, import_row,
                               &self, error)
      || !remit_table_managers_settle (self.managers, error)
      || !remit_table_missing_settle (job, self.directory, error)
      || !remit_table_awaited_settle (job, error))
    return FALSE;

  remit_table_job_describe (job, 0, imported, self.n_people);
  return TRUE;
}
