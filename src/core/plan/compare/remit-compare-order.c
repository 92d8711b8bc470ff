/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows stand elsewhere among their siblings. */
#include "remit-compare-private.h"

/* A row that is in both plans, with the same owner. */
typedef struct {
  gint64 owner; /* in the second plan */
  gint64 old_position;
  gint64 old_id;
  gint64 new_position;
  gint64 id;
} Place;

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b))

static int
compare_old (gconstpointer a,
             gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  if (first->owner != second->owner)
    return COMPARE (first->owner, second->owner);
  if (first->old_position != second->old_position)
    return COMPARE (first->old_position, second->old_position);
  return COMPARE (first->old_id, second->old_id);
}

static gboolean
is_before (const Place *first,
           const Place *second)
{
  if (first->new_position != second->new_position)
    return first->new_position < second->new_position;
  return first->id < second->id;
}

static GArray *
collect (RemitPlanState *a,
         RemitPlanState *b,
         RemitPlanPairs *pairs,
         const RemitEntityInfo *info,
         guint order)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  guint owner = (guint) remit_entity_info_find_owner (info);
  GPtrArray *rows = remit_plan_state_get_rows (a, info->kind);

  for (guint i = 0; i < rows->len; i++)
    {
      const RemitRecord *old = rows->pdata[i];
      gint64 id = remit_plan_pairs_to_b (pairs, info->kind, remit_record_get_id (old));
      const RemitRecord *new = remit_plan_state_get (b, info->kind, id);
      Place place;

      if (new == NULL
          || (info->fields[owner].target != REMIT_KIND_PLAN
              && !remit_plan_pairs_is_same (pairs, old, new, owner)))
        continue;
      place = (Place){ remit_record_get_integer (new, owner),
                       remit_record_get_integer (old, order), remit_record_get_id (old),
                       remit_record_get_integer (new, order), id };
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_old);
  return places;
}

/* Of siblings in their old order, adds those to @moved that are not in the longest row of them that
 * is in the new order, too: by patience sorting. */
static void
add_moved (const Place *places,
           guint n,
           GHashTable *moved)
{
  g_autofree guint *ends = g_new0 (guint, n); /* of the rows of each length, the last one */
  g_autofree guint *before = g_new0 (guint, n);
  g_autofree gboolean *stays = g_new0 (gboolean, n);
  guint length = 0, at;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      while (low < high)
        if (is_before (&places[ends[(low + high) / 2]], &places[i]))
          low = (low + high) / 2 + 1;
        else
          high = (low + high) / 2;
      ends[low] = i;
      before[i] = low > 0 ? ends[low - 1] : n;
      length = MAX (length, low + 1);
    }
  for (at = ends[length - 1]; at < n; at = before[at])
    stays[at] = TRUE;
  for (guint i = 0; i < n; i++)
    if (!stays[i])
      g_hash_table_add (moved, g_memdup2 (&places[i].id, sizeof places[i].id));
}

GHashTable *
remit_compare_find_moved (RemitPlanState *a,
                          RemitPlanState *b,
                          RemitPlanPairs *pairs,
                          RemitKind kind)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  int order = remit_entity_info_find_order (info);
  GHashTable *moved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) places = NULL;
  guint begin = 0;

  if (order < 0)
    return moved;
  places = collect (a, b, pairs, info, (guint) order);
  for (guint i = 1; i <= places->len; i++)
    if (i == places->len
        || g_array_index (places, Place, i).owner != g_array_index (places, Place, begin).owner)
      {
        add_moved (&g_array_index (places, Place, begin), i - begin, moved);
        begin = i;
      }
  return moved;
}
