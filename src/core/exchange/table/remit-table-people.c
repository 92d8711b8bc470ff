/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing people from CSV. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-id.h"
#include "plan/design/remit-circles.h"
#include "remit-table-directory.h"
#include "remit-table-nobody.h"
#include "remit-table-person-name.h"
#include "remit-table-private.h"
#include "remit-table-value.h"

/* The share of the work that is done when all is read; the rest is the line of the history. */
#define SHARE_READ 0.8

/* Somebody whom the file names as a manager before they stand in it: the id that they will have.
 * It turns out otherwise when they are in the workspace already, or never come. */
typedef struct {
  gint64 id;
  const char *text;
  RemitTablePerson *person;
} Promise;

/* Somebody whose manager is settled when all are read, since they were not known then, or might
 * close a circle; @manager is the one from before, @known the new one, or 0 with a @promise. */
typedef struct {
  gint64 person;
  gint64 manager;
  gint64 known;
  Promise *promise;
  guint line;
  gboolean is_new;
  gboolean counted_same;
} Pending;

typedef struct {
  RemitTableJob *job;
  RemitTableDirectory *directory;
  RemitTableSkills *skills;
  RemitRecord *record;
  const char *select;
  GHashTable *promises;
  GStringChunk *texts;
  GArray *pending;
  RemitCircles *circles;
  guint n_people;
} Import;

