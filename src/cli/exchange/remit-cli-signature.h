/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs share that sign plans, or read signed ones. */
#pragma once

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "exchange/remit-exporter.h"
#include "remit-cli.h"

extern char **remit_cli_signers;
extern char *remit_cli_sign_key;
extern char *remit_cli_sign_certificate;
extern char *remit_cli_sign_password;

/** The option of verbs that check signatures. */
#define REMIT_CLI_SIGNER_OPTION \
  { "signer", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &remit_cli_signers, \
    N_ ("Also trust the signatures of this certificate or public key"), N_ ("FILE") }

/** The options of verbs that sign. */
#define REMIT_CLI_SIGN_OPTIONS \
  { "sign", 0, 0, G_OPTION_ARG_FILENAME, &remit_cli_sign_key, \
    N_ ("For xml: sign the plan with this private key (PEM or PKCS #12)"), N_ ("KEY") }, \
  { "certificate", 0, 0, G_OPTION_ARG_FILENAME, &remit_cli_sign_certificate, \
    N_ ("Certificate of the key, if it is in another file (PEM)"), N_ ("FILE") }, \
  { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &remit_cli_sign_password, \
    N_ ("File with the password of the key in its first line"), N_ ("FILE") }

/**
 * remit_cli_signing_key_load:
 * @key: (out) (transfer full) (nullable): the key that the options name, if they name one
 *
 * Returns: %FALSE with @error set if there is something wrong with them, or with the key
 */
gboolean remit_cli_signing_key_load (const RemitExporter *exporter,
                                     RemitSigningKey **key,
                                     GError **error);

/** Sets the member "signature". @verdict: (nullable) */
void remit_cli_signature_set (JsonObject *object,
                              const RemitSignatureVerdict *verdict);
