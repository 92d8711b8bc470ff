/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All rows of one plan at one moment, in memory, with the names of what they refer to. */
#include "remit-plan-state.h"

#include <glib/gi18n-lib.h>

#include "store/changes/remit-changes.h"
#include "store/undo/remit-rewind.h"

struct _RemitPlanState
{
  RemitStore *store;
  gint64 plan;
  gint64 seq;
  GHashTable *rows[REMIT_N_KINDS];   /* of RemitRecord, by id: those of the plan */
  GHashTable *shared[REMIT_N_KINDS]; /* the same of what plans share; NULL for what is not there */
  GPtrArray *sorted[REMIT_N_KINDS];
};

gboolean
remit_plan_state_has_kind (RemitKind kind)
{
  const RemitEntityInfo *info = remit_entity_info (kind);

  return remit_entity_info_find_plan (info) >= 0 && !info->stays_behind;
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static void
record_free (gpointer record)
{
  if (record != NULL)
    remit_record_free (record);
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, record_free);
}

static void
table_take (GHashTable *table,
            gint64 id,
            RemitRecord *record)
{
  g_hash_table_replace (table, g_memdup2 (&id, sizeof id), record);
}

static RemitPlanState *
state_new (RemitStore *store,
           gint64 plan,
           gint64 seq)
{
  RemitPlanState *self = g_new0 (RemitPlanState, 1);

  self->store = g_object_ref (store);
  self->plan = plan;
  self->seq = seq;
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      self->rows[kind] = table_new ();
      self->shared[kind] = table_new ();
    }
  return self;
}

void
remit_plan_state_free (RemitPlanState *self)
{
  if (self == NULL)
    return;
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      g_hash_table_unref (self->rows[kind]);
      g_hash_table_unref (self->shared[kind]);
      g_clear_pointer (&self->sorted[kind], g_ptr_array_unref);
    }
  g_object_unref (self->store);
  g_free (self);
}

/* Returns: whether rows of the kind, in this plan, are kept as its own */
static gboolean
is_own_kind (RemitKind kind)
{
  return kind == REMIT_KIND_PLAN || remit_plan_state_has_kind (kind);
}

static gboolean
refers_to_what_stays (const RemitField *field)
{
  return field->target != REMIT_KIND_NONE && remit_entity_info (field->target)->stays_behind;
}

static gboolean
can_stay_behind (const RemitEntityInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (refers_to_what_stays (&info->fields[i]))
      return TRUE;
  return FALSE;
}

/* Whether it is about something that stays behind, such as a conflict. */
static gboolean
stays_behind (const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (refers_to_what_stays (&info->fields[i]) && remit_record_get_integer (record, i) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_kind (RemitPlanState *self,
           RemitKind kind,
           GError **error)
{
  const char *where = kind == REMIT_KIND_PLAN ? "WHERE t.id = ?1" : "WHERE t.plan = ?1";
  g_autoptr (RemitStatement) rows =
    remit_store_query (self->store, remit_store_get_select (kind, where), self->plan, 0, error);

  while (remit_store_step (self->store, rows))
    {
      RemitRecord *record = remit_record_new (kind);

      remit_store_read (rows, record);
      table_take (self->rows[kind], remit_record_get_id (record), record);
    }
  return remit_store_finish (self->store, rows, error);
}

static gboolean
read_now (RemitPlanState *self,
          GCancellable *cancellable,
          GError **error)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || (is_own_kind (kind) && !read_kind (self, kind, error)))
      return FALSE;
  return TRUE;
}

/* ── Back to a moment ─────────────────────────────────────────────────────────────────────── */

/* Returns: where a row that comes back is kept */
static GHashTable *
get_table (RemitPlanState *self,
           const RemitRecord *record)
{
  RemitKind kind = remit_record_get_kind (record);
  int plan = remit_entity_info_find_plan (remit_entity_info (kind));

  if (kind == REMIT_KIND_PLAN)
    return remit_record_get_id (record) == self->plan ? self->rows[kind] : self->shared[kind];
  if (plan < 0)
    return self->shared[kind];
  if (remit_record_get_integer (record, (guint) plan) != self->plan
      || !remit_plan_state_has_kind (kind))
    return NULL;
  return self->rows[kind];
}

static void
copy_fields (RemitRecord *record,
             const RemitChange *change)
{
  for (guint i = 0; i < remit_record_get_info (record)->n_fields; i++)
    if (change->fields & (G_GUINT64_CONSTANT (1) << i))
      remit_record_copy_field (record, change->new, i);
}

/* Of what plans share only what changed is kept, from what it is now. */
static void
change_shared (RemitPlanState *self,
               const RemitChange *change)
{
  RemitRecord *record;

  if (remit_entity_info_find_plan (remit_entity_info (change->kind)) >= 0)
    return;
  record = g_hash_table_lookup (self->shared[change->kind], &change->id);
  if (record == NULL)
    record = remit_store_load (self->store, change->kind, change->id, NULL);
  else
    record = remit_record_copy (record);
  if (record == NULL)
    return;
  copy_fields (record, change);
  table_take (self->shared[change->kind], change->id, record);
}

