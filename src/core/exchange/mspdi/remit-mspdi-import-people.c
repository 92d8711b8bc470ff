/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people of a project: who of its resources is who in the workspace. */
#include <glib/gi18n-lib.h>

#include "exchange/table/remit-table-directory.h"
#include "exchange/table/value/remit-table-value.h"
#include "model/remit-text.h"
#include "remit-mspdi-import-private.h"

/* The resource of assignments without one, as many programs write it. */
#define NOBODY 0

typedef struct {
  RemitMspdiImport *import;
  RemitTableDirectory *directory;
  RemitRecord *person;
  GHashTable *names; /* how many resources have a name, a code, an address, each folded */
  GHashTable *codes;
  GHashTable *emails;
} People;

static void
people_clear (People *self)
{
  g_clear_pointer (&self->directory, remit_table_directory_free);
  g_clear_pointer (&self->person, remit_record_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->emails, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (People, people_clear)

/* ── Who is a person ──────────────────────────────────────────────────────────────────────── */

/* Some programs give it a name. */
static gboolean
is_nobody (const RemitMspdiResource *resource)
{
  return resource->uid == NOBODY
         && (remit_table_value_is_nothing (resource->name)
             || remit_table_value_is_open (resource->name));
}

static gboolean
is_person (const RemitMspdiResource *resource)
{
  return !resource->is_null && resource->type == REMIT_MSPDI_WORK && !is_nobody (resource);
}

static void
note_other (RemitMspdiImport *import,
            const RemitMspdiResource *resource)
{
  if (resource->is_null || resource->type == REMIT_MSPDI_WORK)
    return;
  remit_import_result_leave_out (
    import->job.result, REMIT_NOTE_RESOURCE, resource->line,
    resource->type == REMIT_MSPDI_COST
      /* Translators: the name of a resource */
      ? _ ("“%.200s” is a cost resource, not a person; skipped")
      /* Translators: the name of a resource */
      : _ ("“%.200s” is a material resource, not a person; skipped"),
    resource->name);
}

/* ── Who it is ────────────────────────────────────────────────────────────────────────────── */

static void
count (GHashTable *counts,
       const char *text)
{
  char *folded = remit_text_fold (text);

  if (*folded == '\0')
    g_free (folded);
  else
    g_hash_table_replace (counts, folded,
                          GUINT_TO_POINTER (
                            GPOINTER_TO_UINT (g_hash_table_lookup (counts, folded)) + 1));
}

static gboolean
is_alone (GHashTable *counts,
          const char *text)
{
  g_autofree char *folded = remit_text_fold (text);

  return g_hash_table_lookup (counts, folded) == GUINT_TO_POINTER (1);
}

static void
count_all (People *self)
{
  GArray *resources = self->import->project->resources;

  for (guint i = 0; i < resources->len; i++)
    {
      const RemitMspdiResource *resource = &g_array_index (resources, RemitMspdiResource, i);

      if (!is_person (resource))
        continue;
      count (self->names, resource->name);
      count (self->codes, resource->code);
      count (self->emails, resource->email);
    }
}

/* Returns: (transfer full): a code or an address, as one line; empty when several have it */
static char *
dup_key (GHashTable *counts,
         const char *text)
{
  char *key;

  if (!is_alone (counts, text))
    return g_strdup ("");
  key = g_strdup (text);
  remit_table_value_clean (key, FALSE);
  if (remit_table_value_is_nothing (key))
    *key = '\0';
  return key;
}

/* Two of one name are two, unless something else says who each of them is. */
static RemitTableMatch
match_name (People *self,
            const RemitMspdiResource *resource,
            const RemitTableWho *who,
            RemitTablePerson **person)
{
  if (is_alone (self->names, resource->name))
    return remit_table_directory_match (self->directory, who, person);
  *person = NULL;
  if (*who->number != '\0' && remit_table_directory_find_key (self->directory, who->number, person))
    return REMIT_TABLE_MATCH_ONE;
  if (*who->email != '\0' && remit_table_directory_find_key (self->directory, who->email, person))
    return REMIT_TABLE_MATCH_ONE;
  return *resource->name != '\0' ? REMIT_TABLE_MATCH_SEVERAL : REMIT_TABLE_MATCH_NONE;
}

static void
note_match (People *self,
            const RemitMspdiResource *resource,
            RemitTableMatch match,
            const char *name)
{
  if (match == REMIT_TABLE_MATCH_SEVERAL && !is_alone (self->names, resource->name))
    remit_import_result_note (self->import->job.result, REMIT_NOTE_MATCH, resource->line,
                              /* Translators: the name of people */
                              _ ("Several resources are called %s; each of them is a person of "
                                 "their own"), name);
  else if (match == REMIT_TABLE_MATCH_SEVERAL)
    remit_import_result_note (self->import->job.result, REMIT_NOTE_MATCH, resource->line,
                              /* Translators: the name of people */
                              _ ("Several people in the workspace are called %s; the resource was "
                                 "added as a new person"), name);
}

/* ── What is taken of a resource ──────────────────────────────────────────────────────────── */

static void
set_capacity (People *self,
              const RemitMspdiResource *resource,
              const char *name)
{
  const RemitField *field = &remit_person_info.fields[REMIT_PERSON_CAPACITY];

  if (resource->max_units < 0)
    return;
  if (resource->max_units > field->maximum)
    remit_import_result_note (self->import->job.result, REMIT_NOTE_VALUE, resource->line,
                              /* Translators: a name, two numbers of percent */
                              _ ("%s: the maximum units of %d %% were set to a capacity of %d %%"),
                              name, (int) resource->max_units, (int) field->maximum);
  remit_record_set_integer (self->person, REMIT_PERSON_CAPACITY,
                            MIN (resource->max_units, field->maximum));
}

static void
set_days (People *self,
          const RemitMspdiResource *resource)
{
  if (resource->from != 0 && resource->until != 0 && resource->from > resource->until)
    {
      remit_import_result_note (self->import->job.result, REMIT_NOTE_VALUE, resource->line,
                                _ ("The first day is after the last; both were skipped"));
      return;
    }
  remit_record_set_integer (self->person, REMIT_PERSON_FROM, resource->from);
  remit_record_set_integer (self->person, REMIT_PERSON_UNTIL, resource->until);
}

static gboolean
make_person (People *self,
             const RemitMspdiResource *resource,
             const RemitTableWho *who,
             gint64 *id,
             GError **error)
{
  RemitMspdiImport *import = self->import;
  const struct {
    guint field;
    const char *text;
  } texts[] = {
    { REMIT_PERSON_NAME, who->name },          { REMIT_PERSON_EMAIL, resource->email },
    { REMIT_PERSON_TITLE, resource->title },   { REMIT_PERSON_UNIT, resource->group },
    { REMIT_PERSON_LOCATION, resource->location },
    { REMIT_PERSON_EXTERNAL_ID, who->number }, { REMIT_PERSON_NOTES, resource->notes },
  };

  remit_record_reset (self->person);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    remit_mspdi_import_set_text (import, resource->line, self->person, texts[i].field,
                                 texts[i].text);
  set_capacity (self, resource, who->name);
  set_days (self, resource);
  if (resource->is_generic)
    remit_import_result_note (import->job.result, REMIT_NOTE_MATCH, resource->line,
                              /* Translators: the name of a resource */
                              _ ("“%.200s” is a generic resource; it was added as a person"),
                              who->name);
  if (!remit_mspdi_import_insert (import, self->person, error))
    return FALSE;
  *id = remit_record_get_id (self->person);
  return TRUE;
}

static char *
dup_name (People *self,
          const RemitMspdiResource *resource)
{
  char *name = g_strdup (resource->name);

  remit_table_value_clean (name, FALSE);
  if (*name != '\0')
    return name;
  g_free (name);
  remit_import_result_note (self->import->job.result, REMIT_NOTE_NAMELESS, resource->line,
                            _ ("The resource has no name; it was added with a number"));
  if (resource->uid == REMIT_MSPDI_NO_UID)
    return g_strdup (_ ("Resource"));
  /* Translators: the number of a resource without a name */
  return g_strdup_printf (_ ("Resource %ld"), (long) resource->uid);
}

static void
note_code (People *self,
           const RemitMspdiResource *resource)
{
  if (*resource->code != '\0' && !is_alone (self->codes, resource->code))
    remit_import_result_note (self->import->job.result, REMIT_NOTE_VALUE, resource->line,
                              /* Translators: the code of several resources */
                              _ ("Several resources have the code “%.80s”, which is no number of a "
                                 "person then; skipped"), resource->code);
}

/* @id: (out): who it is; @is_old: (out): whether they were there before */
static gboolean
import_person (People *self,
               const RemitMspdiResource *resource,
               gint64 *id,
               gboolean *is_old,
               GError **error)
{
  g_autofree char *name = dup_name (self, resource);
  g_autofree char *number = dup_key (self->codes, resource->code);
  g_autofree char *email = dup_key (self->emails, resource->email);
  g_autofree char *about = remit_table_directory_dup_about (resource->title, resource->group);
  const RemitTableWho who = { number, email, name, about, resource->group };
  RemitTablePerson *person;
  RemitTableMatch match = match_name (self, resource, &who, &person);

  note_code (self, resource);
  *is_old = match == REMIT_TABLE_MATCH_ONE && person->line == 0;
  if (!*is_old)
    {
      note_match (self, resource, match, name);
      return make_person (self, resource, &who, id, error);
    }
  /* nobody else is the same person */
  person->line = MAX (1, resource->line);
  *id = person->id;
  remit_import_result_count_same (self->import->job.result, REMIT_KIND_PERSON, *id);
  return TRUE;
}

static gboolean
import_resource (People *self,
                 guint index,
                 GError **error)
{
  RemitMspdiImport *import = self->import;
  const RemitMspdiResource *resource = &g_array_index (import->project->resources,
                                                       RemitMspdiResource, index);
  gint64 id = 0;
  gboolean is_old = FALSE;

  if (!remit_mspdi_import_remember (import->resources, resource->uid, index))
    remit_import_result_note (import->job.result, REMIT_NOTE_TWICE, resource->line,
                              /* Translators: the number of a resource */
                              _ ("Another resource has the number %ld, too; assignments go to the "
                                 "first"), (long) resource->uid);
  if (!is_person (resource))
    note_other (import, resource);
  else if (!import_person (self, resource, &id, &is_old, error))
    return FALSE;
  g_array_append_val (import->people, id);
  g_array_append_val (import->is_old, is_old);
  return TRUE;
}

gboolean
remit_mspdi_import_people (RemitMspdiImport *self,
                           GError **error)
{
  g_auto (People) people = { .import = self, .person = remit_record_new (REMIT_KIND_PERSON) };

  people.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  people.codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  people.emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  people.directory = remit_table_directory_new (self->job.store, error);
  if (people.directory == NULL)
    return FALSE;
  count_all (&people);
  for (guint i = 0; i < self->project->resources->len; i++)
    if (!import_resource (&people, i, error))
      return FALSE;
  return TRUE;
}
