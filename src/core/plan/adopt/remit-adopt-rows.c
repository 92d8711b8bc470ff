/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three states of a merge, row by row. */
#include "remit-adopt-private.h"

static void
triple_free (RemitTriple *self)
{
  for (guint i = 0; i < REMIT_ADOPT_N_STATES; i++)
    g_clear_pointer (&self->rows[i], remit_record_free);
  g_free (self);
}

/* What happens is not merged: a log stays in its plan. */
static gboolean
is_merged (RemitKind kind)
{
  return remit_plan_state_has_kind (kind) && !remit_entity_info (kind)->is_log;
}

gboolean
remit_three_way_is_cell (const RemitEntityInfo *info,
                         guint field)
{
  if (info->kind == REMIT_KIND_PLAN)
    return field == REMIT_PLAN_PURPOSE;
  return remit_plan_pairs_is_cell (&info->fields[field])
         && !(info->kind == REMIT_KIND_DECISION && field == REMIT_DECISION_STATUS);
}

guint64
remit_three_way_get_unit (const RemitEntityInfo *info,
                          guint field)
{
  guint64 unit = 0;

  if (!remit_three_way_is_cell (info, field))
    return 0;
  if (!(info->fields[field].flags & REMIT_FIELD_ALTERNATIVE))
    return G_GUINT64_CONSTANT (1) << field;
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & REMIT_FIELD_ALTERNATIVE)
      {
        if (i < field)
          return 0;
        unit |= G_GUINT64_CONSTANT (1) << i;
      }
  return unit;
}

gboolean
remit_three_way_is_unit_same (const RemitRecord *a,
                              const RemitRecord *b,
                              guint64 unit)
{
  for (guint i = 0; i < remit_record_get_info (a)->n_fields; i++)
    if ((unit & (G_GUINT64_CONSTANT (1) << i)) && !remit_record_is_same (a, b, i))
      return FALSE;
  return TRUE;
}

guint64
remit_three_way_get_changes (const RemitTriple *triple,
                             RemitAdoptState side)
{
  const RemitEntityInfo *info = remit_entity_info (triple->kind);
  const RemitRecord *base = triple->rows[REMIT_ADOPT_BASE];
  const RemitRecord *row = triple->rows[side];
  guint64 fields = 0;

  for (guint i = 0; base != NULL && row != NULL && i < info->n_fields; i++)
    if (remit_three_way_is_cell (info, i) && !(info->fields[i].flags & REMIT_FIELD_ORDER)
        && !remit_record_is_same (base, row, i))
      fields |= G_GUINT64_CONSTANT (1) << i;
  return fields;
}

RemitAdoptState
remit_side_get_state (RemitSide side)
{
  return side == REMIT_SIDE_MINE ? REMIT_ADOPT_MINE : REMIT_ADOPT_THEIRS;
}

RemitSide
remit_side_get_other (RemitSide side)
{
  return side == REMIT_SIDE_MINE ? REMIT_SIDE_THEIRS : REMIT_SIDE_MINE;
}

