/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace with a small plan, keys and certificates, for tests of signatures. */
#include "signed-plan.h"

#include "exchange/remit-exporter.h"
#include "model/remit-entities.h"

/* Returns: (transfer full): a key that all tests share, since it takes a while to make one */
static EVP_PKEY *
get_key (void)
{
  static EVP_PKEY *key;

  if (key == NULL)
    key = remit_test_key_new (2048);
  EVP_PKEY_up_ref (key);
  return key;
}

void
signed_plan_set_up (SignedPlan *self,
                    gconstpointer data)
{
  g_autofree char *workspace = NULL;
  gint64 role, team, slot;

  self->folder = remit_test_make_folder ();
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->path = g_build_filename (self->folder, "plan.xml", NULL);
  workspace = g_build_filename (self->folder, "test.remit", NULL);
  self->store = remit_test_open_new (workspace);
  self->plan = remit_test_add_plan (self->store, "Fraud & more <x>\n\r\tline");
  role = remit_test_add_role (self->store, "ml-engineer", "ML engineer");
  team = remit_test_add_team (self->store, self->plan, "Scoring “é”");
  slot = remit_test_add_slot (self->store, self->plan, team, role);
  remit_test_add_assignment (self->store, self->plan, slot,
                             remit_test_add_person (self->store, "Umar Dlamini"), 60);
  self->key = get_key ();
  self->certificate = remit_test_certificate_new ("Ada Lovelace", self->key, NULL, NULL, 30);
}

void
signed_plan_tear_down (SignedPlan *self,
                       gconstpointer data)
{
  g_assert_finalize_object (self->store);
  EVP_PKEY_free (self->key);
  X509_free (self->certificate);
  g_ptr_array_unref (self->files);
  g_free (self->path);
  remit_test_remove_folder (self->folder);
}

const char *
signed_plan_file (SignedPlan *self,
                  const char *name)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_ptr_array_add (self->files, path);
  return path;
}

void
signed_plan_write (SignedPlan *self,
                   EVP_PKEY *key,
                   X509 *certificate)
{
  g_autoptr (RemitSigningKey) signing = NULL;
  g_autoptr (GError) error = NULL;
  const char *key_file = signed_plan_file (self, "key.pem");
  const char *certificate_file = signed_plan_file (self, "certificate.pem");
  RemitExport export = { .store = self->store, .plan = self->plan };

  remit_test_write_key (key_file, key, NULL);
  if (certificate != NULL)
    remit_test_write_certificate (certificate_file, certificate);
  signing = remit_signing_key_load (key_file, certificate != NULL ? certificate_file : NULL, NULL,
                                    &error);
  g_assert_no_error (error);
  export.key = signing;
  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), &export, self->path,
                        &error);
  g_assert_no_error (error);
}

const char *
signed_plan_write_certificate (SignedPlan *self)
{
  const char *path = signed_plan_file (self, "ada.crt");

  remit_test_write_certificate (path, self->certificate);
  return path;
}

RemitSignatureVerdict *
signed_plan_check (SignedPlan *self,
                   const char *signer)
{
  const char *const signers[] = { signer, NULL };
  g_autoptr (GError) error = NULL;
  RemitSignatureVerdict *verdict = remit_signature_check (self->path, signers, &error);

  g_assert_no_error (error);
  return verdict;
}

void
signed_plan_assert (SignedPlan *self,
                    const char *signer,
                    RemitSignatureState state,
                    const char *name)
{
  g_autoptr (RemitSignatureVerdict) verdict = signed_plan_check (self, signer);

  g_assert_cmpstr (remit_signature_state_nicks[verdict->state], ==,
                   remit_signature_state_nicks[state]);
  g_assert_cmpstr (verdict->signer, ==, name);
}
