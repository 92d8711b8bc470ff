/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is particular to a template: its teams may join those of a plan, and its dates count from
 * the day on which it is used. */
#include "remit-plan-merge-private.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "model/remit-text.h"

/* A template is older than what is made from it. Its days in these years, the first of which is a
 * Monday, are counted from the Monday of the week in which it is used, or from the next one. */
#define FIRST_DAY "2001-01-01"
#define LAST_DAY "2010-12-31"

static gint64
move_day (gint64 day)
{
  gint64 first = remit_day_parse (FIRST_DAY);
  gint64 today = remit_day_today ();

  if (day < first || day > remit_day_parse (LAST_DAY))
    return day;
  return today + (7 - (today - first) % 7) % 7 + (day - first);
}

void
remit_merge_move_days (RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == REMIT_FIELD_DATE && !remit_record_is_initial (record, i))
      remit_record_set_integer (record, i, move_day (remit_record_get_integer (record, i)));
}

/* ── Into a plan that is there ────────────────────────────────────────────────────────────── */

gboolean
remit_merge_join_plan (RemitPlanMerge *self,
                       const RemitRecord *record)
{
  RemitRecord *there = remit_merge_load (self, REMIT_MERGE_BY_ID, REMIT_KIND_PLAN, self->into, 0);

  if (self->error != NULL)
    return FALSE;
  if (there == NULL)
    return remit_merge_refuse (self, _ ("The plan no longer exists"));
  self->result->plan = self->into;
  self->result->audience = self->audience;
  /* all that comes is new, and what is there stays */
  remit_merge_enter (self, REMIT_KIND_PLAN, self->into, TRUE);
  remit_edit_describe (self->edit, self->into,
                       /* Translators: the name of a template */
                       remit_message_new (N_ ("Add the teams of “%s”"),
                                          remit_record_get_text (record, REMIT_PLAN_NAME), NULL));
  return TRUE;
}

/* Returns: the first place behind what the plan has of a kind */
static gint64
find_end (RemitPlanMerge *self,
          const RemitEntityInfo *info)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT ifnull (max (position) + 1, 0) FROM \"%s\" WHERE plan = ?1", info->name);

  return remit_store_query_integer (self->store, sql, self->into, 0, &self->error);
}

gboolean
remit_merge_go_behind (RemitPlanMerge *self,
                       RemitRecord *record,
                       guint order)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  if (self->into == 0 || remit_entity_info_get_owner (info) != REMIT_KIND_PLAN)
    return TRUE;
  if (self->n_before[info->kind] == 0)
    self->behind[info->kind] = find_end (self, info);
  remit_record_set_integer (record, order, remit_record_get_integer (record, order)
                                             + self->behind[info->kind]);
  return self->error == NULL;
}

/* Returns: the row of the plan, of the query's ids and texts, with a text; or 0 */
static gint64
find_text (RemitPlanMerge *self,
           const char *sql,
           const char *text)
{
  RemitStatement *rows = remit_store_query (self->store, sql, self->into, 0, &self->error);
  gint64 id = 0;

  while (id == 0 && remit_store_step (self->store, rows))
    if (remit_text_is_like (remit_statement_get_string (rows, 1), text))
      id = remit_statement_get_integer (rows, 0);
  return remit_store_finish (self->store, rows, &self->error) ? id : 0;
}

/* Two teams of one plan could not be told apart by one name. */
static void
tell_apart (RemitPlanMerge *self,
            RemitRecord *team)
{
  static const char SQL[] = "SELECT id, name FROM team WHERE plan = ?1";
  g_autofree char *name = g_strdup (remit_record_get_text (team, REMIT_TEAM_NAME));

  for (int i = 2; i < 1000 && find_text (self, SQL, remit_record_get_text (team, REMIT_TEAM_NAME));
       i++)
    {
      /* Translators: the name of a team, and a number that tells it from another one */
      g_autofree char *other = g_strdup_printf (_ ("%1$s %2$d"), name, i);

      remit_record_set_text (team, REMIT_TEAM_NAME, other);
    }
}

/* What is for the whole plan is there once: a decision by its key, a ladder by its name. */
static gint64
find_same (RemitPlanMerge *self,
           const RemitRecord *record)
{
  switch ((int) remit_record_get_kind (record))
    {
    case REMIT_KIND_DECISION:
      if (remit_record_get_integer (record, REMIT_DECISION_TEAM) != 0
          || remit_record_is_initial (record, REMIT_DECISION_KEY))
        return 0;
      return find_text (self, "SELECT id, key FROM decision WHERE plan = ?1 AND team IS NULL",
                        remit_record_get_text (record, REMIT_DECISION_KEY));
    case REMIT_KIND_LADDER:
      if (remit_record_get_integer (record, REMIT_LADDER_TEAM) != 0)
        return 0;
      return find_text (self, "SELECT id, name FROM ladder WHERE plan = ?1 AND team IS NULL",
                        remit_record_get_text (record, REMIT_LADDER_NAME));
    default:
      return 0;
    }
}

gboolean
remit_merge_is_there (RemitPlanMerge *self,
                      RemitRecord *record)
{
  RemitKind kind = remit_record_get_kind (record);
  gint64 same;

  if (self->into == 0)
    return FALSE;
  if (kind == REMIT_KIND_TEAM)
    tell_apart (self, record);
  same = find_same (self, record);
  if (same == 0 || remit_import_scratch_is_claimed (self->scratch, kind, same)
      || !remit_merge_claim (self, kind, remit_record_get_id (record), same))
    return FALSE;
  remit_import_result_count_same (self->result, kind, same);
  return TRUE;
}
