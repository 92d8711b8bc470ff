/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recent workspaces in the menu, and in the desktop's recent files. */
#include "remit-recent.h"

#include <glib/gi18n.h>

#include "model/remit-file.h"
#include "settings/remit-state.h"

#define SHOWN 3

/* ── The desktop's recent files ───────────────────────────────────────────────────────────── */

/* A list that cannot be read is left alone: it has what other programs wrote. */
static gboolean
load (GBookmarkFile *files,
      const char *list,
      GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (g_bookmark_file_load_from_file (files, list, &problem)
      || g_error_matches (problem, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
add_in_thread (GTask *task,
               gpointer source,
               gpointer uri,
               GCancellable *cancellable)
{
  g_autofree char *list = g_build_filename (g_get_user_data_dir (), "recently-used.xbel", NULL);
  g_autoptr (GBookmarkFile) files = g_bookmark_file_new ();
  g_autoptr (GError) error = NULL;

  if (load (files, list, &error))
    {
      g_bookmark_file_set_mime_type (files, uri, "application/x-remit-workspace");
      g_bookmark_file_add_application (files, uri, "Remit", "remit %u");
      g_bookmark_file_to_file (files, list, &error);
    }
  if (error != NULL)
    g_info ("The desktop is not told of the workspace: %s", error->message);
  g_task_return_boolean (task, error == NULL);
}

/* As GtkRecentManager does it, which writes on the main loop, and loses memory each time (in
 * GTK 4.8). */
void
remit_recent_add (const char *path)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (path != NULL);

  file = g_file_new_for_path (path);
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, remit_recent_add);
  g_task_set_task_data (task, g_file_get_uri (file), g_free);
  g_task_run_in_thread (task, add_in_thread);
}

/* ── The menu ─────────────────────────────────────────────────────────────────────────────── */

/* The user's own workspace is called so wherever it is. */
static char *
dup_label (const char *path)
{
  g_autofree char *own = remit_state_dup_own_path ();
  g_autofree char *name = NULL;
  g_auto (GStrv) parts = NULL;

  if (g_str_equal (own, path))
    return g_strdup (_ ("Personal Workspace"));
  name = g_filename_display_basename (path);
  parts = g_strsplit (name, "_", -1); /* no mnemonics */
  return g_strjoinv ("__", parts);
}

void
remit_recent_fill_menu (GMenu *menu,
                        const char *current)
{
  g_auto (GStrv) paths = remit_state_dup_paths ();
  guint n = 0;

  g_return_if_fail (G_IS_MENU (menu));

  g_menu_remove_all (menu);
  for (guint i = 0; paths[i] != NULL && n < SHOWN; i++)
    {
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *label = NULL;
      g_autofree char *text = NULL;

      if (g_strcmp0 (paths[i], current) == 0 || !g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
        continue;
      label = dup_label (paths[i]);
      text = remit_file_dup_text (paths[i]);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "app.open-workspace", "(sb)", text, FALSE);
      g_menu_append_item (menu, item);
      n++;
    }
}
