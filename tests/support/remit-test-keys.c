/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and certificates for tests, made anew in each run. */
#include "remit-test-keys.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <string.h>

#define DAY (24 * 60 * 60L)

EVP_PKEY *
remit_test_key_new (guint bits)
{
  EVP_PKEY *key = bits > 0 ? EVP_RSA_gen (bits) : EVP_EC_gen ("P-256");

  g_assert_nonnull (key);
  return key;
}

static void
let_issue (X509 *certificate)
{
  X509_EXTENSION *extension = X509V3_EXT_conf_nid (NULL, NULL, NID_basic_constraints, "CA:TRUE");

  g_assert_cmpint (X509_add_ext (certificate, extension, -1), ==, 1);
  X509_EXTENSION_free (extension);
}

X509 *
remit_test_certificate_new (const char *name,
                            EVP_PKEY *key,
                            X509 *issuer,
                            EVP_PKEY *issuer_key,
                            int days)
{
  static int serial;
  X509 *certificate = X509_new ();
  X509_NAME *subject = X509_NAME_new ();

  X509_set_version (certificate, X509_VERSION_3);
  ASN1_INTEGER_set (X509_get_serialNumber (certificate), ++serial);
  X509_NAME_add_entry_by_txt (subject, "CN", MBSTRING_UTF8, (const unsigned char *) name, -1, -1,
                              0);
  X509_set_subject_name (certificate, subject);
  X509_set_issuer_name (certificate, issuer != NULL ? X509_get_subject_name (issuer) : subject);
  X509_gmtime_adj (X509_getm_notBefore (certificate), MIN (-1, days - 1) * DAY);
  X509_gmtime_adj (X509_getm_notAfter (certificate), days * DAY);
  X509_set_pubkey (certificate, key);
  if (issuer == NULL)
    let_issue (certificate);
  g_assert_cmpint (X509_sign (certificate, issuer != NULL ? issuer_key : key, EVP_sha256 ()), >, 0);
  X509_NAME_free (subject);
  return certificate;
}

static FILE *
open_file (const char *path)
{
  FILE *file = fopen (path, "wb");

  g_assert_nonnull (file);
  return file;
}

void
remit_test_write_key (const char *path,
                      EVP_PKEY *key,
                      const char *password)
{
  FILE *file = open_file (path);

  g_assert_cmpint (PEM_write_PrivateKey (file, key, password != NULL ? EVP_aes_128_cbc () : NULL,
                                         (const unsigned char *) password,
                                         password != NULL ? (int) strlen (password) : 0, NULL,
                                         NULL),
                   ==, 1);
  fclose (file);
}

void
remit_test_write_public_key (const char *path,
                             EVP_PKEY *key)
{
  FILE *file = open_file (path);

  g_assert_cmpint (PEM_write_PUBKEY (file, key), ==, 1);
  fclose (file);
}

void
remit_test_write_certificate (const char *path,
                              X509 *certificate)
{
  FILE *file = open_file (path);

  g_assert_cmpint (PEM_write_X509 (file, certificate), ==, 1);
  fclose (file);
}

void
remit_test_write_package (const char *path,
                          EVP_PKEY *key,
                          X509 *certificate,
                          const char *password)
{
  PKCS12 *package = PKCS12_create (password, NULL, key, certificate, NULL, 0, 0, 0, 0, 0);
  FILE *file = open_file (path);

  g_assert_nonnull (package);
  g_assert_cmpint (i2d_PKCS12_fp (file, package), ==, 1);
  PKCS12_free (package);
  fclose (file);
}
