/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the outcome of a merge changes in one of the two plans, and writing it. */
#include "model/remit-id.h"
#include "plan/compare/remit-compare-private.h"
#include "remit-adopt-private.h"
#include "store/remit-edit.h"

/* ── Differences ──────────────────────────────────────────────────────────────────────────── */

static guint64
get_differing (const RemitRecord *old,
               const RemitRecord *new)
{
  const RemitEntityInfo *info = remit_record_get_info (new);
  guint64 fields = 0;

  for (guint i = 0; i < info->n_fields; i++)
    if (remit_three_way_is_cell (info, i) && !remit_record_is_same (old, new, i))
      fields |= G_GUINT64_CONSTANT (1) << i;
  return fields;
}

static void
add_difference (RemitThreeWay *self,
                const RemitTriple *triple,
                GPtrArray *differences)
{
  RemitAdoptState state = remit_side_get_state (self->target);
  RemitAdoptState other = remit_side_get_state (remit_side_get_other (self->target));
  const RemitEntityInfo *info = remit_entity_info (triple->kind);
  int owner = remit_entity_info_find_owner (info);
  const RemitRecord *old = triple->rows[state];
  g_autoptr (RemitRecord) new = remit_three_way_dup_outcome (triple);
  RemitDifferenceOp op = REMIT_DIFFERENCE_CHANGED;
  guint64 fields = 0;
  RemitDifference *difference;

  if (old == NULL && new == NULL)
    return;
  if (old == NULL)
    op = REMIT_DIFFERENCE_ADDED;
  else if (new == NULL)
    op = REMIT_DIFFERENCE_REMOVED;
  else
    {
      fields = get_differing (old, new);
      if (fields == 0)
        return;
      if (owner >= 0 && (fields & (G_GUINT64_CONSTANT (1) << owner)))
        op = REMIT_DIFFERENCE_MOVED;
    }
  if (new != NULL)
    remit_record_set_id (new, triple->ids[other] != 0 ? triple->ids[other] : triple->ids[state]);
  difference = remit_difference_new (self->states[state], self->states[other], NULL, op, old, new,
                                     fields);
  difference->a = triple->ids[state];
  difference->b = triple->ids[other];
  g_ptr_array_add (differences, difference);
}

GPtrArray *
remit_three_way_get_differences (RemitThreeWay *self)
{
  GPtrArray *differences =
    g_ptr_array_new_with_free_func ((GDestroyNotify) remit_difference_unref);

  for (guint i = 0; i < self->triples->len; i++)
    add_difference (self, self->triples->pdata[i], differences);
  return differences;
}

/* ── Ids ──────────────────────────────────────────────────────────────────────────────────── */

gint64
remit_three_way_get_id (GHashTable *ids,
                        gint64 id)
{
  const gint64 *found = g_hash_table_lookup (ids, &id);

  return found != NULL ? *found : 0;
}

static void
set_id (GHashTable *ids,
        gint64 id,
        gint64 there)
{
  g_hash_table_insert (ids, g_memdup2 (&id, sizeof id), g_memdup2 (&there, sizeof there));
}

/* What was deleted from the origin and comes back has the id that it had. */
static gint64
choose_id (RemitThreeWay *self,
           const RemitTriple *triple)
{
  RemitAdoptState state = remit_side_get_state (self->target);

  if (triple->ids[state] != 0)
    return triple->ids[state];
  if (state == REMIT_ADOPT_THEIRS && triple->rows[REMIT_ADOPT_BASE] != NULL)
    return triple->id;
  return remit_id_new ();
}

/* ── Rows as the target has them ──────────────────────────────────────────────────────────── */

typedef struct {
  RemitThreeWay *merge;
  RemitEdit *edit;
  GHashTable *ids;
  GPtrArray *waiting; /* of RemitRecord: rows that are to be written */
  GPtrArray *again;   /* of RemitRecord: rows with keys, to be inserted after all others */
} Writing;

/* Returns: (transfer full): the outcome with ids as the target has them */
static RemitRecord *
dup_row (Writing *self,
         const RemitTriple *triple)
{
  const RemitEntityInfo *info = remit_entity_info (triple->kind);
  RemitAdoptState state = remit_side_get_state (self->merge->target);
  const RemitRecord *there = triple->rows[state];
  int plan = remit_entity_info_find_plan (info);
  int origin = remit_entity_info_find_origin (info);
  RemitRecord *record = remit_three_way_dup_outcome (triple);

  remit_record_set_id (record, remit_three_way_get_id (self->ids, triple->id));
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].kind == REMIT_FIELD_REFERENCE
          && remit_plan_state_has_kind (info->fields[i].target))
        remit_record_set_integer (
          record, i, remit_three_way_get_id (self->ids, remit_record_get_integer (record, i)));
      else if (there != NULL && !remit_three_way_is_cell (info, i))
        remit_record_copy_field (record, there, i);
    }
  if (plan >= 0)
    remit_record_set_integer (record, (guint) plan,
                              remit_plan_state_get_plan_id (self->merge->states[state]));
  if (origin >= 0 && there == NULL)
    remit_record_set_integer (record, (guint) origin, 0);
  return record;
}

