/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a decision came to, as its log says. */
#include "remit-decided.h"

GHashTable *
remit_decided_new_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

gboolean
remit_decided_is_corrected (GHashTable *corrected,
                            const RemitRecord *event)
{
  gint64 id = remit_record_get_id (event);

  return g_hash_table_contains (corrected, &id);
}

static void
read_corrections (RemitPlanSource *source,
                  gint64 decision,
                  GHashTable *corrected)
{
  const RemitRecord *event;

  remit_plan_source_begin (source, REMIT_KIND_DECISION_EVENT, decision);
  while ((event = remit_plan_source_next (source, REMIT_KIND_DECISION_EVENT)) != NULL)
    {
      gint64 id = remit_record_get_integer (event, REMIT_DECISION_EVENT_CORRECTS);

      if (id != 0)
        g_hash_table_add (corrected, g_memdup2 (&id, sizeof id));
    }
}

RemitRecord *
remit_decided_read (RemitPlanSource *source,
                    gint64 decision,
                    GHashTable *corrected)
{
  g_autoptr (RemitRecord) outcome = NULL;
  const RemitRecord *event;

  read_corrections (source, decision, corrected);
  remit_plan_source_begin (source, REMIT_KIND_DECISION_EVENT, decision);
  while ((event = remit_plan_source_next (source, REMIT_KIND_DECISION_EVENT)) != NULL)
    if (remit_record_get_integer (event, REMIT_DECISION_EVENT_KIND)
          == REMIT_DECISION_EVENT_OUTCOME
        && !remit_decided_is_corrected (corrected, event))
      {
        g_clear_pointer (&outcome, remit_record_free);
        outcome = remit_record_copy (event);
      }
  return g_steal_pointer (&outcome);
}