/* What of a row decides who it is about. */
typedef struct {
  char *number;
  char *email;
  char *name;
  char *about; /* title and unit, see remit_table_directory_dup_about() */
} Who;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->directory, remit_table_directory_free);
  g_clear_pointer (&self->skills, remit_table_skills_free);
  g_clear_pointer (&self->record, remit_record_free);
  g_clear_pointer (&self->promises, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->pending, g_array_unref);
  g_clear_pointer (&self->circles, remit_circles_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static gboolean
import_init (Import *self,
             RemitTableJob *job,
             GError **error)
{
  self->job = job;
  self->record = remit_record_new (REMIT_KIND_PERSON);
  self->select = remit_store_get_select (REMIT_KIND_PERSON, "WHERE t.id = ?1");
  self->promises =
    g_hash_table_new_full (remit_table_key_hash, remit_table_key_equal, NULL, g_free);
  self->texts = g_string_chunk_new (64 * 1024);
  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  self->circles = remit_circles_new (job->store, REMIT_KIND_PERSON, REMIT_PERSON_MANAGER);
  self->directory = remit_table_directory_new (job->store, error);
  if (self->directory == NULL)
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
            const Who *who,
            const RemitTablePerson *person)
{
  const char *key = *who->number != '\0' ? who->number : who->email;

  remit_import_result_leave_out (self->job->result,
                                 /* Translators: a line; a number, address or name; another line */
                                 _ ("Line %u: “%s” stands in line %u already; left out"), row->line,
                                 *key != '\0' ? key : who->name, person->line);
}

/* Returns: whether the row is about one person, or a new one (@person is %NULL) */
static gboolean
find_person (Import *self,
             const RemitCsvRow *row,
             const Who *who,
             RemitTablePerson **person)
{
  RemitTableMatch match = remit_table_directory_match (self->directory, who->number, who->email,
                                                       who->name, who->about, person);

  if (match == REMIT_TABLE_MATCH_SEVERAL)
    {
      remit_import_result_leave_out (
        self->job->result,
        /* Translators: a line of a file, and a name */
        _ ("Line %u: there are several people called “%s”, and the row has no number; left out"),
        row->line, who->name);
      return FALSE;
    }
  if (match == REMIT_TABLE_MATCH_ONE && (*person)->line != 0)
    {
      note_twice (self, row, who, *person);
      return FALSE;
    }
  if (match == REMIT_TABLE_MATCH_NONE && *person != NULL)
    {
      remit_import_result_note (self->job->result,
                                /* Translators: a line of a file, an address, a name */
                                _ ("Line %u: the address “%s” is also that of %s, who has another "
                                   "number"),
                                row->line, who->email, (*person)->name);
      *person = NULL;
    }
  return TRUE;
}

static Promise *
find_promise (Import *self,
              const char *number,
              const char *email)
{
  Promise *promise = NULL;

  if (g_hash_table_size (self->promises) == 0)
    return NULL;
  if (*number != '\0')
    promise = g_hash_table_lookup (self->promises, number);
  if (promise == NULL && *email != '\0')
    promise = g_hash_table_lookup (self->promises, email);
  return promise;
}

/* Keeps what was promised, by number and by address. */
static void
keep_promises (Import *self,
               const Who *who,
               RemitTablePerson *person)
{
  Promise *by_number = find_promise (self, who->number, "");
  Promise *by_email = find_promise (self, "", who->email);

  if (by_number != NULL)
    by_number->person = person;
  if (by_email != NULL && by_email->person == NULL)
    by_email->person = person;
}

static Promise *
make_promise (Import *self,
              const char *text)
{
  Promise *promise = g_hash_table_lookup (self->promises, text);

  if (promise != NULL)
    return promise;
  promise = g_new0 (Promise, 1);
  promise->id = remit_id_new ();
  promise->text = g_string_chunk_insert (self->texts, text);
  g_hash_table_insert (self->promises, (gpointer) promise->text, promise);
  return promise;
}

static void
note_unknown_manager (Import *self,
                      guint line,
                      const char *text,
                      gint64 manager)
{
  const char *format = manager == 0 ? _ ("Line %u: the manager “%s” is not known; left empty")
                                    : _ ("Line %u: the manager “%s” is not known; left as it was");

  remit_import_result_note (self->job->result, format, line, text);
}

static void
add_pending (Import *self,
             const RemitCsvRow *row,
             gint64 known,
             Promise *promise,
             gboolean is_new)
{
  Pending pending = {
    .manager = remit_record_get_integer (self->record, REMIT_PERSON_MANAGER),
    .known = known,
    .promise = promise,
    .line = row->line,
    .is_new = is_new,
  };

  g_array_append_val (self->pending, pending);
}

/* A manager who is not known yet may come later in the file: a new person refers to the promise,
 * one who is there keeps the manager they have until then. */
static void
put_off_manager (Import *self,
                 const RemitCsvRow *row,
                 const char *text,
                 gboolean is_new)
{
  Promise *promise = make_promise (self, text);

  add_pending (self, row, 0, promise, is_new);
  if (is_new)
    remit_record_set_integer (self->record, REMIT_PERSON_MANAGER, promise->id);
}

/* Nobody reports to a new person yet, so that no circle can be closed there. */
static void
set_known_manager (Import *self,
                   const RemitCsvRow *row,
                   gint64 manager,
                   gboolean is_new)
{
  if (is_new)
    remit_record_set_integer (self->record, REMIT_PERSON_MANAGER, manager);
  else if (remit_record_get_integer (self->record, REMIT_PERSON_MANAGER) != manager)
    add_pending (self, row, manager, NULL, FALSE);
}

static void
note_own_manager (Import *self,
                  const RemitCsvRow *row,
                  const Who *who)
{
  remit_import_result_note (self->job->result,
                            /* Translators: a line of a file, and a name */
                            _ ("Line %u: %s is said to be their own manager; left out"), row->line,
                            who->name);
}

static void
set_manager (Import *self,
             const RemitCsvRow *row,
             const Who *who,
             gboolean is_new)
{
  char *text = remit_table_job_get (self->job, row, REMIT_TABLE_PEOPLE_MANAGER);
  RemitTablePerson *manager = NULL;

  if (*text == '\0')
    return;
  if (remit_table_value_is_unknown (text))
    note_unknown_manager (self, row->line, text,
                          remit_record_get_integer (self->record, REMIT_PERSON_MANAGER));
  else if (remit_table_key_equal (text, who->number) || remit_table_key_equal (text, who->email))
    note_own_manager (self, row, who);
  /* By name only at the end: there may be several of the same. */
  else if (!remit_table_directory_find_key (self->directory, text, &manager))
    put_off_manager (self, row, text, is_new);
  else if (manager->id == remit_record_get_id (self->record))
    note_own_manager (self, row, who);
  else
    set_known_manager (self, row, manager->id, is_new);
}

/* Sets what there is more to than its field. Returns: whether anything is different */
static gboolean
set_values (Import *self,
            const RemitCsvRow *row,
            const Who *who,
            gboolean is_new)
{
  RemitTableJob *job = self->job;
  gboolean changed = FALSE;

  changed |= remit_table_job_set_text (job, row, self->record, REMIT_PERSON_NAME, who->name);
  changed |= remit_table_job_set_text (job, row, self->record, REMIT_PERSON_EMAIL, who->email);
  changed |= remit_table_job_set_text (job, row, self->record, REMIT_PERSON_EXTERNAL_ID,
                                       who->number);
  set_manager (self, row, who, is_new);
  return changed;
}

static gboolean
add_person (Import *self,
            const RemitCsvRow *row,
            const Who *who,
            GError **error)
{
  Promise *promise = find_promise (self, who->number, who->email);
  RemitTablePerson *person;

  remit_record_reset (self->record);
  if (promise != NULL && promise->person == NULL)
    remit_record_set_id (self->record, promise->id);
  set_values (self, row, who, TRUE);
  if (!remit_table_job_insert (self->job, row, self->record, error))
    return FALSE;

  person = remit_table_directory_add (self->directory, remit_record_get_id (self->record),
                                      who->number, who->email, who->name, who->about, row->line);
  keep_promises (self, who, person);
  return TRUE;
}

static gboolean
load_person (Import *self,
             gint64 id,
             GError **error)
{
  RemitStatement *statement = remit_store_query (self->job->store, self->select, id, 0, error);

  if (remit_store_step (self->job->store, statement))
    remit_store_read (statement, self->record);
  return remit_store_finish (self->job->store, statement, error);
}

static gboolean
change_person (Import *self,
               const RemitCsvRow *row,
               const Who *who,
               RemitTablePerson *person,
               GError **error)
{
  guint n_pending = self->pending->len;
  guint n_same = self->job->result->same[REMIT_KIND_PERSON];

  if (!load_person (self, person->id, error)
      || !remit_table_job_update (self->job, row, self->record, set_values (self, row, who, FALSE),
                                  error))
    return FALSE;

  remit_table_directory_claim (self->directory, person, who->number, who->email, row->line);
  keep_promises (self, who, person);
  if (self->pending->len > n_pending)
    g_array_index (self->pending, Pending, n_pending).counted_same =
      self->job->result->same[REMIT_KIND_PERSON] > n_same;
  return TRUE;
}

static gboolean
import_person (Import *self,
               const RemitCsvRow *row,
               const Who *who,
               GError **error)
{
  guint n_pending = self->pending->len;
  RemitTablePerson *person;
  gboolean is_new;

  if (!find_person (self, row, who, &person))
    return TRUE;
  is_new = person == NULL;
  if (is_new ? !add_person (self, row, who, error) : !change_person (self, row, who, person, error))
    return FALSE;

  self->n_people++;
  if (self->pending->len > n_pending)
    g_array_index (self->pending, Pending, n_pending).person = remit_record_get_id (self->record);
  return remit_table_skills_import (
    self->skills, row, remit_record_get_id (self->record),
    remit_table_job_get_lines (self->job, row, REMIT_TABLE_PEOPLE_SKILLS), is_new, error);
}

static char *
dup_about (RemitTableJob *job,
           const RemitCsvRow *row,
           const Who *who)
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
  Who who;

  if (!remit_table_job_accept (job, row))
    return TRUE;
  who.name = name = dup_name (job, row);
  if (remit_table_nobody_note (job, row, name))
    return TRUE;
  job->last_line = row->last_line;
  if (*who.name == '\0')
    {
      /* Translators: a line of a file */
      remit_import_result_leave_out (job->result, _ ("Line %u: there is no name; left out"),
                                     row->line);
      return TRUE;
    }

  remit_table_job_fit (job, row, REMIT_KIND_PERSON, REMIT_PERSON_NAME, who.name);
  who.number = get_key (job, row, REMIT_TABLE_PEOPLE_NUMBER, REMIT_PERSON_EXTERNAL_ID);
  who.email = get_key (job, row, REMIT_TABLE_PEOPLE_EMAIL, REMIT_PERSON_EMAIL);
  who.about = about = dup_about (job, row, &who);
  return import_person (self, row, &who, error);
}

