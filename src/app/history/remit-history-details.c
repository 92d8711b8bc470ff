/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one entry of the history changed, as far as a row of the list shows it. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-history-details.h"

#include "exchange/remit-exchange.h"

/* As after an import: how many of which kind. */
static GStrv
summarize (GPtrArray *changes)
{
  g_autoptr (RemitImportResult) counts = remit_import_result_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      const RemitChange *change = g_ptr_array_index (changes, i);

      if (change->op == REMIT_CHANGE_ADDED)
        counts->added[change->kind]++;
      else if (change->op == REMIT_CHANGE_REMOVED)
        counts->removed[change->kind]++;
      else
        counts->changed[change->kind]++;
    }
  return remit_import_result_describe (counts);
}

/* First what has a place of its own, the bigger before the smaller, then skills and the like. */
static guint
get_rank (const RemitChange *change)
{
  static const RemitKind order[] = {
    REMIT_KIND_SETTINGS,   REMIT_KIND_PLAN,    REMIT_KIND_TEAM, REMIT_KIND_SLOT,
    REMIT_KIND_ASSIGNMENT, REMIT_KIND_PERSON,  REMIT_KIND_ROLE, REMIT_KIND_DECISION,
    REMIT_KIND_RIGHT,      REMIT_KIND_DECISION_EVENT,           REMIT_KIND_WAIVER,
    REMIT_KIND_SKILL,      REMIT_KIND_SLOT_NEED, REMIT_KIND_ABSENCE, REMIT_KIND_PERSON_SKILL,
  };
  guint rank = 0;

  while (rank < G_N_ELEMENTS (order) && order[rank] != change->kind)
    rank++;
  return rank;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  return (int) get_rank (*(RemitChange *const *) a) - (int) get_rank (*(RemitChange *const *) b);
}

RemitHistoryDetails *
remit_history_details_load (RemitStore *store,
                            gint64 seq,
                            GError **error)
{
  g_autoptr (GPtrArray) changes = remit_history_get_changes (store, seq, error);
  g_autofree char *hash = NULL;
  RemitHistoryDetails *self;

  if (changes == NULL)
    return NULL;
  hash = remit_history_dup_hash (store, seq, error);
  if (hash == NULL)
    return NULL;

  g_ptr_array_sort (changes, compare_ranks);
  self = g_new0 (RemitHistoryDetails, 1);
  self->lines = remit_history_get_lines (store, changes, REMIT_HISTORY_DETAILS_MAX);
  self->n_changes = changes->len;
  if (changes->len > REMIT_HISTORY_DETAILS_MAX)
    self->summary = summarize (changes);
  self->hash = g_steal_pointer (&hash);
  return self;
}

void
remit_history_details_free (RemitHistoryDetails *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->summary, g_strfreev);
  g_clear_pointer (&self->hash, g_free);
  g_free (self);
}
