/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as its writers read it: row by row, of one moment, without what is not for the reader. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-plan-source.h"

#include <glib/gi18n-lib.h>

/* The conflicts of the plan that the audience may read of; ?2: whether it is the whole house. */
#define SEEN "t.plan = ?1 AND (?2 OR t.visibility = 'team')"
/* What stands in such a conflict, or is about it. */
#define OF_SEEN                                                                                    \
  "(?2 OR EXISTS (SELECT 1 FROM conflict AS c WHERE c.id = t.conflict AND c.visibility = 'team'))"

/* The people in the plan's slots, decisions, conflicts and waivers, and their managers up to the
 * top: a file in which somebody's manager is missing would take the manager away from whoever
 * imports it. */
#define PEOPLE_OF_PLAN                                                                             \
  "(WITH RECURSIVE wanted (id) AS (SELECT person FROM assignment WHERE plan = ?1"                  \
  "   UNION SELECT person FROM right WHERE plan = ?1 AND person IS NOT NULL"                       \
  "   UNION SELECT person FROM decision_event WHERE plan = ?1 AND person IS NOT NULL"              \
  "   UNION SELECT person FROM waiver WHERE plan = ?1 AND person IS NOT NULL"                      \
  "   UNION SELECT person FROM rung WHERE plan = ?1 AND person IS NOT NULL"                        \
  "   UNION SELECT person FROM conflict AS t WHERE " SEEN " AND person IS NOT NULL"                \
  "   UNION SELECT owner FROM conflict AS t WHERE " SEEN " AND owner IS NOT NULL"                  \
  "   UNION SELECT p.person FROM party AS p JOIN conflict AS t ON t.id = p.conflict"               \
  "   WHERE " SEEN " AND p.person IS NOT NULL"                                                     \
  "   UNION SELECT p.person FROM own_rung AS p JOIN conflict AS t ON t.id = p.conflict"            \
  "   WHERE " SEEN " AND p.person IS NOT NULL"                                                     \
  "   UNION SELECT p.person FROM conflict_event AS p JOIN conflict AS t ON t.id = p.conflict"      \
  "   WHERE " SEEN " AND p.person IS NOT NULL"                                                     \
  "   UNION SELECT p.manager FROM wanted JOIN person AS p ON p.id = wanted.id"                     \
  "   WHERE p.manager IS NOT NULL)"                                                                \
  " SELECT id FROM wanted)"

/* Which rows, and in which order, so that equal plans give equal bytes. */
static const char *const wheres[REMIT_N_KINDS] = {
  [REMIT_KIND_SKILL] = "WHERE t.id IN (SELECT skill FROM slot_need WHERE plan = ?1"
                       "   UNION ALL SELECT skill FROM waiver WHERE plan = ?1)"
                       " OR EXISTS (SELECT 1 FROM person_skill AS s WHERE s.skill = t.id"
                       "   AND s.person IN " PEOPLE_OF_PLAN ") ORDER BY t.id",
  [REMIT_KIND_ROLE] = "WHERE t.id IN (SELECT role FROM slot WHERE plan = ?1"
                      "   UNION ALL SELECT role FROM right WHERE plan = ?1"
                      "   UNION ALL SELECT role FROM rung WHERE plan = ?1"
                      "   UNION ALL SELECT r.role FROM own_rung AS r"
                      "     JOIN conflict AS t ON t.id = r.conflict WHERE " SEEN
                      "   UNION ALL SELECT role FROM waiver WHERE plan = ?1) ORDER BY t.id",
  [REMIT_KIND_PERSON] = "WHERE t.id IN " PEOPLE_OF_PLAN " ORDER BY t.id",
  [REMIT_KIND_PERSON_SKILL] = "WHERE t.person = ?1 ORDER BY t.skill",
  [REMIT_KIND_ABSENCE] = "WHERE t.person = ?1 ORDER BY t.\"from\", t.\"until\", t.reason, t.id",
  [REMIT_KIND_PLAN] = "WHERE t.id = ?1",
  [REMIT_KIND_TEAM] = "WHERE t.plan = ?1 ORDER BY t.position, t.id",
  [REMIT_KIND_SLOT] = "WHERE t.team = ?1 ORDER BY t.position, t.id",
  [REMIT_KIND_SLOT_NEED] = "WHERE t.slot = ?1 ORDER BY t.skill",
  [REMIT_KIND_ASSIGNMENT] = "WHERE t.slot = ?1 ORDER BY t.id",
  [REMIT_KIND_DECISION] = "WHERE t.plan = ?1 ORDER BY t.position, t.id",
  [REMIT_KIND_RIGHT] = "WHERE t.decision = ?1 ORDER BY t.slot, t.role, t.person, t.letter",
  [REMIT_KIND_DECISION_EVENT] = "WHERE t.decision = ?1 ORDER BY t.at, t.id",
  [REMIT_KIND_LADDER] = "WHERE t.plan = ?1 ORDER BY t.position, t.id",
  [REMIT_KIND_RUNG] = "WHERE t.ladder = ?1 ORDER BY t.position, t.id",
  [REMIT_KIND_CONFLICT] = "WHERE " SEEN " ORDER BY t.raised, t.id",
  [REMIT_KIND_INVOLVEMENT] = "WHERE t.conflict = ?1 AND " OF_SEEN " ORDER BY t.id",
  [REMIT_KIND_PARTY] = "WHERE t.conflict = ?1 AND " OF_SEEN " ORDER BY t.id",
  [REMIT_KIND_OWN_RUNG] = "WHERE t.conflict = ?1 AND " OF_SEEN " ORDER BY t.position, t.id",
  [REMIT_KIND_CONFLICT_EVENT] = "WHERE t.conflict = ?1 AND " OF_SEEN " ORDER BY t.at, t.id",
  /* a waiver about a conflict that is left out is left out with it */
  [REMIT_KIND_WAIVER] = "WHERE t.plan = ?1 AND (t.conflict IS NULL OR " OF_SEEN ") ORDER BY t.id",
};

