/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many lines of the history a desk has written. */
#include "remit-history-count.h"

#include "store/remit-store-private.h"

/* Of one desk they rise with the lines. */
static const char last_sql[] =
  "SELECT coalesce ((SELECT count FROM history WHERE desk = ?1 AND seq > ?2"
  " ORDER BY seq DESC LIMIT 1), 0)";
static const char archived_sql[] =
  "SELECT coalesce (max (count), 0) FROM history_stub WHERE desk = ?1";

gint64
remit_history_count (RemitStore *store,
                     gint64 desk,
                     gint64 seq,
                     GError **error)
{
  RemitKeptDesk *kept;
  gboolean is_known;
  gint64 last, archived;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), -1);

  kept = remit_store_get_kept_desk (store);
  if (desk == kept->made)
    return 0;
  is_known = kept->id == desk && kept->counted_seq <= seq;
  last = remit_store_query_integer (store, last_sql, desk, is_known ? kept->counted_seq : 0,
                                    &local_error);
  if (local_error == NULL)
    archived = remit_store_query_integer (store, archived_sql, desk, 0, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return -1;
    }
  last = MAX (last, archived);
  if (is_known)
    last = MAX (last, kept->count);
  if (kept->id == desk)
    {
      kept->counted_seq = seq;
      kept->count = last;
    }
  return last;
}
