/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as its writers read it: row by row, of one moment, without what is not for the reader. */
#include "remit-plan-source.h"

#include <glib/gi18n-lib.h>

#include "remit-plan-select.h"
#include "remit-pseudonyms.h"

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
  RemitPseudonyms *pseudonyms; /* for the audience that gets no names */
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
  return remit_audience_sees_field (self->audience, field);
}

/* Whoever writes a row as a whole cannot let out what is confidential by mistake. */
static void
clear_confidential (RemitPlanSource *self,
                    RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (!remit_plan_source_shows (self, &info->fields[i]))
      remit_record_clear_field (record, i);
}

static RemitStatement *
prepare (RemitPlanSource *self,
         const char *select,
         gint64 id)
{
  return self->error == NULL ? remit_store_query (self->store, select, id, 0, &self->error) : NULL;
}

static void
begin (RemitPlanSource *self,
       Cursor *cursor,
       RemitKind kind,
       const char *(*get_select) (RemitKind kind, RemitAudience audience),
       gint64 id)
{
  if (cursor->record == NULL)
    {
      cursor->record = remit_record_new (kind);
      cursor->select = get_select (kind, self->audience);
    }
  if (remit_audience_sees_kind (self->audience, remit_entity_info (kind)))
    cursor->rows = prepare (self, cursor->select, id);
}

/* The first error stays. */
static void
end (RemitPlanSource *self,
     Cursor *cursor)
{
  g_autoptr (GError) error = NULL;

  if (cursor->rows != NULL && !remit_store_finish (self->store, cursor->rows, &error)
      && self->error == NULL)
    self->error = g_steal_pointer (&error);
  cursor->rows = NULL;
}

static const RemitRecord *
next (RemitPlanSource *self,
      Cursor *cursor)
{
  if (cursor->rows == NULL)
    return NULL;
  if (self->error == NULL && remit_store_step (self->store, cursor->rows))
    {
      remit_store_read (cursor->rows, cursor->record);
      clear_confidential (self, cursor->record);
      if (self->pseudonyms != NULL)
        remit_pseudonyms_replace (self->pseudonyms, cursor->record);
      return cursor->record;
    }
  end (self, cursor);
  return NULL;
}

void
remit_plan_source_begin (RemitPlanSource *self,
                         RemitKind kind,
                         gint64 parent)
{
  begin (self, &self->lists[kind], kind, remit_plan_select_all,
         parent != 0 ? parent : self->plan);
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

  begin (self, cursor, kind, remit_plan_select_one, id);
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
  Cursor cursor = { .rows = prepare (self, remit_plan_select_count (), self->plan) };
  gint64 n = remit_store_step (self->store, cursor.rows)
               ? remit_statement_get_integer (cursor.rows, 0)
               : 0;

  end (self, &cursor);
  return n;
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
                         _ ("The plan no longer exists"));
  return record != NULL;
}

static gboolean
load_pseudonyms (RemitPlanSource *self)
{
  if (!remit_audience_sees_names (self->audience))
    self->pseudonyms = remit_pseudonyms_load (self->store, self->plan, &self->error);
  return self->error == NULL;
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
  if (load_plan (self) && load_pseudonyms (self))
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
  g_clear_pointer (&self->pseudonyms, remit_pseudonyms_free);
  g_clear_error (&self->error);
  remit_store_end_read (self->store, FALSE, NULL);
  g_clear_object (&self->store);
  g_free (self);
}

gboolean
remit_plan_source_check (RemitPlanSource *self,
                         GError **error)
{
  if (self->error == NULL)
    return remit_store_check_faults (self->store, error);
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}
