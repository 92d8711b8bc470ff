/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two plans differ, or one plan at two moments, row by row and field by field. */
#include "remit-compare.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "remit-compare-private.h"

/* How far up the team of something is looked for. */
#define MAX_DEPTH 8

static const RemitChoice ops[] = {
  [REMIT_DIFFERENCE_ADDED] = { "added", N_ ("Added") },
  [REMIT_DIFFERENCE_REMOVED] = { "removed", N_ ("Removed") },
  [REMIT_DIFFERENCE_MOVED] = { "moved", N_ ("Moved") },
  [REMIT_DIFFERENCE_CHANGED] = { "changed", N_ ("Changed") },
};

const char *
remit_difference_op_get_nick (RemitDifferenceOp op)
{
  return ops[op].nick;
}

const char *
remit_difference_op_get_label (RemitDifferenceOp op)
{
  return _ (ops[op].label);
}

RemitDifference *
remit_difference_ref (RemitDifference *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
difference_clear (RemitDifference *self)
{
  g_clear_pointer (&self->old, remit_record_free);
  g_clear_pointer (&self->new, remit_record_free);
  g_clear_pointer (&self->line, remit_history_line_free);
  g_free (self->team_name);
}

void
remit_difference_unref (RemitDifference *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) difference_clear);
}

char *
remit_difference_dup_sentence (const RemitDifference *self)
{
  return remit_history_line_dup_sentence (self->line);
}

/* ── Words ────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitPlanState *a;
  RemitPlanState *b;
  RemitPlanPairs *pairs;
  GHashTable *moved;
  GPtrArray *differences;
  guint64 cells; /* which fields of the kind are compared */
} Comparing;

/* What is in both plans under one id has the name that it has in the second one. */
static const RemitRecord *
find (RemitKind kind,
      gint64 id,
      gpointer data,
      RemitRecord **owned)
{
  const Comparing *self = data;
  const RemitRecord *record = remit_plan_state_find (self->b, kind, id);

  *owned = NULL;
  return record != NULL ? record : remit_plan_state_find (self->a, kind, id);
}

static RemitHistoryLine *
create_line (Comparing *self,
             const RemitDifference *difference)
{
  /* Translators: stands for the name of something that was deleted since */
  const RemitNamer namer = { .find = find, .data = self, .missing = _ ("(deleted)") };
  g_autoptr (RemitChange) change = remit_change_new (difference->old, difference->new);

  change->id = difference->b != 0 ? difference->b : difference->a;
  change->fields = difference->fields;
  return remit_history_create_line (&namer, change);
}

/* Returns: (nullable): the team that a row belongs to, by itself or by what it is part of */
static const RemitRecord *
find_team (RemitPlanState *state,
           const RemitRecord *record)
{
  for (guint i = 0; record != NULL && i < MAX_DEPTH; i++)
    {
      const RemitEntityInfo *info = remit_record_get_info (record);
      int team = remit_entity_info_find_field (info, "team");
      int owner = remit_entity_info_find_owner (info);

      if (info->kind == REMIT_KIND_TEAM)
        return record;
      if (team >= 0)
        return remit_plan_state_get (state, REMIT_KIND_TEAM,
                                     remit_record_get_integer (record, (guint) team));
      if (owner < 0)
        return NULL;
      record = remit_plan_state_get (state, info->fields[owner].target,
                                     remit_record_get_integer (record, (guint) owner));
    }
  return NULL;
}

