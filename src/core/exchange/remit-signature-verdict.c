/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found of a signature, in words. */
#include "remit-signature-verdict.h"

#include <glib/gi18n-lib.h>

const char *const remit_signature_state_nicks[REMIT_N_SIGNATURE_STATES + 1] = {
  [REMIT_SIGNATURE_NONE] = "none",       [REMIT_SIGNATURE_VALID] = "valid",
  [REMIT_SIGNATURE_UNKNOWN] = "unknown", [REMIT_SIGNATURE_CHANGED] = "changed",
  [REMIT_SIGNATURE_REFUSED] = "refused",
};

void
remit_signature_verdict_free (RemitSignatureVerdict *self)
{
  g_free (self->signer);
  g_free (self->fingerprint);
  g_free (self->certificate);
  g_free (self->reason);
  g_free (self);
}

gboolean
remit_signature_verdict_is_bad (const RemitSignatureVerdict *self)
{
  return self->state == REMIT_SIGNATURE_CHANGED || self->state == REMIT_SIGNATURE_REFUSED;
}

/* What one reads out when one asks the signer whether it is their key. */
static char *
dup_unknown (const RemitSignatureVerdict *self)
{
  if (self->fingerprint == NULL)
    return g_strdup (_ ("The plan has a signature, but it cannot be checked: the key is not in the "
                        "file, and not among the trusted signers."));
  if (self->signer == NULL)
    /* Translators: hexadecimal digits */
    return g_strdup_printf (_ ("The plan has not changed since it was signed, but the signer is "
                               "unknown. Fingerprint of the key: %s"),
                            self->fingerprint);
  /* Translators: a name, and hexadecimal digits */
  return g_strdup_printf (_ ("The plan has not changed since it was signed, but the signer is not "
                             "trusted: “%s”, by the file itself. Fingerprint of the key: %s"),
                          self->signer, self->fingerprint);
}

char *
remit_signature_verdict_dup_sentence (const RemitSignatureVerdict *self)
{
  switch (self->state)
    {
    case REMIT_SIGNATURE_VALID:
      /* Translators: a name */
      return g_strdup_printf (_ ("The plan is signed by “%s” and has not changed since."),
                              self->signer);
    case REMIT_SIGNATURE_UNKNOWN:
      return dup_unknown (self);
    case REMIT_SIGNATURE_CHANGED:
      if (self->signer == NULL)
        return g_strdup (_ ("The plan was changed after it was signed."));
      /* Translators: a name */
      return g_strdup_printf (_ ("The plan was changed after “%s” signed it."), self->signer);
    case REMIT_SIGNATURE_REFUSED:
      /* Translators: the reason, which ends with a period */
      return g_strdup_printf (_ ("The signature is not accepted: %s"), self->reason);
    case REMIT_SIGNATURE_NONE:
    case REMIT_N_SIGNATURE_STATES:
    default:
      return g_strdup (_ ("The plan is not signed."));
    }
}