static void
apply_change (RemitPlanState *self,
              const RemitChange *change)
{
  GHashTable *own = self->rows[change->kind];
  GHashTable *table;
  RemitRecord *record;

  switch (change->op)
    {
    case REMIT_CHANGE_ADDED:
      table = get_table (self, change->new);
      if (table != NULL)
        table_take (table, change->id, remit_record_copy (change->new));
      break;
    case REMIT_CHANGE_REMOVED:
      if (!g_hash_table_remove (own, &change->id)
          && remit_entity_info_find_plan (remit_entity_info (change->kind)) < 0)
        table_take (self->shared[change->kind], change->id, NULL);
      break;
    case REMIT_CHANGE_CHANGED:
    default:
      record = g_hash_table_lookup (own, &change->id);
      if (record != NULL)
        copy_fields (record, change);
      else
        change_shared (self, change);
    }
}

static gboolean
step_back (RemitInverse *inverse,
           gpointer data,
           GError **error)
{
  RemitPlanState *self = data;
  g_autoptr (GPtrArray) changes =
    remit_changes_parse (inverse->data, (gsize) inverse->length, error);

  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    apply_change (self, changes->pdata[i]);
  return TRUE;
}

/* ── Order ────────────────────────────────────────────────────────────────────────────────── */

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = remit_record_get_id (*(RemitRecord *const *) a);
  gint64 second = remit_record_get_id (*(RemitRecord *const *) b);

  return first < second ? -1 : first > second;
}

static void
sort_rows (RemitPlanState *self)
{
  GHashTableIter iter;
  gpointer record;

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      gboolean asks = can_stay_behind (remit_entity_info (kind));

      self->sorted[kind] = g_ptr_array_new ();
      g_hash_table_iter_init (&iter, self->rows[kind]);
      while (g_hash_table_iter_next (&iter, NULL, &record))
        if (asks && stays_behind (record))
          g_hash_table_iter_remove (&iter);
        else
          g_ptr_array_add (self->sorted[kind], record);
      g_ptr_array_sort (self->sorted[kind], compare_ids);
    }
}

static gboolean
check_plan (RemitPlanState *self,
            GError **error)
{
  g_autoptr (RemitRecord) now = NULL;

  if (remit_plan_state_get_plan (self) != NULL)
    return TRUE;
  now = remit_store_load (self->store, REMIT_KIND_PLAN, self->plan, NULL);
  if (now != NULL)
    g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND,
                 /* Translators: the name of a plan */
                 _ ("The plan “%s” did not exist at that time"),
                 remit_record_get_text (now, REMIT_PLAN_NAME));
  else
    g_set_error_literal (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND,
                         _ ("The plan no longer exists"));
  return FALSE;
}

RemitPlanState *
remit_plan_state_read (RemitStore *store,
                       gint64 plan,
                       gint64 seq,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (RemitPlanState) self = NULL;
  gboolean done;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  self = state_new (store, plan, seq);
  if (!remit_store_begin_read (store, NULL, error))
    return NULL;
  done = read_now (self, cancellable, error)
         && (seq == REMIT_PLAN_STATE_NOW
             || remit_rewind (store, seq, cancellable, step_back, self, error))
         && check_plan (self, error);
  if (!remit_store_end_read (store, done, error))
    return NULL;
  sort_rows (self);
  return g_steal_pointer (&self);
}

/* ── What is in it ────────────────────────────────────────────────────────────────────────── */

RemitStore *
remit_plan_state_get_store (RemitPlanState *self)
{
  return self->store;
}

gint64
remit_plan_state_get_plan_id (RemitPlanState *self)
{
  return self->plan;
}

gint64
remit_plan_state_get_seq (RemitPlanState *self)
{
  return self->seq;
}

const RemitRecord *
remit_plan_state_get_plan (RemitPlanState *self)
{
  return g_hash_table_lookup (self->rows[REMIT_KIND_PLAN], &self->plan);
}

GPtrArray *
remit_plan_state_get_rows (RemitPlanState *self,
                           RemitKind kind)
{
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, NULL);

  return self->sorted[kind];
}

const RemitRecord *
remit_plan_state_get (RemitPlanState *self,
                      RemitKind kind,
                      gint64 id)
{
  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, NULL);

  return g_hash_table_lookup (self->rows[kind], &id);
}

const RemitRecord *
remit_plan_state_find (RemitPlanState *self,
                       RemitKind kind,
                       gint64 id)
{
  gpointer record = (gpointer) remit_plan_state_get (self, kind, id);

  if (record != NULL || id == 0
      || g_hash_table_lookup_extended (self->shared[kind], &id, NULL, &record))
    return record;
  record = remit_store_load (self->store, kind, id, NULL);
  table_take (self->shared[kind], id, record);
  return record;
}

/* Adds to @parts those that were changed or deleted since. */
static void
add_past_parts (RemitPlanState *self,
                RemitKind kind,
                gint64 owner,
                GPtrArray *parts)
{
  guint field = (guint) remit_entity_info_find_owner (remit_entity_info (kind));
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->shared[kind]);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (record != NULL && remit_record_get_integer (record, field) == owner)
      g_ptr_array_add (parts, remit_record_copy (record));
}

GPtrArray *
remit_plan_state_load_parts (RemitPlanState *self,
                             RemitKind kind,
                             gint64 owner,
                             GError **error)
{
  g_autoptr (GPtrArray) now = remit_store_load_parts (self->store, kind, owner, error);
  g_autoptr (GPtrArray) parts = NULL;

  if (now == NULL)
    return NULL;
  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  for (guint i = 0; i < now->len; i++)
    {
      gint64 id = remit_record_get_id (now->pdata[i]);

      if (!g_hash_table_contains (self->shared[kind], &id))
        g_ptr_array_add (parts, remit_record_copy (now->pdata[i]));
    }
  add_past_parts (self, kind, owner, parts);
  return g_steal_pointer (&parts);
}