/* A team that is in both plans is that of the second one. */
static void
set_team (Comparing *self,
          RemitDifference *difference)
{
  gboolean is_gone = difference->new == NULL;
  const RemitRecord *team = find_team (is_gone ? self->a : self->b,
                                       is_gone ? difference->old : difference->new);
  gint64 other = 0;

  if (team != NULL && is_gone && self->pairs != NULL)
    other = remit_plan_pairs_to_b (self->pairs, REMIT_KIND_TEAM, remit_record_get_id (team));
  if (other != 0)
    team = remit_plan_state_get (self->b, REMIT_KIND_TEAM, other);
  difference->team = team != NULL ? remit_record_get_id (team) : 0;
  difference->team_name =
    g_strdup (team != NULL ? remit_record_get_text (team, REMIT_TEAM_NAME) : "");
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

RemitDifference *
remit_difference_new (RemitPlanState *a,
                      RemitPlanState *b,
                      RemitPlanPairs *pairs,
                      RemitDifferenceOp op,
                      const RemitRecord *old,
                      const RemitRecord *new,
                      guint64 fields)
{
  Comparing comparing = { .a = a, .b = b, .pairs = pairs };
  RemitDifference *self = g_atomic_rc_box_new0 (RemitDifference);

  self->op = op;
  self->kind = remit_record_get_kind (new != NULL ? new : old);
  self->a = old != NULL ? remit_record_get_id (old) : 0;
  self->b = new != NULL ? remit_record_get_id (new) : 0;
  self->fields = fields;
  self->old = old != NULL ? remit_record_copy (old) : NULL;
  self->new = new != NULL ? remit_record_copy (new) : NULL;
  set_team (&comparing, self);
  self->line = create_line (&comparing, self);
  return self;
}

static void
add (Comparing *self,
     RemitDifferenceOp op,
     const RemitRecord *old,
     const RemitRecord *new,
     guint64 fields)
{
  g_ptr_array_add (self->differences,
                   remit_difference_new (self->a, self->b, self->pairs, op, old, new, fields));
}

/* Of the plans themselves only what both could have. */
static gboolean
is_compared (Comparing *self,
             const RemitEntityInfo *info,
             guint field)
{
  if (!remit_plan_pairs_is_cell (&info->fields[field])
      || (info->fields[field].flags & REMIT_FIELD_ORDER))
    return FALSE;
  if (info->kind == REMIT_KIND_PLAN && field == REMIT_PLAN_BASE_ENTRY)
    return FALSE;
  return info->kind != REMIT_KIND_PLAN || field == REMIT_PLAN_PURPOSE
         || remit_plan_state_get_plan_id (self->a) == remit_plan_state_get_plan_id (self->b);
}

static guint64
get_cells (Comparing *self,
           RemitKind kind)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  guint64 cells = 0;

  for (guint i = 0; i < info->n_fields; i++)
    if (is_compared (self, info, i))
      cells |= G_GUINT64_CONSTANT (1) << i;
  return cells;
}

static void
compare_rows (Comparing *self,
              const RemitRecord *old,
              const RemitRecord *new)
{
  const RemitEntityInfo *info = remit_record_get_info (new);
  int owner = remit_entity_info_find_owner (info);
  int order = remit_entity_info_find_order (info);
  gint64 id = remit_record_get_id (new);
  guint64 fields = 0;

  for (guint i = 0; i < info->n_fields; i++)
    if ((self->cells & (G_GUINT64_CONSTANT (1) << i))
        && !remit_plan_pairs_is_same (self->pairs, old, new, i))
      fields |= G_GUINT64_CONSTANT (1) << i;
  if (order >= 0 && g_hash_table_contains (self->moved, &id))
    fields |= G_GUINT64_CONSTANT (1) << order;
  if (fields != 0)
    add (self,
         owner >= 0 && (fields & (G_GUINT64_CONSTANT (1) << owner)) ? REMIT_DIFFERENCE_MOVED
                                                                    : REMIT_DIFFERENCE_CHANGED,
         old, new, fields);
}

static void
compare_kind (Comparing *self,
              RemitKind kind)
{
  GPtrArray *old = remit_plan_state_get_rows (self->a, kind);
  GPtrArray *new = remit_plan_state_get_rows (self->b, kind);

  self->cells = get_cells (self, kind);
  self->moved = remit_compare_find_moved (self->a, self->b, self->pairs, kind);
  for (guint i = 0; i < new->len; i++)
    {
      gint64 other =
        remit_plan_pairs_to_a (self->pairs, kind, remit_record_get_id (new->pdata[i]));

      if (other != 0)
        compare_rows (self, remit_plan_state_get (self->a, kind, other), new->pdata[i]);
      else
        add (self, REMIT_DIFFERENCE_ADDED, NULL, new->pdata[i], 0);
    }
  for (guint i = 0; i < old->len; i++)
    if (remit_plan_pairs_to_b (self->pairs, kind, remit_record_get_id (old->pdata[i])) == 0)
      add (self, REMIT_DIFFERENCE_REMOVED, old->pdata[i], NULL, 0);
  g_clear_pointer (&self->moved, g_hash_table_unref);
}

/* ── Order ────────────────────────────────────────────────────────────────────────────────── */

static int
compare_teams (Comparing *self,
               const RemitDifference *a,
               const RemitDifference *b)
{
  const RemitRecord *first = find (REMIT_KIND_TEAM, a->team, self, &(RemitRecord *){ NULL });
  const RemitRecord *second = find (REMIT_KIND_TEAM, b->team, self, &(RemitRecord *){ NULL });
  gint64 p = first != NULL ? remit_record_get_integer (first, REMIT_TEAM_POSITION) : -1;
  gint64 q = second != NULL ? remit_record_get_integer (second, REMIT_TEAM_POSITION) : -1;

  if (p != q)
    return p < q ? -1 : 1;
  return a->team < b->team ? -1 : a->team > b->team;
}

