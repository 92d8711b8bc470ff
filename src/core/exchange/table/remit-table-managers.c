/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who reports to whom, in a table of people: managers may stand behind those who report to them. */
#include "remit-table-managers.h"

#include <glib/gi18n-lib.h>

#include "exchange/table/value/remit-table-value.h"
#include "model/remit-id.h"
#include "plan/design/remit-circles.h"

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

struct _RemitTableManagers {
  RemitTableJob *job;
  RemitTableDirectory *directory;
  RemitRecord *record;
  GHashTable *promises;
  GStringChunk *texts;
  GArray *pending;
  RemitCircles *circles;
};

RemitTableManagers *
remit_table_managers_new (RemitTableJob *job,
                          RemitTableDirectory *directory)
{
  RemitTableManagers *self = g_new0 (RemitTableManagers, 1);

  self->job = job;
  self->directory = directory;
  self->record = remit_record_new (REMIT_KIND_PERSON);
  self->promises =
    g_hash_table_new_full (remit_table_key_hash, remit_table_key_equal, NULL, g_free);
  self->texts = g_string_chunk_new (64 * 1024);
  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  self->circles = remit_circles_new (job->store, REMIT_KIND_PERSON, REMIT_PERSON_MANAGER);
  return self;
}

void
remit_table_managers_free (RemitTableManagers *self)
{
  if (self == NULL)
    return;
  remit_record_free (self->record);
  g_hash_table_unref (self->promises);
  g_string_chunk_free (self->texts);
  g_array_unref (self->pending);
  remit_circles_free (self->circles);
  g_free (self);
}

/* ── What a row says ──────────────────────────────────────────────────────────────────────── */

static Promise *
find_promise (RemitTableManagers *self,
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

gint64
remit_table_managers_find_id (RemitTableManagers *self,
                              const RemitTableWho *who)
{
  Promise *promise = find_promise (self, who->number, who->email);

  return promise != NULL && promise->person == NULL ? promise->id : 0;
}

/* Keeps what was promised, by number and by address. */
void
remit_table_managers_keep (RemitTableManagers *self,
                           const RemitTableWho *who,
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
make_promise (RemitTableManagers *self,
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
note_unknown_manager (RemitTableManagers *self,
                      guint line,
                      const char *text,
                      gint64 manager)
{
  const char *format = manager == 0 ? _ ("Unknown manager “%s”; left empty")
                                    : _ ("Unknown manager “%s”; left unchanged");

  remit_import_result_note (self->job->result, REMIT_NOTE_MANAGER, line, format, text);
}

static void
add_pending (RemitTableManagers *self,
             const RemitCsvRow *row,
             const RemitRecord *record,
             gint64 known,
             Promise *promise,
             gboolean is_new)
{
  Pending pending = {
    .person = remit_record_get_id (record),
    .manager = remit_record_get_integer (record, REMIT_PERSON_MANAGER),
    .known = known,
    .promise = promise,
    .line = row->line,
    .is_new = is_new,
  };

  g_array_append_val (self->pending, pending);
}

void
remit_table_managers_count_same (RemitTableManagers *self,
                                 gint64 person)
{
  Pending *last;

  if (self->pending->len == 0)
    return;
  last = &g_array_index (self->pending, Pending, self->pending->len - 1);
  last->counted_same |= last->person == person;
}

/* A manager who is not known yet may come later in the file: a new person refers to the promise,
 * one who is there keeps the manager they have until then. */
static void
defer_manager (RemitTableManagers *self,
               const RemitCsvRow *row,
               RemitRecord *record,
               const char *text,
               gboolean is_new)
{
  Promise *promise = make_promise (self, text);

  add_pending (self, row, record, 0, promise, is_new);
  if (is_new)
    remit_record_set_integer (record, REMIT_PERSON_MANAGER, promise->id);
}

/* Nobody reports to a new person yet, so that no circle can be closed there. */
static void
set_known_manager (RemitTableManagers *self,
                   const RemitCsvRow *row,
                   RemitRecord *record,
                   gint64 manager,
                   gboolean is_new)
{
  if (is_new)
    remit_record_set_integer (record, REMIT_PERSON_MANAGER, manager);
  else if (remit_record_get_integer (record, REMIT_PERSON_MANAGER) != manager)
    add_pending (self, row, record, manager, NULL, FALSE);
}

static void
note_own_manager (RemitTableManagers *self,
                  const RemitCsvRow *row,
                  const RemitTableWho *who)
{
  remit_import_result_note (self->job->result, REMIT_NOTE_MANAGER, row->line,
                            /* Translators: a name */
                            _ ("%s cannot be their own manager; skipped"),
                            who->name);
}

void
remit_table_managers_set (RemitTableManagers *self,
                          const RemitCsvRow *row,
                          RemitRecord *record,
                          const RemitTableWho *who,
                          gboolean is_new)
{
  char *text = remit_table_job_get (self->job, row, REMIT_TABLE_PEOPLE_MANAGER);
  RemitTablePerson *manager = NULL;

  if (*text == '\0')
    return;
  if (remit_table_value_is_unknown (text))
    note_unknown_manager (self, row->line, text,
                          remit_record_get_integer (record, REMIT_PERSON_MANAGER));
  else if (remit_table_key_equal (text, who->number) || remit_table_key_equal (text, who->email))
    note_own_manager (self, row, who);
  /* By name only at the end: there may be several of the same. */
  else if (!remit_table_directory_find_key (self->directory, text, &manager))
    defer_manager (self, row, record, text, is_new);
  else if (manager->id == remit_record_get_id (record))
    note_own_manager (self, row, who);
  else
    set_known_manager (self, row, record, manager->id, is_new);
}

/* ── The end of the file ──────────────────────────────────────────────────────────────────── */

/* Returns: who a manager put off has turned out to be, or 0 */
static gint64
resolve (RemitTableManagers *self,
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
note_circle (RemitTableManagers *self,
             const Pending *pending)
{
  const char *name = remit_record_get_text (self->record, REMIT_PERSON_NAME);
  /* Translators: a person */
  const char *format = pending->manager == 0
                         ? _ ("The managers of %s form a circle; manager left empty")
                         : _ ("The managers of %s form a circle; manager left unchanged");

  remit_import_result_note (self->job->result, REMIT_NOTE_MANAGER, pending->line, format, name);
}

static gboolean
set_settled (RemitTableManagers *self,
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
settle (RemitTableManagers *self,
        const Pending *pending,
        gboolean *waits,
        GError **error)
{
  gint64 manager = resolve (self, pending);
  gboolean closes;

  if (!remit_table_job_load_person (self->job, pending->person, self->record, error))
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
settle_kept (RemitTableManagers *self,
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

/* Removes from @others the people who can have their new manager now. */
static gboolean
settle_round (RemitTableManagers *self,
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
settle_others (RemitTableManagers *self,
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

gboolean
remit_table_managers_settle (RemitTableManagers *self,
                             GError **error)
{
  return settle_kept (self, error) && settle_others (self, error);
}
