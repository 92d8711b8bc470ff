/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing plans, and saying who did. */
#include "exchange/plan/remit-plan-reader.h"
#include "exchange/remit-exporter.h"
#include "model/remit-entities.h"
#include "signed-plan.h"

static void
test_certificate (SignedPlan *self,
                  gconstpointer data)
{
  const char *certificate = signed_plan_write_certificate (self);

  signed_plan_write (self, self->key, self->certificate);
  signed_plan_assert (self, NULL, REMIT_SIGNATURE_UNKNOWN, "Ada Lovelace");
  signed_plan_assert (self, certificate, REMIT_SIGNATURE_VALID, "Ada Lovelace");
}

/* Keys alone are called as their files are. */
static void
test_keys (SignedPlan *self,
           gconstpointer data)
{
  for (guint bits = 0; bits <= 3072; bits += 3072)
    {
      EVP_PKEY *key = remit_test_key_new (bits);
      const char *file = signed_plan_file (self, "Grace.pem");

      remit_test_write_public_key (file, key);
      signed_plan_write (self, key, NULL);
      signed_plan_assert (self, file, REMIT_SIGNATURE_VALID, "Grace");
      signed_plan_assert (self, NULL, REMIT_SIGNATURE_UNKNOWN, NULL);
      /* somebody else who is trusted is not who signed */
      signed_plan_assert (self, signed_plan_write_certificate (self), REMIT_SIGNATURE_UNKNOWN,
                          NULL);
      EVP_PKEY_free (key);
    }
}

/* A certificate is trusted with whoever issued it, for as long as it says; one's own always. */
static void
test_issued (SignedPlan *self,
             gconstpointer data)
{
  const char *issuer = signed_plan_write_certificate (self);
  const char *own = signed_plan_file (self, "own.crt");
  EVP_PKEY *key = remit_test_key_new (0);
  X509 *good = remit_test_certificate_new ("Cleo", key, self->certificate, self->key, 30);
  X509 *ended = remit_test_certificate_new ("Cleo", key, self->certificate, self->key, -5);
  X509 *false_one = remit_test_certificate_new ("Cleo", key, self->certificate, key, 30);

  signed_plan_write (self, key, good);
  signed_plan_assert (self, issuer, REMIT_SIGNATURE_VALID, "Cleo, certified by Ada Lovelace");
  signed_plan_write (self, key, ended);
  signed_plan_assert (self, issuer, REMIT_SIGNATURE_UNKNOWN, "Cleo");
  remit_test_write_certificate (own, ended);
  signed_plan_assert (self, own, REMIT_SIGNATURE_VALID, "Cleo");
  signed_plan_write (self, key, false_one);
  signed_plan_assert (self, issuer, REMIT_SIGNATURE_UNKNOWN, "Cleo");
  X509_free (good);
  X509_free (ended);
  X509_free (false_one);
  EVP_PKEY_free (key);
}

static void
test_unsigned (SignedPlan *self,
               gconstpointer data)
{
  const RemitExport export = { .store = self->store, .plan = self->plan };

  g_assert_true (remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), &export,
                                       self->path, NULL));
  signed_plan_assert (self, NULL, REMIT_SIGNATURE_NONE, NULL);
}

/* A signed plan is what it is without its signature, for each audience and with a style sheet. */
static void
test_content (SignedPlan *self,
              gconstpointer data)
{
  g_autoptr (RemitSigningKey) key = NULL;
  const char *key_file = signed_plan_file (self, "k.pem");
  const char *certificate = signed_plan_write_certificate (self);

  remit_test_write_key (key_file, self->key, NULL);
  key = remit_signing_key_load (key_file, certificate, NULL, NULL);
  g_assert_nonnull (key);
  for (RemitAudience audience = 0; audience < REMIT_N_AUDIENCES; audience++)
    {
      RemitExport export = { .store = self->store, .plan = self->plan, .audience = audience,
                             .stylesheet = "report" };
      const RemitExporter *xml = remit_exporter_find (REMIT_EXPORT_PLAN, "xml");
      const char *plain_file = signed_plan_file (self, "plain.xml");
      g_autofree char *plain = NULL;
      g_autofree char *text = NULL;
      char *signature;

      g_assert_true (remit_exporter_write (xml, &export, plain_file, NULL));
      export.key = key;
      g_assert_true (remit_exporter_write (xml, &export, self->path, NULL));
      signed_plan_assert (self, certificate, REMIT_SIGNATURE_VALID, "Ada Lovelace");
      g_assert_true (g_file_get_contents (plain_file, &plain, NULL, NULL));
      g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
      signature = strstr (text, "<Signature ");
      g_assert_nonnull (signature);
      *signature = '\0';
      g_assert_true (g_str_has_prefix (plain, text));
    }
}

