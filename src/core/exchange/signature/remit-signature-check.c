/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether, and by whom, a plan is signed. */
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xmlsec/crypto.h>
#include <xmlsec/openssl/x509.h>
#include <xmlsec/xmldsig.h>

#include "model/remit-file.h"
#include "remit-signature-form.h"
#include "remit-signature.h"
#include "remit-signers.h"
#include "remit-xmlsec.h"

/* A plan of 100,000 slots has a quarter of this. It is held as a tree, of some times its size. */
#define MAX_SIZE (128 * 1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSecKeysMngr, xmlSecKeysMngrDestroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlSecDSigCtx, xmlSecDSigCtxDestroy)

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

static void
ignore_error (void *data G_GNUC_UNUSED,
              void *error G_GNUC_UNUSED)
{
}

/* Nothing is loaded from anywhere else: neither what a document type names, nor from the
 * network. */
static xmlDoc *
read_quietly (int fd)
{
  xmlStructuredErrorFunc before = xmlStructuredError;
  void *before_data = xmlStructuredErrorContext;
  xmlDoc *document;

  xmlSetStructuredErrorFunc (NULL, (xmlStructuredErrorFunc) (void (*) (void)) ignore_error);
  document = xmlReadFd (fd, NULL, NULL, XML_PARSE_NONET);
  xmlSetStructuredErrorFunc (before_data, before);
  return document;
}

static xmlDoc *
read_document (const char *path,
               GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *shown = g_filename_display_name (path);
  int fd = remit_file_open (path, &cause);
  struct stat info;
  xmlDoc *document;

  if (fd < 0)
    {
      remit_exchange_refuse_file (error, path, cause->message);
      return NULL;
    }
  if (fstat (fd, &info) == 0 && info.st_size > MAX_SIZE)
    {
      close (fd);
      remit_exchange_refuse (error, _ ("“%s” is too large to check its signature"), shown);
      return NULL;
    }
  document = read_quietly (fd);
  close (fd);
  if (document == NULL || xmlDocGetRootElement (document) == NULL)
    {
      g_clear_pointer (&document, xmlFreeDoc);
      remit_exchange_refuse (error, _ ("“%s” is not well-formed XML"), shown);
    }
  return document;
}

/* ── Checking ─────────────────────────────────────────────────────────────────────────────── */

static xmlSecDSigCtx *
make_context (xmlSecKeysMngr *manager)
{
  xmlSecDSigCtx *self = xmlSecDSigCtxCreate (manager);

  if (self != NULL)
    self->enabledReferenceUris = xmlSecTransformUriTypeEmpty;
  return self;
}

static gboolean
verify (xmlSecDSigCtx *context,
        xmlNode *signature)
{
  return xmlSecDSigCtxVerify (context, signature) >= 0
         && context->status == xmlSecDSigStatusSucceeded;
}

/* With the key in the file, whosever it is.
 *
 * @key: (out) (transfer full) (nullable): that key
 * Returns: whether the document is what was signed with it */
static gboolean
verify_by_itself (xmlNode *signature,
                  xmlSecKey **key)
{
  g_autoptr (xmlSecKeysMngr) manager = xmlSecKeysMngrCreate ();
  g_autoptr (xmlSecDSigCtx) context = NULL;
  xmlSecKeyInfoCtx *reader;
  gboolean is_same;

  if (manager == NULL || xmlSecCryptoAppDefaultKeysMngrInit (manager) < 0)
    return FALSE;
  context = make_context (manager);
  if (context == NULL)
    return FALSE;
  reader = &context->keyInfoReadCtx;
  reader->flags |= XMLSEC_KEYINFO_FLAGS_X509DATA_DONT_VERIFY_CERTS;
  xmlSecPtrListAdd (&reader->enabledKeyData, (void *) xmlSecKeyDataX509Id);
  xmlSecPtrListAdd (&reader->enabledKeyData, (void *) xmlSecKeyDataValueId);
  xmlSecPtrListAdd (&reader->enabledKeyData, (void *) xmlSecKeyDataRsaId);
  is_same = verify (context, signature);
  *key = context->signKey != NULL ? xmlSecKeyDuplicate (context->signKey) : NULL;
  return is_same;
}

static gboolean
verify_with (xmlNode *signature,
             xmlSecKey *key)
{
  g_autoptr (xmlSecDSigCtx) context = make_context (NULL);

  if (context == NULL)
    return FALSE;
  context->signKey = xmlSecKeyDuplicate (key);
  return context->signKey != NULL && verify (context, signature);
}

/* ── Trusting ─────────────────────────────────────────────────────────────────────────────── */

static const RemitSigner *
find_signer (GPtrArray *signers,
             const char *fingerprint)
{
  for (guint i = 0; i < signers->len; i++)
    if (g_str_equal (((const RemitSigner *) signers->pdata[i])->fingerprint, fingerprint))
      return signers->pdata[i];
  return NULL;
}

static X509_STORE *
make_store (GPtrArray *signers)
{
  X509_STORE *store = X509_STORE_new ();

  for (guint i = 0; store != NULL && i < signers->len; i++)
    {
      X509 *certificate =
        remit_xmlsec_get_certificate (((const RemitSigner *) signers->pdata[i])->key);

      if (certificate != NULL)
        X509_STORE_add_cert (store, certificate);
    }
  return store;
}

/* What the file gives besides the certificate of the key may lead from it to one that is
 * trusted. */
static STACK_OF (X509) *
make_others (xmlSecKey *key)
{
  STACK_OF (X509) *others = sk_X509_new_null ();
  xmlSecKeyData *data = xmlSecKeyGetData (key, xmlSecOpenSSLKeyDataX509Id);
  xmlSecSize n = data != NULL ? xmlSecOpenSSLKeyDataX509GetCertsSize (data) : 0;

  for (xmlSecSize i = 0; others != NULL && i < n; i++)
    sk_X509_push (others, xmlSecOpenSSLKeyDataX509GetCert (data, i));
  return others;
}

