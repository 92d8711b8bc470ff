/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is of one plan's conflicts: themselves, and whether they are where their logs lead. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-plan-merge-private.h"

#include <glib/gi18n-lib.h>

#include "plan/conflict/remit-settle.h"

static gboolean
check_rung (RemitPlanMerge *self,
            const RemitRecord *conflict,
            gint64 rung)
{
  gint64 said = remit_record_get_integer (conflict, REMIT_CONFLICT_RUNG);
  g_autoptr (GPtrArray) rungs = NULL;

  rungs = remit_settle_get_rungs (self->store, remit_record_get_id (conflict), &self->error);
  if (rungs == NULL)
    return FALSE;
  if (said != rung)
    return remit_merge_refuse (self, _ ("The conflict says that it is on rung %d, and its log that "
                                        "it is on rung %d. Add the step to the log."),
                               (int) said, (int) rung);
  for (guint i = 0; i < rungs->len; i++)
    if (remit_record_get_integer (rungs->pdata[i], REMIT_OWN_RUNG_POSITION) == said)
      return TRUE;
  return said == 0
         || remit_merge_refuse (self, _ ("The conflict is on rung %d, which it does not have"),
                                (int) said);
}

gboolean
remit_merge_end_conflict (RemitPlanMerge *self)
{
  RemitRecord *conflict;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) reason = NULL;
  RemitConflictStatus status;
  gint64 rung;

  conflict = remit_merge_load (self, REMIT_MERGE_BY_ID, REMIT_KIND_CONFLICT,
                               self->current[REMIT_KIND_CONFLICT], 0);
  if (conflict == NULL)
    return FALSE;
  log = remit_settle_get_log (self->store, remit_record_get_id (conflict), &self->error);
  if (log == NULL)
    return FALSE;
  if (!remit_story_follow (log, &status, &rung, &reason))
    return remit_merge_refuse (self, "%s", reason->message);
  if (remit_record_get_integer (conflict, REMIT_CONFLICT_STATUS) != status)
    {
      const RemitChoice *choices = remit_conflict_info.fields[REMIT_CONFLICT_STATUS].choices;

      return remit_merge_refuse (
        self,
        /* Translators: two states of a conflict, as they are in the file */
        _ ("The conflict says that it is “%s”, and its log that it is “%s”. Add the step to the "
           "log."),
        choices[remit_record_get_integer (conflict, REMIT_CONFLICT_STATUS)].nick,
        choices[status].nick);
    }
  return check_rung (self, conflict, rung);
}