static void
refuse_key (SignedPlan *self,
            const char *file,
            const char *certificate,
            const char *password,
            RemitExchangeError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_signing_key_load (file, certificate, password, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "“"));
}

static void
take_key (const char *file,
          const char *password)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitSigningKey) key = remit_signing_key_load (file, NULL, password, &error);

  g_assert_no_error (error);
  g_assert_nonnull (key);
}

static void
test_passwords (SignedPlan *self,
                gconstpointer data)
{
  const char *pem = signed_plan_file (self, "k.pem");
  const char *package = signed_plan_file (self, "k.p12");

  remit_test_write_key (pem, self->key, "pass phrase");
  remit_test_write_package (package, self->key, self->certificate, "pass phrase");
  for (guint i = 0; i < 2; i++)
    {
      const char *file = i == 0 ? pem : package;

      refuse_key (self, file, NULL, NULL, REMIT_EXCHANGE_ERROR_PASSWORD);
      refuse_key (self, file, NULL, "Pass phrase", REMIT_EXCHANGE_ERROR_PASSWORD);
      take_key (file, "pass phrase");
    }
  remit_test_write_package (package, self->key, self->certificate, "");
  take_key (package, NULL);
}

static void
test_bad_keys (SignedPlan *self,
               gconstpointer data)
{
  const char *file = signed_plan_file (self, "k.pem");
  const char *certificate = signed_plan_write_certificate (self);
  EVP_PKEY *key = remit_test_key_new (1024);

  remit_test_write_key (file, key, NULL);
  refuse_key (self, file, NULL, NULL, REMIT_EXCHANGE_ERROR_REFUSED);
  EVP_PKEY_free (key);
  key = EVP_PKEY_Q_keygen (NULL, NULL, "ED25519");
  remit_test_write_key (file, key, NULL);
  refuse_key (self, file, NULL, NULL, REMIT_EXCHANGE_ERROR_REFUSED);
  EVP_PKEY_free (key);
  key = remit_test_key_new (0);
  remit_test_write_key (file, key, NULL);
  refuse_key (self, file, certificate, NULL, REMIT_EXCHANGE_ERROR_REFUSED);
  refuse_key (self, file, file, NULL, REMIT_EXCHANGE_ERROR_REFUSED);
  refuse_key (self, certificate, NULL, NULL, REMIT_EXCHANGE_ERROR_REFUSED);
  refuse_key (self, signed_plan_file (self, "none"), NULL, NULL, REMIT_EXCHANGE_ERROR_UNREADABLE);
  refuse_key (self, self->folder, NULL, NULL, REMIT_EXCHANGE_ERROR_UNREADABLE);
  g_assert_true (g_file_set_contents (file, "0", 1, NULL));
  refuse_key (self, file, NULL, NULL, REMIT_EXCHANGE_ERROR_PASSWORD);
  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  refuse_key (self, file, NULL, NULL, REMIT_EXCHANGE_ERROR_REFUSED);
  EVP_PKEY_free (key);
}

/* What the certificate says can be anything. */
static void
test_names (SignedPlan *self,
            gconstpointer data)
{
  X509 *certificate = remit_test_certificate_new ("A\nB “x” \xe2\x80\xae.", self->key, NULL, NULL,
                                                  30);

  signed_plan_write (self, self->key, certificate);
  signed_plan_assert (self, NULL, REMIT_SIGNATURE_UNKNOWN, "A B “x”  .");
  X509_free (certificate);
}

