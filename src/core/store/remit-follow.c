/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logs that mention a person who is merged into another. */
#include "remit-follow.h"

/* The triggers of the logs look into this table, which is empty but within such an edit, and which
 * the history does not record: see 0005.sql. */
gboolean
remit_edit_let_follow (RemitEdit *edit,
                       gint64 gone,
                       gint64 kept,
                       GError **error)
{
  RemitStore *store = remit_edit_get_store (edit);
  RemitStatement *statement;

  g_return_val_if_fail (gone != 0 && kept != 0 && gone != kept, FALSE);

  statement = remit_store_query (store, "INSERT INTO merging (gone, kept) VALUES (?1, ?2)", gone,
                                 kept, error);
  return remit_store_run (store, statement, error);
}
