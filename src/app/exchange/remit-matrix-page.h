/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a matrix file and their holders; unknown columns come first. */
#pragma once

#include <adwaita.h>

#include "exchange/matrix/remit-matrix-import.h"
#include "remit-import-file-group.h"

/**
 * RemitMatrixPage:
 *
 * Signal `changed`: what remit_matrix_page_get_valid() says may be something else. Signal `turn`:
 * rows and columns are to be swapped, see remit_matrix_import_turn().
 */
#define REMIT_TYPE_MATRIX_PAGE (remit_matrix_page_get_type ())
G_DECLARE_FINAL_TYPE (RemitMatrixPage, remit_matrix_page, REMIT, MATRIX_PAGE, AdwBin)

/** @import: must live as long as it is shown; what the user chooses changes it */
void remit_matrix_page_show (RemitMatrixPage *self,
                             RemitMatrixImport *import);

/** Returns: (transfer none): what the file itself is taken for */
RemitImportFileGroup *remit_matrix_page_get_file_group (RemitMatrixPage *self);

/** Returns: whether a column has the decisions, and it is known what an X stands for */
gboolean remit_matrix_page_get_valid (RemitMatrixPage *self);
