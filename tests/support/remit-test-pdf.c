/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in a PDF, as the tools of Poppler read it. */
#include "remit-test-pdf.h"

gboolean
remit_test_has_poppler (void)
{
  g_autofree char *text = g_find_program_in_path ("pdftotext");
  g_autofree char *info = g_find_program_in_path ("pdfinfo");

  return text != NULL && info != NULL;
}

char *
remit_test_run_poppler (const char *tool,
                        const char *option,
                        const char *path)
{
  gboolean is_text = g_str_equal (tool, "pdftotext");
  const char *const command[] = { tool, option, path, is_text ? "-" : NULL, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  g_autofree char *problems = NULL;
  int status = -1;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &problems,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  /* such as a syntax that is not PDF's */
  g_assert_cmpstr (problems, ==, "");
  return output;
}

GString *
remit_test_read_pdf (const char *path)
{
  g_autofree char *contents = NULL;
  g_autofree char *text = NULL;
  GString *result;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL)
      || !g_str_has_prefix (contents, "%PDF-"))
    return NULL;
  result = g_string_new (NULL);
  if (remit_test_has_poppler ())
    {
      text = remit_test_run_poppler ("pdftotext", "-raw", path);
      for (const char *p = text; *p != '\0'; p++)
        if (!g_ascii_isspace (*p))
          g_string_append_c (result, *p);
      /* so that it can be searched as a text */
      for (gsize i = 0; i < length; i++)
        g_string_append_c (result, contents[i] != '\0' ? contents[i] : ' ');
    }
  return result;
}
