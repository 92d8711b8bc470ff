/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample workspace, to look around in. */
#include "remit-sample.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "exchange/plan/remit-plan-reader.h"
#include "model/remit-data.h"

static gboolean
import_file (RemitStore *store,
             const char *path,
             GError **error)
{
  const RemitImportOptions options = { 0 };
  g_autoptr (RemitImportResult) result = remit_plan_read (store, path, &options, error);

  return result != NULL;
}

static gboolean
import_folder (RemitStore *store,
               const char *folder,
               GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;
  guint n = 0;

  if (dir == NULL)
    return FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      if (!import_file (store, path, error))
        return FALSE;
      n++;
    }

  if (n == 0)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                 _ ("The sample is not installed: %s contains no plan."), folder);
  return n > 0;
}

/* Made under another name, so that half a sample is never taken for a whole one. */
static gboolean
create (const char *path,
        GError **error)
{
  g_autofree char *source = remit_data_dup_path ("samples");
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (RemitStore) store = NULL;
  g_autofree char *name = g_filename_display_name (path);
  gboolean done;

  g_unlink (part);
  store = remit_store_open (part, REMIT_STORE_CREATE, error);
  done = store != NULL && import_folder (store, source, error);
  g_clear_object (&store);

  if (done && g_rename (part, path) == 0)
    return TRUE;
  if (done)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                 _ ("Cannot write the sample to %s."), name);
  g_unlink (part);
  return FALSE;
}

char *
remit_sample_dup_path (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "remit", NULL);
  /* Translators: the name of the file with the sample workspace, without its suffix */
  g_autofree char *name = g_strdup_printf ("%s.remit", _ ("sample"));
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !create (path, error))
    return NULL;
  return g_steal_pointer (&path);
}
