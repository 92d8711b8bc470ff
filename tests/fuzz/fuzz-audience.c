/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the reader of audiences. What a plan's file would say of one leads to the same. */
#include <unistd.h>

#include "exchange/remit-audience-files.h"
#include "fuzz-input.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize length)
{
  g_autoptr (RemitOwnAudience) audience = NULL;
  g_autoptr (GError) error = NULL;
  char path[32];
  int descriptor = fuzz_input_open (data, length, path);

  audience = remit_audience_files_read (path, &error);
  g_assert_true ((audience == NULL) == (error != NULL));
  if (audience != NULL)
    {
      g_autoptr (RemitOwnAudience) again =
        remit_own_audience_new_from_words (audience->nick, audience->words);

      g_assert_cmpstr (again->words, ==, audience->words);
    }
  close (descriptor);
  return 0;
}