/* Which rows may be asked for by their ids, when not all. */
static const char *const founds[REMIT_N_KINDS] = {
  [REMIT_KIND_CONFLICT] = "WHERE t.id = ?1 AND (?2 OR t.visibility = 'team')",
  [REMIT_KIND_INVOLVEMENT] = "WHERE t.id = ?1 AND " OF_SEEN,
  [REMIT_KIND_PARTY] = "WHERE t.id = ?1 AND " OF_SEEN,
  [REMIT_KIND_OWN_RUNG] = "WHERE t.id = ?1 AND " OF_SEEN,
  [REMIT_KIND_CONFLICT_EVENT] = "WHERE t.id = ?1 AND " OF_SEEN,
  [REMIT_KIND_WAIVER] = "WHERE t.id = ?1 AND (t.conflict IS NULL OR " OF_SEEN ")",
};

/* The rows of a kind: the statement that reads them, while there are more, and the last one. */
typedef struct {
  const char *select;
  RemitStatement *rows;
  RemitRecord *record;
} Cursor;

struct _RemitPlanSource
{
  RemitStore *store;
  gint64 plan;
  RemitAudience audience;
  RemitRecord *plan_record;
  Cursor lists[REMIT_N_KINDS];
  Cursor finds[REMIT_N_KINDS];
  GError *error;
};

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

gboolean
remit_plan_source_shows (RemitPlanSource *self,
                         const RemitField *field)
{
  return self->audience == REMIT_AUDIENCE_FULL || !(field->flags & REMIT_FIELD_CONFIDENTIAL);
}

/* Whoever writes a row as a whole cannot let out what is confidential by mistake. */
static void
clear_confidential (RemitPlanSource *self,
                    RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; self->audience != REMIT_AUDIENCE_FULL && i < info->n_fields; i++)
    if (remit_plan_source_shows (self, &info->fields[i]))
      continue;
    else if (info->fields[i].kind == REMIT_FIELD_TEXT)
      remit_record_set_text (record, i, "");
    else
      remit_record_set_integer (record, i, info->fields[i].initial);
}

static RemitStatement *
prepare (RemitPlanSource *self,
         const char *select,
         gint64 id)
{
  RemitStatement *rows = self->error == NULL
                           ? remit_store_prepare (self->store, select, &self->error)
                           : NULL;

  if (rows == NULL)
    return NULL;
  remit_statement_bind_integer (rows, 1, id);
  remit_statement_bind_integer (rows, 2, self->audience == REMIT_AUDIENCE_FULL);
  return rows;
}

static void
begin (RemitPlanSource *self,
       Cursor *cursor,
       RemitKind kind,
       const char *where,
       gint64 id)
{
  if (cursor->record == NULL)
    {
      cursor->record = remit_record_new (kind);
      cursor->select = remit_store_get_select (kind, where);
    }
  cursor->rows = prepare (self, cursor->select, id);
}

