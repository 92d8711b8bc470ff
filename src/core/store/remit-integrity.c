/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a file is intact, apart from the content of its history. */
#include "remit-integrity.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "remit-search.h"
#include "remit-store-private.h"

/* Steps of SQLite's machine between two questions whether to stop. */
#define STEPS 100000

static int
is_cancelled (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* A page that the disk does not give may be whole. SQLite says so as if it were damaged.
 * Returns: the code for that, or %SQLITE_OK */
static int
find_code (const char *found)
{
  static const char mark[] = "error code=";
  const char *place = strstr (found, mark);
  int code = place != NULL ? atoi (place + strlen (mark)) & 0xff : SQLITE_OK;

  if (code == SQLITE_IOERR || code == SQLITE_NOMEM)
    return code;
  return strstr (found, "failed to get page") != NULL ? SQLITE_IOERR : SQLITE_OK;
}

/* What SQLite finds, in its own words. It goes over all pages in one step, which takes as long as
 * it takes, and comes by no page twice. */
static gboolean
check_pages (RemitStore *store,
             GCancellable *cancellable,
             char **flaw,
             GError **error)
{
  RemitStatement *row = remit_store_prepare (store, "PRAGMA main.integrity_check (1)", error);
  g_autofree char *found = NULL;
  int code;

  sqlite3_progress_handler (remit_store_get_handle (store), STEPS, is_cancelled, cancellable);
  if (remit_store_step (store, row))
    found = g_strdup (remit_statement_get_text (row, 0));
  remit_store_set_limits (store);
  if (!remit_store_finish (store, row, error))
    return FALSE;
  code = found != NULL ? find_code (found) : SQLITE_CORRUPT;
  if (code != SQLITE_OK)
    {
      remit_store_set_error (store, code, NULL, error);
      return FALSE;
    }
  if (strcmp (found, "ok") != 0)
    /* Translators: what SQLite says, in English */
    *flaw = g_strdup_printf (_ ("The file is damaged: %s"), found);
  return TRUE;
}

static gboolean
check_search (RemitStore *store,
              char **flaw,
              GError **error)
{
  gboolean is_whole;

  if (!remit_search_check (store, &is_whole, error))
    return FALSE;
  if (!is_whole)
    *flaw = g_strdup (_ ("The search index of conflicts was modified"));
  return TRUE;
}

/* While people are merged, their names in a log may change; nothing of that is left afterwards. */
static gboolean
check_merging (RemitStore *store,
               char **flaw,
               GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (remit_store_query_integer (store, "SELECT EXISTS (SELECT 1 FROM merging)", 0, 0,
                                 &local_error) != 0)
    *flaw = g_strdup (_ ("The protection of the logs was removed"));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
remit_integrity_check (RemitStore *store,
                       GCancellable *cancellable,
                       char **flaw,
                       GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (flaw != NULL, FALSE);

  *flaw = NULL;
  return check_pages (store, cancellable, flaw, error)
         && (*flaw != NULL || check_search (store, flaw, error))
         && (*flaw != NULL || check_merging (store, flaw, error));
}
