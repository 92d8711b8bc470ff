/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migrations: numbered SQL files that bring a workspace to the newest format. */
#include "remit-migrations.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "remit-private-file.h"
#include "remit-script.h"
#include "remit-store-private.h"
#include "remit-store-resources.h"

/* Copies that are made within one second. */
#define MAX_NAMES 100

#define FOLDER "/org/remit/store/migrations/"

int
remit_migrations_get_newest (void)
{
  static gsize registered;
  static gsize newest;

  remit_script_register (&registered, remit_store_resources_register_resource);
  if (g_once_init_enter (&newest))
    {
      g_auto (GStrv) names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                             NULL);

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
      g_autoptr (GBytes) bytes = remit_script_load (path);

      scripts[i] = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }

  return scripts;
}

/* Copies the whole file as it was before the transaction, which only another connection can read.
 * Returns: a code of SQLite */
static int
copy_file (const char *from,
           const char *to)
{
  sqlite3 *source = NULL;
  sqlite3 *copy = NULL;
  sqlite3_backup *backup = NULL;
  int code = sqlite3_open_v2 (from, &source, SQLITE_OPEN_READONLY, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_open_v2 (to, &copy, SQLITE_OPEN_READWRITE, NULL);
  if (code == SQLITE_OK)
    {
      backup = sqlite3_backup_init (copy, "main", source, "main");
      if (backup != NULL)
        {
          sqlite3_backup_step (backup, -1);
          sqlite3_backup_finish (backup);
        }
      code = sqlite3_errcode (copy);
    }
  sqlite3_close (copy);
  sqlite3_close (source);
  return code;
}

/* Makes an empty file for the copy, for its owner alone, in place of no other file.
 * Returns: (nullable): its name, or %NULL when none can be made */
static char *
create_copy (const char *path,
             int format)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  int failure = EEXIST;

  for (guint i = 0; failure == EEXIST && i < MAX_NAMES; i++)
    {
      g_autofree char *name = i == 0 ? g_strdup_printf ("%s.backup-%d-%s", path, format, time)
                                     : g_strdup_printf ("%s.backup-%d-%s-%u", path, format, time,
                                                        i + 1);

      failure = remit_private_file_create (name, path);
      if (failure == 0)
        return g_steal_pointer (&name);
    }
  return NULL;
}

/* Under the lock, so that nobody can put a copy of what is updated in place of the good one. */
static gboolean
back_up (RemitStore *store,
         int format,
         GError **error)
{
  const char *path = remit_store_get_path (store);
  g_autofree char *copy = NULL;
  int code = SQLITE_CANTOPEN;

  if (g_str_equal (path, ":memory:"))
    return TRUE;
  copy = create_copy (path, format);
  if (copy != NULL)
    code = copy_file (path, copy);
  if (code == SQLITE_OK)
    return TRUE;
  if (copy != NULL)
    g_unlink (copy);
  remit_store_set_error (store, code, _ ("Cannot create the backup before the update"),
                         error);
  return FALSE;
}

/* Steps may widen constraints, which are in the schema. */
static gboolean
run_script (RemitStore *store,
            const char *script,
            GError **error)
{
  sqlite3 *db = remit_store_get_handle (store);
  int was_defensive = 0;
  gboolean done;

  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, -1, &was_defensive);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  done = remit_store_exec (store, script, NULL, error);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, was_defensive, NULL);
  return done;
}

/* Runs those that bring a file of @format to @wanted. */
static gboolean
run_scripts (RemitStore *store,
             int format,
             int wanted,
             const char *const *scripts,
             GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", wanted);
  g_autofree char *application = g_strdup_printf ("PRAGMA application_id = %d",
                                                  REMIT_STORE_APPLICATION_ID);

  for (int i = format; i < wanted; i++)
    if (!run_script (store, scripts[i], error))
      return FALSE;
  return remit_store_exec (store, application, NULL, error)
         && remit_store_exec (store, version, NULL, error);
}

gboolean
remit_migrations_apply (RemitStore *store,
                        int from,
                        int to,
                        GError **error)
{
  g_auto (GStrv) scripts = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (from >= 0 && to <= remit_migrations_get_newest (), FALSE);

  scripts = load_scripts ();
  return run_scripts (store, from, to, (const char *const *) scripts, error);
}

/* Another process may have been faster between our look and our lock. */
static gboolean
update (RemitStore *store,
        const char *const *scripts,
        GError **error)
{
  int format = remit_store_get_format (store);
  int wanted = (int) g_strv_length ((GStrv) scripts);

  if (format >= wanted)
    return TRUE;
  return (format == 0 || back_up (store, format, error))
         && run_scripts (store, format, wanted, scripts, error);
}

gboolean
remit_migrations_run (RemitStore *store,
                      const char *const *scripts,
                      GError **error)
{
  g_auto (GStrv) own = NULL;

  if (scripts == NULL)
    {
      if (remit_store_get_format (store) >= remit_migrations_get_newest ())
        return TRUE;
      scripts = (const char *const *) (own = load_scripts ());
    }

  if (!remit_store_begin_unchecked (store, error))
    return FALSE;
  if (update (store, scripts, error))
    return remit_store_commit (store, error);
  remit_store_rollback (store);
  return FALSE;
}
