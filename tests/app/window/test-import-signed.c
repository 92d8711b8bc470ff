/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing signed plans: what the preview says of them, and what was changed since. */
#include "exchange/remit-exporter.h"
#include "exchange/remit-import-preface.h"
#include "exchange/signature/remit-signers.h"
#include "remit-import-test.h"
#include "remit-test-keys.h"

/* Writes a plan of another workspace, signed. @owner: (nullable): of a certificate of the key.
 * Returns: its path */
static char *
write_signed (RemitTestWindow *fixture,
              const char *owner)
{
  g_autofree char *workspace = g_build_filename (fixture->folder, "other.remit", NULL);
  g_autofree char *key_file = g_build_filename (fixture->folder, "key.pem", NULL);
  g_autofree char *certificate_file = g_build_filename (fixture->folder, "certificate.pem", NULL);
  g_autoptr (RemitStore) store = remit_test_open_new (workspace);
  EVP_PKEY *key = remit_test_key_new (2048);
  RemitExport export = { .store = store };
  g_autoptr (RemitSigningKey) signing = NULL;
  char *path = g_build_filename (fixture->folder, "plan.xml", NULL);

  export.plan = remit_test_add_plan (store, "Fraud");
  remit_test_add_team (store, export.plan, "Scoring");
  remit_test_write_key (key_file, key, NULL);
  if (owner != NULL)
    {
      X509 *certificate = remit_test_certificate_new (owner, key, NULL, NULL, 30);

      remit_test_write_certificate (certificate_file, certificate);
      X509_free (certificate);
    }
  signing = remit_signing_key_load (key_file, owner != NULL ? certificate_file : NULL, NULL, NULL);
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
  g_autofree char *path = write_signed (fixture, NULL);
  RemitImportDialog *dialog = import_test_begin (fixture, path);

  import_test_wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "the signer is unknown"));
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "Import"));
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
  g_assert_cmpint (import_test_count (fixture, REMIT_KIND_TEAM), ==, 1);
}

static GtkWidget *
find_trust_button (RemitImportDialog *dialog)
{
  GtkWidget *preface = remit_test_find (GTK_WIDGET (dialog), REMIT_TYPE_IMPORT_PREFACE);

  return remit_test_find (preface, GTK_TYPE_BUTTON);
}

/* Whoever has compared the fingerprint can trust the certificate of the file, and the preview says
 * so; without one there is nothing to trust. */
static void
test_trusted (RemitTestWindow *fixture,
              gconstpointer data)
{
  g_autofree char *path = write_signed (fixture, "Mira Lind");
  RemitImportDialog *dialog = import_test_begin (fixture, path);
  g_autoptr (GPtrArray) signers = NULL;
  const RemitSigner *signer;
  GtkWidget *question;

  import_test_wait_for_step (dialog, "preview");
  g_assert_true (remit_test_shows (GTK_WIDGET (dialog), "but the signer is not trusted"));
  g_signal_emit_by_name (find_trust_button (dialog), "clicked");
  question = GTK_WIDGET (remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (question)), ==,
                   "Trust “Mira Lind”?");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "trust");
  gtk_window_destroy (GTK_WINDOW (question));
  remit_test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
  remit_test_wait_for_text (GTK_WIDGET (dialog), "The plan is signed by “Mira Lind”");
  import_test_wait_for_step (dialog, "preview");
  g_assert_false (gtk_widget_get_mapped (find_trust_button (dialog)));
  signers = remit_signers_list ();
  g_assert_cmpuint (signers->len, ==, 1);
  signer = signers->pdata[0];
  g_assert_cmpstr (signer->name, ==, "Mira Lind");
  g_assert_true (remit_signers_remove (signer->fingerprint, NULL));
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
}

static void
test_no_certificate (RemitTestWindow *fixture,
                     gconstpointer data)
{
  g_autofree char *path = write_signed (fixture, NULL);
  RemitImportDialog *dialog = import_test_begin (fixture, path);

  import_test_wait_for_step (dialog, "preview");
  g_assert_false (gtk_widget_get_mapped (find_trust_button (dialog)));
  import_test_go_on (dialog, "result");
  import_test_end (dialog);
}

/* What was changed is imported only when one says so in sight of that. */
static void
test_changed (RemitTestWindow *fixture,
              gconstpointer data)
{
  g_autofree char *path = write_signed (fixture, NULL);
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
  g_test_add ("/app/import-signed/trusted", RemitTestWindow, NULL, remit_test_window_set_up,
              test_trusted, remit_test_window_tear_down);
  g_test_add ("/app/import-signed/no-certificate", RemitTestWindow, NULL, remit_test_window_set_up,
              test_no_certificate, remit_test_window_tear_down);
  g_test_add ("/app/import-signed/changed", RemitTestWindow, NULL, remit_test_window_set_up,
              test_changed, remit_test_window_tear_down);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
