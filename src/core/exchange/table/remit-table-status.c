/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who of a table of people has left, is on leave, or has not begun yet. */
#include "remit-table-status.h"

#include <glib/gi18n-lib.h>

#include "exchange/table/value/remit-words.h"
#include "model/remit-day.h"
#include "model/remit-text.h"

/* A column of more than so many different texts is none of statuses. */
#define MAX_KNOWN 1000

/* An absence that is there, or was made from a row before. */
typedef struct _Absence Absence;

struct _Absence {
  gint64 id;
  gint64 from;
  gint64 until;
  Absence *next; /* of the same person */
};

struct _RemitTableStatuses {
  RemitTableJob *job;
  GHashTable *absences; /* by person */
  RemitRecord *record;
  GHashTable *known; /* text → status, since there are few */
  gint64 today;
};

/* ── Words ────────────────────────────────────────────────────────────────────────────────── */

static const char *const lists[] = {
  [REMIT_TABLE_STATUS_ACTIVE] = "status-active",
  [REMIT_TABLE_STATUS_COMING] = "status-coming",
  [REMIT_TABLE_STATUS_LEAVE] = "status-leave",
  [REMIT_TABLE_STATUS_INACTIVE] = "status-inactive",
  [REMIT_TABLE_STATUS_LEFT] = "status-left",
};

/* A remark may stand behind: "Terminated (voluntary)"; the longest word decides, since "baja
 * médica" is no "baja". A single letter is a code, and stands alone. */
RemitTableStatus
remit_table_status_parse (const char *text)
{
  g_autofree char *folded = remit_text_fold (text);
  RemitTableStatus found = REMIT_TABLE_STATUS_UNKNOWN;
  gsize longest = 0;

  for (RemitTableStatus status = REMIT_TABLE_STATUS_ACTIVE; status < G_N_ELEMENTS (lists); status++)
    {
      const RemitWords *words = remit_words_get ("values", lists[status]);
      gsize length;

      if (remit_words_have_folded (words, folded))
        return status;
      length = remit_words_match_beginning (words, folded);
      if (length > MAX (longest, 1))
        {
          longest = length;
          found = status;
        }
    }
  return found;
}

gboolean
remit_table_status_are (const char *const *values)
{
  guint n = 0;
  guint n_known = 0;

  for (; values[n] != NULL; n++)
    n_known += remit_table_status_parse (values[n]) != REMIT_TABLE_STATUS_UNKNOWN;
  return n_known > 0 && n_known * 2 >= n;
}

/* ── What is there ────────────────────────────────────────────────────────────────────────── */

static void
free_absences (gpointer data)
{
  Absence *absence = data;

  while (absence != NULL)
    {
      Absence *next = absence->next;

      g_free (absence);
      absence = next;
    }
}

static Absence *
find_absences (RemitTableStatuses *self,
               gint64 person)
{
  return g_hash_table_lookup (self->absences, &person);
}

static void
add_absence (RemitTableStatuses *self,
             gint64 person,
             gint64 id,
             gint64 from,
             gint64 until)
{
  Absence *absence = g_new (Absence, 1);
  Absence *first = find_absences (self, person);

  *absence = (Absence){ id, from, until, NULL };
  if (first != NULL)
    {
      absence->next = first->next;
      first->next = absence;
    }
  else
    g_hash_table_insert (self->absences, g_memdup2 (&person, sizeof person), absence);
}

static gboolean
load_absences (RemitTableStatuses *self,
               GError **error)
{
  RemitStore *store = self->job->store;
  g_autoptr (RemitStatement) statement = remit_store_query (
    store, "SELECT person, id, \"from\", \"until\" FROM absence ORDER BY id", 0, 0, error);

  while (remit_store_step (store, statement))
    add_absence (self, remit_statement_get_integer (statement, 0),
                 remit_statement_get_integer (statement, 1),
                 remit_day_parse (remit_statement_get_text (statement, 2)),
                 remit_day_parse (remit_statement_get_text (statement, 3)));
  return remit_store_finish (store, statement, error);
}

static gboolean
has_column (RemitTableJob *job,
            guint target)
{
  return job->columns[target] >= 0;
}

