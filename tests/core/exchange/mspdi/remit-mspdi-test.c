/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of MSPDI share. */
#include "remit-mspdi-test.h"

#include <string.h>

#include "exchange/mspdi/remit-mspdi-stream.h"

void
mspdi_fixture_set_up (MspdiFixture *self,
                      gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *workspace = NULL;

  self->folder = remit_test_make_folder ();
  self->path = g_build_filename (self->folder, "Harbour.xml", NULL);
  workspace = g_build_filename (self->folder, "test.remit", NULL);
  self->store = remit_test_open_new (workspace);
}

void
mspdi_fixture_tear_down (MspdiFixture *self,
                         gconstpointer data G_GNUC_UNUSED)
{
  remit_test_verify (self->store);
  g_assert_finalize_object (self->store);
  g_free (self->path);
  remit_test_remove_folder (self->folder);
}

void
mspdi_fixture_write (MspdiFixture *self,
                     const char *text,
                     gssize length)
{
  g_assert_true (g_file_set_contents (self->path, text, length, NULL));
}

static void
assert_same_counts (const RemitImportResult *first,
                    const RemitImportResult *second)
{
  for (guint i = 0; i < REMIT_N_KINDS; i++)
    {
      g_assert_cmpuint (first->added[i], ==, second->added[i]);
      g_assert_cmpuint (first->changed[i], ==, second->changed[i]);
      g_assert_cmpuint (first->removed[i], ==, second->removed[i]);
      g_assert_cmpuint (first->same[i], ==, second->same[i]);
    }
  g_assert_cmpuint (first->n_notes, ==, second->n_notes);
  g_assert_cmpuint (first->n_left_out, ==, second->n_left_out);
}

RemitImportResult *
mspdi_fixture_import_file (MspdiFixture *self,
                           gint64 plan)
{
  RemitImportOptions options = { .dry_run = TRUE, .plan = plan, .n_told = 10 };
  g_autofree char *before = remit_test_dump (self->store);
  g_autofree char *dry = NULL;
  g_autoptr (RemitImportResult) preview = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_mspdi_recognize (self->path));
  preview = remit_mspdi_import_run (self->store, self->path, &options, &error);
  g_assert_no_error (error);
  dry = remit_test_dump (self->store);
  g_assert_cmpstr (dry, ==, before);

  options.dry_run = FALSE;
  result = remit_mspdi_import_run (self->store, self->path, &options, &error);
  g_assert_no_error (error);
  assert_same_counts (preview, result);
  if (remit_import_result_has_changes (result))
    remit_test_undo_and_redo (self->store, before);
  return g_steal_pointer (&result);
}

RemitImportResult *
mspdi_fixture_import (MspdiFixture *self,
                      const char *body)
{
  g_autofree char *text = g_strconcat (MSPDI_PROJECT, body, "</Project>", NULL);

  mspdi_fixture_write (self, text, -1);
  return mspdi_fixture_import_file (self, 0);
}

void
mspdi_fixture_assert_refused (MspdiFixture *self,
                              const char *words)
{
  g_autofree char *before = remit_test_dump (self->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitImportResult) result = remit_mspdi_import_run (self->store, self->path, NULL,
                                                                 &error);
  g_autofree char *after = NULL;

  g_assert_null (result);
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  if (strstr (error->message, words) == NULL)
    g_error ("No “%s” in: %s", words, error->message);
  after = remit_test_dump (self->store);
  g_assert_cmpstr (before, ==, after);
}

char *
mspdi_fixture_dup_rows (MspdiFixture *self,
                        const char *sql)
{
  g_autoptr (GError) error = NULL;
  RemitStatement *rows = remit_store_query (self->store, g_intern_string (sql), 0, 0, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  while (remit_store_step (self->store, rows))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                            remit_statement_get_text (rows, 0));
  g_assert_true (remit_store_finish (self->store, rows, &error));
  return g_string_free (text, FALSE);
}
