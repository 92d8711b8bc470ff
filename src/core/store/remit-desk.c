/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who writes into a workspace: one installation and user, with one file. */
#include "remit-desk.h"

#include <glib/gstdio.h>

#include "model/remit-id.h"
#include "remit-store-private.h"

/* What systemd and D-Bus call the machine; it is to be shown to nobody. */
static const char *const machine_files[] = { "/etc/machine-id", "/var/lib/dbus/machine-id" };

static const char *
get_machine (void)
{
  static char *machine;

  if (g_once_init_enter (&machine))
    {
      char *name = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (machine_files) && name == NULL; i++)
        g_file_get_contents (machine_files[i], &name, NULL, NULL);
      if (name == NULL)
        name = g_strdup (g_get_host_name ());
      g_once_init_leave (&machine, g_strstrip (name));
    }
  return machine;
}

/* Returns: 0 for a file in memory */
static guint64
get_inode (RemitStore *store)
{
  GStatBuf info;

  return g_stat (remit_store_get_path (store), &info) == 0 ? info.st_ino : 0;
}

/* Returns: (transfer full): nobody can tell from it who it is */
static char *
dup_key (guint64 inode)
{
  g_autofree char *whole = g_strdup_printf ("remit\n%s\n%s\n%" G_GUINT64_FORMAT, get_machine (),
                                            g_get_user_name (), inode);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
}

static gint64
find (RemitStore *store,
      const char *key,
      GError **error)
{
  RemitStatement *row = remit_store_prepare (store, "SELECT id FROM desk WHERE key = ?1", error);
  gint64 id;

  if (row == NULL)
    return 0;
  remit_statement_bind_text (row, 1, key);
  id = remit_store_step (store, row) ? sqlite3_column_int64 (row, 0) : 0;
  return remit_store_finish (store, row, error) ? id : 0;
}

static gint64
make (RemitStore *store,
      const char *key,
      GError **error)
{
  gint64 id = remit_id_new ();
  RemitStatement *row = remit_store_prepare (store, "INSERT INTO desk (id, key) VALUES (?1, ?2)",
                                             error);

  if (row == NULL)
    return 0;
  remit_statement_bind_integer (row, 1, id);
  remit_statement_bind_text (row, 2, key);
  return remit_store_run (store, row, error) ? id : 0;
}

gint64
remit_desk_find (RemitStore *store)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), 0);

  key = dup_key (get_inode (store));
  return find (store, key, NULL);
}

/* A connection keeps the one that it found, since each commit asks for it. One that it made may be
 * rolled back. */
static gint64
find_or_make (RemitStore *store,
              guint64 inode,
              GError **error)
{
  g_autofree char *key = dup_key (inode);
  g_autoptr (GError) local_error = NULL;
  gint64 id = find (store, key, &local_error);

  if (id != 0)
    *remit_store_get_kept_desk (store) = (RemitKeptDesk){ .inode = inode, .id = id };
  else if (local_error == NULL)
    {
      id = make (store, key, &local_error);
      *remit_store_get_kept_desk (store) = (RemitKeptDesk){ .made = id };
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return id;
}

gint64
remit_desk_get (RemitStore *store,
                GError **error)
{
  const RemitKeptDesk *kept;
  guint64 inode;

  g_return_val_if_fail (REMIT_IS_STORE (store), 0);

  kept = remit_store_get_kept_desk (store);
  inode = get_inode (store);
  return kept->id != 0 && kept->inode == inode ? kept->id : find_or_make (store, inode, error);
}
