/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What looking at a matrix's file and importing it share. */
#pragma once

#include "exchange/table/remit-csv-file.h"
#include "remit-matrix-import.h"

G_BEGIN_DECLS

struct _RemitMatrixImport
{
  gint64 plan;
  char *name;
  RemitCsvFile *file;
  GPtrArray *holders;
  RemitMatrixColumn *columns;
  guint n_columns;
};

G_END_DECLS
