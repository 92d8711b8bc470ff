/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of two plans, or of one plan at two moments, are the same thing. */
#include "remit-plan-pairs.h"

/* Copies of copies deeper than this are not followed; a circle has no end. */
#define MAX_DEPTH 32

struct _RemitPlanPairs
{
  RemitPlanState *a;
  RemitPlanState *b;
  GHashTable *to_b[REMIT_N_KINDS]; /* of gint64, by gint64 */
  GHashTable *to_a[REMIT_N_KINDS];
};

static GHashTable *
map_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

static gint64
map_get (GHashTable *map,
         gint64 id)
{
  const gint64 *other = g_hash_table_lookup (map, &id);

  return other != NULL ? *other : 0;
}

static void
map_add (GHashTable *map,
         gint64 id,
         gint64 other)
{
  g_hash_table_insert (map, g_memdup2 (&id, sizeof id), g_memdup2 (&other, sizeof other));
}

/* Pairs two rows, unless one of them is paired. */
static void
pair (RemitPlanPairs *self,
      RemitKind kind,
      gint64 a,
      gint64 b)
{
  if (g_hash_table_contains (self->to_b[kind], &a) || g_hash_table_contains (self->to_a[kind], &b))
    return;
  map_add (self->to_b[kind], a, b);
  map_add (self->to_a[kind], b, a);
}

static gint64
get_origin (const RemitRecord *record)
{
  int field = remit_entity_info_find_origin (remit_record_get_info (record));

  return field >= 0 ? remit_record_get_integer (record, (guint) field) : 0;
}

/* ── One plan ─────────────────────────────────────────────────────────────────────────────── */

static void
pair_by_id (RemitPlanPairs *self,
            RemitKind kind)
{
  GPtrArray *rows = remit_plan_state_get_rows (self->a, kind);

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = remit_record_get_id (rows->pdata[i]);

      if (remit_plan_state_get (self->b, kind, id) != NULL)
        pair (self, kind, id, id);
    }
}

/* ── Copies ───────────────────────────────────────────────────────────────────────────────── */

/* A row and its copy. */
static void
pair_copies (RemitPlanPairs *self,
             RemitKind kind)
{
  GPtrArray *a = remit_plan_state_get_rows (self->a, kind);
  GPtrArray *b = remit_plan_state_get_rows (self->b, kind);

  for (guint i = 0; i < b->len; i++)
    if (remit_plan_state_get (self->a, kind, get_origin (b->pdata[i])) != NULL)
      pair (self, kind, get_origin (b->pdata[i]), remit_record_get_id (b->pdata[i]));
  for (guint i = 0; i < a->len; i++)
    if (remit_plan_state_get (self->b, kind, get_origin (a->pdata[i])) != NULL)
      pair (self, kind, remit_record_get_id (a->pdata[i]), get_origin (a->pdata[i]));
}

/* Two copies of one row. */
static void
pair_siblings (RemitPlanPairs *self,
               RemitKind kind)
{
  g_autoptr (GHashTable) by_origin = map_new ();
  GPtrArray *a = remit_plan_state_get_rows (self->a, kind);
  GPtrArray *b = remit_plan_state_get_rows (self->b, kind);

  for (guint i = 0; i < a->len; i++)
    if (get_origin (a->pdata[i]) != 0)
      map_add (by_origin, get_origin (a->pdata[i]), remit_record_get_id (a->pdata[i]));
  for (guint i = 0; i < b->len; i++)
    {
      gint64 other = map_get (by_origin, get_origin (b->pdata[i]));

      if (other != 0)
        pair (self, kind, other, remit_record_get_id (b->pdata[i]));
    }
}

static gboolean
is_copy_left (RemitPlanState *state,
              GHashTable *paired,
              RemitKind kind)
{
  GPtrArray *rows = remit_plan_state_get_rows (state, kind);

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = remit_record_get_id (rows->pdata[i]);

      if (get_origin (rows->pdata[i]) != 0 && !g_hash_table_contains (paired, &id))
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full): what each row of the workspace was copied from */
static GHashTable *
read_origins (RemitPlanPairs *self,
              RemitKind kind,
              GError **error)
{
  g_autoptr (GHashTable) origins = map_new ();
  g_autoptr (RemitRecord) record = remit_record_new (kind);
  RemitStore *store = remit_plan_state_get_store (self->a);
  g_autoptr (RemitStatement) rows = remit_store_query (
    store, remit_store_get_select (kind, "WHERE t.origin IS NOT NULL"), 0, 0, error);

  while (remit_store_step (store, rows))
    {
      remit_store_read (rows, record);
      map_add (origins, remit_record_get_id (record), get_origin (record));
    }
  return remit_store_finish (store, rows, error) ? g_steal_pointer (&origins) : NULL;
}

