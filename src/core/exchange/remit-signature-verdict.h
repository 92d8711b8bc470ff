/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found of a signature. */
#pragma once

#include <glib.h>

/**
 * RemitSignatureState:
 * @REMIT_SIGNATURE_NONE: the plan is not signed
 * @REMIT_SIGNATURE_VALID: signed by somebody who is trusted, and not changed since
 * @REMIT_SIGNATURE_UNKNOWN: signed by somebody who is not; not changed since, if its key is in the
 *   file
 * @REMIT_SIGNATURE_CHANGED: the plan is not what was signed
 * @REMIT_SIGNATURE_REFUSED: the signature is of another form than the one above
 */
typedef enum {
  REMIT_SIGNATURE_NONE,
  REMIT_SIGNATURE_VALID,
  REMIT_SIGNATURE_UNKNOWN,
  REMIT_SIGNATURE_CHANGED,
  REMIT_SIGNATURE_REFUSED,
  REMIT_N_SIGNATURE_STATES
} RemitSignatureState;

/** Their names for programs, ending with %NULL: "none", "valid"… */
extern const char *const remit_signature_state_nicks[REMIT_N_SIGNATURE_STATES + 1];

/**
 * RemitSignatureVerdict:
 * @signer: (nullable): who signed: for somebody trusted as they are called here, else as the
 *   certificate in the file says, which anybody can write
 * @fingerprint: (nullable): the SHA-256 of the public key, in hexadecimal digits, if it is known
 * @certificate: (nullable): in PEM, of a signer who is not known, as it is in the file
 * @reason: (nullable): translated: why the form is refused
 */
typedef struct {
  RemitSignatureState state;
  char *signer;
  char *fingerprint;
  char *certificate;
  char *reason;
} RemitSignatureVerdict;

void remit_signature_verdict_free (RemitSignatureVerdict *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitSignatureVerdict, remit_signature_verdict_free)

/** Returns: whether the plan may be what somebody else than its signer made of it */
gboolean remit_signature_verdict_is_bad (const RemitSignatureVerdict *self);

/** Returns: (transfer full): the verdict in one sentence or two, translated */
char *remit_signature_verdict_dup_sentence (const RemitSignatureVerdict *self);
