/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the import of a matrix share. */
#pragma once

#include "remit-matrix-import.h"

/**
 * RemitMatrixRun:
 * @position: of the last decision
 * @teams: (element-type utf8 gint64): the teams of the plan by their folded names; 0 for several
 *
 * One run of an import.
 */
typedef struct {
  RemitMatrixImport *import;
  RemitStore *store;
  RemitEdit *edit;
  RemitImportResult *result;
  gint64 position;
  GHashTable *teams;
} RemitMatrixRun;
