/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace with a small plan, keys and certificates, for tests of signatures. */
#pragma once

#include "exchange/signature/remit-signature.h"
#include "exchange/signature/remit-signing-key.h"
#include "remit-test-keys.h"
#include "remit-test.h"

/**
 * SignedPlan:
 * @path: the plan, once it is written
 * @key: of “Ada Lovelace”, with @certificate, which she issued herself
 */
typedef struct {
  char *folder;
  char *path;
  RemitStore *store;
  gint64 plan;
  EVP_PKEY *key;
  X509 *certificate;
  GPtrArray *files;
} SignedPlan;

void signed_plan_set_up (SignedPlan *self,
                         gconstpointer data);
void signed_plan_tear_down (SignedPlan *self,
                            gconstpointer data);

/** Returns: (transfer none): the path of a file in the folder */
const char *signed_plan_file (SignedPlan *self,
                              const char *name);

/** Writes the plan, signed with this key, which @certificate may be for. */
void signed_plan_write (SignedPlan *self,
                        EVP_PKEY *key,
                        X509 *certificate);

/** Writes @self's certificate. Returns: (transfer none): its file */
const char *signed_plan_write_certificate (SignedPlan *self);

/** Returns: (transfer full): what is found of the file of the plan, if @signer is trusted.
 * @signer: (nullable) */
RemitSignatureVerdict *signed_plan_check (SignedPlan *self,
                                          const char *signer);

/** Asserts that this is found, and who signed. @name: (nullable) */
void signed_plan_assert (SignedPlan *self,
                         const char *signer,
                         RemitSignatureState state,
                         const char *name);
