/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of signatures in the preferences, and of exports that are signed. */
#include <glib/gstdio.h>

#include "exchange/remit-export.h"
#include "exchange/signature/remit-signature.h"
#include "exchange/signature/remit-signers.h"
#include "preferences/remit-preferences.h"
#include "preferences/remit-signatures-group.h"
#include "remit-test-app.h"
#include "remit-test-keys.h"
#include "settings/remit-state-signing.h"

typedef struct {
  RemitTestWindow base;
  char *key_file;
  char *certificate_file;
  char *path;
  EVP_PKEY *key;
} Fixture;

/* What a run that was ended may have left. */
static void
forget_signers (void)
{
  g_autoptr (GPtrArray) signers = remit_signers_list ();

  for (guint i = 0; i < signers->len; i++)
    g_unlink (((RemitSigner *) signers->pdata[i])->path);
}

static void
set_up (Fixture *f,
        gconstpointer data)
{
  X509 *certificate;

  remit_test_window_set_up (&f->base, data);
  f->key_file = g_build_filename (f->base.folder, "key.pem", NULL);
  f->certificate_file = g_build_filename (f->base.folder, "certificate.pem", NULL);
  f->path = g_build_filename (f->base.folder, "plan.xml", NULL);
  f->key = remit_test_key_new (2048);
  certificate = remit_test_certificate_new ("Ada & Co <ada>", f->key, NULL, NULL, 30);
  remit_test_write_certificate (f->certificate_file, certificate);
  X509_free (certificate);
  forget_signers ();
}

static void
tear_down (Fixture *f,
           gconstpointer data)
{
  remit_state_set_signing_file (REMIT_STATE_SIGNING_KEY, NULL);
  remit_state_set_signing_file (REMIT_STATE_SIGNING_CERTIFICATE, NULL);
  EVP_PKEY_free (f->key);
  g_free (f->key_file);
  g_free (f->certificate_file);
  g_free (f->path);
  remit_test_window_tear_down (&f->base, data);
}

static GtkWidget *
open_preferences (Fixture *f)
{
  gtk_widget_activate_action (GTK_WIDGET (f->base.window), "win.preferences", NULL);
  return remit_test_wait_for_window (REMIT_TYPE_PREFERENCES);
}

static void
close_preferences (GtkWidget *preferences)
{
  gtk_window_close (GTK_WINDOW (preferences));
  remit_test_wait_for_no_window (REMIT_TYPE_PREFERENCES);
}

static guint
count_signers (void)
{
  g_autoptr (GPtrArray) signers = remit_signers_list ();

  return signers->len;
}

static void
press (GtkWidget *root,
       const char *tooltip)
{
  GtkWidget *button = remit_test_find_tip (root, tooltip);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  remit_test_settle ();
}

static void
test_signers (Fixture *f,
              gconstpointer data)
{
  GtkWidget *preferences = open_preferences (f);
  RemitSignaturesGroup *group = REMIT_SIGNATURES_GROUP (
    remit_test_find (preferences, REMIT_TYPE_SIGNATURES_GROUP));

  remit_signatures_group_add_signer (group, f->certificate_file);
  remit_test_wait_for_text (preferences, "Ada & Co <ada>");
  remit_test_wait_for_text (preferences, "1 person or organization");
  g_assert_cmpuint (count_signers (), ==, 1);
  press (preferences, "Stop Trusting Ada & Co <ada>");
  g_assert_cmpuint (count_signers (), ==, 0);
  g_assert_false (remit_test_shows (preferences, "Ada & Co <ada>"));
  /* what is none is said, and nothing is trusted */
  remit_test_write_key (f->key_file, f->key, NULL);
  remit_signatures_group_add_signer (group, f->key_file);
  remit_test_wait_for_text (preferences, "key.pem” is not a certificate or public key");
  g_assert_cmpuint (count_signers (), ==, 0);
  close_preferences (preferences);
}

