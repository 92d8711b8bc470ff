/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key with which one signs plans. */
#include "remit-signing-key.h"

#include <glib/gi18n-lib.h>
#include <openssl/evp.h>
#include <string.h>
#include <xmlsec/crypto.h>
#include <xmlsec/templates.h>
#include <xmlsec/xmldsig.h>

#include "remit-xmlsec.h"

struct _RemitSigningKey {
  xmlSecKey *key;
};

/* A password, and whether it was asked for. */
typedef struct {
  const char *password;
  gboolean is_asked;
} Password;

static int
on_password (char *buffer,
             int size,
             int is_writing G_GNUC_UNUSED,
             void *data)
{
  Password *self = data;
  gsize length = self->password != NULL ? strlen (self->password) : 0;

  self->is_asked = TRUE;
  if (self->password == NULL || length > (gsize) size)
    return -1;
  memcpy (buffer, self->password, length);
  return (int) length;
}

static gboolean
refuse_password (const char *path,
                 const Password *password,
                 GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_PASSWORD,
               password->password != NULL ? _ ("Wrong password for “%s”")
                                          : _ ("“%s” needs a password"),
               shown);
  return FALSE;
}

/* PKCS #12 is a sequence in DER. Whether its password was wrong, or the file is broken, cannot be
 * told. */
static gboolean
read_key (RemitSigningKey *self,
          const char *path,
          const char *bytes,
          gsize length,
          Password *password,
          GError **error)
{
  gboolean is_package = length > 0 && bytes[0] == 0x30;
  g_autofree char *shown = g_filename_display_name (path);

  if (is_package)
    password->is_asked = TRUE;
  else if (strstr (bytes, "PRIVATE KEY-----") == NULL)
    return remit_exchange_refuse (error,
                                  _ ("“%s” has no private key. Use a key in PEM or PKCS #12 "
                                     "format."),
                                  shown);
  self->key = xmlSecCryptoAppKeyLoadMemory (
    (const xmlSecByte *) bytes, (xmlSecSize) length,
    is_package ? xmlSecKeyDataFormatPkcs12 : xmlSecKeyDataFormatPem,
    is_package ? (password->password != NULL ? password->password : "") : NULL,
    (void *) on_password, password);
  if (self->key != NULL)
    return TRUE;
  if (password->is_asked)
    return refuse_password (path, password, error);
  return remit_exchange_refuse (error,
                                _ ("The key in “%s” cannot be read. Use an RSA or ECDSA key."),
                                shown);
}

static gboolean
read_certificate (RemitSigningKey *self,
                  const char *path,
                  const char *bytes,
                  gsize length,
                  GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  return xmlSecCryptoAppKeyCertLoadMemory (self->key, (const xmlSecByte *) bytes,
                                           (xmlSecSize) length, xmlSecKeyDataFormatPem)
           >= 0
         || remit_exchange_refuse (error, _ ("“%s” has no certificate in PEM format"), shown);
}

/* xmlsec takes any certificate for any key, and its reader would then check with another key. */
static gboolean
check_key (RemitSigningKey *self,
           const char *path,
           GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  EVP_PKEY *key = remit_xmlsec_get_public (self->key);
  const char *weakness = key != NULL ? remit_xmlsec_find_weakness (key)
                                     : _ ("the key is neither RSA nor ECDSA.");

  if (weakness != NULL)
    /* Translators: the name of a file, and a reason, which ends with a period */
    return remit_exchange_refuse (error, _ ("“%s”: %s"), shown, weakness);
  if (remit_xmlsec_has_certificates (self->key)
      && remit_xmlsec_get_certificate (self->key) == NULL)
    return remit_exchange_refuse (error, _ ("The certificate is not for the key in “%s”"), shown);
  return TRUE;
}