/* Adds a row and all that it goes back to, as far as it is known. */
static void
add_ancestors (GHashTable *ancestors,
               GHashTable *origins,
               const RemitRecord *record)
{
  gint64 id = remit_record_get_id (record);
  gint64 ancestor = get_origin (record);

  map_add (ancestors, id, id);
  for (guint i = 0; ancestor != 0 && i < MAX_DEPTH; i++)
    {
      if (!g_hash_table_contains (ancestors, &ancestor))
        map_add (ancestors, ancestor, id);
      ancestor = map_get (origins, ancestor);
    }
}

static void
pair_by_ancestor (RemitPlanPairs *self,
                  RemitKind kind,
                  GHashTable *ancestors,
                  GHashTable *origins,
                  const RemitRecord *record)
{
  gint64 id = remit_record_get_id (record);

  for (guint i = 0; id != 0 && i < MAX_DEPTH; i++)
    {
      gint64 other = map_get (ancestors, id);

      if (other != 0)
        {
          pair (self, kind, other, remit_record_get_id (record));
          return;
        }
      id = i == 0 ? get_origin (record) : map_get (origins, id);
    }
}

/* Rows that go back to one row, over further plans. */
static gboolean
pair_relatives (RemitPlanPairs *self,
                RemitKind kind,
                GError **error)
{
  g_autoptr (GHashTable) ancestors = map_new ();
  g_autoptr (GHashTable) origins = NULL;
  GPtrArray *a = remit_plan_state_get_rows (self->a, kind);
  GPtrArray *b = remit_plan_state_get_rows (self->b, kind);

  if (!is_copy_left (self->a, self->to_b[kind], kind)
      && !is_copy_left (self->b, self->to_a[kind], kind))
    return TRUE;
  origins = read_origins (self, kind, error);
  if (origins == NULL)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    add_ancestors (ancestors, origins, a->pdata[i]);
  for (guint i = 0; i < b->len; i++)
    pair_by_ancestor (self, kind, ancestors, origins, b->pdata[i]);
  return TRUE;
}

/* ── What people know rows by ─────────────────────────────────────────────────────────────── */

static gboolean
tells (const RemitEntityInfo *info,
       guint field,
       gboolean has_keys)
{
  const RemitField *f = &info->fields[field];

  if (!remit_plan_pairs_is_cell (f))
    return FALSE;
  if (f->flags & REMIT_FIELD_OWNER)
    return TRUE;
  if (has_keys)
    return f->flags & (REMIT_FIELD_KEY | REMIT_FIELD_ONCE);
  return (int) field == remit_entity_info_find_name (info)
         || f->flags & (REMIT_FIELD_REQUIRED | REMIT_FIELD_ALTERNATIVE | REMIT_FIELD_BOUND);
}

static void
add_value (GString *key,
           const RemitRecord *record,
           guint i,
           RemitPlanKeyFunc translate,
           gpointer data)
{
  const RemitField *field = &remit_record_get_info (record)->fields[i];
  g_autofree char *text = NULL;
  gint64 id;

  if (remit_field_is_text (field))
    {
      text = g_utf8_casefold (remit_record_get_text (record, i), -1);
      g_string_append (key, text);
    }
  else
    {
      id = remit_record_get_integer (record, i);
      if (field->kind == REMIT_FIELD_REFERENCE)
        id = translate (field->target, id, data);
      g_string_append_printf (key, "%" G_GINT64_FORMAT, id);
    }
  g_string_append_c (key, '\1');
}

void
remit_plan_pairs_add_key (GString *key,
                          const RemitRecord *record,
                          RemitPlanKeyFunc translate,
                          gpointer data)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int rank = remit_entity_info_find_rank (info);
  gboolean has_keys = FALSE, is_told = FALSE;

  for (guint i = 0; i < info->n_fields; i++)
    has_keys = has_keys || (info->fields[i].flags & (REMIT_FIELD_KEY | REMIT_FIELD_ONCE));
  for (guint i = 0; i < info->n_fields; i++)
    if (tells (info, i, has_keys))
      {
        add_value (key, record, i, translate, data);
        is_told = is_told || !(info->fields[i].flags & REMIT_FIELD_OWNER);
      }
  /* a level of a ladder has nothing but its place, and who is there */
  if (rank >= 0 && (!is_told || info->is_detail) && !has_keys)
    add_value (key, record, (guint) rank, translate, data);
}

/* What is paired has the id that it has in the first plan. */
static gint64
translate_a (RemitKind kind,
             gint64 id,
             gpointer data)
{
  return id;
}

