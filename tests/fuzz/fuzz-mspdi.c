/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the import of projects in MSPDI. */
#include <unistd.h>

#include "exchange/mspdi/remit-mspdi-import.h"
#include "fuzz-input.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize length)
{
  static RemitStore *store;
  RemitImportOptions options = { .dry_run = TRUE };
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char path[32];
  int descriptor = fuzz_input_open (data, length, path);

  if (store == NULL)
    store = remit_store_open (":memory:", REMIT_STORE_CREATE, NULL);
  g_assert_nonnull (store);
  result = remit_mspdi_import_run (store, path, &options, &error);
  g_assert_true ((result == NULL) == (error != NULL));
  /* whatever it says, the workspace can take what is made of it */
  g_assert_true (error == NULL || error->domain == REMIT_EXCHANGE_ERROR);
  close (descriptor);
  return 0;
}
