/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a file as a workspace, reads all of it, verifies it, changes it, and repairs it. */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "fuzz-input.h"
#include "store/history/remit-history-verify.h"
#include "store/remit-edit.h"
#include "store/remit-repair.h"
#include "store/workspace/remit-workspace.h"

static char *folder;

static void
clear_folder (void)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static void
remove_folder (void)
{
  clear_folder ();
  g_rmdir (folder);
  g_free (folder);
}

/* In memory, where there is a place for files that are: each of them is synced several times. */
static void
make_folder (void)
{
  if (folder != NULL)
    return;
  folder = g_strdup ("/dev/shm/remit-fuzz-XXXXXX");
  if (g_mkdtemp (folder) == NULL)
    {
      g_free (folder);
      folder = g_dir_make_tmp ("remit-fuzz-XXXXXX", NULL);
    }
  atexit (remove_folder);
}

static void
read_all (RemitStore *store)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      g_autofree char *sql = g_strdup_printf (
        "SELECT id FROM %s", remit_entity_info_get_table (remit_entity_info (kind)));
      g_autoptr (RemitStatement) rows = remit_store_prepare (store, g_intern_string (sql), NULL);

      while (remit_store_step (store, rows))
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (RemitRecord) record = remit_store_load (
            store, kind, remit_statement_get_integer (rows, 0), &error);

          /* in a damaged table, a row may be seen in passing that is not found */
          g_assert_true (record == NULL || error == NULL);
        }
    }
}

static void
change (RemitStore *store)
{
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Edit", NULL);
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PERSON);

  remit_record_set_text (record, REMIT_PERSON_NAME, "Ada");
  if (edit != NULL && remit_edit_insert (edit, record, NULL))
    remit_edit_commit (edit, NULL);
  g_clear_pointer (&edit, remit_edit_free);
  remit_history_undo (store, REMIT_HISTORY_UNDO, 0, NULL);
}

static void
use (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitWorkspace) workspace = remit_workspace_open (path, REMIT_STORE_NO_FLAGS, &error);
  g_autoptr (RemitVerification) verdict = NULL;
  RemitStore *store;

  g_assert_true ((workspace == NULL) == (error != NULL));
  if (workspace == NULL)
    return;
  store = remit_workspace_get_store (workspace);
  verdict = remit_history_verify (store, REMIT_VERIFY_ALL, NULL, NULL, NULL, &error);
  g_assert_true ((verdict == NULL) == (error != NULL));
  read_all (store);
  change (store);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize length)
{
  g_autoptr (RemitRepair) repair = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *repaired = NULL;

  make_folder ();
  path = g_build_filename (folder, "fuzz.remit", NULL);
  repaired = g_build_filename (folder, "repaired.remit", NULL);
  g_assert_true (g_file_set_contents_full (path, (const char *) data, (gssize) length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  repair = remit_repair (path, repaired, NULL, &error);
  g_assert_true ((repair == NULL) == (error != NULL));
  use (path);
  clear_folder ();
  return 0;
}
