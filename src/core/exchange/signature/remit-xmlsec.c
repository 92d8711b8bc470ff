/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What signing and checking share of xmlsec and OpenSSL. */
#include "remit-xmlsec.h"

#include <glib/gi18n-lib.h>
#include <openssl/pem.h>
#include <openssl/evp.h>
#include <string.h>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/openssl/evp.h>
#include <xmlsec/openssl/x509.h>
#include <xmlsec/xmlsec.h>

/* The least that NIST SP 800-57 part 1 takes for new signatures. */
#define MIN_RSA_BITS 2048
#define MIN_EC_BITS 256

/* So many characters of a name that anybody could write are shown. */
#define MAX_NAME 80

static void
ignore_error (const char *file G_GNUC_UNUSED,
              int line G_GNUC_UNUSED,
              const char *function G_GNUC_UNUSED,
              const char *object G_GNUC_UNUSED,
              const char *subject G_GNUC_UNUSED,
              int reason G_GNUC_UNUSED,
              const char *message G_GNUC_UNUSED)
{
}

static gpointer
init (gpointer data G_GNUC_UNUSED)
{
  gboolean is_ready;

  xmlInitParser ();
  is_ready = xmlSecInit () >= 0 && xmlSecCheckVersion () == 1 && xmlSecCryptoAppInit (NULL) >= 0
             && xmlSecCryptoInit () >= 0;
  xmlSecErrorsSetCallback (ignore_error); /* they have set it to their own */
  return GINT_TO_POINTER (is_ready);
}

gboolean
remit_xmlsec_init (GError **error)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, init, NULL) != NULL
         || remit_exchange_refuse (error, _ ("The library for signatures does not work here. "
                                             "Install xmlsec with OpenSSL."));
}

EVP_PKEY *
remit_xmlsec_get_public (xmlSecKey *key)
{
  return xmlSecOpenSSLEvpKeyDataGetEvp (xmlSecKeyGetValue (key));
}

X509 *
remit_xmlsec_get_certificate (xmlSecKey *key)
{
  xmlSecKeyData *data = xmlSecKeyGetData (key, xmlSecOpenSSLKeyDataX509Id);
  EVP_PKEY *public_key = remit_xmlsec_get_public (key);
  xmlSecSize n = data != NULL ? xmlSecOpenSSLKeyDataX509GetCertsSize (data) : 0;

  for (xmlSecSize i = 0; public_key != NULL && i < n; i++)
    {
      X509 *certificate = xmlSecOpenSSLKeyDataX509GetCert (data, i);

      if (EVP_PKEY_eq (X509_get0_pubkey (certificate), public_key) == 1)
        return certificate;
    }
  return NULL;
}

gboolean
remit_xmlsec_has_certificates (xmlSecKey *key)
{
  xmlSecKeyData *data = xmlSecKeyGetData (key, xmlSecOpenSSLKeyDataX509Id);

  return data != NULL && xmlSecOpenSSLKeyDataX509GetCertsSize (data) > 0;
}

char *
remit_xmlsec_dup_fingerprint (EVP_PKEY *key)
{
  unsigned char *bytes = NULL;
  int length = i2d_PUBKEY (key, &bytes);
  char *fingerprint = length > 0 ? g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes,
                                                                (gsize) length)
                                 : g_strdup ("");

  OPENSSL_free (bytes);
  return fingerprint;
}

static char *
dup_line (const char *text,
          gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  GString *line = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p != '\0' && n < MAX_NAME; p = g_utf8_next_char (p), n++)
    g_string_append_unichar (line, g_unichar_isprint (g_utf8_get_char (p)) ? g_utf8_get_char (p)
                                                                            : ' ');
  return g_strstrip (g_string_free (line, FALSE));
}

static char *
dup_part (const X509_NAME *name,
          int part)
{
  int index = X509_NAME_get_index_by_NID (name, part, -1);
  unsigned char *text = NULL;
  char *line = NULL;
  int length;

  if (index < 0)
    return NULL;
  length = ASN1_STRING_to_UTF8 (&text,
                                X509_NAME_ENTRY_get_data (X509_NAME_get_entry (name, index)));
  if (length > 0)
    line = dup_line ((const char *) text, (gsize) length);
  OPENSSL_free (text);
  if (line != NULL && *line == '\0')
    g_clear_pointer (&line, g_free);
  return line;
}

char *
remit_xmlsec_dup_subject (X509 *certificate)
{
  static const int parts[] = { NID_commonName, NID_pkcs9_emailAddress, NID_organizationName };
  const X509_NAME *name = X509_get_subject_name (certificate);
  char *subject = NULL;

  for (guint i = 0; subject == NULL && i < G_N_ELEMENTS (parts); i++)
    subject = dup_part (name, parts[i]);
  return subject;
}

const char *
remit_xmlsec_find_weakness (EVP_PKEY *key)
{
  int kind = EVP_PKEY_get_base_id (key);

  if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
    return _ ("the key is neither RSA nor ECDSA.");
  if (EVP_PKEY_get_bits (key) < (kind == EVP_PKEY_RSA ? MIN_RSA_BITS : MIN_EC_BITS))
    return _ ("the key is too short; RSA needs 2048 bits, ECDSA 256.");
  return NULL;
}

char *
remit_xmlsec_dup_pem (X509 *certificate)
{
  BIO *memory = BIO_new (BIO_s_mem ());
  char *text = NULL;

  if (memory != NULL && PEM_write_bio_X509 (memory, certificate) == 1)
    {
      char *bytes;
      long length = BIO_get_mem_data (memory, &bytes);

      text = g_strndup (bytes, (gsize) length);
    }
  BIO_free (memory);
  return text;
}
