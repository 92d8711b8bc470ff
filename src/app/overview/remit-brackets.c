/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where brackets that join rows of a list stand beside each other: arithmetic alone. */
#include "remit-brackets.h"

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const RemitBracket *one = a;
  const RemitBracket *other = b;
  guint length = one->to - one->from;
  guint other_length = other->to - other->from;

  if (length != other_length)
    return length < other_length ? -1 : 1;
  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return 0;
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const RemitBracket *one = a;
  const RemitBracket *other = b;

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;
  return compare_lengths (a, b);
}

/* Two that only touch have room in one lane. */
static gboolean
overlap (const RemitBracket *a,
         const RemitBracket *b)
{
  return a->from < b->to && b->from < a->to;
}

static guint
find_lane (const GArray *brackets,
           guint place,
           guint max_lanes)
{
  const RemitBracket *bracket = &g_array_index (brackets, RemitBracket, place);

  for (guint lane = 0; lane + 1 < max_lanes; lane++)
    {
      gboolean is_free = TRUE;

      for (guint i = 0; i < place && is_free; i++)
        {
          const RemitBracket *other = &g_array_index (brackets, RemitBracket, i);

          is_free = other->lane != lane || !overlap (other, bracket);
        }
      if (is_free)
        return lane;
    }
  return max_lanes - 1;
}

guint
remit_brackets_arrange (GArray *brackets,
                        guint max_lanes)
{
  guint n = 0;

  g_return_val_if_fail (max_lanes > 0, 0);

  g_array_sort (brackets, compare_lengths);
  for (guint i = 0; i < brackets->len; i++)
    {
      guint lane = find_lane (brackets, i, max_lanes);

      g_array_index (brackets, RemitBracket, i).lane = lane;
      n = MAX (n, lane + 1);
    }
  return n;
}

guint
remit_brackets_limit (GArray *brackets,
                      guint n)
{
  guint extra = brackets->len > n ? brackets->len - n : 0;

  if (extra == 0)
    return 0;
  g_array_sort (brackets, compare_weights);
  g_array_set_size (brackets, n);
  return extra;
}
