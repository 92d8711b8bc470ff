/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose signatures are trusted. */
#include "exchange/signature/remit-signers.h"
#include "signed-plan.h"

static void
test_signers (SignedPlan *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) none = remit_signers_list ();
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (RemitSigner) added = NULL;
  g_autoptr (RemitSigner) twice = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  signed_plan_write (self, self->key, self->certificate);
  added = remit_signers_add (signed_plan_write_certificate (self), &error);
  g_assert_no_error (error);
  twice = remit_signers_add (signed_plan_write_certificate (self), &error);
  g_assert_no_error (error);
  one = remit_signers_list ();
  g_assert_cmpuint (one->len, ==, 1);
  signed_plan_assert (self, NULL, REMIT_SIGNATURE_VALID, "Ada Lovelace");

  /* a private key is nothing that is given away */
  g_assert_null (remit_signers_add (signed_plan_file (self, "key.pem"), &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (remit_signers_remove (added->fingerprint, &error));
  again = remit_signers_list ();
  g_assert_cmpuint (again->len, ==, 0);
  signed_plan_assert (self, NULL, REMIT_SIGNATURE_UNKNOWN, "Ada Lovelace");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/exchange/signature/signers", SignedPlan, NULL, signed_plan_set_up, test_signers,
              signed_plan_tear_down);
  return g_test_run ();
}
