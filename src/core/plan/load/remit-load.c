/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Load and capacity of people over time, and how far slots are filled. */
#include "remit-load.h"

#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "model/remit-percent.h"
#include "remit-load-private.h"
#include "remit-period.h"

/* Scenarios of scenarios deeper than this are not followed; a circle has no end. */
#define MAX_SCENARIO_DEPTH 32

/* Returns: the plan that a scenario was made from, or 0 */
static gint64
get_base (RemitWorkspace *workspace,
          gint64 plan)
{
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_PLAN, plan);

  return entity != NULL ? remit_entity_get_integer (entity, REMIT_PLAN_BASE) : 0;
}

static gboolean
goes_back_to (RemitWorkspace *workspace,
              gint64 plan,
              gint64 base)
{
  for (int i = 0; plan != 0 && i < MAX_SCENARIO_DEPTH; i++)
    {
      if (plan == base)
        return TRUE;
      plan = get_base (workspace, plan);
    }
  return FALSE;
}

/* Whether two plans go back to one, and so stand for the same work. */
static gboolean
are_alternatives (RemitWorkspace *workspace,
                  gint64 plan,
                  gint64 other)
{
  for (int i = 0; plan != 0 && i < MAX_SCENARIO_DEPTH; i++)
    {
      if (goes_back_to (workspace, other, plan))
        return TRUE;
      plan = get_base (workspace, plan);
    }
  return FALSE;
}

gboolean
remit_load_is_counted (RemitWorkspace *workspace,
                       gint64 plan,
                       gint64 other)
{
  RemitEntity *entity;

  if (plan == other)
    return TRUE;
  entity = remit_workspace_get (workspace, REMIT_KIND_PLAN, other);
  return entity != NULL
         && remit_entity_get_integer (entity, REMIT_PLAN_STATUS) == REMIT_PLAN_STATUS_PUBLISHED
         && !are_alternatives (workspace, plan, other);
}

void
remit_load_limit_to (gint64 slot_from,
                     gint64 slot_until,
                     gint64 *from,
                     gint64 *until)
{
  gint64 first = *from != 0 ? *from : slot_from;
  gint64 last = *until != 0 ? *until : slot_until;

  /* An assignment that begins after its slot has ended is outside of it, and still counts. */
  if (first != 0 && last != 0 && first > last)
    return;
  *from = first;
  *until = last;
}

void
remit_load_limit_days (RemitEntity *slot,
                       gint64 *from,
                       gint64 *until)
{
  if (slot != NULL)
    remit_load_limit_to (remit_entity_get_integer (slot, REMIT_SLOT_FROM),
                         remit_entity_get_integer (slot, REMIT_SLOT_UNTIL), from, until);
}

void
remit_load_get_days (RemitWorkspace *workspace,
                     RemitEntity *assignment,
                     gint64 *from,
                     gint64 *until)
{
  gint64 slot;

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));
  g_return_if_fail (remit_entity_is (assignment, REMIT_KIND_ASSIGNMENT));

  slot = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_SLOT);
  *from = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_FROM);
  *until = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_UNTIL);
  remit_load_limit_days (remit_workspace_get (workspace, REMIT_KIND_SLOT, slot), from, until);
}

static void
add_assignment (RemitTimeline *timeline,
                RemitWorkspace *workspace,
                RemitEntity *assignment)
{
  gint64 from, until;

  remit_load_get_days (workspace, assignment, &from, &until);
  remit_timeline_add_load (timeline, from, until,
                           (int) remit_entity_get_integer (assignment,
                                                           REMIT_ASSIGNMENT_ALLOCATION));
}

static void
add_absences (RemitTimeline *timeline,
              RemitWorkspace *workspace,
              gint64 person)
{
  GPtrArray *absences = remit_workspace_get_referring (workspace, REMIT_KIND_ABSENCE,
                                                       REMIT_ABSENCE_PERSON, person);

  for (guint i = 0; i < absences->len; i++)
    {
      RemitEntity *absence = g_ptr_array_index (absences, i);

      remit_timeline_add_away (timeline, remit_entity_get_integer (absence, REMIT_ABSENCE_FROM),
                               remit_entity_get_integer (absence, REMIT_ABSENCE_UNTIL));
    }
}

