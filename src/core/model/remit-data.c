/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's data files: where they are. */
#include "remit-data.h"

#include <string.h>

/* For a program that runs where it was built: the data of the source around the build folder. */
static char *
dup_source_folder (void)
{
  g_autofree char *folder = g_file_read_link ("/proc/self/exe", NULL);

  while (folder != NULL && strlen (folder) > 1)
    {
      g_autofree char *parent = g_path_get_dirname (folder);
      g_autofree char *mark = g_build_filename (parent, "meson-info", NULL);

      if (g_file_test (mark, G_FILE_TEST_IS_DIR))
        return g_build_filename (parent, "..", "data", NULL);
      g_free (folder);
      folder = g_steal_pointer (&parent);
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): the path of a file that is there */
static char *
find_in (const char *folder,
         const char *name)
{
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

char *
remit_data_dup_path (const char *name)
{
  g_autofree char *source = NULL;
  char *path;

  g_return_val_if_fail (name != NULL, NULL);

  path = find_in (g_getenv ("REMIT_DATA_DIR"), name);
  if (path != NULL)
    return path;

  source = dup_source_folder ();
  path = find_in (source, name);
  return path != NULL ? path : g_build_filename (REMIT_DATA_DIR, name, NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *first = g_utf8_collate_key_for_filename (*(const char *const *) a, -1);
  g_autofree char *second = g_utf8_collate_key_for_filename (*(const char *const *) b, -1);

  return strcmp (first, second);
}

GPtrArray *
remit_data_list_files (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

GStrv
remit_data_list_folders (const char *name)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "remit", name, NULL);
  g_autofree char *built_in = remit_data_dup_path (name);
  const char *const *shared = g_get_system_data_dirs ();

  g_strv_builder_add (folders, own);
  for (guint i = 0; shared[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (shared[i], "remit", name, NULL);

      g_strv_builder_add (folders, folder);
    }
  g_strv_builder_add (folders, built_in);
  return g_strv_builder_end (folders);
}

GPtrArray *
remit_data_list_with_own (const char *name)
{
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "remit", name, NULL);
  g_autofree char *installed = remit_data_dup_path (name);
  GPtrArray *paths = remit_data_list_files (own);

  g_ptr_array_extend_and_steal (paths, remit_data_list_files (installed));
  return paths;
}
