/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifying a workspace and its archives, and holding it against a plan that was exported once. */
#include "remit-audit.h"

#include <glib/gi18n-lib.h>

#include "remit-plan-reader.h"

/* An audit that goes on. */
typedef struct {
  RemitAudit *audit;
  const RemitWorkControl *control;
  char *hash;       /* of the plan */
  GPtrArray *paths; /* of archives that are still to be looked at */
} Run;

static void
run_clear (Run *self)
{
  g_clear_pointer (&self->hash, g_free);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

RemitAuditOrder *
remit_audit_order_new (const char *against,
                       const char *const *archives)
{
  RemitAuditOrder *self = g_new0 (RemitAuditOrder, 1);

  self->against = g_strdup (against);
  self->archives = g_strdupv ((GStrv) archives);
  return self;
}

void
remit_audit_order_free (RemitAuditOrder *self)
{
  g_free (self->against);
  g_strfreev (self->archives);
  g_free (self);
}

void
remit_audit_free (RemitAudit *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->verdict, remit_verification_free);
  g_clear_pointer (&self->against, g_free);
  g_clear_pointer (&self->missing, g_free);
  g_clear_pointer (&self->archives, g_ptr_array_unref);
  g_free (self);
}

/* ── The plan ─────────────────────────────────────────────────────────────────────────────── */

/* Asks a workspace or an archive; what is older than its history is asked of the archive before. */
static gboolean
compare (Run *self,
         RemitStore *store,
         GError **error)
{
  RemitAudit *audit = self->audit;
  g_auto (RemitAnchor) anchor = { 0 };
  g_autoptr (GError) local_error = NULL;

  g_clear_pointer (&audit->missing, g_free);
  audit->contained = remit_history_contains (store, audit->length, self->hash, &local_error);
  if (local_error == NULL)
    return TRUE;
  if (!g_error_matches (local_error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_ARCHIVED)
      || !remit_anchor_read (&anchor, store, NULL))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  audit->missing = g_steal_pointer (&anchor.archive);
  return TRUE;
}

/* ── Archives ─────────────────────────────────────────────────────────────────────────────── */

/* Returns: whether an archive has the line from which the history of @store goes on */
static gboolean
precedes (const char *path,
          const RemitAnchor *anchor)
{
  g_autoptr (RemitStore) archive = remit_archive_open (path, NULL);

  return archive != NULL && remit_anchor_get_seq (archive) < anchor->seq
         && remit_history_contains (archive, anchor->seq, anchor->hash, NULL);
}

/* Of those that are named the one that is before @store; else the one beside it; else the next, so
 * that what is wrong with it is told. */
static char *
take_path (Run *self,
           RemitStore *store,
           const RemitAnchor *anchor)
{
  g_autofree char *beside = NULL;

  for (guint i = 0; i < self->paths->len; i++)
    if (precedes (self->paths->pdata[i], anchor))
      return g_ptr_array_steal_index (self->paths, i);
  beside = remit_anchor_find_archive (anchor, remit_store_get_path (store));
  if (beside != NULL && precedes (beside, anchor))
    return g_steal_pointer (&beside);
  return self->paths->len > 0 ? g_ptr_array_steal_index (self->paths, 0) : NULL;
}

static gboolean
verify_archive (Run *self,
                RemitStore *store,
                RemitStore *archive,
                GError **error)
{
  RemitArchiveVerdict *verdict = remit_archive_verify (
    store, archive, self->control->cancellable, self->control->progress,
    self->control->progress_data, error);

  if (verdict == NULL)
    return FALSE;
  g_ptr_array_add (self->audit->archives, verdict);
  return self->audit->missing == NULL || !remit_archive_verdict_is_right (verdict)
         || compare (self, archive, error);
}

/* From the newest to the oldest, as long as there is one. */
static gboolean
verify_archives (Run *self,
                 RemitStore *store,
                 GError **error)
{
  g_autoptr (RemitStore) newer = g_object_ref (store);

  for (;;)
    {
      g_auto (RemitAnchor) anchor = { 0 };
      g_autofree char *path = NULL;
      g_autoptr (RemitStore) archive = NULL;

      if (!remit_anchor_read (&anchor, newer, error))
        return FALSE;
      path = take_path (self, newer, &anchor);
      if (path == NULL)
        return TRUE;
      archive = remit_archive_open (path, error);
      if (archive == NULL || !verify_archive (self, newer, archive, error))
        return FALSE;
      if (precedes (path, &anchor))
        g_set_object (&newer, archive);
    }
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

static gboolean
run (Run *self,
     RemitStore *store,
     GError **error)
{
  RemitAudit *audit = self->audit;

  if (audit->against != NULL
      && (!remit_plan_read_history (audit->against, &audit->length, &self->hash, error)
          || !compare (self, store, error)))
    return FALSE;
  audit->verdict = remit_history_verify (store, REMIT_VERIFY_ALL, self->control->cancellable,
                                         self->control->progress, self->control->progress_data,
                                         error);
  return audit->verdict != NULL
         && ((self->paths->len == 0 && audit->missing == NULL)
             || verify_archives (self, store, error));
}

gpointer
remit_audit_run (RemitStore *store,
                 const RemitWorkControl *control,
                 gpointer order,
                 GError **error)
{
  const RemitAuditOrder *wanted = order;
  g_autoptr (RemitAudit) audit = g_new0 (RemitAudit, 1);
  g_auto (Run) self = { audit, control, NULL, NULL };

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  audit->contained = TRUE;
  audit->archives = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_archive_verdict_free);
  self.paths = g_ptr_array_new_with_free_func (g_free);
  if (wanted != NULL)
    audit->against = g_strdup (wanted->against);
  for (guint i = 0; wanted != NULL && wanted->archives != NULL && wanted->archives[i] != NULL; i++)
    g_ptr_array_add (self.paths, g_strdup (wanted->archives[i]));
  return run (&self, store, error) ? g_steal_pointer (&audit) : NULL;
}

gboolean
remit_audit_is_whole (const RemitAudit *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->archives->len; i++)
    if (!remit_archive_verdict_is_right (self->archives->pdata[i]))
      return FALSE;
  return self->contained && remit_verification_is_whole (self->verdict);
}

char *
remit_audit_dup_comparison (const RemitAudit *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->against == NULL)
    return NULL;
  name = g_filename_display_basename (self->against);
  if (self->contained)
    /* Translators: a file name, and a number of edits */
    return g_strdup_printf (_ ("The workspace contains the state of “%s”, after change %ld"), name,
                            (long) self->length);
  if (self->missing != NULL)
    /* Translators: a file name, a number of edits, and another file name */
    return g_strdup_printf (_ ("“%s” was exported after change %ld, which is in the archive “%s”. "
                               "Compare the plan with the archive"),
                            name, (long) self->length, self->missing);
  return g_strdup_printf (_ ("The workspace does not contain the state of “%s”, after change %ld: "
                             "it is a different workspace, or its history was rewritten"),
                          name, (long) self->length);
}
