/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the reader of changesets. */
#include "fuzz-input.h"
#include "store/changes/remit-changes.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = remit_changes_parse (data, length, &error);

  g_assert_true ((changes == NULL) == (error != NULL));
  return 0;
}
