/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What signing and checking share of xmlsec and OpenSSL. */
#pragma once

#include <openssl/x509.h>
#include <xmlsec/keys.h>

#include "exchange/remit-exchange.h"

/** Keys and certificates are small; so much of a file is read. */
#define REMIT_XMLSEC_MAX_FILE (1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSecKey, xmlSecKeyDestroy)

/** Makes xmlsec ready, once, and has it say nothing on the standard error. Errors: refused */
gboolean remit_xmlsec_init (GError **error);

/** Returns: (transfer none): the public part of a key */
EVP_PKEY *remit_xmlsec_get_public (xmlSecKey *key);

/** Returns: (transfer none) (nullable): the certificate of a key, of those that are with it */
X509 *remit_xmlsec_get_certificate (xmlSecKey *key);

/** Returns: whether there are certificates with a key, its own or others */
gboolean remit_xmlsec_has_certificates (xmlSecKey *key);

/** Returns: (transfer full): the SHA-256 of a key's public part, in hexadecimal digits */
char *remit_xmlsec_dup_fingerprint (EVP_PKEY *key);

/** Returns: (transfer full) (nullable): whom a certificate is for, in one line */
char *remit_xmlsec_dup_subject (X509 *certificate);

/** Returns: (transfer full) (nullable): a certificate as a text, in PEM */
char *remit_xmlsec_dup_pem (X509 *certificate);

/** Returns: (nullable): translated: why a key is not used: what it is, or how short */
const char *remit_xmlsec_find_weakness (EVP_PKEY *key);