static int
compare_differences (gconstpointer a,
                     gconstpointer b,
                     gpointer data)
{
  const RemitDifference *first = *(RemitDifference *const *) a;
  const RemitDifference *second = *(RemitDifference *const *) b;
  int order = compare_teams (data, first, second);

  if (order != 0)
    return order;
  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  if (first->op != second->op)
    return first->op < second->op ? -1 : 1;
  if (first->b != second->b)
    return first->b < second->b ? -1 : 1;
  return first->a < second->a ? -1 : first->a > second->a;
}

GPtrArray *
remit_compare_states (RemitPlanState *a,
                      RemitPlanState *b,
                      RemitPlanPairs *pairs)
{
  g_autoptr (GPtrArray) differences =
    g_ptr_array_new_with_free_func ((GDestroyNotify) remit_difference_unref);
  g_autoptr (GHashTable) none = g_hash_table_new (g_int64_hash, g_int64_equal);
  Comparing self = { a, b, pairs, none, differences, 0 };

  self.cells = get_cells (&self, REMIT_KIND_PLAN);
  compare_rows (&self, remit_plan_state_get_plan (a), remit_plan_state_get_plan (b));
  self.moved = NULL;
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (remit_plan_state_has_kind (kind))
      compare_kind (&self, kind);
  g_ptr_array_sort_with_data (differences, compare_differences, &self);
  return g_steal_pointer (&differences);
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

char *
remit_plan_moment_dup_title (const RemitPlanMoment *self,
                             RemitPlanState *state)
{
  const char *name = remit_record_get_text (remit_plan_state_get_plan (state), REMIT_PLAN_NAME);
  g_autoptr (RemitHistoryEntry) entry = NULL;
  g_autofree char *number = NULL;
  g_autofree char *time = NULL;

  if (self->seq == REMIT_PLAN_STATE_NOW)
    return g_strdup (name);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, self->seq);
  if (!remit_history_find_entry (remit_plan_state_get_store (state), self->seq, &entry, NULL)
      || entry == NULL)
    return g_strdup_printf ("%s@%s", name, number);
  time = remit_time_display_exact (entry->at);
  /* Translators: the name of a plan, the number of an entry of the history, and its time */
  return g_strdup_printf (_ ("%1$s@%2$s (%3$s)"), name, number, time);
}

static gboolean
read_side (RemitComparison *self,
           guint side,
           RemitPlanState *state,
           const RemitPlanMoment *moment,
           GError **error)
{
  if (state == NULL)
    return FALSE;
  self->titles[side] = remit_plan_moment_dup_title (moment, state);
  return remit_plan_figures_read (&self->figures[side], state, error);
}

static gboolean
run (RemitComparison *self,
     RemitStore *store,
     const RemitPlanMoment moments[2],
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (RemitPlanState) a =
    remit_plan_state_read (store, moments[0].plan, moments[0].seq, cancellable, error);
  g_autoptr (RemitPlanState) b =
    a != NULL ? remit_plan_state_read (store, moments[1].plan, moments[1].seq, cancellable, error)
              : NULL;

  if (b == NULL || !read_side (self, 0, a, &moments[0], error)
      || !read_side (self, 1, b, &moments[1], error))
    return FALSE;
  self->pairs = remit_plan_pairs_new (a, b, error);
  if (self->pairs == NULL)
    return FALSE;
  self->differences = remit_compare_states (a, b, self->pairs);
  return TRUE;
}

RemitComparison *
remit_compare (RemitStore *store,
               const RemitPlanMoment *a,
               const RemitPlanMoment *b,
               GCancellable *cancellable,
               GError **error)
{
  const RemitPlanMoment moments[2] = { *a, *b };
  g_autoptr (RemitComparison) self = g_new0 (RemitComparison, 1);
  gboolean done;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  if (!remit_store_begin_read (store, NULL, error))
    return NULL;
  done = run (self, store, moments, cancellable, error);
  return remit_store_end_read (store, done, error) ? g_steal_pointer (&self) : NULL;
}

void
remit_comparison_free (RemitComparison *self)
{
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_pointer (&self->pairs, remit_plan_pairs_free);
  for (guint i = 0; i < 2; i++)
    {
      g_free (self->titles[i]);
      remit_plan_figures_clear (&self->figures[i]);
    }
  g_free (self);
}
