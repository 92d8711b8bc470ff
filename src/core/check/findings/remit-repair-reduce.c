/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To what a person's allocations have to come down so that there is time for them. */
#include "remit-repair-reduce.h"

#include "plan/load/remit-load.h"
#include "plan/load/remit-timeline.h"

/* Round to 5 %. */
#define STEP 5

static gboolean
does_touch (RemitWorkspace *workspace,
            RemitEntity *assignment,
            const RemitLoadSpan *span)
{
  gint64 from;
  gint64 until;

  remit_load_get_days (workspace, assignment, &from, &until);
  return remit_load_span_meets (span, from, until);
}

/* Days on which the person is there at all. */
static gboolean
is_there (RemitEntity *person,
          const RemitLoadSpan *span)
{
  return remit_load_span_meets (span, remit_entity_get_integer (person, REMIT_PERSON_FROM),
                                remit_entity_get_integer (person, REMIT_PERSON_UNTIL));
}

static GPtrArray *
get_own (RemitWorkspace *workspace,
         gint64 plan,
         gint64 person)
{
  GPtrArray *all = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                  REMIT_ASSIGNMENT_PERSON, person);
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (remit_entity_get_integer (all->pdata[i], REMIT_ASSIGNMENT_PLAN) == plan)
      g_ptr_array_add (own, all->pdata[i]);
  return own;
}

static int
get_allocation (RemitEntity *assignment)
{
  return (int) remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION);
}

/* Days on which there is too much to do, and the time that the plan's own assignments have. */
typedef struct {
  const RemitLoadSpan *span;
  int room;
} Tight;

/* What each assignment would have in figures without a step, and what it gets. */
typedef struct {
  double *shares;
  int *allocations;
} Split;

static int
add_up (RemitWorkspace *workspace,
        GPtrArray *own,
        const RemitLoadSpan *span,
        const int *allocations)
{
  int sum = 0;

  for (guint i = 0; i < own->len; i++)
    if (does_touch (workspace, own->pdata[i], span))
      sum += allocations[i];
  return sum;
}

/* Returns: (element-type Tight): where less has to be done */
static GArray *
find_tight (RemitWorkspace *workspace,
            GPtrArray *own,
            RemitEntity *person,
            GArray *spans,
            const int *allocations)
{
  GArray *tight = g_array_new (FALSE, FALSE, sizeof (Tight));

  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);
      int others = span->load - add_up (workspace, own, span, allocations);
      Tight one = { span, span->capacity - others };

      if (span->load > span->capacity && !span->away && is_there (person, span))
        g_array_append_val (tight, one);
    }
  return tight;
}

/* The same share of each on its worst day, rounded down. */
static gboolean
share_out (RemitWorkspace *workspace,
           GPtrArray *own,
           GArray *tight,
           Split *split)
{
  for (guint t = 0; t < tight->len; t++)
    {
      const Tight *one = &g_array_index (tight, Tight, t);
      int sum = 0;

      for (guint i = 0; i < own->len; i++)
        if (does_touch (workspace, own->pdata[i], one->span))
          sum += get_allocation (own->pdata[i]);
      for (guint i = 0; i < own->len; i++)
        {
          double share;

          if (!does_touch (workspace, own->pdata[i], one->span))
            continue;
          share = sum > 0 ? (double) get_allocation (own->pdata[i]) * one->room / sum : 0;
          if (share < 1)
            return FALSE;
          split->shares[i] = MIN (split->shares[i], share);
        }
    }
  for (guint i = 0; i < own->len; i++)
    if (split->shares[i] < get_allocation (own->pdata[i]))
      split->allocations[i] = split->shares[i] > STEP ? (int) split->shares[i] / STEP * STEP
                                                      : (int) split->shares[i];
  return TRUE;
}

/* How much more an assignment can get: no more than it had, and than there is time for. */
static int
get_slack (RemitWorkspace *workspace,
           GPtrArray *own,
           GArray *tight,
           const Split *split,
           guint i)
{
  int slack = get_allocation (own->pdata[i]) - split->allocations[i];

  for (guint t = 0; t < tight->len && slack > 0; t++)
    {
      const Tight *one = &g_array_index (tight, Tight, t);

      if (does_touch (workspace, own->pdata[i], one->span))
        slack = MIN (slack,
                     one->room - add_up (workspace, own, one->span, split->allocations));
    }
  return slack;
}

/* Gives what rounding has left to those who lack most, to the next multiple of @unit each time. */
static void
use_up (RemitWorkspace *workspace,
        GPtrArray *own,
        GArray *tight,
        Split *split,
        int unit)
{
  for (;;)
    {
      guint best = own->len;
      int step = 0;
      double most = 0;

      for (guint i = 0; i < own->len; i++)
        {
          int to_next = unit - split->allocations[i] % unit;
          int slack = get_slack (workspace, own, tight, split, i);

          double lacks = split->shares[i] - split->allocations[i];

          if (slack < unit || (best < own->len && lacks <= most))
            continue;
          most = lacks;
          best = i;
          step = MIN (slack, to_next);
        }
      if (best == own->len)
        return;
      split->allocations[best] += step;
    }
}

static GArray *
get_reductions (GPtrArray *own,
                const int *allocations)
{
  GArray *reductions = g_array_new (FALSE, FALSE, sizeof (RemitReduction));

  for (guint i = 0; i < own->len; i++)
    {
      RemitReduction reduction = { remit_entity_get_id (own->pdata[i]), allocations[i] };

      if (allocations[i] < get_allocation (own->pdata[i]))
        g_array_append_val (reductions, reduction);
    }
  return reductions;
}

GArray *
remit_repair_find_reductions (RemitWorkspace *workspace,
                              gint64 plan,
                              gint64 person)
{
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_PERSON, person);
  g_autoptr (GPtrArray) own = get_own (workspace, plan, person);
  g_autoptr (GArray) spans = remit_load_get_spans (workspace, plan, person);
  g_autoptr (GArray) tight = NULL;
  g_autofree double *shares = g_new (double, own->len);
  g_autofree int *allocations = g_new (int, own->len);
  Split split = { shares, allocations };

  g_return_val_if_fail (entity != NULL, NULL);

  for (guint i = 0; i < own->len; i++)
    shares[i] = allocations[i] = get_allocation (own->pdata[i]);
  tight = find_tight (workspace, own, entity, spans, allocations);
  if (!share_out (workspace, own, tight, &split))
    return NULL;
  use_up (workspace, own, tight, &split, STEP);
  use_up (workspace, own, tight, &split, 1);
  return get_reductions (own, allocations);
}