/* Returns: (transfer full) (nullable): the row as it is in the target now */
static RemitRecord *
dup_there (Writing *self,
           const RemitTriple *triple)
{
  RemitAdoptState state = remit_side_get_state (self->merge->target);
  const RemitRecord *record =
    remit_plan_state_get (self->merge->states[state], triple->kind, triple->ids[state]);

  if (triple->kind == REMIT_KIND_PLAN)
    record = remit_plan_state_get_plan (self->merge->states[state]);
  return record != NULL ? remit_record_copy (record) : NULL;
}

/* ── Order of writing ─────────────────────────────────────────────────────────────────────── */

static gboolean
has_parts (RemitKind kind)
{
  for (RemitKind part = kind + 1; part < REMIT_N_KINDS; part++)
    if (remit_plan_state_has_kind (part)
        && remit_entity_info_get_owner (remit_entity_info (part)) == kind)
      return TRUE;
  return FALSE;
}

/* What is known by keys makes room first: two that change places cannot be changed one by one. */
static gboolean
is_keyed (RemitKind kind)
{
  return !remit_entity_info_has_id (remit_entity_info (kind));
}

/* A right also fits only the framework that its decision has by then. */
static gboolean
is_framework_new (Writing *self,
                  const RemitTriple *right)
{
  g_autoptr (RemitRecord) outcome = remit_three_way_dup_outcome (right);
  RemitTriple *decision = remit_three_way_find (
    self->merge, remit_record_get_integer (outcome, REMIT_RIGHT_DECISION));
  const RemitRecord *there =
    decision != NULL ? decision->rows[remit_side_get_state (self->merge->target)] : NULL;
  g_autoptr (RemitRecord) then = decision != NULL ? remit_three_way_dup_outcome (decision) : NULL;

  return there != NULL && then != NULL
         && !remit_record_is_same (there, then, REMIT_DECISION_FRAMEWORK);
}

static gboolean
is_key_new (const RemitRecord *old,
            const RemitRecord *new)
{
  const RemitEntityInfo *info = remit_record_get_info (new);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & (REMIT_FIELD_KEY | REMIT_FIELD_OWNER))
        && !remit_record_is_same (old, new, i))
      return TRUE;
  return FALSE;
}

/* Deletes a row that is inserted again at the end. With another key it is another row: two that
 * only changed places could not be changed back by an undo. */
static gboolean
rewrite (Writing *self,
         const RemitTriple *triple,
         const RemitRecord *old,
         RemitRecord *new,
         GError **error)
{
  if (is_key_new (old, new))
    {
      remit_record_set_id (new, remit_id_new ());
      set_id (self->ids, triple->id, remit_record_get_id (new));
    }
  g_ptr_array_add (self->again, new);
  return remit_edit_delete (self->edit, triple->kind, remit_record_get_id (old), error);
}

static gboolean
prepare (Writing *self,
         const RemitTriple *triple,
         GError **error)
{
  g_autoptr (RemitRecord) old = dup_there (self, triple);
  g_autoptr (RemitRecord) new = triple->is_present ? dup_row (self, triple) : NULL;

  if (new == NULL)
    return old == NULL || has_parts (triple->kind)
           || remit_edit_delete (self->edit, triple->kind, remit_record_get_id (old), error);
  if (old != NULL && is_keyed (triple->kind)
      && (is_key_new (old, new)
          || (triple->kind == REMIT_KIND_RIGHT && is_framework_new (self, triple))))
    return rewrite (self, triple, old, g_steal_pointer (&new), error);
  if (old == NULL && is_keyed (triple->kind))
    g_ptr_array_add (self->again, g_steal_pointer (&new));
  else if (old == NULL || !remit_record_is_equal (old, new))
    g_ptr_array_add (self->waiting, g_steal_pointer (&new));
  return TRUE;
}

static gboolean
is_there (Writing *self,
          const RemitRecord *record)
{
  g_autoptr (RemitRecord) there =
    remit_store_load (remit_edit_get_store (self->edit), remit_record_get_kind (record),
                      remit_record_get_id (record), NULL);

  return there != NULL;
}

static gboolean
write_row (Writing *self,
           RemitRecord *record,
           GError **error)
{
  return is_there (self, record) ? remit_edit_update (self->edit, record, error)
                                 : remit_edit_insert (self->edit, record, error);
}