RemitTriple *
remit_three_way_find (RemitThreeWay *self,
                      gint64 id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

/* ── One id for all three ─────────────────────────────────────────────────────────────────── */

/* One of the two plans that are merged. */
typedef struct {
  RemitThreeWay *merge;
  RemitAdoptState state;
} Side;

static gint64
translate (RemitKind kind,
           gint64 id,
           gpointer data)
{
  const Side *side = data;
  const RemitTriple *triple = g_hash_table_lookup (side->merge->by_side[side->state], &id);

  return triple != NULL ? triple->id : id;
}

static RemitTriple *
add (RemitThreeWay *self,
     RemitKind kind,
     gint64 id)
{
  RemitTriple *triple = g_new0 (RemitTriple, 1);

  triple->kind = kind;
  triple->id = id;
  g_ptr_array_add (self->triples, triple);
  g_ptr_array_add (self->by_kind[kind], triple);
  g_hash_table_insert (self->by_id, &triple->id, triple);
  return triple;
}

static void
set_row (RemitThreeWay *self,
         RemitTriple *triple,
         RemitAdoptState state,
         const RemitRecord *row)
{
  triple->rows[state] = remit_record_copy (row);
  triple->ids[state] = remit_record_get_id (row);
  g_hash_table_insert (self->by_side[state], &triple->ids[state], triple);
}

static void
add_base (RemitThreeWay *self,
          RemitKind kind)
{
  GPtrArray *base = remit_plan_state_get_rows (self->states[REMIT_ADOPT_BASE], kind);

  for (guint i = 0; i < base->len; i++)
    set_row (self, add (self, kind, remit_record_get_id (base->pdata[i])), REMIT_ADOPT_BASE,
             base->pdata[i]);
}

/* Returns: (nullable): the row of the origin that a new one of the scenario was copied from */
static RemitTriple *
find_origin (RemitThreeWay *self,
             const RemitRecord *row)
{
  int field = remit_entity_info_find_origin (remit_record_get_info (row));
  gint64 origin = field >= 0 ? remit_record_get_integer (row, (guint) field) : 0;

  return g_hash_table_lookup (self->by_side[REMIT_ADOPT_THEIRS], &origin);
}

static char *
dup_key (const RemitRecord *row,
         Side *side)
{
  g_autoptr (GString) key = g_string_new (NULL);

  remit_plan_pairs_add_key (key, row, translate, side);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Returns: (transfer full): what is new in the origin, by what people know it by */
static GHashTable *
index_new (RemitThreeWay *self,
           RemitKind kind)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Side side = { self, REMIT_ADOPT_THEIRS };

  for (guint i = 0; i < self->by_kind[kind]->len; i++)
    {
      RemitTriple *triple = self->by_kind[kind]->pdata[i];

      if (triple->rows[REMIT_ADOPT_BASE] == NULL)
        g_hash_table_insert (index, dup_key (triple->rows[REMIT_ADOPT_THEIRS], &side), triple);
    }
  return index;
}

/* A new row of the scenario may be one that the origin has, too. */
static RemitTriple *
find_twin (RemitThreeWay *self,
           GHashTable *index,
           const RemitRecord *row)
{
  Side side = { self, REMIT_ADOPT_MINE };
  RemitTriple *triple = find_origin (self, row);
  g_autofree char *key = NULL;

  if (triple == NULL || triple->rows[REMIT_ADOPT_MINE] != NULL)
    {
      key = dup_key (row, &side);
      triple = g_hash_table_lookup (index, key);
    }
  return triple != NULL && triple->rows[REMIT_ADOPT_MINE] == NULL ? triple : NULL;
}

static void
add_side (RemitThreeWay *self,
          RemitAdoptState state,
          RemitPlanPairs *pairs,
          RemitKind kind)
{
  GPtrArray *rows = remit_plan_state_get_rows (self->states[state], kind);
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 base = remit_plan_pairs_to_a (pairs, kind, remit_record_get_id (rows->pdata[i]));

      if (base != 0)
        set_row (self, remit_three_way_find (self, base), state, rows->pdata[i]);
      else
        g_ptr_array_add (added, rows->pdata[i]);
    }
  index = added->len > 0 && state == REMIT_ADOPT_MINE ? index_new (self, kind) : NULL;
  for (guint i = 0; i < added->len; i++)
    {
      RemitTriple *triple = index != NULL ? find_twin (self, index, added->pdata[i]) : NULL;

      if (triple == NULL)
        triple = add (self, kind, remit_record_get_id (added->pdata[i]));
      set_row (self, triple, state, added->pdata[i]);
    }
}

/* Lets rows refer to each other by one id in all states. */
static void
translate_rows (RemitThreeWay *self,
                RemitAdoptState state)
{
  Side side = { self, state };

  for (guint i = 0; i < self->triples->len; i++)
    {
      RemitTriple *triple = self->triples->pdata[i];
      const RemitEntityInfo *info = remit_entity_info (triple->kind);
      RemitRecord *row = triple->rows[state];

      for (guint j = 0; row != NULL && j < info->n_fields; j++)
        if (info->fields[j].kind == REMIT_FIELD_REFERENCE
            && remit_plan_state_has_kind (info->fields[j].target))
          remit_record_set_integer (
            row, j,
            translate (info->fields[j].target, remit_record_get_integer (row, j), &side));
    }
}

