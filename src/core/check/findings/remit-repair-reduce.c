/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To what a person's allocations have to come down so that there is time for them. */
#include "remit-repair-reduce.h"

#include "plan/load/remit-load.h"
#include "plan/load/remit-timeline.h"

/* Nobody plans in single percents. */
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

static int
round_down (int allocation)
{
  return allocation > STEP ? allocation / STEP * STEP : allocation;
}

/* Lowers @allocations, of @own, to what is there on the days of @span. */
static gboolean
lower (RemitWorkspace *workspace,
       GPtrArray *own,
       const RemitLoadSpan *span,
       int *allocations)
{
  int sum = 0;
  int room;

  for (guint i = 0; i < own->len; i++)
    if (does_touch (workspace, own->pdata[i], span))
      sum += get_allocation (own->pdata[i]);
  room = span->capacity - (span->load - sum);
  for (guint i = 0; i < own->len; i++)
    {
      int share;

      if (!does_touch (workspace, own->pdata[i], span))
        continue;
      share = sum > 0 && room > 0 ? get_allocation (own->pdata[i]) * room / sum : 0;
      if (share == 0)
        return FALSE;
      allocations[i] = MIN (allocations[i], round_down (share));
    }
  return TRUE;
}

GArray *
remit_repair_find_reductions (RemitWorkspace *workspace,
                              gint64 plan,
                              gint64 person)
{
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_PERSON, person);
  g_autoptr (GPtrArray) own = get_own (workspace, plan, person);
  g_autoptr (GArray) spans = remit_load_get_spans (workspace, plan, person);
  g_autofree int *allocations = g_new (int, own->len);
  GArray *reductions;

  g_return_val_if_fail (entity != NULL, NULL);

  for (guint i = 0; i < own->len; i++)
    allocations[i] = get_allocation (own->pdata[i]);
  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);

      if (span->load > span->capacity && !span->away && is_there (entity, span)
          && !lower (workspace, own, span, allocations))
        return NULL;
    }
  reductions = g_array_new (FALSE, FALSE, sizeof (RemitReduction));
  for (guint i = 0; i < own->len; i++)
    {
      RemitReduction reduction = { remit_entity_get_id (own->pdata[i]), allocations[i] };

      if (allocations[i] < get_allocation (own->pdata[i]))
        g_array_append_val (reductions, reduction);
    }
  return reductions;
}
