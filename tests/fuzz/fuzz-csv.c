/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the reader of CSV files, as people and as seats. */
#include <unistd.h>

#include "exchange/table/remit-table-import.h"
#include "fuzz-input.h"

static void
run (RemitStore *store,
     RemitTableImport *import,
     RemitTableKind kind)
{
  RemitImportOptions options = { .dry_run = TRUE };
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  remit_table_import_set_kind (import, kind);
  /* Headers are rarely guessed right: whatever is needed comes from the first column. */
  for (const RemitTableTarget *missing;
       (missing = remit_table_import_find_missing (import)) != NULL;)
    g_assert_true (remit_table_import_set_mapping (import, missing->name, 0, NULL));
  result = remit_table_import_run (import, store, &options, &error);
  g_assert_true ((result == NULL) == (error != NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize length)
{
  static RemitStore *store;
  g_autoptr (RemitTableImport) import = NULL;
  g_autoptr (GError) error = NULL;
  char path[32];
  int descriptor = fuzz_input_open (data, length, path);

  if (store == NULL)
    store = remit_store_open (":memory:", REMIT_STORE_CREATE, NULL);
  g_assert_nonnull (store);
  import = remit_table_import_open (path, &error);
  g_assert_true ((import == NULL) == (error != NULL));
  if (import != NULL)
    {
      run (store, import, REMIT_TABLE_PEOPLE);
      run (store, import, REMIT_TABLE_SEATS);
    }
  close (descriptor);
  return 0;
}
