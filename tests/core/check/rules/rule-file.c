/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of rules, as users write them. */
#include "rule-file.h"

char *
rule_file_write (const char *folder,
                 const char *name,
                 const char *contents)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return path;
}
