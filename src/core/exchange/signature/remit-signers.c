/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose signatures are trusted: files of public keys and certificates in the user's data folder. */
#include "remit-signers.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xmlsec/crypto.h>

#include "remit-xmlsec.h"

void
remit_signer_free (RemitSigner *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self->fingerprint);
  if (self->key != NULL)
    xmlSecKeyDestroy (self->key);
  g_free (self);
}

/* A private key has a public part, and does not belong into a folder of what others gave. */
static xmlSecKey *
read_key (const char *bytes,
          gsize length)
{
  xmlSecKeyDataFormat format = strstr (bytes, "-----BEGIN CERTIFICATE") != NULL
                                 ? xmlSecKeyDataFormatCertPem
                               : strstr (bytes, "-----BEGIN PUBLIC KEY") != NULL
                                 ? xmlSecKeyDataFormatPem
                                 : xmlSecKeyDataFormatCertDer;

  if (strstr (bytes, "PRIVATE KEY-----") != NULL)
    return NULL;
  return xmlSecCryptoAppKeyLoadMemory ((const xmlSecByte *) bytes, (xmlSecSize) length, format,
                                       NULL, NULL, NULL);
}

static char *
dup_file_name (const char *path)
{
  g_autofree char *base = g_filename_display_basename (path);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_steal_pointer (&base);
}

static RemitSigner *
make_signer (const char *path,
             const char *bytes,
             gsize length,
             GError **error)
{
  g_autoptr (xmlSecKey) key = read_key (bytes, length);
  g_autofree char *shown = g_filename_display_name (path);
  EVP_PKEY *public_key = key != NULL ? remit_xmlsec_get_public (key) : NULL;
  const char *weakness = public_key != NULL ? remit_xmlsec_find_weakness (public_key) : NULL;
  RemitSigner *self;

  if (public_key == NULL || weakness != NULL)
    {
      if (weakness != NULL)
        /* Translators: the name of a file, and a reason, which ends with a period */
        remit_exchange_refuse (error, _ ("“%s”: %s"), shown, weakness);
      else
        remit_exchange_refuse (error, _ ("“%s” is not a certificate or public key"), shown);
      return NULL;
    }
  self = g_new0 (RemitSigner, 1);
  self->path = g_strdup (path);
  self->fingerprint = remit_xmlsec_dup_fingerprint (public_key);
  if (remit_xmlsec_get_certificate (key) != NULL)
    self->name = remit_xmlsec_dup_subject (remit_xmlsec_get_certificate (key));
  if (self->name == NULL)
    self->name = dup_file_name (path);
  self->key = g_steal_pointer (&key);
  return self;
}

RemitSigner *
remit_signer_load (const char *path,
                   GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!remit_xmlsec_init (error))
    return NULL;
  bytes = remit_exchange_load (path, REMIT_XMLSEC_MAX_FILE, &length, error);
  return bytes != NULL ? make_signer (path, bytes, length, error) : NULL;
}

char *
remit_signers_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "remit", "signers", NULL);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const RemitSigner *one = *(const RemitSigner *const *) a;
  const RemitSigner *other = *(const RemitSigner *const *) b;
  int order = g_utf8_collate (one->name, other->name);

  return order != 0 ? order : strcmp (one->path, other->path);
}

GPtrArray *
remit_signers_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_signer_free);
  g_autofree char *folder = remit_signers_dup_folder ();
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      RemitSigner *signer = *name != '.' ? remit_signer_load (path, &error) : NULL;

      if (signer != NULL)
        g_ptr_array_add (list, signer);
      else if (error != NULL)
        g_message ("%s", error->message);
    }
  g_ptr_array_sort (list, compare);
  return list;
}

static gboolean
refuse_write (const char *path,
              const char *reason,
              GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNWRITABLE,
               _ ("Cannot write “%s”: %s"), shown, reason);
  return FALSE;
}

/* The name of a key is that of its file; what has the name already is another key. */
static char *
dup_target (const char *folder,
            const char *path,
            const RemitSigner *signer)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *target = g_build_filename (folder, base, NULL);

  if (!g_file_test (target, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&target);
  return g_strdup_printf ("%s" G_DIR_SEPARATOR_S "%.16s-%s", folder, signer->fingerprint, base);
}

/* @path: what the file is called by */
static RemitSigner *
add (const char *path,
     const char *bytes,
     gsize length,
     GError **error)
{
  g_autofree char *folder = remit_signers_dup_folder ();
  g_autofree char *target = NULL;
  g_autoptr (RemitSigner) signer = make_signer (path, bytes, length, error);
  g_autoptr (GError) cause = NULL;

  if (signer == NULL || !remit_signers_remove (signer->fingerprint, error))
    return NULL;
  target = dup_target (folder, path, signer);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    refuse_write (folder, g_strerror (errno), error);
  else if (!g_file_set_contents_full (target, bytes, (gssize) length,
                                      G_FILE_SET_CONTENTS_CONSISTENT, 0600, &cause))
    refuse_write (target, cause->message, error);
  else
    {
      g_free (signer->path);
      signer->path = g_steal_pointer (&target);
      return g_steal_pointer (&signer);
    }
  return NULL;
}

RemitSigner *
remit_signers_add (const char *path,
                   GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!remit_xmlsec_init (error))
    return NULL;
  bytes = remit_exchange_load (path, REMIT_XMLSEC_MAX_FILE, &length, error);
  return bytes != NULL ? add (path, bytes, length, error) : NULL;
}

RemitSigner *
remit_signers_add_certificate (const char *pem,
                               GError **error)
{
  g_return_val_if_fail (pem != NULL, NULL);

  return remit_xmlsec_init (error) ? add ("certificate.pem", pem, strlen (pem), error) : NULL;
}

gboolean
remit_signers_remove (const char *fingerprint,
                      GError **error)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (fingerprint != NULL, FALSE);

  list = remit_signers_list ();
  for (guint i = 0; i < list->len; i++)
    {
      const RemitSigner *signer = list->pdata[i];

      if (g_str_equal (signer->fingerprint, fingerprint) && g_unlink (signer->path) != 0)
        return refuse_write (signer->path, g_strerror (errno), error);
    }
  return TRUE;
}
