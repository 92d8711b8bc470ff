/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signed plans on the command line. */
#include <string.h>

#include "remit-cli-test.h"
#include "remit-test-keys.h"

/* Writes a key of Ada's, with its certificate. */
static void
write_key (CliTest *self)
{
  EVP_PKEY *key = remit_test_key_new (0);
  X509 *certificate = remit_test_certificate_new ("Ada Lovelace", key, NULL, NULL, 30);

  remit_test_write_key (cli_test_file (self, "key.pem"), key, NULL);
  remit_test_write_key (cli_test_file (self, "secret.pem"), key, "pass phrase");
  remit_test_write_certificate (cli_test_file (self, "ada.crt"), certificate);
  X509_free (certificate);
  EVP_PKEY_free (key);
}

static void
sign (CliTest *self)
{
  write_key (self);
  cli_test_fill (self);
  g_assert_cmpint (cli_test_run (self, "export", "Fraud", "--sign", cli_test_file (self, "key.pem"),
                                 "--certificate", cli_test_file (self, "ada.crt"), "--output",
                                 cli_test_file (self, "plan.xml"), NULL),
                   ==, 0);
}

static void
test_verify (CliTest *self,
             gconstpointer data)
{
  const char *plan = cli_test_file (self, "plan.xml");
  const char *certificate = cli_test_file (self, "ada.crt");
  JsonObject *object;

  sign (self);
  g_assert_cmpint (cli_test_run (self, "verify", plan, NULL), ==, 1);
  cli_test_assert_output (self, "the signer is not trusted: “Ada Lovelace”");
  object = cli_test_run_json (self, "verify", plan, "--signer", certificate, NULL);
  g_assert_cmpstr (json_object_get_string_member (object, "signature"), ==, "valid");
  g_assert_cmpstr (json_object_get_string_member (object, "signer"), ==, "Ada Lovelace");

  remit_test_replace (plan, "name=\"Fraud", "name=\"Fraut");
  g_assert_cmpint (cli_test_run (self, "verify", plan, "--signer", certificate, NULL), ==, 1);
  cli_test_assert_output (self, "was changed after “Ada Lovelace” signed it");
  cli_test_run (self, "verify", cli_test_file (self, "none.xml"), NULL);
  cli_test_assert_refused (self, 3, "none.xml");
  cli_test_run (self, "verify", cli_test_file (self, "key.pem"), NULL);
  cli_test_assert_refused (self, 3, "not well-formed XML");
  cli_test_run (self, "verify", plan, "--signer", plan, NULL);
  cli_test_assert_refused (self, 3, "not a certificate or public key");
}

static void
test_signers (CliTest *self,
              gconstpointer data)
{
  const char *plan = cli_test_file (self, "plan.xml");
  JsonObject *object;

  sign (self);
  g_assert_cmpint (cli_test_run (self, "signer", "list", NULL), ==, 0);
  cli_test_assert_output (self, "No signers are trusted.");
  g_assert_cmpint (cli_test_run (self, "signer", "add", cli_test_file (self, "ada.crt"), NULL), ==,
                   0);
  object = cli_test_run_json (self, "signer", "list", NULL);
  g_assert_cmpstr (cli_test_first (object, "signers", "name"), ==, "Ada Lovelace");
  g_assert_cmpint (cli_test_run (self, "verify", plan, NULL), ==, 0);
  cli_test_run (self, "signer", "remove", "Ben", NULL);
  cli_test_assert_refused (self, 3, "“Ben”");
  g_assert_cmpint (cli_test_run (self, "signer", "remove", "Ada Lovelace", NULL), ==, 0);
  g_assert_cmpint (cli_test_run (self, "verify", plan, NULL), ==, 1);
}

static void
test_import (CliTest *self,
             gconstpointer data)
{
  const char *plan = cli_test_file (self, "plan.xml");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  JsonObject *object;
  JsonObject *signature;

  sign (self);
  object = cli_test_run_json (self, "import", plan, NULL);
  signature = json_object_get_object_member (object, "signature");
  g_assert_cmpstr (json_object_get_string_member (signature, "signature"), ==, "unknown");
  g_assert_true (json_object_get_boolean_member (object, "contained"));
  remit_test_replace (plan, "name=\"Fraud", "name=\"Fraut");
  before = cli_test_dump (self);
  cli_test_run (self, "import", plan, NULL);
  cli_test_assert_refused (self, 3, "--allow-changed");
  after = cli_test_dump (self);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (cli_test_run (self, "import", plan, "--allow-changed", NULL), ==, 0);
  cli_test_assert_output (self, "was changed after it was signed");
}

static void
refuse (CliTest *self,
        int status,
        const char *words,
        const char *option,
        const char *value,
        const char *format)
{
  cli_test_run (self, "export", "Fraud", option, value, "--format", format, NULL);
  cli_test_assert_refused (self, status, words);
}

static void
test_refused (CliTest *self,
              gconstpointer data)
{
  const char *key = cli_test_file (self, "key.pem");
  const char *secret = cli_test_file (self, "secret.pem");
  const char *password = cli_test_write (self, "password", "pass phrase\n");
  const char *wrong = cli_test_write (self, "wrong", "something else");

  sign (self);
  refuse (self, 2, "--sign needs the format xml", "--sign", key, "html");
  refuse (self, 2, "need --sign", "--certificate", key, "xml");
  refuse (self, 3, "no private key", "--sign", cli_test_file (self, "ada.crt"), "xml");
  refuse (self, 3, "--password-file", "--sign", secret, "xml");
  cli_test_run (self, "export", "Fraud", "--sign", secret, "--password-file", wrong, NULL);
  cli_test_assert_refused (self, 3, "Wrong password");
  g_assert_cmpint (cli_test_run (self, "export", "Fraud", "--sign", secret, "--password-file",
                                 password, NULL),
                   ==, 0);
  cli_test_assert_output (self, "<SignatureValue>");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  cli_test_add ("/cli/signatures/verify", test_verify);
  cli_test_add ("/cli/signatures/signers", test_signers);
  cli_test_add ("/cli/signatures/import", test_import);
  cli_test_add ("/cli/signatures/refused", test_refused);
  return g_test_run ();
}
