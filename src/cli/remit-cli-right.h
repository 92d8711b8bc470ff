/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rights on the command line: who is to have which letters. */
#pragma once

#include "plan/decide/remit-matrix.h"

/**
 * remit_cli_right_add:
 * @plan: a plan that is loaded
 * @decision: of the plan, or 0 for one that is yet to be made, under RACI
 * @text: HOLDER=LETTERS; the holder a slot, role or person by id or name, or as
 *   remit_matrix_index_find() knows it; no letters, or "-", for none
 * @cells: (element-type RemitCell): is appended the cell; of one that is there already, the letters
 *   are added to it
 *
 * Errors: %G_OPTION_ERROR for what is no HOLDER=LETTERS; %REMIT_MODEL_ERROR_REFUSED for a holder
 * that is not there, or may be several, and %REMIT_MODEL_ERROR_INVALID for letters of another
 * framework
 */
gboolean remit_cli_right_add (RemitWorkspace *workspace,
                              gint64 plan,
                              gint64 decision,
                              const char *text,
                              GArray *cells,
                              GError **error);
