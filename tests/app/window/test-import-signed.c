/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing signed plans: what the preview says of them, and what was changed since. */
#include "exchange/remit-exporter.h"
#include "remit-import-test.h"
#include "remit-test-keys.h"

/* Writes a plan of another workspace, signed. Returns: its path */
static char *
write_signed (RemitTestWindow *fixture)
{
  g_autofree char *workspace = g_build_filename (fixture->folder, "other.remit", NULL);
  g_autofree char *key_file = g_build_filename (fixture->folder, "key.pem", NULL);
  g_autoptr (RemitStore) store = remit_test_open_new (workspace);
  EVP_PKEY *key = remit_test_key_new (2048);
  RemitExport export = { .store = store };
  g_autoptr (RemitSigningKey) signing = NULL;
  char *path = g_build_filename (fixture->folder, "plan.xml", NULL);

  export.plan = remit_test_add_plan (store, "Fraud");
  remit_test_add_team (store, export.plan, "Scoring");
  remit_test_write_key (key_file, key, NULL);
  signing = remit_signing_key_load (key_file, NULL, NULL, NULL);
  g_assert_nonnull (signing);
  export.key = signing;
  g_assert_true (remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), &export,
                                       path, NULL));
  EVP_PKEY_free (key);
  return path;
}

static void
test_unknown (RemitTestWindow *fixture,
              gconstpointer data)
{
  g_autofree char *path = write_signed (fixture);
  RemitImportDialog *dialog = import_test_begin (fixture, path);

  import_test_wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "the signer is unknown"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Import"));
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_TEAM), ==, 1);
}

/* What was changed is imported only when one says so in sight of that. */
static void
test_changed (RemitTestWindow *fixture,
              gconstpointer data)
{
  g_autofree char *path = write_signed (fixture);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  RemitImportDialog *dialog;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "Scoring", "Storing", 0), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
  dialog = import_test_begin (fixture, path);
  import_test_wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "was changed after it was signed"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Import Anyway"));
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_TEAM), ==, 0);
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_TEAM), ==, 1);
}

static void
add_tests (void)
{
  g_test_add ("/app/import-signed/unknown", RemitTestWindow, NULL, remit_test_window_set_up,
              test_unknown, remit_test_window_tear_down);
  g_test_add ("/app/import-signed/changed", RemitTestWindow, NULL, remit_test_window_set_up,
              test_changed, remit_test_window_tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