/* Returns: who a manager put off has turned out to be, or 0 */
static gint64
resolve (Import *self,
         const Pending *pending)
{
  RemitTablePerson *person = NULL;

  if (pending->known != 0)
    return pending->known;
  person = pending->promise->person;
  if (person == NULL)
    remit_table_directory_find (self->directory, pending->promise->text, &person);
  return person != NULL && person->id != pending->person ? person->id : 0;
}

/* A form refuses a manager who reports to the person, be it by way of others. */
static void
note_circle (Import *self,
             const Pending *pending)
{
  const char *name = remit_record_get_text (self->record, REMIT_PERSON_NAME);
  /* Translators: a line of a file, and a person */
  const char *format = pending->manager == 0
                         ? _ ("Line %u: the managers of %s form a circle; manager left empty")
                         : _ ("Line %u: the managers of %s form a circle; manager left as it was");

  remit_import_result_note (self->job->result, format, pending->line, name);
}

static gboolean
set_settled (Import *self,
             const Pending *pending,
             gint64 manager,
             GError **error)
{
  if (pending->counted_same && manager != pending->manager)
    {
      self->job->result->same[REMIT_KIND_PERSON]--;
      self->job->result->changed[REMIT_KIND_PERSON]++;
    }
  return remit_edit_set_integer (self->job->edit, REMIT_KIND_PERSON, pending->person,
                                 REMIT_PERSON_MANAGER, manager, error);
}

