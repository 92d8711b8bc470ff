/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifying a workspace, and holding it against a plan that was exported from it once. */
#include "remit-audit.h"

#include <glib/gi18n-lib.h>

#include "remit-plan-reader.h"

void
remit_audit_free (RemitAudit *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->verdict, remit_verdict_free);
  g_clear_pointer (&self->against, g_free);
  g_free (self);
}

static gboolean
compare (RemitAudit *self,
         RemitStore *store,
         GError **error)
{
  g_autofree char *hash = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!remit_plan_read_history (self->against, &self->length, &hash, error))
    return FALSE;
  self->contained = remit_history_contains (store, self->length, hash, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gpointer
remit_audit_run (RemitStore *store,
                 const RemitWorkControl *control,
                 gpointer against,
                 GError **error)
{
  g_autoptr (RemitAudit) self = g_new0 (RemitAudit, 1);

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  self->against = g_strdup (against);
  self->contained = TRUE;
  if (against != NULL && !compare (self, store, error))
    return NULL;
  self->verdict = remit_history_verify (store, REMIT_VERIFY_ALL, control->cancellable,
                                        control->progress, control->progress_data, error);
  return self->verdict != NULL ? g_steal_pointer (&self) : NULL;
}

gboolean
remit_audit_is_whole (const RemitAudit *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->contained && remit_verdict_is_whole (self->verdict);
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
    return g_strdup_printf (_ ("The workspace contains the state of “%s”, after edit %ld"), name,
                            (long) self->length);
  return g_strdup_printf (_ ("The workspace does not contain the state of “%s”, after edit %ld: it "
                             "is another one, or its history was rewritten"),
                          name, (long) self->length);
}
