/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is of one plan's decisions: rights, the log, waivers. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-plan-merge-private.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"

/* The rights of a decision that changes its framework have letters of the old one; the file has
 * them all, and they come anew. */
static gboolean
drop_rights (RemitPlanMerge *self,
             gint64 decision)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RemitStatement) rows = NULL;

  rows = remit_merge_query (self, REMIT_MERGE_PARTS, REMIT_KIND_RIGHT, decision, 0);
  while (remit_merge_next (self, rows, REMIT_KIND_RIGHT))
    {
      gint64 id = remit_record_get_id (self->loaded[REMIT_KIND_RIGHT]);

      g_array_append_val (ids, id);
    }
  g_clear_pointer (&rows, remit_statement_reset);

  self->result->removed[REMIT_KIND_RIGHT] += ids->len;
  for (guint i = 0; self->error == NULL && i < ids->len; i++)
    remit_edit_delete (self->edit, REMIT_KIND_RIGHT, g_array_index (ids, gint64, i), &self->error);
  return self->error == NULL;
}

gboolean
remit_merge_start_decision (RemitPlanMerge *self,
                            const RemitPlanElement *element)
{
  RemitRecord *record = element->record;
  RemitRecord *there;

  remit_merge_place (self, element);
  if (!remit_merge_find_in_plan (self, record, &there))
    return FALSE;
  remit_merge_enter (self, REMIT_KIND_DECISION, remit_record_get_id (record), there == NULL);
  self->framework = (RemitFramework) remit_record_get_integer (record, REMIT_DECISION_FRAMEWORK);
  if (self->as_template && remit_record_is_initial (record, REMIT_DECISION_RAISED))
    remit_record_set_integer (record, REMIT_DECISION_RAISED, remit_time_now ());

  if (there != NULL && !remit_record_is_same (record, there, REMIT_DECISION_FRAMEWORK)
      && !drop_rights (self, remit_record_get_id (record)))
    return FALSE;
  return remit_merge_entity (self, record, there);
}

/* Rights, which have no ids in the file: known by their holder and letter. */

static gboolean
check_right (RemitPlanMerge *self,
             const RemitRecord *record)
{
  RemitLetter letter = (RemitLetter) remit_record_get_integer (record, REMIT_RIGHT_LETTER);
  g_autofree char *letters = NULL;
  guint n_holders = 0;

  for (guint i = REMIT_RIGHT_SLOT; i <= REMIT_RIGHT_PERSON; i++)
    n_holders += remit_record_get_integer (record, i) != 0;
  if (n_holders != 1)
    return remit_merge_refuse (self, _ ("A right has one holder: a slot, a role or a person"));
  if (remit_framework_get_letter (self->framework, letter) != NULL)
    return TRUE;

  letters = remit_framework_dup_letters (self->framework);
  return remit_merge_refuse (self,
                             /* Translators: a letter, a framework such as RACI, its letters */
                             _ ("“%1$s” is no letter of %2$s; its letters are %3$s"),
                             remit_letter_get_nick (letter),
                             remit_framework_get_info (self->framework)->nick, letters);
}

gboolean
remit_merge_start_right (RemitPlanMerge *self,
                         RemitRecord *record)
{
  return check_right (self, record) && remit_merge_start_part (self, record);
}

/* Log entries are added; one that is there already has to be the same. */

gboolean
remit_merge_start_event (RemitPlanMerge *self,
                         RemitRecord *record)
{
  RemitRecord *there;

  if (!remit_merge_find_in_plan (self, record, &there))
    return FALSE;
  if (there == NULL)
    return remit_merge_entity (self, record, NULL);

  if (!remit_merge_resolve (self, record, there, NULL))
    return FALSE;
  if (!remit_merge_is_same (record, there))
    return remit_merge_refuse (self, _ ("This log entry is not as it is in the workspace. A log is "
                                        "never rewritten; add a correction to it instead."));
  self->result->same[remit_record_get_kind (record)]++;
  return TRUE;
}