/* Writes rows in rounds: what another one is in the way of comes after it. */
static gboolean
write_waiting (Writing *self,
               GError **error)
{
  while (self->waiting->len > 0)
    {
      g_autoptr (GPtrArray) left =
        g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
      g_autoptr (GError) problem = NULL;

      for (guint i = 0; i < self->waiting->len; i++)
        {
          RemitRecord *record = self->waiting->pdata[i];
          g_autoptr (GError) refused = NULL;

          if (write_row (self, record, &refused))
            continue;
          if (!g_error_matches (refused, REMIT_STORE_ERROR, REMIT_STORE_ERROR_CONSTRAINT))
            {
              g_propagate_error (error, g_steal_pointer (&refused));
              return FALSE;
            }
          g_ptr_array_add (left, remit_record_copy (record));
          if (problem == NULL)
            problem = g_steal_pointer (&refused);
        }
      if (left->len == self->waiting->len)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      g_ptr_array_unref (self->waiting);
      self->waiting = g_steal_pointer (&left);
    }
  return TRUE;
}

/* Owners go last, when what was in them has moved out. */
static gboolean
delete_owners (Writing *self,
               GError **error)
{
  for (guint i = self->merge->triples->len; i > 0; i--)
    {
      const RemitTriple *triple = self->merge->triples->pdata[i - 1];
      g_autoptr (RemitRecord) old =
        triple->is_present || !has_parts (triple->kind) ? NULL : dup_there (self, triple);

      if (old != NULL && is_there (self, old)
          && !remit_edit_delete (self->edit, triple->kind, remit_record_get_id (old), error))
        return FALSE;
    }
  return TRUE;
}

/* ── Logs ─────────────────────────────────────────────────────────────────────────────────── */

static gboolean
copy_log_row (Writing *self,
              const RemitRecord *row,
              gint64 owner,
              GHashTable *copies,
              GError **error)
{
  const RemitEntityInfo *info = remit_record_get_info (row);
  RemitAdoptState state = remit_side_get_state (self->merge->target);
  g_autoptr (RemitRecord) copy = remit_record_copy (row);
  int corrects = remit_entity_info_find_field (info, "corrects");
  int origin = remit_entity_info_find_origin (info);

  remit_record_set_id (copy, remit_id_new ());
  set_id (copies, remit_record_get_id (row), remit_record_get_id (copy));
  remit_record_set_integer (copy, (guint) remit_entity_info_find_owner (info), owner);
  remit_record_set_integer (copy, (guint) remit_entity_info_find_plan (info),
                            remit_plan_state_get_plan_id (self->merge->states[state]));
  if (corrects >= 0)
    remit_record_set_integer (
      copy, (guint) corrects,
      remit_three_way_get_id (copies, remit_record_get_integer (copy, (guint) corrects)));
  if (origin >= 0)
    remit_record_set_integer (
      copy, (guint) origin,
      self->merge->target == REMIT_SIDE_MINE ? remit_record_get_id (row) : 0);
  return remit_edit_insert (self->edit, copy, error);
}

/* What is new comes with its log. */
static gboolean
copy_log (Writing *self,
          const RemitTriple *triple,
          GError **error)
{
  RemitKind log = remit_entity_info_get_log (remit_entity_info (triple->kind));
  RemitAdoptState state = remit_side_get_state (self->merge->target);
  RemitAdoptState other = remit_side_get_state (remit_side_get_other (self->merge->target));
  g_autoptr (GHashTable) copies =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GPtrArray *rows;

  if (log == REMIT_KIND_NONE || !triple->is_present || triple->ids[state] != 0)
    return TRUE;
  rows = remit_plan_state_get_rows (self->merge->states[other], log);
  for (guint i = 0; i < rows->len; i++)
    if (remit_record_get_integer (
          rows->pdata[i], (guint) remit_entity_info_find_owner (remit_entity_info (log)))
          == triple->ids[other]
        && !copy_log_row (self, rows->pdata[i],
                          remit_three_way_get_id (self->ids, triple->id), copies, error))
      return FALSE;
  return TRUE;
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

static gboolean
write_all (Writing *self,
           GError **error)
{
  GPtrArray *triples = self->merge->triples;

  for (guint i = 0; i < triples->len; i++)
    if (!prepare (self, triples->pdata[i], error))
      return FALSE;
  if (!write_waiting (self, error) || !delete_owners (self, error))
    return FALSE;
  g_ptr_array_unref (self->waiting);
  self->waiting = g_ptr_array_ref (self->again);
  if (!write_waiting (self, error))
    return FALSE;
  for (guint i = 0; i < triples->len; i++)
    if (!copy_log (self, triples->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
remit_three_way_write (RemitThreeWay *self,
                       RemitEdit *edit,
                       GHashTable *ids,
                       GError **error)
{
  Writing writing = { .merge = self, .edit = edit, .ids = ids };
  gboolean done;

  for (guint i = 0; i < self->triples->len; i++)
    {
      const RemitTriple *triple = self->triples->pdata[i];

      if (triple->is_present)
        set_id (ids, triple->id, choose_id (self, triple));
    }
  writing.waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  writing.again = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  done = write_all (&writing, error);
  g_ptr_array_unref (writing.waiting);
  g_ptr_array_unref (writing.again);
  return done;
}
