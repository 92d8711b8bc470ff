/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is an archive whole, and is it the one from which a workspace goes on? */
#include <glib/gi18n-lib.h>

#include "remit-archive.h"
#include "remit-base.h"

void
remit_archive_verdict_free (RemitArchiveVerdict *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->verdict, remit_verification_free);
  g_free (self->path);
  g_free (self);
}

gboolean
remit_archive_verdict_is_right (const RemitArchiveVerdict *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return remit_verification_is_whole (self->verdict) && self->is_head && self->is_base;
}

char *
remit_archive_verdict_dup_sentence (const RemitArchiveVerdict *self)
{
  g_autofree char *name = NULL;
  g_autofree char *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  name = g_filename_display_basename (self->path);
  if (!remit_verification_is_whole (self->verdict))
    {
      found = remit_verification_dup_sentence (self->verdict);
      /* Translators: a file name, and what is wrong with it */
      return g_strdup_printf (_ ("The archive “%s” is damaged: %s"), name, found);
    }
  if (!self->is_head)
    return g_strdup_printf (_ ("“%s” is not the archive of this history, or was changed after it "
                               "was created"), name);
  if (!self->is_base)
    return g_strdup_printf (_ ("The data of the archive “%s” does not match the start of the "
                               "history"), name);
  return g_strdup_printf (_ ("The archive “%s” is intact, and the history continues from it"),
                          name);
}

/* ── Looking ──────────────────────────────────────────────────────────────────────────────── */

gboolean
remit_archive_check_base (RemitStore *store,
                          RemitStore *archive,
                          GCancellable *cancellable,
                          gboolean *is_base,
                          GError **error)
{
  g_autoptr (RemitHistoryReplay) replay = NULL;
  RemitHistoryDifference difference;

  g_return_val_if_fail (REMIT_IS_STORE (store) && REMIT_IS_STORE (archive), FALSE);

  replay = remit_history_replay_new (archive, error);
  if (replay == NULL || !remit_base_replay (store, replay, cancellable, is_base, error)
      || !remit_history_replay_compare (replay, cancellable, &difference, error))
    return FALSE;
  *is_base = *is_base && difference.n_rows == 0;
  return TRUE;
}

static gboolean
compare (RemitStore *store,
         RemitStore *archive,
         RemitArchiveVerdict *self,
         GCancellable *cancellable,
         GError **error)
{
  g_auto (RemitAnchor) anchor = { 0 };

  if (!remit_anchor_read (&anchor, store, error))
    return FALSE;
  self->is_head = anchor.seq > 0 && self->verdict->length == anchor.seq
                  && g_str_equal (self->verdict->hash, anchor.hash);
  return !self->is_head
         || remit_archive_check_base (store, archive, cancellable, &self->is_base, error);
}

RemitArchiveVerdict *
remit_archive_verify (RemitStore *store,
                      RemitStore *archive,
                      GCancellable *cancellable,
                      RemitProgress progress,
                      gpointer progress_data,
                      GError **error)
{
  g_autoptr (RemitArchiveVerdict) self = g_new0 (RemitArchiveVerdict, 1);

  g_return_val_if_fail (REMIT_IS_STORE (store) && REMIT_IS_STORE (archive), NULL);

  self->path = g_strdup (remit_store_get_path (archive));
  self->verdict = remit_history_verify (archive, REMIT_VERIFY_ALL, cancellable, progress,
                                        progress_data, error);
  if (self->verdict == NULL || !compare (store, archive, self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}
