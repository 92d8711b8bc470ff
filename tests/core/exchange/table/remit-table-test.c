/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of CSV files share. */
#include "remit-table-test.h"

#include <string.h>

/* More than most tests have rows. */
#define N_TOLD 200

void
csv_fixture_set_up (CsvFixture *self,
                    gconstpointer data)
{
  self->folder = remit_test_make_folder ();
  self->workspace = remit_test_open_workspace (self->folder);
  self->store = remit_workspace_get_store (self->workspace);
}

void
csv_fixture_tear_down (CsvFixture *self,
                       gconstpointer data)
{
  g_free (self->path);
  g_assert_finalize_object (self->workspace);
  remit_test_remove_folder (self->folder);
}

const char *
csv_fixture_write (CsvFixture *self,
                   const char *name,
                   const char *text,
                   gssize length)
{
  g_autoptr (GError) error = NULL;

  g_free (self->path);
  self->path = g_build_filename (self->folder, name, NULL);
  g_file_set_contents (self->path, text, length, &error);
  g_assert_no_error (error);
  return self->path;
}

RemitTableImport *
csv_fixture_open (CsvFixture *self,
                  const char *text)
{
  g_autoptr (GError) error = NULL;
  RemitTableImport *import;

  import = remit_table_import_open (csv_fixture_write (self, "file.csv", text, -1), &error);
  g_assert_no_error (error);
  g_assert_nonnull (import);
  return import;
}

/* Of each row that is counted, a sentence tells what becomes of it. */
static void
assert_told (RemitImportResult *result,
             RemitImportOutcome outcome,
             const guint counts[REMIT_N_KINDS])
{
  GPtrArray *told = remit_import_told_get (result->told, outcome);
  guint n = 0;

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    n += counts[kind];
  for (guint i = 0; i < told->len; i++)
    g_test_message ("%d: %s", outcome, (const char *) told->pdata[i]);
  g_assert_cmpuint (told->len, ==, MIN (n, N_TOLD));
}

static RemitImportResult *
run (CsvFixture *self,
     RemitTableImport *import,
     gboolean dry_run)
{
  RemitImportOptions options = { .dry_run = dry_run, .n_told = dry_run ? N_TOLD : 0 };
  g_autoptr (GError) error = NULL;
  RemitImportResult *result = remit_table_import_run (import, self->store, &options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

/* Whoever writes meanwhile is not waited for. */
static RemitImportResult *
run_dry (CsvFixture *self,
         RemitTableImport *import)
{
  g_autoptr (RemitStore) other = remit_test_open_new (remit_store_get_path (self->store));
  g_autoptr (RemitEdit) held = remit_edit_begin (other, "Held", NULL);
  RemitImportResult *result;

  g_assert_nonnull (held);
  remit_store_set_patience (self->store, 0);
  result = run (self, import, TRUE);
  assert_told (result, REMIT_IMPORT_ADDED, result->added);
  assert_told (result, REMIT_IMPORT_CHANGED, result->changed);
  assert_told (result, REMIT_IMPORT_REMOVED, result->removed);
  return result;
}

static void
assert_same_result (RemitImportResult *result,
                    RemitImportResult *other)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      g_assert_cmpuint (result->added[kind], ==, other->added[kind]);
      g_assert_cmpuint (result->changed[kind], ==, other->changed[kind]);
      g_assert_cmpuint (result->removed[kind], ==, other->removed[kind]);
      g_assert_cmpuint (result->same[kind], ==, other->same[kind]);
    }
  g_assert_cmpuint (result->n_notes, ==, other->n_notes);
  for (guint i = 0; i < remit_notes_get_n_kept (result->notes); i++)
    {
      const RemitNote *note = remit_notes_get (result->notes, i);
      const RemitNote *same = remit_notes_get (other->notes, i);

      g_assert_cmpstr (note->text, ==, same->text);
      g_assert_cmpuint (note->line, ==, same->line);
    }
}

static gboolean
changed_something (RemitImportResult *result)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (result->added[kind] + result->changed[kind] + result->removed[kind] > 0)
      return TRUE;
  return FALSE;
}

static void
assert_dump (CsvFixture *self,
             const char *expected)
{
  g_autofree char *dump = remit_test_dump (self->store);

  g_assert_cmpstr (dump, ==, expected);
}

