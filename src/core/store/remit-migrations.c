/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migrations: numbered SQL files that bring a workspace to the newest format. */
#include "remit-migrations.h"

#include <glib/gi18n-lib.h>

#include "remit-store-private.h"
#include "remit-store-resources.h"

#define FOLDER "/org/remit/store/migrations/"

/* The scripts are registered by hand: what registers itself goes when the program ends, while a
 * thread may open a workspace. They are looked up among all resources: what a resource's own getter
 * returns is NULL while another thread, which loads icons for example, is registering it. */
int
remit_migrations_get_newest (void)
{
  static gsize newest;

  if (g_once_init_enter (&newest))
    {
      g_auto (GStrv) names = NULL;

      remit_store_resources_register_resource ();
      names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_once_init_leave (&newest, g_strv_length (names));
    }
  return (int) newest;
}

static GStrv
load_scripts (void)
{
  int newest = remit_migrations_get_newest ();
  GStrv scripts = g_new0 (char *, (gsize) newest + 1);

  for (int i = 0; i < newest; i++)
    {
      g_autofree char *path = g_strdup_printf (FOLDER "%04d.sql", i + 1);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_assert (bytes != NULL);
      scripts[i] = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }

  return scripts;
}

/* A copy of the whole file, made by SQLite, so that it is whole whatever else is going on. */
static gboolean
back_up (RemitStore *store,
         int format,
         GError **error)
{
  g_autofree char *path = NULL;
  sqlite3 *copy = NULL;
  sqlite3_backup *backup;
  int code;

  if (g_str_equal (remit_store_get_path (store), ":memory:"))
    return TRUE;

  path = g_strdup_printf ("%s.backup-%d", remit_store_get_path (store), format);
  code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (code == SQLITE_OK)
    {
      backup = sqlite3_backup_init (copy, "main", remit_store_get_handle (store), "main");
      if (backup != NULL)
        {
          sqlite3_backup_step (backup, -1);
          sqlite3_backup_finish (backup);
        }
      code = sqlite3_errcode (copy);
    }
  sqlite3_close (copy);

  if (code == SQLITE_OK)
    return TRUE;
  remit_store_set_error (store, code, _ ("The copy to keep before the update cannot be made"),
                         error);
  return FALSE;
}

static gboolean
run_scripts (RemitStore *store,
             int first,
             int last,
             const char *const *scripts,
             GError **error)
{
  for (int number = first; number <= last; number++)
    if (!remit_store_exec (store, scripts[number - 1], NULL, error))
      return FALSE;
  return TRUE;
}

/* Those from @first to @last, counted from 1, in one transaction. */
static gboolean
run (RemitStore *store,
     int first,
     int last,
     const char *const *scripts,
     GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", last);
  g_autofree char *application = g_strdup_printf ("PRAGMA application_id = %d",
                                                  REMIT_STORE_APPLICATION_ID);

  if (!remit_store_exec (store, "BEGIN IMMEDIATE", NULL, error))
    return FALSE;

  /* Another process may have been faster between our look and our lock. */
  if (remit_store_get_format (store) >= first)
    return remit_store_exec (store, "ROLLBACK", NULL, error);

  if (run_scripts (store, first, last, scripts, error)
      && remit_store_exec (store, application, NULL, error)
      && remit_store_exec (store, version, NULL, error)
      && remit_store_exec (store, "COMMIT", NULL, error))
    return TRUE;

  remit_store_exec (store, "ROLLBACK", NULL, NULL);
  return FALSE;
}

gboolean
remit_migrations_run (RemitStore *store,
                      const char *const *scripts,
                      GError **error)
{
  g_auto (GStrv) own = NULL;
  int format = remit_store_get_format (store);
  int newest;

  if (scripts == NULL)
    {
      if (format >= remit_migrations_get_newest ())
        return TRUE;
      scripts = (const char *const *) (own = load_scripts ());
    }

  newest = (int) g_strv_length ((GStrv) scripts);
  if (format > 0 && format < newest && !back_up (store, format, error))
    return FALSE;
  /* Nobody is to find a new file half made, and make a copy of it to keep. */
  if (format == 0)
    return run (store, 1, newest, scripts, error);
  for (int number = format + 1; number <= newest; number++)
    if (!run (store, number, number, scripts, error))
      return FALSE;

  return TRUE;
}