RemitSigningKey *
remit_signing_key_load (const char *path,
                        const char *certificate,
                        const char *password,
                        GError **error)
{
  g_autoptr (RemitSigningKey) self = NULL;
  Password secret = { password, FALSE };
  g_autofree char *bytes = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!remit_xmlsec_init (error))
    return NULL;
  self = g_new0 (RemitSigningKey, 1);
  bytes = remit_exchange_load (path, REMIT_XMLSEC_MAX_FILE, &length, error);
  if (bytes == NULL || !read_key (self, path, bytes, length, &secret, error))
    return NULL;
  if (certificate != NULL)
    {
      g_autofree char *other = remit_exchange_load (certificate, REMIT_XMLSEC_MAX_FILE, &length,
                                                     error);

      if (other == NULL || !read_certificate (self, certificate, other, length, error))
        return NULL;
    }
  else if (strstr (bytes, "-----BEGIN CERTIFICATE") != NULL
           && !read_certificate (self, path, strstr (bytes, "-----BEGIN CERTIFICATE"),
                                 strlen (strstr (bytes, "-----BEGIN CERTIFICATE")), error))
    return NULL;
  return check_key (self, path, error) ? g_steal_pointer (&self) : NULL;
}

void
remit_signing_key_free (RemitSigningKey *self)
{
  if (self->key != NULL)
    xmlSecKeyDestroy (self->key);
  g_free (self);
}

/* A certificate says whose the key is; without one there is the key. */
static gboolean
add_key (const RemitSigningKey *self,
         xmlNode *signature)
{
  gboolean is_rsa = EVP_PKEY_get_base_id (remit_xmlsec_get_public (self->key)) == EVP_PKEY_RSA;
  xmlNode *info;

  if (remit_xmlsec_get_certificate (self->key) == NULL && !is_rsa)
    return TRUE; /* xmlsec 1.2 writes no ECDSA keys */
  info = xmlSecTmplSignatureEnsureKeyInfo (signature, NULL);
  if (info == NULL)
    return FALSE;
  if (remit_xmlsec_get_certificate (self->key) == NULL)
    return xmlSecTmplKeyInfoAddKeyValue (info) != NULL;
  info = xmlSecTmplKeyInfoAddX509Data (info);
  return info != NULL && xmlSecTmplX509DataAddCertificate (info) != NULL;
}

static xmlNode *
add_template (const RemitSigningKey *self,
              xmlDoc *document)
{
  gboolean is_rsa = EVP_PKEY_get_base_id (remit_xmlsec_get_public (self->key)) == EVP_PKEY_RSA;
  xmlNode *signature = xmlSecTmplSignatureCreate (document, xmlSecTransformExclC14NId,
                                                  is_rsa ? xmlSecTransformRsaSha256Id
                                                         : xmlSecTransformEcdsaSha256Id,
                                                  NULL);
  xmlNode *reference;

  if (signature == NULL)
    return NULL;
  xmlAddChild (xmlDocGetRootElement (document), signature);
  reference = xmlSecTmplSignatureAddReference (signature, xmlSecTransformSha256Id, NULL,
                                               BAD_CAST "", NULL);
  return reference != NULL
             && xmlSecTmplReferenceAddTransform (reference, xmlSecTransformEnvelopedId) != NULL
             && xmlSecTmplReferenceAddTransform (reference, xmlSecTransformExclC14NId) != NULL
             && add_key (self, signature)
           ? signature
           : NULL;
}

gboolean
remit_signing_key_sign (const RemitSigningKey *self,
                        xmlDoc *document,
                        GError **error)
{
  xmlNode *signature = add_template (self, document);
  xmlSecDSigCtx *context = signature != NULL ? xmlSecDSigCtxCreate (NULL) : NULL;
  gboolean done = FALSE;

  if (context != NULL)
    {
      context->signKey = xmlSecKeyDuplicate (self->key);
      done = context->signKey != NULL && xmlSecDSigCtxSign (context, signature) >= 0;
      xmlSecDSigCtxDestroy (context);
    }
  return done || remit_exchange_refuse (error, _ ("The plan cannot be signed with this key"));
}
