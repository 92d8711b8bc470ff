/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a target over its corpus, and over every beginning of its files, without a fuzzer. */
#include "fuzz-input.h"

#include <locale.h>

/* More beginnings than this take long, and seldom find anything new. */
#define MAX_BEGINNINGS 64

static void
test_file (gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, step;

  g_file_get_contents (data, &bytes, &length, &error);
  g_assert_no_error (error);
  step = g_test_slow () ? 1 : length / MAX_BEGINNINGS + 1;
  for (gsize end = 0; end < length; end += step)
    LLVMFuzzerTestOneInput ((const guint8 *) bytes, end);
  LLVMFuzzerTestOneInput ((const guint8 *) bytes, length);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  dir = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/fuzz/", name, NULL);

      g_test_add_data_func_full (test, g_build_filename (argv[1], name, NULL), test_file, g_free);
    }
  return g_test_run ();
}