RemitTableStatuses *
remit_table_statuses_new (RemitTableJob *job,
                          GError **error)
{
  g_autoptr (RemitTableStatuses) self = g_new0 (RemitTableStatuses, 1);

  self->job = job;
  self->record = remit_record_new (REMIT_KIND_ABSENCE);
  self->absences =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_absences);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->today = remit_day_today ();
  if ((has_column (job, REMIT_TABLE_PEOPLE_STATUS)
       || has_column (job, REMIT_TABLE_PEOPLE_LEAVE_FROM))
      && !load_absences (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
remit_table_statuses_free (RemitTableStatuses *self)
{
  if (self == NULL)
    return;
  remit_record_free (self->record);
  g_hash_table_unref (self->absences);
  g_hash_table_unref (self->known);
  g_free (self);
}

/* ── People ───────────────────────────────────────────────────────────────────────────────── */

static const char *
get_text (RemitTableStatuses *self,
          const RemitCsvRow *row)
{
  return remit_table_job_get (self->job, row, REMIT_TABLE_PEOPLE_STATUS);
}

/* As remit_table_status_parse(), which takes its time. */
static RemitTableStatus
parse (RemitTableStatuses *self,
       const char *text)
{
  gpointer known;
  RemitTableStatus status;

  if (g_hash_table_lookup_extended (self->known, text, NULL, &known))
    return (RemitTableStatus) GPOINTER_TO_UINT (known);
  status = remit_table_status_parse (text);
  if (g_hash_table_size (self->known) < MAX_KNOWN)
    g_hash_table_insert (self->known, g_strdup (text), GUINT_TO_POINTER (status));
  return status;
}

static gboolean
has_until (RemitTableStatuses *self,
           const RemitCsvRow *row)
{
  return remit_table_job_peek_day (self->job, row, REMIT_TABLE_PEOPLE_UNTIL) != 0;
}

static gboolean
is_gone (RemitTableStatus status)
{
  return status == REMIT_TABLE_STATUS_LEFT || status == REMIT_TABLE_STATUS_INACTIVE;
}

gboolean
remit_table_statuses_leave_out (RemitTableStatuses *self,
                                const RemitCsvRow *row)
{
  const char *text = get_text (self, row);

  if (*text == '\0' || has_until (self, row) || !is_gone (parse (self, text)))
    return FALSE;
  remit_import_result_leave_out (self->job->result, REMIT_NOTE_STATUS, row->line,
                                 /* Translators: a status: "Terminated" */
                                 _ ("Status “%.80s” without a last day, for a person who is not in "
                                    "the workspace; skipped"),
                                 text);
  return TRUE;
}

static gboolean
end_person (RemitTableStatuses *self,
            const RemitCsvRow *row,
            const char *text,
            RemitRecord *person)
{
  gint64 until = remit_record_get_integer (person, REMIT_PERSON_UNTIL);
  gint64 yesterday = self->today - 1;
  g_autofree char *day = NULL;

  if (has_until (self, row))
    {
      remit_import_result_note (self->job->result, REMIT_NOTE_STATUS, row->line,
                                /* Translators: a status: "Terminated" */
                                _ ("Status “%.80s”: end set to the day in the file"), text);
      return FALSE;
    }
  if (until != 0 && until < self->today)
    return FALSE;
  day = remit_day_display (yesterday);
  remit_import_result_note (self->job->result, REMIT_NOTE_STATUS, row->line,
                            /* Translators: a status: "Terminated", and a day */
                            _ ("Status “%.80s” without a last day: end set to %s"), text, day);
  if (remit_record_get_integer (person, REMIT_PERSON_FROM) > yesterday)
    remit_record_set_integer (person, REMIT_PERSON_FROM, yesterday);
  return remit_record_set_integer (person, REMIT_PERSON_UNTIL, yesterday);
}

gboolean
remit_table_statuses_set (RemitTableStatuses *self,
                          const RemitCsvRow *row,
                          RemitRecord *person)
{
  const char *text = get_text (self, row);
  RemitTableStatus status;

  if (*text == '\0')
    return FALSE;
  status = parse (self, text);
  if (is_gone (status))
    return end_person (self, row, text, person);
  if (status == REMIT_TABLE_STATUS_UNKNOWN)
    remit_import_result_note (self->job->result, REMIT_NOTE_STATUS, row->line,
                              /* Translators: a status */
                              _ ("Unknown status “%.80s”; treated as active"), text);
  else if (status == REMIT_TABLE_STATUS_COMING
           && *remit_table_job_get (self->job, row, REMIT_TABLE_PEOPLE_FROM) == '\0'
           && remit_record_get_integer (person, REMIT_PERSON_FROM) == 0)
    remit_import_result_note (self->job->result, REMIT_NOTE_STATUS, row->line,
                              /* Translators: a status: "Pre-hire" */
                              _ ("Status “%.80s” without a first day; treated as active"), text);
  return FALSE;
}

/* ── Absences ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
insert (RemitTableStatuses *self,
        gint64 person,
        gint64 from,
        gint64 until,
        GError **error)
{
  remit_record_reset (self->record);
  remit_record_set_integer (self->record, REMIT_ABSENCE_PERSON, person);
  remit_record_set_integer (self->record, REMIT_ABSENCE_FROM, from);
  remit_record_set_integer (self->record, REMIT_ABSENCE_UNTIL, until);
  if (!remit_edit_insert (self->job->edit, self->record, error))
    return FALSE;
  self->job->result->added[REMIT_KIND_ABSENCE]++;
  add_absence (self, person, remit_record_get_id (self->record), from, until);
  return TRUE;
}

static gboolean
set_until (RemitTableStatuses *self,
           Absence *absence,
           gint64 until,
           GError **error)
{
  absence->until = until;
  self->job->result->changed[REMIT_KIND_ABSENCE]++;
  return remit_edit_set_integer (self->job->edit, REMIT_KIND_ABSENCE, absence->id,
                                 REMIT_ABSENCE_UNTIL, until, error);
}

/* One that has begun by the first day is the same, and may have become longer; or shorter, if it
 * begins on the same day, or had no last one. */
static gboolean
merge (RemitTableStatuses *self,
       gint64 person,
       gint64 from,
       gint64 until,
       GError **error)
{
  for (Absence *absence = find_absences (self, person); absence != NULL; absence = absence->next)
    {
      gboolean is_within = absence->until >= until && absence->until != REMIT_DAY_MAX;

      if (absence->from > from || absence->until < from)
        continue;
      if (absence->until != until && (absence->from == from || !is_within))
        return set_until (self, absence, until, error);
      self->job->result->same[REMIT_KIND_ABSENCE]++;
      return TRUE;
    }
  return insert (self, person, from, until, error);
}

/* An absence that has no last day, and has begun. */
static Absence *
find_open (RemitTableStatuses *self,
           gint64 person)
{
  for (Absence *absence = find_absences (self, person); absence != NULL; absence = absence->next)
    if (absence->until == REMIT_DAY_MAX && absence->from <= self->today)
      return absence;
  return NULL;
}

static gboolean
import_open (RemitTableStatuses *self,
             const RemitCsvRow *row,
             const char *text,
             gint64 person,
             gint64 from,
             GError **error)
{
  for (Absence *absence = find_absences (self, person); absence != NULL; absence = absence->next)
    if (absence->from <= self->today && absence->until >= self->today)
      {
        self->job->result->same[REMIT_KIND_ABSENCE]++;
        return TRUE;
      }
  remit_import_result_note (self->job->result, REMIT_NOTE_STATUS, row->line,
                            /* Translators: a status: "On leave" */
                            _ ("Status “%.80s” without a last day: absent until a file lists the "
                               "person as active"),
                            text);
  return insert (self, person, from != 0 ? from : self->today, REMIT_DAY_MAX, error);
}

/* Who is active again is back. One of today's absences has been no day long. */
static gboolean
end_open (RemitTableStatuses *self,
          const RemitCsvRow *row,
          const char *text,
          gint64 person,
          GError **error)
{
  Absence *open = find_open (self, person);

  if (open == NULL)
    return TRUE;
  remit_import_result_note (self->job->result, REMIT_NOTE_STATUS, row->line,
                            /* Translators: a status: "Active" */
                            _ ("Status “%.80s”: the open-ended absence was ended"), text);
  if (open->from < self->today)
    return set_until (self, open, self->today - 1, error);
  open->until = 0;
  open->from = 0;
  self->job->result->removed[REMIT_KIND_ABSENCE]++;
  return remit_edit_delete (self->job->edit, REMIT_KIND_ABSENCE, open->id, error);
}

static gboolean
import_days (RemitTableStatuses *self,
             const RemitCsvRow *row,
             gint64 person,
             gint64 from,
             gint64 until,
             GError **error)
{
  if (from <= until)
    return merge (self, person, from, until, error);
  remit_import_result_note (self->job->result, REMIT_NOTE_VALUE, row->line,
                            _ ("The leave ends before it starts; skipped"));
  return TRUE;
}

gboolean
remit_table_statuses_import (RemitTableStatuses *self,
                             const RemitCsvRow *row,
                             gint64 person,
                             GError **error)
{
  const char *text = get_text (self, row);
  RemitTableStatus status = REMIT_TABLE_STATUS_UNKNOWN;
  gint64 from, until;

  if (*text != '\0')
    status = parse (self, text);
  else if (!has_column (self->job, REMIT_TABLE_PEOPLE_LEAVE_FROM))
    return TRUE;
  from = remit_table_job_read_day (self->job, row, REMIT_TABLE_PEOPLE_LEAVE_FROM);
  until = remit_table_job_read_day (self->job, row, REMIT_TABLE_PEOPLE_LEAVE_UNTIL);
  if (is_gone (status))
    return TRUE;
  if (until != 0 && (from != 0 || status == REMIT_TABLE_STATUS_LEAVE))
    return import_days (self, row, person, from != 0 ? from : MIN (self->today, until), until,
                        error);
  if (status == REMIT_TABLE_STATUS_LEAVE)
    return import_open (self, row, text, person, from, error);
  if (from != 0 && status != REMIT_TABLE_STATUS_ACTIVE)
    remit_import_result_note (self->job->result, REMIT_NOTE_VALUE, row->line,
                              _ ("The leave has no last day; skipped"));
  return status != REMIT_TABLE_STATUS_ACTIVE || end_open (self, row, text, person, error);
}