void
remit_load_init_person (RemitTimeline *timeline,
                        RemitWorkspace *workspace,
                        gint64 plan,
                        gint64 person,
                        RemitLoadSkip skip,
                        gpointer data)
{
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_PERSON, person);
  GPtrArray *assignments;

  remit_timeline_init (timeline, 0);
  if (entity == NULL)
    return;

  timeline->capacity = (int) remit_entity_get_integer (entity, REMIT_PERSON_CAPACITY);
  remit_timeline_set_days (timeline, remit_entity_get_integer (entity, REMIT_PERSON_FROM),
                           remit_entity_get_integer (entity, REMIT_PERSON_UNTIL));
  add_absences (timeline, workspace, person);

  assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                               REMIT_ASSIGNMENT_PERSON, person);
  for (guint i = 0; i < assignments->len; i++)
    {
      RemitEntity *assignment = g_ptr_array_index (assignments, i);
      gint64 other = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PLAN);

      if ((skip == NULL || !skip (assignment, data))
          && remit_load_is_counted (workspace, plan, other))
        add_assignment (timeline, workspace, assignment);
    }
}

void
remit_load_init_slot (RemitTimeline *timeline,
                      RemitWorkspace *workspace,
                      gint64 slot,
                      RemitLoadSkip skip,
                      gpointer data)
{
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_SLOT, slot);

  remit_timeline_init (timeline, 0);
  for (guint i = 0; i < assignments->len; i++)
    {
      RemitEntity *assignment = g_ptr_array_index (assignments, i);

      if (skip == NULL || !skip (assignment, data))
        add_assignment (timeline, workspace, assignment);
    }
}

GArray *
remit_load_get_spans (RemitWorkspace *workspace,
                      gint64 plan,
                      gint64 person)
{
  g_auto (RemitTimeline) timeline = { 0 };

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);

  remit_load_init_person (&timeline, workspace, plan, person, NULL, NULL);
  return remit_timeline_sweep (&timeline);
}

static int
count_assignments (RemitWorkspace *workspace,
                   gint64 plan,
                   gint64 person)
{
  GPtrArray *assignments = remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_PERSON, person);
  int n = 0;

  for (guint i = 0; i < assignments->len; i++)
    if (remit_entity_get_integer (g_ptr_array_index (assignments, i), REMIT_ASSIGNMENT_PLAN)
        == plan)
      n++;
  return n;
}

void
remit_load_get (RemitWorkspace *workspace,
                gint64 plan,
                gint64 person,
                RemitLoad *load)
{
  g_autoptr (GArray) spans = NULL;
  gint64 today = remit_day_today ();
  const RemitLoadSpan *now;

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));
  g_return_if_fail (load != NULL);

  spans = remit_load_get_spans (workspace, plan, person);
  now = remit_load_spans_find_peak (spans, today, today);
  load->now = now->load;
  load->capacity = now->capacity;
  load->peak = *remit_load_spans_find_peak (spans, today, 0);
  load->over = remit_load_span_is_over (&load->peak);
  load->n_assignments = count_assignments (workspace, plan, person);
}

char *
remit_load_dup_summary (const RemitLoad *load)
{
  g_autofree char *when = NULL;

  g_return_val_if_fail (load != NULL, NULL);

  if (!load->over)
    /* Translators: load and capacity of a person in percent: "80 % of 100 %" */
    return remit_percent_printf (_ ("%1$d %% of %2$d %%"), load->now, load->capacity);

  when = remit_period_dup_words (load->peak.from, load->peak.until);
  if (load->peak.away)
    /* Translators: load and capacity of a person in percent, and when the person is away:
     * "80 % of 100 %, away in August" */
    return remit_percent_printf (_ ("%1$d %% of %2$d %%, absent %3$s"), load->now, load->capacity,
                                 when);
  /* Translators: load and capacity of a person in percent, and when: "120 % of 100 % in March" */
  return remit_percent_printf (_ ("%1$d %% of %2$d %% %3$s"), load->peak.load, load->peak.capacity,
                               when);
}

int
remit_load_get_free (RemitWorkspace *workspace,
                     gint64 plan,
                     gint64 person,
                     gint64 from,
                     gint64 until)
{
  g_autoptr (GArray) spans = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);

  spans = remit_load_get_spans (workspace, plan, person);
  remit_timeline_from_today (&from, &until);
  return remit_load_spans_get_free (spans, from, until);
}

int
remit_load_get_filled (RemitWorkspace *workspace,
                       gint64 slot)
{
  g_auto (RemitTimeline) timeline = { 0 };
  g_autoptr (GArray) spans = NULL;
  RemitEntity *entity;
  gint64 from = 0;
  gint64 until = 0;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);

  entity = remit_workspace_get (workspace, REMIT_KIND_SLOT, slot);
  remit_load_limit_days (entity, &from, &until);
  remit_load_init_slot (&timeline, workspace, slot, NULL, NULL);
  spans = remit_timeline_sweep (&timeline);
  remit_timeline_from_today (&from, &until);
  return remit_load_spans_find_peak (spans, from, until)->load;
}
