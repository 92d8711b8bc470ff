/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table names people without ambiguity. */
#pragma once

#include "exchange/remit-plan-source.h"

typedef struct _RemitBookReferences RemitBookReferences;

/** Reads what people are called in the workspace. Errors: %REMIT_STORE_ERROR */
RemitBookReferences *remit_book_references_new (RemitStore *store,
                                                GError **error);
void remit_book_references_free (RemitBookReferences *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitBookReferences, remit_book_references_free)

/**
 * remit_book_references_dup:
 * @person: (nullable): as the reader may see it
 *
 * Returns: (transfer full): the name when nobody else has it, else the number, or the address, if
 *   the reader may see one
 */
char *remit_book_references_dup (RemitBookReferences *self,
                                 const RemitRecord *person);