static gint64
translate_b (RemitKind kind,
             gint64 id,
             gpointer data)
{
  gint64 other = remit_plan_pairs_to_a (data, kind, id);

  return other != 0 ? other : id;
}

static char *
dup_key (const RemitRecord *record,
         RemitPlanKeyFunc translate,
         gpointer data)
{
  g_autoptr (GString) key = g_string_new (NULL);

  remit_plan_pairs_add_key (key, record, translate, data);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

static void
pair_by_key (RemitPlanPairs *self,
             RemitKind kind)
{
  g_autoptr (GHashTable) left =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);
  GPtrArray *a = remit_plan_state_get_rows (self->a, kind);
  GPtrArray *b = remit_plan_state_get_rows (self->b, kind);

  for (guint i = 0; i < a->len; i++)
    {
      gint64 id = remit_record_get_id (a->pdata[i]);
      g_autofree char *key = NULL;
      GQueue *queue;

      if (g_hash_table_contains (self->to_b[kind], &id))
        continue;
      key = dup_key (a->pdata[i], translate_a, self);
      queue = g_hash_table_lookup (left, key);
      if (queue == NULL)
        g_hash_table_insert (left, g_steal_pointer (&key), queue = g_queue_new ());
      g_queue_push_tail (queue, a->pdata[i]);
    }
  for (guint i = 0; g_hash_table_size (left) > 0 && i < b->len; i++)
    {
      gint64 id = remit_record_get_id (b->pdata[i]);
      g_autofree char *key = NULL;
      GQueue *queue;

      if (g_hash_table_contains (self->to_a[kind], &id))
        continue;
      key = dup_key (b->pdata[i], translate_b, self);
      queue = g_hash_table_lookup (left, key);
      if (queue != NULL && !g_queue_is_empty (queue))
        pair (self, kind, remit_record_get_id (g_queue_pop_head (queue)), id);
    }
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

static gboolean
pair_kind (RemitPlanPairs *self,
           RemitKind kind,
           GError **error)
{
  if (remit_plan_state_get_plan_id (self->a) == remit_plan_state_get_plan_id (self->b))
    pair_by_id (self, kind);
  else
    {
      pair_copies (self, kind);
      pair_siblings (self, kind);
      if (!pair_relatives (self, kind, error))
        return FALSE;
    }
  pair_by_key (self, kind);
  return TRUE;
}

RemitPlanPairs *
remit_plan_pairs_new (RemitPlanState *a,
                      RemitPlanState *b,
                      GError **error)
{
  g_autoptr (RemitPlanPairs) self = g_new0 (RemitPlanPairs, 1);

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  self->a = a;
  self->b = b;
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      self->to_b[kind] = map_new ();
      self->to_a[kind] = map_new ();
    }
  pair (self, REMIT_KIND_PLAN, remit_plan_state_get_plan_id (a), remit_plan_state_get_plan_id (b));
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (remit_plan_state_has_kind (kind) && !pair_kind (self, kind, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
remit_plan_pairs_free (RemitPlanPairs *self)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      g_clear_pointer (&self->to_b[kind], g_hash_table_unref);
      g_clear_pointer (&self->to_a[kind], g_hash_table_unref);
    }
  g_free (self);
}

static gboolean
is_of_plan (RemitKind kind)
{
  return kind == REMIT_KIND_PLAN || remit_plan_state_has_kind (kind);
}

gint64
remit_plan_pairs_to_b (RemitPlanPairs *self,
                       RemitKind kind,
                       gint64 id)
{
  return is_of_plan (kind) ? map_get (self->to_b[kind], id) : id;
}

gint64
remit_plan_pairs_to_a (RemitPlanPairs *self,
                       RemitKind kind,
                       gint64 id)
{
  return is_of_plan (kind) ? map_get (self->to_a[kind], id) : id;
}

gboolean
remit_plan_pairs_is_same (RemitPlanPairs *self,
                          const RemitRecord *a,
                          const RemitRecord *b,
                          guint field)
{
  const RemitField *info = &remit_record_get_info (a)->fields[field];
  gint64 there;

  if (info->kind != REMIT_FIELD_REFERENCE)
    return remit_record_is_same (a, b, field);
  there = remit_record_get_integer (b, field);
  if (remit_record_get_integer (a, field) == 0 || there == 0)
    return remit_record_get_integer (a, field) == there;
  return remit_plan_pairs_to_b (self, info->target, remit_record_get_integer (a, field)) == there;
}

gboolean
remit_plan_pairs_is_cell (const RemitField *field)
{
  return field->kind != REMIT_FIELD_ORIGIN && field->target != REMIT_KIND_PLAN;
}
