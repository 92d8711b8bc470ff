/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the reader of a matrix of decision rights, into a plan that has some. */
#include <unistd.h>

#include "exchange/matrix/remit-matrix-import.h"
#include "exchange/plan/remit-plan-reader.h"
#include "fuzz-input.h"
#include "model/remit-data.h"

static RemitStore *
create_store (gint64 *plan)
{
  g_autofree char *path = remit_data_dup_path ("templates/minimum-viable-ml-team.xml");
  RemitStore *store = remit_store_open (":memory:", REMIT_STORE_CREATE, NULL);
  g_autoptr (RemitImportResult) result = NULL;

  g_assert_nonnull (store);
  result = remit_plan_read (store, path, &(RemitImportOptions){ 0 }, NULL);
  g_assert_nonnull (result);
  *plan = result->plan;
  return store;
}

/* Headers are rarely guessed right: the first column has the decisions, the others the rights. */
static void
map_columns (RemitMatrixImport *import)
{
  GPtrArray *holders = import->holders;

  remit_matrix_import_set_column (import, 0, REMIT_MATRIX_DECISION, NULL);
  for (guint i = 1; import->file->headers[i] != NULL && i <= holders->len; i++)
    if (import->columns[i].field == REMIT_MATRIX_N_FIELDS)
      remit_matrix_import_set_column (import, i, REMIT_MATRIX_N_FIELDS, holders->pdata[i - 1]);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize length)
{
  static RemitStore *store;
  static gint64 plan;
  RemitImportOptions options = { .dry_run = TRUE };
  g_autoptr (RemitMatrixImport) import = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char path[32];
  int descriptor = fuzz_input_open (data, length, path);

  if (store == NULL)
    store = create_store (&plan);
  import = remit_matrix_import_open (store, plan, &(RemitSheetInput){ .path = path }, &error);
  g_assert_true ((import == NULL) == (error != NULL));
  if (import != NULL)
    {
      if (length % 2 == 0)
        map_columns (import);
      remit_matrix_import_set_create (import, length % 3 == 0);
      import->mark = length % 5 == 0 ? REMIT_LETTER_A : -1;
      result = remit_matrix_import_run (import, store, &options, &error);
      g_assert_true ((result == NULL) == (error != NULL));
    }
  close (descriptor);
  return 0;
}
