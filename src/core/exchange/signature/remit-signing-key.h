/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key with which one signs plans. */
#pragma once

#include <libxml/tree.h>

#include "exchange/remit-exchange.h"

typedef struct _RemitSigningKey RemitSigningKey;

/**
 * remit_signing_key_load:
 * @path: a private key (PEM), alone or with its certificate, or both as PKCS #12
 * @certificate: (nullable): a file with the certificate (PEM), if it is not in @path
 * @password: (nullable): for a file that is encrypted
 *
 * Returns: (transfer full): the key, or %NULL with @error set: %REMIT_EXCHANGE_ERROR_UNREADABLE,
 *   %REMIT_EXCHANGE_ERROR_PASSWORD if it is needed or wrong, %REMIT_EXCHANGE_ERROR_REFUSED
 */
RemitSigningKey *remit_signing_key_load (const char *path,
                                         const char *certificate,
                                         const char *password,
                                         GError **error);
void remit_signing_key_free (RemitSigningKey *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitSigningKey, remit_signing_key_free)

/**
 * remit_signing_key_sign:
 * @document: a plan without a signature
 *
 * Adds the signature at its end, in the form of remit-signature.h.
 *
 * Errors: %REMIT_EXCHANGE_ERROR_REFUSED
 */
gboolean remit_signing_key_sign (const RemitSigningKey *self,
                                 xmlDoc *document,
                                 GError **error);