/* ── Importing ────────────────────────────────────────────────────────────────────────────── */

static void
test_import (SignedPlan *self,
             gconstpointer data)
{
  const char *const signers[] = { signed_plan_write_certificate (self), NULL };
  RemitImportOptions options = { .signers = signers };
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (RemitImportResult) shown = NULL;
  g_autoptr (RemitImportResult) taken = NULL;
  g_autoptr (GError) error = NULL;

  signed_plan_write (self, self->key, self->certificate);
  result = remit_plan_read (self->store, self->path, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->signature->state, ==, REMIT_SIGNATURE_VALID);
  g_assert_false (remit_import_result_has_changes (result));

  remit_test_replace (self->path, "allocation=\"60\"", "allocation=\"100\"");
  g_assert_null (remit_plan_read (self->store, self->path, &options, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_SIGNATURE);
  g_clear_error (&error);
  options.dry_run = TRUE;
  shown = remit_plan_read (self->store, self->path, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (shown->signature->state, ==, REMIT_SIGNATURE_CHANGED);
  options.dry_run = FALSE;
  options.allow_changed = TRUE;
  taken = remit_plan_read (self->store, self->path, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (taken->changed[REMIT_KIND_ASSIGNMENT], ==, 1);
}

/* What is within a signature is never taken for a part of the plan. */
static void
test_hidden_plan (SignedPlan *self,
                  gconstpointer data)
{
  RemitImportOptions options = { .allow_changed = TRUE };
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  signed_plan_write (self, self->key, self->certificate);
  remit_test_replace (self->path, "</Signature>",
                      "<Object><people xmlns=\"urn:remit:plan:1\"><person id=\"0123456789abcdef\" "
                      "name=\"Mallory\"/></people><history xmlns=\"urn:remit:plan:1\" length=\"1\" "
                      "head=\"x\"/></Object></Signature>");
  result = remit_plan_read (self->store, self->path, &options, &error);
  g_assert_no_error (error);
  g_assert_false (remit_import_result_has_changes (result));
  g_assert_cmpint (result->signature->state, ==, REMIT_SIGNATURE_REFUSED);
  g_assert_cmpint (result->anchor, ==, REMIT_ANCHOR_KEPT);
}

/* An export says whether the workspace still has the state that it is of. */
static void
test_anchor (SignedPlan *self,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "other.remit", NULL);
  g_autoptr (RemitStore) other = remit_test_open_new (path);
  g_autoptr (RemitImportResult) first = NULL;
  g_autoptr (RemitImportResult) again = NULL;
  g_autoptr (RemitImportResult) own = NULL;

  signed_plan_write (self, self->key, NULL);
  first = remit_plan_read (other, self->path, NULL, NULL);
  g_assert_cmpint (first->anchor, ==, REMIT_ANCHOR_UNKNOWN);
  again = remit_plan_read (other, self->path, NULL, NULL);
  g_assert_cmpint (again->anchor, ==, REMIT_ANCHOR_LOST);
  remit_test_add_person (self->store, "Grace Hopper");
  own = remit_plan_read (self->store, self->path, NULL, NULL);
  g_assert_cmpint (own->anchor, ==, REMIT_ANCHOR_KEPT);
}

#define add(path, test) \
  g_test_add ("/exchange/signature/" path, SignedPlan, NULL, signed_plan_set_up, test, \
              signed_plan_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("certificate", test_certificate);
  add ("keys", test_keys);
  add ("issued", test_issued);
  add ("unsigned", test_unsigned);
  add ("content", test_content);
  add ("passwords", test_passwords);
  add ("bad-keys", test_bad_keys);
  add ("names", test_names);
  add ("import", test_import);
  add ("hidden-plan", test_hidden_plan);
  add ("anchor", test_anchor);
  return g_test_run ();
}
