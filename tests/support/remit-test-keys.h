/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and certificates for tests, made anew in each run. */
#pragma once

#include <glib.h>
#include <openssl/x509.h>

/** Returns: (transfer full): an RSA key of so many bits, or for 0 one on the curve P-256 */
EVP_PKEY *remit_test_key_new (guint bits);

/**
 * remit_test_certificate_new:
 * @name: whom it is for
 * @issuer: (nullable): who issues it with @issuer_key; %NULL for a certificate of one's own, which
 *   may issue others
 * @days: for how long it is valid, from a day before; negative for one that is no longer
 *
 * Returns: (transfer full): a certificate for @key
 */
X509 *remit_test_certificate_new (const char *name,
                                  EVP_PKEY *key,
                                  X509 *issuer,
                                  EVP_PKEY *issuer_key,
                                  int days);

/* Each writes a file. @password: (nullable): which encrypts it */
void remit_test_write_key (const char *path,
                           EVP_PKEY *key,
                           const char *password);
void remit_test_write_public_key (const char *path,
                                  EVP_PKEY *key);
void remit_test_write_certificate (const char *path,
                                   X509 *certificate);
void remit_test_write_package (const char *path,
                               EVP_PKEY *key,
                               X509 *certificate,
                               const char *password);
