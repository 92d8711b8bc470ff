/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose signatures are trusted: files of public keys and certificates in the user's data folder. */
#pragma once

#include "exchange/remit-exchange.h"

/**
 * RemitSigner:
 * @name: of a certificate whom it is for, of a key what its file is called
 * @fingerprint: the SHA-256 of the public key, in hexadecimal digits
 * @key: (type xmlSecKey): for remit-signature-check.c
 */
typedef struct {
  char *path;
  char *name;
  char *fingerprint;
  gpointer key;
} RemitSigner;

void remit_signer_free (RemitSigner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitSigner, remit_signer_free)

/**
 * remit_signer_load:
 * @path: a certificate (PEM or DER), or a public key (PEM)
 *
 * Returns: (transfer full): who that is, or %NULL with @error set:
 *   %REMIT_EXCHANGE_ERROR_UNREADABLE, %REMIT_EXCHANGE_ERROR_REFUSED
 */
RemitSigner *remit_signer_load (const char *path,
                                GError **error);

/** Returns: (transfer full): the folder with the files of those who are trusted */
char *remit_signers_dup_folder (void);

/** Returns: (transfer full) (element-type RemitSigner): those who are trusted, by name; files that
 *   are neither key nor certificate are none of them, as are those that cannot be read */
GPtrArray *remit_signers_list (void);

/**
 * remit_signers_add:
 *
 * Copies a file into the folder.
 *
 * Returns: (transfer full): who is trusted now, or %NULL with @error set: as above, and
 *   %REMIT_EXCHANGE_ERROR_UNWRITABLE
 */
RemitSigner *remit_signers_add (const char *path,
                                GError **error);

/** The same with a certificate in PEM, as @certificate of a #RemitSignatureVerdict is. */
RemitSigner *remit_signers_add_certificate (const char *pem,
                                            GError **error);

/** Deletes the files of a signer from the folder. Errors: %REMIT_EXCHANGE_ERROR_UNWRITABLE */
gboolean remit_signers_remove (const char *fingerprint,
                               GError **error);
