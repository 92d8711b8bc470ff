/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the reader of CSV files, as people, as seats and as skills. */
#include <unistd.h>

#include "exchange/skills/remit-skill-import.h"
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

static void
run_skills (RemitStore *store,
            const char *path)
{
  RemitImportOptions options = { .dry_run = TRUE };
  const RemitSheetInput input = { .path = path };
  RemitCsvFile *file = remit_sheet_open (&input, NULL);
  g_autoptr (RemitSkillImport) import = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  import = file != NULL ? remit_skill_import_new (file, &error) : NULL;
  if (import == NULL)
    return;
  import->creates = TRUE;
  result = remit_skill_import_run (import, store, &options, &error);
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
  run_skills (store, path);
  close (descriptor);
  return 0;
}
