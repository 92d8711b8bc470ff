/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a conflict in a store, without loading the workspace. */
#include "remit-conflict-find.h"

#include <glib/gi18n-lib.h>

#include "model/remit-id.h"

#define IS_RUNNING "status IN ('open', 'mediating', 'escalated')"

static gint64
pick (RemitStatement *rows,
      RemitStore *store,
      gint64 id,
      guint *n)
{
  gint64 found = 0;

  for (*n = 0; remit_store_step (store, rows); (*n)++)
    {
      if (*n == 0)
        found = remit_statement_get_integer (rows, 0);
      /* the id counts before a title, one that runs before those that are over */
      if (found == id || (*n == 1 && !(int) remit_statement_get_integer (rows, 1)))
        {
          *n = 1;
          return found;
        }
    }
  return found;
}

gint64
remit_conflict_find (RemitStore *store,
                     const char *text,
                     GError **error)
{
  g_autoptr (RemitStatement) rows = NULL;
  gint64 id = remit_id_parse (text);
  gint64 found;
  guint n;

  rows = remit_store_prepare (store,
                              "SELECT id, " IS_RUNNING " AS running FROM conflict"
                              " WHERE id = ?1 OR title = ?2 COLLATE NOCASE"
                              " ORDER BY id = ?1 DESC, running DESC", error);
  if (rows == NULL)
    return 0;
  remit_statement_bind_integer (rows, 1, id);
  remit_statement_bind_text (rows, 2, text);
  found = pick (rows, store, id, &n);
  if (n == 1)
    return found;
  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED,
               n == 0 ? _ ("Unknown conflict “%s”")
                      : _ ("“%s” matches several conflicts. Enter an id"),
               text);
  return 0;
}
