/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A private copy of a workspace, in a temporary file. */
#include "remit-store-private.h"

/* Pages between two questions whether to stop. */
#define PAGES 1024

static gboolean
copy_pages (RemitStore *from,
            RemitStore *to,
            GCancellable *cancellable,
            GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (remit_store_get_handle (to), "main",
                                                remit_store_get_handle (from), "main");
  int code = backup != NULL ? SQLITE_OK : sqlite3_errcode (remit_store_get_handle (to));

  while (code == SQLITE_OK)
    code = g_cancellable_is_cancelled (cancellable) ? SQLITE_INTERRUPT
                                                    : sqlite3_backup_step (backup, PAGES);
  sqlite3_backup_finish (backup);
  if (code != SQLITE_DONE)
    remit_store_set_error (to, code, NULL, error);
  return code == SQLITE_DONE;
}

RemitStore *
remit_store_copy (RemitStore *self,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (RemitStore) copy = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (self), NULL);

  copy = remit_store_open_raw ("", REMIT_STORE_CREATE, error);
  if (copy == NULL || !remit_store_begin_read (self, NULL, error))
    return NULL;
  /* the moment is that of the first read: without one, each commit of another connection would have
   * the copy begin anew */
  remit_store_get_format (self);
  return remit_store_end_read (self, copy_pages (self, copy, cancellable, error), error)
           ? g_steal_pointer (&copy)
           : NULL;
}
