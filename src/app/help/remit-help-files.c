/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the pages of the help in the user's language. */
#include "remit-help-files.h"

#include <string.h>

#include "model/remit-data.h"

#define PAGE ".page"

/* Returns: (transfer full) (nullable): the path of a file that is there */
static char *
take_if_exists (char *path)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_free (path);
  return NULL;
}

/* Returns: (transfer full) (nullable): the file in one language */
static char *
dup_path_in (const char *language,
             const char *name)
{
  const char *translations = g_getenv ("REMIT_LOCALE_DIR");
  g_autofree char *installed = g_build_filename ("..", "help", language, "remit", name, NULL);
  g_autofree char *source = g_build_filename ("..", "help", language, name, NULL);
  char *path = take_if_exists (remit_data_dup_path (installed));

  if (path == NULL)
    path = take_if_exists (remit_data_dup_path (source));
  if (path == NULL && translations != NULL)
    path = take_if_exists (g_build_filename (translations, source, NULL));
  return path;
}

/* The pages are written in English. */
static const char *
get_folder (const char *language)
{
  return strncmp (language, "en", 2) == 0 && !g_ascii_isalpha (language[2]) ? "C" : language;
}

char *
remit_help_files_dup_path (const char *name)
{
  const char *const *languages = g_get_language_names ();

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      char *path = dup_path_in (get_folder (languages[i]), name);

      if (path != NULL)
        return path;
    }
  return dup_path_in ("C", name);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
remit_help_files_list_pages (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *index = dup_path_in ("C", "index" PAGE);
  g_autofree char *folder = index != NULL ? g_path_get_dirname (index) : g_strdup ("");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, PAGE))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (PAGE)));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

gboolean
remit_help_files_are_installed (void)
{
  const char *const *folders = g_get_system_data_dirs ();
  const char *file = "help/C/remit/index" PAGE;
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), file, NULL);

  if (g_file_test (own, G_FILE_TEST_EXISTS))
    return TRUE;
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], file, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}
