/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The holders of rights by what tables call them. */
#pragma once

#include "remit-matrix-holders.h"

typedef struct _RemitMatrixIndex RemitMatrixIndex;

/** @holders: (element-type RemitMatrixHolder): must live as long */
RemitMatrixIndex *remit_matrix_index_new (GPtrArray *holders);
void remit_matrix_index_free (RemitMatrixIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitMatrixIndex, remit_matrix_index_free)

/**
 * remit_matrix_index_find:
 * @header: of a column: a holder's header, or its name when only one slot has it, else only one
 *   role, else only one person; letter case and accents apart
 *
 * Returns: (transfer none) (nullable): the holder that is meant
 */
const RemitMatrixHolder *remit_matrix_index_find (const RemitMatrixIndex *self,
                                                  const char *header);

/** Returns: (transfer none) (nullable): the person with an id */
const RemitMatrixHolder *remit_matrix_index_get_person (const RemitMatrixIndex *self,
                                                        gint64 id);

/** Returns: whether a slot, role or person is called so, or several */
gboolean remit_matrix_index_has_name (const RemitMatrixIndex *self,
                                      const char *name);

/** Returns: whether a slot is of the role */
gboolean remit_matrix_index_has_slot (const RemitMatrixIndex *self,
                                      gint64 role);
