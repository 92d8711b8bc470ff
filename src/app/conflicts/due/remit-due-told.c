/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which due conflicts were notified, kept between sessions. */
#include "remit-due-told.h"

#include "model/remit-day.h"

#define OVER "over"
#define SOON "soon"

/* What is older is forgotten: it will not be due again. */
#define KEEP (400 * 24 * 60 * 60 * (gint64) 1000)

static char *
dup_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "remit", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, "told.ini", NULL);
}

static void
forget_old (GKeyFile *told,
            const char *group,
            gint64 now)
{
  g_auto (GStrv) keys = g_key_file_get_keys (told, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (g_key_file_get_int64 (told, group, keys[i], NULL) < now - KEEP)
      g_key_file_remove_key (told, group, keys[i], NULL);
}

/* Another process may have told it meanwhile, so the file is read each time. */
gboolean
remit_due_told_add (gint64 conflict,
                    gint64 due,
                    gboolean is_over)
{
  g_autoptr (GKeyFile) told = g_key_file_new ();
  g_autofree char *path = dup_path ();
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_MODIFIER "x", conflict);
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (told, path, G_KEY_FILE_NONE, NULL);
  if (g_key_file_get_int64 (told, OVER, key, NULL) == due
      || (!is_over && g_key_file_get_int64 (told, SOON, key, NULL) == due))
    return FALSE;
  g_key_file_set_int64 (told, is_over ? OVER : SOON, key, due);
  forget_old (told, OVER, remit_time_now ());
  forget_old (told, SOON, remit_time_now ());
  if (!g_key_file_save_to_file (told, path, &error))
    g_message ("What was told cannot be remembered: %s", error->message);
  return TRUE;
}