static void
test_key (Fixture *f,
          gconstpointer data)
{
  g_autofree char *key = NULL;
  GtkWidget *preferences;

  remit_state_set_signing_file (REMIT_STATE_SIGNING_KEY, f->key_file);
  preferences = open_preferences (f);
  g_assert_true (remit_test_shows (preferences, f->key_file));
  press (preferences, "Do Not Sign Plans");
  key = remit_state_dup_signing_file (REMIT_STATE_SIGNING_KEY);
  g_assert_null (key);
  g_assert_false (remit_test_shows (preferences, f->key_file));
  close_preferences (preferences);
}

static void
export_plan (Fixture *f)
{
  gint64 plan = remit_test_add_plan (f->base.store, "Fraud");

  remit_test_refresh (f->base.workspace);
  remit_export_write (GTK_WINDOW (f->base.window), f->base.workspace, plan, NULL,
                      remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), REMIT_AUDIENCE_FULL, f->path);
}

static void
assert_signed (Fixture *f)
{
  const char *const signers[] = { f->certificate_file, NULL };
  g_autoptr (RemitSignatureVerdict) verdict = NULL;

  remit_test_wait_until_said (f->base.window, "and signed");
  verdict = remit_signature_check (f->path, signers, NULL);
  g_assert_nonnull (verdict);
  g_assert_cmpint (verdict->state, ==, REMIT_SIGNATURE_VALID);
}

static void
test_export (Fixture *f,
             gconstpointer data)
{
  remit_test_write_key (f->key_file, f->key, NULL);
  remit_state_set_signing_file (REMIT_STATE_SIGNING_KEY, f->key_file);
  remit_state_set_signing_file (REMIT_STATE_SIGNING_CERTIFICATE, f->certificate_file);
  export_plan (f);
  assert_signed (f);
}

/* What takes a while has a dialog as well, which comes and goes.
 *
 * Returns: (transfer none) (nullable): the one that says @reason */
static AdwMessageDialog *
find_question (const char *reason)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window)
          && remit_test_shows (window, reason))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static gboolean
is_asked (gpointer reason)
{
  return find_question (reason) != NULL;
}

/* Returns: (transfer none): the dialog that asks for a password, once it says @reason */
static AdwMessageDialog *
wait_for_question (const char *reason)
{
  remit_test_wait (is_asked, (gpointer) reason);
  return find_question (reason);
}

static void
answer (AdwMessageDialog *dialog,
        const char *password)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);

  gtk_editable_set_text (GTK_EDITABLE (entry), password);
  adw_message_dialog_response (dialog, "sign");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_password (Fixture *f,
               gconstpointer data)
{
  remit_test_write_key (f->key_file, f->key, "pass phrase");
  remit_state_set_signing_file (REMIT_STATE_SIGNING_KEY, f->key_file);
  export_plan (f);
  answer (wait_for_question ("needs a password"), "wrong one");
  answer (wait_for_question ("Wrong password"), "pass phrase");
  assert_signed (f);
}

static void
test_no_password (Fixture *f,
                  gconstpointer data)
{
  AdwMessageDialog *dialog;

  remit_test_write_key (f->key_file, f->key, "pass phrase");
  remit_state_set_signing_file (REMIT_STATE_SIGNING_KEY, f->key_file);
  export_plan (f);
  dialog = wait_for_question ("needs a password");
  adw_message_dialog_response (dialog, "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_settle ();
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
}

/* A key that is gone is no reason to export without a signature. */
static void
test_no_key (Fixture *f,
             gconstpointer data)
{
  remit_state_set_signing_file (REMIT_STATE_SIGNING_KEY, f->key_file);
  export_plan (f);
  remit_test_wait_until_said (f->base.window, "key.pem");
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
}

#define add(path, test) \
  g_test_add ("/app/preferences/signatures/" path, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  add ("signers", test_signers);
  add ("key", test_key);
  add ("export", test_export);
  add ("password", test_password);
  add ("no-password", test_no_password);
  add ("no-key", test_no_key);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
