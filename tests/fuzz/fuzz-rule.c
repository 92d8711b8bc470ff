/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the reader of rules, and tries those that can be read. */
#include <unistd.h>

#include "check/remit-check.h"
#include "fuzz-input.h"

/* Milliseconds for a SELECT. */
#define TIME_LIMIT 200

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize length)
{
  g_autoptr (RemitRule) rule = NULL;
  g_autoptr (GError) error = NULL;
  char path[32];
  int descriptor = fuzz_input_open (data, length, path);

  rule = remit_rule_load (path, &error);
  g_assert_true ((rule == NULL) == (error != NULL));
  if (rule != NULL)
    {
      gboolean usable = remit_check_rule (rule, TIME_LIMIT, &error);

      g_assert_true (usable == (error == NULL));
    }
  close (descriptor);
  return 0;
}