/* Sets the new manager, or the old one where the new one cannot be. @waits: (out) (nullable): set
 * when the new one would close a circle, and nothing was done; %NULL: do not wait */
static gboolean
settle (Import *self,
        const Pending *pending,
        gboolean *waits,
        GError **error)
{
  gint64 manager = resolve (self, pending);
  gboolean closes;

  if (!load_person (self, pending->person, error))
    return FALSE;
  if (manager == 0)
    {
      note_unknown_manager (self, pending->line, pending->promise->text, pending->manager);
      return set_settled (self, pending, pending->manager, error);
    }
  remit_record_set_integer (self->record, REMIT_PERSON_MANAGER, manager);
  if (!remit_circles_would_have (self->circles, self->record, &closes, error))
    return FALSE;
  if (!closes)
    return set_settled (self, pending, manager, error);
  if (waits != NULL)
    {
      *waits = TRUE;
      return TRUE;
    }
  note_circle (self, pending);
  return set_settled (self, pending, pending->manager, error);
}

/* Mostly the promise was kept, and stands in the row already. */
static gboolean
is_kept (const Pending *pending)
{
  return pending->is_new && pending->promise->person != NULL
         && pending->promise->person->id == pending->promise->id;
}

/* All promises that were kept are judged before a reference is added. */
static gboolean
settle_kept (Import *self,
             GError **error)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      const Pending *pending = &g_array_index (self->pending, Pending, i);
      gboolean has_circle;

      if (!is_kept (pending))
        continue;
      if (!remit_circles_has (self->circles, pending->person, &has_circle, error)
          || (has_circle && !settle (self, pending, NULL, error)))
        return FALSE;
    }
  return TRUE;
}

/* Takes out of @others whoever can have their new manager now. */
static gboolean
settle_round (Import *self,
              GPtrArray *others,
              GError **error)
{
  guint n_waiting = 0;

  for (guint i = 0; i < others->len; i++)
    {
      gboolean waits = FALSE;

      if (!settle (self, others->pdata[i], &waits, error))
        return FALSE;
      if (waits)
        others->pdata[n_waiting++] = others->pdata[i];
    }
  g_ptr_array_set_size (others, (int) n_waiting);
  return TRUE;
}

/* Whoever still has their old manager may be in the way of a new one: who would close a circle
 * waits until nobody else gets a new manager. */
static gboolean
settle_others (Import *self,
               GError **error)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  guint n_before;

  for (guint i = 0; i < self->pending->len; i++)
    if (!is_kept (&g_array_index (self->pending, Pending, i)))
      g_ptr_array_add (others, &g_array_index (self->pending, Pending, i));
  do
    {
      n_before = others->len;
      if (!settle_round (self, others, error))
        return FALSE;
    }
  while (others->len < n_before);

  for (guint i = 0; i < others->len; i++)
    if (!settle (self, others->pdata[i], NULL, error))
      return FALSE;
  return TRUE;
}

static const RemitPlural imported = REMIT_PLURAL ("Import %'u person from %s",
                                                  "Import %'u people from %s");

gboolean
remit_table_people_run (RemitTableJob *job,
                        GError **error)
{
  g_auto (Import) self = { NULL };

  if (!import_init (&self, job, error)
      || !remit_csv_file_read (job->file, job->options, REMIT_TABLE_SHARE_DECIDED, SHARE_READ,
                               import_row, &self, error)
      || !settle_kept (&self, error) || !settle_others (&self, error))
    return FALSE;

  remit_table_job_describe (job, 0, imported, self.n_people);
  return TRUE;
}