RemitImportResult *
csv_fixture_run (CsvFixture *self,
                 RemitTableImport *import)
{
  g_autofree char *before = remit_test_dump (self->store);
  g_autofree char *after = NULL;
  g_autoptr (RemitImportResult) dry = run_dry (self, import);
  g_autoptr (RemitImportResult) again = NULL;
  RemitImportResult *result;
  gint64 length = csv_fixture_count_history (self);

  assert_dump (self, before);
  result = run (self, import, FALSE);
  assert_same_result (result, dry);
  after = remit_test_dump (self->store);
  g_assert_true (changed_something (result) == (strcmp (before, after) != 0));
  g_assert_cmpint (csv_fixture_count_history (self), ==, length + changed_something (result));
  if (changed_something (result))
    remit_test_undo_and_redo (self->store, before);

  length = csv_fixture_count_history (self);
  again = run (self, import, FALSE);
  g_assert_false (changed_something (again));
  g_assert_cmpint (csv_fixture_count_history (self), ==, length);
  assert_dump (self, after);
  return result;
}

RemitImportResult *
csv_fixture_import (CsvFixture *self,
                    const char *name,
                    const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitTableImport) import =
    remit_table_import_open (csv_fixture_write (self, name, text, -1), &error);

  g_assert_no_error (error);
  return csv_fixture_run (self, import);
}

static void
assert_refused (CsvFixture *self,
                const char *text,
                gssize length,
                RemitExchangeError code,
                va_list list)
{
  g_autofree char *before = remit_test_dump (self->store);
  g_autoptr (RemitTableImport) import = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 history = csv_fixture_count_history (self);
  const char *words;

  import = remit_table_import_open (csv_fixture_write (self, "bad.csv", text, length), &error);
  if (import != NULL)
    result = remit_table_import_run (import, self->store, NULL, &error);
  g_assert_null (result);
  g_assert_error (error, REMIT_EXCHANGE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));

  while ((words = va_arg (list, const char *)) != NULL)
    if (strstr (error->message, words) == NULL)
      g_error ("“%s” lacks “%s”", error->message, words);
  assert_dump (self, before);
  g_assert_cmpint (csv_fixture_count_history (self), ==, history);
}

void
csv_fixture_assert_refused (CsvFixture *self,
                            const char *text,
                            gssize length,
                            ...)
{
  va_list list;

  va_start (list, length);
  assert_refused (self, text, length, REMIT_EXCHANGE_ERROR_REFUSED, list);
  va_end (list);
}

void
csv_fixture_assert_garbled (CsvFixture *self,
                            const char *text,
                            gssize length,
                            ...)
{
  va_list list;

  va_start (list, length);
  assert_refused (self, text, length, REMIT_EXCHANGE_ERROR_ENCODING, list);
  va_end (list);
}

void
table_test_assert_note (RemitImportResult *result,
                        const char *words)
{
  remit_test_assert_note (result->notes, words);
}

void
table_test_assert_counts (RemitImportResult *result,
                          RemitKind kind,
                          guint added,
                          guint changed,
                          guint same)
{
  g_assert_cmpuint (result->added[kind], ==, added);
  g_assert_cmpuint (result->changed[kind], ==, changed);
  g_assert_cmpuint (result->same[kind], ==, same);
  g_assert_cmpuint (result->removed[kind], ==, 0);
}

char *
csv_fixture_query (CsvFixture *self,
                   const char *sql)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  RemitStatement *statement;

  statement = remit_store_prepare (self->store, g_intern_string (sql), &error);
  g_assert_no_error (error);
  if (!remit_store_step (self->store, statement))
    {
      g_assert_true (remit_store_finish (self->store, statement, &error));
      return g_strdup ("");
    }
  for (int i = 0; i < sqlite3_column_count (statement); i++)
    {
      const char *value = (const char *) sqlite3_column_text (statement, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "");
    }
  g_assert_false (remit_store_step (self->store, statement));
  g_assert_true (remit_store_finish (self->store, statement, &error));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
assert_query (CsvFixture *self,
              const char *sql,
              const char *expected)
{
  g_autofree char *found = csv_fixture_query (self, sql);

  g_assert_cmpstr (found, ==, expected);
}

gint64
csv_fixture_count_history (CsvFixture *self)
{
  g_autofree char *hash = NULL;
  gint64 length = -1;

  g_assert_true (remit_history_get_head (self->store, &length, &hash, NULL));
  return length;
}