static void
add_plan (RemitThreeWay *self)
{
  RemitTriple *triple = add (
    self, REMIT_KIND_PLAN, remit_plan_state_get_plan_id (self->states[REMIT_ADOPT_THEIRS]));

  for (guint i = 0; i < REMIT_ADOPT_N_STATES; i++)
    set_row (self, triple, i, remit_plan_state_get_plan (self->states[i]));
}

static gboolean
is_in (GHashTable *ids,
       gint64 id)
{
  return id != 0 && g_hash_table_contains (ids, &id);
}

static void
mark_left (RemitThreeWay *self)
{
  GHashTable *left = self->options->left;

  for (guint i = 0; left != NULL && i < self->triples->len; i++)
    {
      RemitTriple *triple = self->triples->pdata[i];

      triple->is_left = is_in (left, triple->id) || is_in (left, triple->ids[REMIT_ADOPT_MINE])
                        || is_in (left, triple->ids[REMIT_ADOPT_THEIRS]);
    }
}

static void
clash_free (RemitClash *clash)
{
  g_free (clash->key);
  g_free (clash->name);
  g_free (clash->reason);
  for (guint i = 0; i < G_N_ELEMENTS (clash->values); i++)
    g_free (clash->values[i]);
  g_free (clash);
}

static gboolean
add_all (RemitThreeWay *self,
         GError **error)
{
  RemitPlanState **states = self->states;
  g_autoptr (RemitPlanPairs) mine =
    remit_plan_pairs_new (states[REMIT_ADOPT_BASE], states[REMIT_ADOPT_MINE], error);
  g_autoptr (RemitPlanPairs) theirs =
    mine != NULL ? remit_plan_pairs_new (states[REMIT_ADOPT_BASE], states[REMIT_ADOPT_THEIRS],
                                         error)
                 : NULL;

  if (theirs == NULL)
    return FALSE;
  add_plan (self);
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (is_merged (kind))
      {
        add_base (self, kind);
        add_side (self, REMIT_ADOPT_THEIRS, theirs, kind);
        add_side (self, REMIT_ADOPT_MINE, mine, kind);
      }
  translate_rows (self, REMIT_ADOPT_MINE);
  translate_rows (self, REMIT_ADOPT_THEIRS);
  return TRUE;
}

RemitThreeWay *
remit_three_way_new (RemitPlanState *states[REMIT_ADOPT_N_STATES],
                     const RemitAdoptOptions *options,
                     GError **error)
{
  g_autoptr (RemitThreeWay) self = g_new0 (RemitThreeWay, 1);

  self->options = options;
  self->triples = g_ptr_array_new_with_free_func ((GDestroyNotify) triple_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) clash_free);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < REMIT_ADOPT_N_STATES; i++)
    {
      self->states[i] = states[i];
      self->by_side[i] = g_hash_table_new (g_int64_hash, g_int64_equal);
    }
  for (RemitKind kind = 0; kind < REMIT_N_KINDS; kind++)
    self->by_kind[kind] = g_ptr_array_new ();
  if (!add_all (self, error))
    return NULL;
  mark_left (self);
  return g_steal_pointer (&self);
}

void
remit_three_way_free (RemitThreeWay *self)
{
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->clashes);
  for (guint i = 0; i < REMIT_ADOPT_N_STATES; i++)
    g_hash_table_unref (self->by_side[i]);
  g_hash_table_unref (self->by_id);
  for (RemitKind kind = 0; kind < REMIT_N_KINDS; kind++)
    g_ptr_array_unref (self->by_kind[kind]);
  g_ptr_array_unref (self->triples);
  g_free (self);
}