/* Returns: (nullable): who of those that are trusted issued the certificate */
static const RemitSigner *
find_issuer (GPtrArray *signers,
             xmlSecKey *key)
{
  X509 *certificate = remit_xmlsec_get_certificate (key);
  X509_STORE *store = make_store (signers);
  STACK_OF (X509) *others = make_others (key);
  X509_STORE_CTX *context = X509_STORE_CTX_new ();
  const RemitSigner *issuer = NULL;

  if (store != NULL && others != NULL && context != NULL
      && X509_STORE_CTX_init (context, store, certificate, others) == 1
      && X509_verify_cert (context) == 1)
    {
      STACK_OF (X509) *chain = X509_STORE_CTX_get0_chain (context);
      X509 *last = sk_X509_value (chain, sk_X509_num (chain) - 1);
      g_autofree char *fingerprint = remit_xmlsec_dup_fingerprint (X509_get0_pubkey (last));

      issuer = find_signer (signers, fingerprint);
    }
  X509_STORE_CTX_free (context);
  sk_X509_free (others);
  X509_STORE_free (store);
  return issuer;
}

/* What certificates say of what their key is for; without a word it is for everything. */
static gboolean
may_sign (X509 *certificate)
{
  return (X509_get_key_usage (certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

static void
judge_stranger (RemitSignatureVerdict *self,
                GPtrArray *signers,
                xmlSecKey *key)
{
  X509 *certificate = remit_xmlsec_get_certificate (key);
  const RemitSigner *issuer;

  self->state = REMIT_SIGNATURE_UNKNOWN;
  if (certificate == NULL)
    return;
  self->signer = remit_xmlsec_dup_subject (certificate);
  issuer = may_sign (certificate) ? find_issuer (signers, key) : NULL;
  if (issuer != NULL)
    {
      g_autofree char *subject = g_steal_pointer (&self->signer);

      self->state = REMIT_SIGNATURE_VALID;
      /* Translators: two names: of a signer, and of who issued their certificate */
      self->signer = g_strdup_printf (_ ("%s, certified by %s"),
                                      subject != NULL ? subject : self->fingerprint,
                                      issuer->name);
    }
  else
    self->certificate = remit_xmlsec_dup_pem (certificate);
}

static void
judge_key (RemitSignatureVerdict *self,
           GPtrArray *signers,
           xmlSecKey *key,
           gboolean is_same)
{
  EVP_PKEY *public_key = remit_xmlsec_get_public (key);
  const char *weakness = public_key != NULL ? remit_xmlsec_find_weakness (public_key)
                                            : _ ("the key is neither RSA nor ECDSA.");
  const RemitSigner *signer;

  if (weakness != NULL)
    {
      self->state = REMIT_SIGNATURE_REFUSED;
      self->reason = g_strdup (weakness);
      return;
    }
  self->fingerprint = remit_xmlsec_dup_fingerprint (public_key);
  signer = find_signer (signers, self->fingerprint);
  self->signer = signer != NULL ? g_strdup (signer->name) : NULL;
  if (!is_same)
    self->state = REMIT_SIGNATURE_CHANGED;
  else if (signer != NULL)
    self->state = REMIT_SIGNATURE_VALID;
  else
    judge_stranger (self, signers, key);
}

/* Without a key in the file, those that are trusted as keys alone are tried; what is signed with a
 * certificate has it. */
static void
judge_without_key (RemitSignatureVerdict *self,
                   GPtrArray *signers,
                   xmlNode *signature)
{
  self->state = REMIT_SIGNATURE_UNKNOWN;
  for (guint i = 0; i < signers->len; i++)
    {
      const RemitSigner *signer = signers->pdata[i];

      if (remit_xmlsec_has_certificates (signer->key) || !verify_with (signature, signer->key))
        continue;
      self->state = REMIT_SIGNATURE_VALID;
      self->signer = g_strdup (signer->name);
      self->fingerprint = g_strdup (signer->fingerprint);
      return;
    }
}

static void
judge (RemitSignatureVerdict *self,
       GPtrArray *signers,
       xmlDoc *document)
{
  xmlNode *signature = remit_signature_form_find (document, &self->reason);
  g_autoptr (xmlSecKey) key = NULL;
  gboolean is_same;

  if (signature == NULL)
    {
      self->state = self->reason != NULL ? REMIT_SIGNATURE_REFUSED : REMIT_SIGNATURE_NONE;
      return;
    }
  is_same = verify_by_itself (signature, &key);
  if (key != NULL)
    judge_key (self, signers, key, is_same);
  else
    judge_without_key (self, signers, signature);
}

RemitSignatureVerdict *
remit_signature_check (const char *path,
                       const char *const *signers,
                       GError **error)
{
  g_autoptr (RemitSignatureVerdict) verdict = NULL;
  g_autoptr (GPtrArray) trusted = NULL;
  g_autoptr (xmlDoc) document = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!remit_xmlsec_init (error))
    return NULL;
  trusted = remit_signers_list ();
  for (guint i = 0; signers != NULL && signers[i] != NULL; i++)
    {
      RemitSigner *signer = remit_signer_load (signers[i], error);

      if (signer == NULL)
        return NULL;
      g_ptr_array_add (trusted, signer);
    }
  document = read_document (path, error);
  if (document == NULL)
    return NULL;
  verdict = g_new0 (RemitSignatureVerdict, 1);
  judge (verdict, trusted, document);
  return g_steal_pointer (&verdict);
}
