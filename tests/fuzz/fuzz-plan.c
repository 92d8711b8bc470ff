/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the reader of plans. */
#include <unistd.h>

#include "exchange/plan/remit-plan-reader.h"
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
  result = remit_plan_read (store, path, &options, &error);
  g_assert_true ((result == NULL) == (error != NULL));
  close (descriptor);
  return 0;
}