static const RemitRecord *
next (RemitPlanSource *self,
      Cursor *cursor)
{
  if (cursor->rows == NULL)
    return NULL;
  if (self->error == NULL && remit_store_step (self->store, cursor->rows, &self->error))
    {
      remit_store_read (cursor->rows, cursor->record);
      clear_confidential (self, cursor->record);
      return cursor->record;
    }
  g_clear_pointer (&cursor->rows, remit_statement_reset);
  return NULL;
}

void
remit_plan_source_begin (RemitPlanSource *self,
                         RemitKind kind,
                         gint64 parent)
{
  g_return_if_fail (wheres[kind] != NULL);

  begin (self, &self->lists[kind], kind, wheres[kind], parent != 0 ? parent : self->plan);
}

const RemitRecord *
remit_plan_source_next (RemitPlanSource *self,
                        RemitKind kind)
{
  return next (self, &self->lists[kind]);
}

const RemitRecord *
remit_plan_source_find (RemitPlanSource *self,
                        RemitKind kind,
                        gint64 id)
{
  Cursor *cursor = &self->finds[kind];
  const RemitRecord *record;

  begin (self, cursor, kind, founds[kind] != NULL ? founds[kind] : "WHERE t.id = ?1", id);
  record = next (self, cursor);
  g_clear_pointer (&cursor->rows, remit_statement_reset);
  return record;
}

const RemitRecord *
remit_plan_source_get_plan (RemitPlanSource *self)
{
  return self->plan_record;
}

gint64
remit_plan_source_count (RemitPlanSource *self)
{
  static const char sql[] =
    "SELECT (SELECT count (*) FROM assignment WHERE plan = ?1)"
    " + (SELECT count (*) FROM slot WHERE plan = ?1)"
    " + (SELECT count (*) FROM slot_need WHERE plan = ?1)"
    " + (SELECT count (*) FROM decision WHERE plan = ?1)"
    " + (SELECT count (*) FROM right WHERE plan = ?1)"
    " + (SELECT count (*) FROM decision_event WHERE plan = ?1)"
    " + (SELECT count (*) FROM conflict WHERE plan = ?1)"
    " + (SELECT count (*) FROM conflict_event WHERE plan = ?1)"
    " + (SELECT count (*) FROM person_skill) + (SELECT count (*) FROM person)";
  g_autoptr (RemitStatement) rows = prepare (self, sql, self->plan);

  return rows != NULL && remit_store_step (self->store, rows, &self->error)
           ? remit_statement_get_integer (rows, 0)
           : 0;
}

/* ── Opening and closing ──────────────────────────────────────────────────────────────────── */

static gboolean
load_plan (RemitPlanSource *self)
{
  const RemitRecord *record = remit_plan_source_find (self, REMIT_KIND_PLAN, self->plan);

  if (record != NULL)
    self->plan_record = g_steal_pointer (&self->finds[REMIT_KIND_PLAN].record);
  else if (self->error == NULL)
    g_set_error_literal (&self->error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND,
                         _ ("The plan is no longer there; somebody has deleted it"));
  return record != NULL;
}

RemitPlanSource *
remit_plan_source_open (RemitStore *store,
                        gint64 plan,
                        RemitAudience audience,
                        GError **error)
{
  RemitPlanSource *self;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  if (!remit_store_begin_read (store, _ ("Exporting"), error))
    return NULL;
  self = g_new0 (RemitPlanSource, 1);
  self->store = g_object_ref (store);
  self->plan = plan;
  self->audience = audience;
  if (load_plan (self))
    return self;
  g_propagate_error (error, g_steal_pointer (&self->error));
  remit_plan_source_close (self);
  return NULL;
}

void
remit_plan_source_close (RemitPlanSource *self)
{
  for (RemitKind kind = REMIT_KIND_NONE; kind < REMIT_N_KINDS; kind++)
    {
      g_clear_pointer (&self->lists[kind].rows, remit_statement_reset);
      g_clear_pointer (&self->lists[kind].record, remit_record_free);
      g_clear_pointer (&self->finds[kind].record, remit_record_free);
    }
  g_clear_pointer (&self->plan_record, remit_record_free);
  g_clear_error (&self->error);
  remit_store_end_read (self->store);
  g_clear_object (&self->store);
  g_free (self);
}

gboolean
remit_plan_source_check (RemitPlanSource *self,
                         GError **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}
