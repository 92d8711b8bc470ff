/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a person may be put somewhere, and what it would lead to: the one rule for drags, keys
 * and commands. */
#include "remit-placement.h"

#include <glib/gi18n-lib.h>

#include "plan/design/remit-design-private.h"
#include "plan/load/remit-period.h"
#include "plan/match/remit-match.h"
#include "remit-fit.h"
#include "remit-placement-private.h"

/* For a slot that needs nothing, by somebody who has nothing free. */
#define FALLBACK_ALLOCATION 100

void
remit_outcome_clear (RemitOutcome *self)
{
  g_clear_pointer (&self->opening, g_free);
  g_clear_pointer (&self->missing, g_free);
  g_clear_pointer (&self->reason, g_free);
}

gboolean
remit_outcome_refuse (RemitOutcome *self,
                      RemitVerdict verdict,
                      const char *format,
                      ...)
{
  /* which may be among what is formatted */
  g_autofree char *old = g_steal_pointer (&self->reason);
  va_list args;

  self->verdict = verdict;
  va_start (args, format);
  self->reason = g_strdup_vprintf (format, args);
  va_end (args);
  return FALSE;
}

void
remit_trial_init (RemitTrial *self,
                  RemitWorkspace *workspace,
                  const RemitPlacement *batch,
                  gsize n_batch)
{
  self->workspace = workspace;
  self->batch = batch;
  self->n_batch = n_batch;
  self->arrivals = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  self->openings = g_ptr_array_new_with_free_func (g_object_unref);
}

void
remit_trial_clear (RemitTrial *self)
{
  g_clear_pointer (&self->arrivals, g_ptr_array_unref);
  g_clear_pointer (&self->openings, g_ptr_array_unref);
}

gboolean
remit_trial_is_leaving (RemitEntity *assignment,
                        gpointer trial)
{
  RemitTrial *self = trial;
  gint64 id = remit_entity_get_id (assignment);

  for (gsize i = 0; i < self->n_batch; i++)
    if (self->batch[i].assignment == id && !self->batch[i].copy)
      return TRUE;
  return FALSE;
}

static void
move_clear (RemitMove *move)
{
  g_clear_pointer (&move->new, remit_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitMove, move_clear)

static char *
dup_name (RemitWorkspace *workspace,
          RemitEntity *entity)
{
  return remit_design_dup_record_name (workspace, remit_entity_get_record (entity));
}

/* Finds what the ids stand for. Returns: whether all is there, and belongs together */
static gboolean
look_up (RemitWorkspace *workspace,
         const RemitPlacement *placement,
         RemitMove *move,
         RemitOutcome *outcome)
{
  move->person = remit_workspace_get (workspace, REMIT_KIND_PERSON, placement->person);
  if (placement->assignment != 0)
    move->old = remit_workspace_get (workspace, REMIT_KIND_ASSIGNMENT, placement->assignment);
  if (placement->slot != 0)
    move->slot = remit_workspace_get (workspace, REMIT_KIND_SLOT, placement->slot);

  if (move->person == NULL)
    return remit_outcome_refuse (outcome, REMIT_VERDICT_REFUSED,
                                 _ ("The person no longer exists"));
  if (placement->assignment != 0
      && (move->old == NULL
          || remit_entity_get_integer (move->old, REMIT_ASSIGNMENT_PERSON) != placement->person))
    return remit_outcome_refuse (outcome, REMIT_VERDICT_REFUSED,
                                 _ ("The assignment no longer exists"));
  return placement->slot == 0 || move->slot != NULL
         || remit_outcome_refuse (outcome, REMIT_VERDICT_REFUSED,
                                  _ ("The slot no longer exists"));
}

/* A slot that a team is to have: the last opening. Returns: whether one can be made */
static gboolean
open_slot (RemitTrial *self,
           const RemitPlacement *placement,
           RemitMove *move,
           RemitOutcome *outcome)
{
  RemitEntity *team = remit_workspace_get (self->workspace, REMIT_KIND_TEAM, placement->team);
  gint64 plan = team != NULL ? remit_entity_get_integer (team, REMIT_TEAM_PLAN) : 0;
  RemitEntity *role = remit_placement_find_role (self->workspace, plan, move->person, move->old);
  g_autofree char *name = NULL;
  RemitRecord *slot;

  if (team == NULL)
    return remit_outcome_refuse (outcome, REMIT_VERDICT_REFUSED, _ ("The team no longer exists"));
  if (role == NULL)
    {
      name = dup_name (self->workspace, move->person);
      /* Translators: a person */
      return remit_outcome_refuse (outcome, REMIT_VERDICT_REFUSED,
                                   _ ("No role matches the job title of %s. Add a slot first"),
                                   name);
    }

  slot = remit_record_new (REMIT_KIND_SLOT);
  remit_record_set_id (slot, -1 - (gint64) self->openings->len);
  remit_record_set_integer (slot, REMIT_SLOT_PLAN, plan);
  remit_record_set_integer (slot, REMIT_SLOT_TEAM, placement->team);
  remit_record_set_integer (slot, REMIT_SLOT_ROLE, remit_entity_get_id (role));
  move->slot = remit_entity_new (slot);
  g_ptr_array_add (self->openings, move->slot);
  outcome->n_openings = 1;
  outcome->opening = dup_name (self->workspace, move->slot);
  return TRUE;
}

/* An assignment can leave its place once. */
static gboolean
check_once (RemitTrial *self,
            const RemitPlacement *placement,
            const RemitMove *move,
            RemitOutcome *outcome)
{
  g_autofree char *name = NULL;

  if (move->old == NULL || placement->copy)
    return TRUE;
  for (const RemitPlacement *other = self->batch; other < placement; other++)
    if (other->assignment == placement->assignment && !other->copy)
      {
        name = dup_name (self->workspace, move->person);
        /* Translators: a person */
        return remit_outcome_refuse (outcome, REMIT_VERDICT_REFUSED,
                                     _ ("%s was already removed from this slot"), name);
      }
  return TRUE;
}

/* To the pool: an assignment ends. */
static void
judge_end (RemitTrial *self,
           const RemitPlacement *placement,
           const RemitMove *move,
           RemitOutcome *outcome)
{
  g_autofree char *name = NULL;

  if (move->old != NULL && !placement->copy)
    {
      outcome->ends = TRUE;
      return;
    }
  name = dup_name (self->workspace, move->person);
  /* Translators: a person; the pool is the list of all people */
  remit_outcome_refuse (outcome, REMIT_VERDICT_NOTHING, _ ("%s stays in the pool"), name);
}

static gboolean
check_plan (RemitTrial *self,
            const RemitMove *move,
            RemitOutcome *outcome)
{
  g_autofree char *slot = NULL;

  if (move->old == NULL
      || remit_entity_get_integer (move->old, REMIT_ASSIGNMENT_PLAN)
             == remit_entity_get_integer (move->slot, REMIT_SLOT_PLAN))
    return TRUE;

  slot = dup_name (self->workspace, move->slot);
  /* Translators: a slot */
  return remit_outcome_refuse (outcome, REMIT_VERDICT_REFUSED, _ ("%s belongs to another plan"),
                               slot);
}

/* Whether the assignment is moved to where it is, at the allocation that it has. */
static gboolean
check_change (RemitTrial *self,
              const RemitPlacement *placement,
              const RemitMove *move,
              RemitOutcome *outcome)
{
  g_autofree char *name = NULL;
  g_autofree char *slot = NULL;

  if (move->old == NULL || placement->copy
      || remit_entity_get_integer (move->old, REMIT_ASSIGNMENT_SLOT) != placement->slot
      || (placement->allocation != 0
          && remit_entity_get_integer (move->old, REMIT_ASSIGNMENT_ALLOCATION)
                 != placement->allocation))
    return TRUE;

  g_ptr_array_add (self->arrivals, remit_record_copy (remit_entity_get_record (move->old)));
  name = dup_name (self->workspace, move->person);
  slot = dup_name (self->workspace, move->slot);
  /* Translators: a person and a slot */
  return remit_outcome_refuse (outcome, REMIT_VERDICT_NOTHING, _ ("%1$s stays in %2$s"), name,
                               slot);
}

/* The assignment as it would be, at an allocation that is still to be found if it is a new one. */
static RemitRecord *
create_assignment (const RemitPlacement *placement,
                   const RemitMove *move)
{
  RemitRecord *new;

  if (move->old != NULL)
    new = remit_record_copy (remit_entity_get_record (move->old));
  else
    new = remit_record_new (REMIT_KIND_ASSIGNMENT);

  if (move->old == NULL || placement->copy)
    {
      remit_record_set_id (new, 0);
      remit_record_set_integer (new, REMIT_ASSIGNMENT_ALLOCATION, 0);
      remit_record_set_integer (new, REMIT_ASSIGNMENT_PERSON, placement->person);
      remit_record_set_integer (new, REMIT_ASSIGNMENT_PLAN,
                                remit_entity_get_integer (move->slot, REMIT_SLOT_PLAN));
    }
  remit_record_set_integer (new, REMIT_ASSIGNMENT_SLOT, remit_entity_get_id (move->slot));
  if (placement->allocation != 0)
    remit_record_set_integer (new, REMIT_ASSIGNMENT_ALLOCATION, placement->allocation);
  return new;
}

static gboolean
has_arrived (RemitTrial *self,
             const RemitRecord *assignment)
{
  for (guint i = 0; i < self->arrivals->len; i++)
    {
      const RemitRecord *arrival = g_ptr_array_index (self->arrivals, i);

      if (remit_design_do_overlap (arrival, assignment))
        return TRUE;
    }
  return FALSE;
}

/* Nobody is in one slot twice on a day. An assignment that leaves the slot in the same batch is in
 * the way, too, since the database looks at each step. */
static gboolean
check_overlap (RemitTrial *self,
               const RemitMove *move,
               RemitOutcome *outcome)
{
  RemitEntity *other = remit_design_find_overlap (self->workspace, move->new);
  g_autofree char *name = NULL;
  g_autofree char *slot = NULL;
  g_autofree char *when = NULL;
  gint64 from = 0;
  gint64 until = 0;

  if (other == NULL && !has_arrived (self, move->new))
    return TRUE;

  name = dup_name (self->workspace, move->person);
  slot = dup_name (self->workspace, move->slot);
  if (other != NULL)
    {
      from = remit_entity_get_integer (other, REMIT_ASSIGNMENT_FROM);
      until = remit_entity_get_integer (other, REMIT_ASSIGNMENT_UNTIL);
    }
  if (from == 0 && until == 0)
    /* Translators: a person and a slot */
    return remit_outcome_refuse (outcome, REMIT_VERDICT_REFUSED, _ ("%1$s is already in %2$s"),
                                 name, slot);
  when = remit_period_dup_words (from, until);
  /* Translators: a person, a slot, and when: "Ada Lovelace is in ML engineer already in March" */
  return remit_outcome_refuse (outcome, REMIT_VERDICT_REFUSED,
                               _ ("%1$s is already in %2$s %3$s"), name, slot, when);
}

static gboolean
check_allocation (const RemitPlacement *placement,
                  const RemitMove *move,
                  RemitOutcome *outcome)
{
  g_autoptr (GError) error = NULL;

  return placement->allocation == 0
         || remit_record_check_field (move->new, REMIT_ASSIGNMENT_ALLOCATION, &error)
         || remit_outcome_refuse (outcome, REMIT_VERDICT_REFUSED, "%s", error->message);
}

static void
add_arrivals (RemitTrial *self,
              RemitTimeline *timeline,
              guint field,
              gint64 id)
{
  for (guint i = 0; i < self->arrivals->len; i++)
    {
      const RemitRecord *arrival = g_ptr_array_index (self->arrivals, i);
      gint64 slot = remit_record_get_integer (arrival, REMIT_ASSIGNMENT_SLOT);
      gint64 from = remit_record_get_integer (arrival, REMIT_ASSIGNMENT_FROM);
      gint64 until = remit_record_get_integer (arrival, REMIT_ASSIGNMENT_UNTIL);

      if (remit_record_get_integer (arrival, field) != id)
        continue;
      remit_load_limit_days (remit_workspace_get (self->workspace, REMIT_KIND_SLOT, slot), &from,
                             &until);
      remit_timeline_add_load (timeline, from, until,
                               (int) remit_record_get_integer (arrival,
                                                               REMIT_ASSIGNMENT_ALLOCATION));
    }
}

/* The person's load with all of the batch that has arrived. */
static GArray *
sweep_person (RemitTrial *self,
              gint64 plan,
              gint64 person)
{
  g_auto (RemitTimeline) timeline = { 0 };

  remit_load_init_person (&timeline, self->workspace, plan, person, remit_trial_is_leaving, self);
  add_arrivals (self, &timeline, REMIT_ASSIGNMENT_PERSON, person);
  return remit_timeline_sweep (&timeline);
}

/* What the slot has at most at once on these days. */
static int
get_filled (RemitTrial *self,
            gint64 slot,
            gint64 from,
            gint64 until)
{
  g_auto (RemitTimeline) timeline = { 0 };
  g_autoptr (GArray) spans = NULL;

  remit_load_init_slot (&timeline, self->workspace, slot, remit_trial_is_leaving, self);
  add_arrivals (self, &timeline, REMIT_ASSIGNMENT_SLOT, slot);
  spans = remit_timeline_sweep (&timeline);
  remit_timeline_from_today (&from, &until);
  return remit_load_spans_find_peak (spans, from, until)->load;
}

/* See remit_placement_ask() for the rule. */
static int
find_allocation (RemitTrial *self,
                 const RemitMove *move)
{
  gint64 plan = remit_record_get_integer (move->new, REMIT_ASSIGNMENT_PLAN);
  gint64 from = move->from;
  gint64 until = move->until;
  int fte = (int) remit_entity_get_integer (move->slot, REMIT_SLOT_FTE);
  int needed = fte - get_filled (self, remit_entity_get_id (move->slot), from, until);
  g_autoptr (GArray) spans = sweep_person (self, plan, remit_entity_get_id (move->person));
  int free_there;

  remit_timeline_from_today (&from, &until);
  free_there = remit_load_spans_get_free (spans, from, until);
  if (needed > 0 && free_there > 0)
    return MIN (needed, free_there);
  if (fte > 0)
    return fte;
  return free_there > 0 ? free_there : FALLBACK_ALLOCATION;
}

/* How well they fit the slot, with what they leave left. A slot that is still to be made asks for
 * nothing yet. */
static void
judge_fit (RemitTrial *self,
           const RemitMove *move,
           RemitOutcome *outcome)
{
  g_autoptr (RemitOpening) opening = remit_opening_new (self->workspace,
                                                        remit_entity_get_id (move->slot));
  g_auto (RemitTimeline) timeline = { 0 };
  g_autoptr (GArray) spans = NULL;
  gint64 person = remit_entity_get_id (move->person);
  RemitMatch match;

  if (opening == NULL)
    return;
  remit_load_init_person (&timeline, self->workspace, opening->plan, person,
                          remit_trial_is_leaving, self);
  spans = remit_timeline_sweep (&timeline);
  remit_match_get (self->workspace, opening, person, spans, &match);
  outcome->score = match.score;
}

static void
judge_skills (RemitTrial *self,
              const RemitMove *move,
              RemitOutcome *outcome)
{
  g_auto (RemitFit) fit = { 0 };

  remit_fit_get (self->workspace, remit_entity_get_id (move->person),
                 remit_entity_get_id (move->slot), &fit);
  outcome->needed = fit.needed;
  outcome->fitting = fit.fitting;
  outcome->missing = g_steal_pointer (&fit.missing);
}

/* The time around the peak in which load stays above capacity; it ends where being away does. */
static void
find_peak (RemitOutcome *outcome,
           GArray *spans,
           gint64 from,
           gint64 until)
{
  const RemitLoadSpan *first = &g_array_index (spans, RemitLoadSpan, 0);
  const RemitLoadSpan *peak, *last;

  remit_timeline_from_today (&from, &until);
  peak = remit_load_spans_find_peak (spans, from, until);
  outcome->peak = peak->load;
  outcome->peak_capacity = peak->capacity;

  last = peak;
  if (remit_load_span_is_over (peak))
    {
      const RemitLoadSpan *end = first + spans->len - 1;

      while (last < end && remit_load_span_is_over (last + 1) && last[1].away == peak->away
             && remit_load_span_meets (last + 1, from, until))
        last++;
      while (peak > first && remit_load_span_is_over (peak - 1) && peak[-1].away == last->away
             && remit_load_span_meets (peak - 1, from, until))
        peak--;
    }
  outcome->peak_from = peak->from;
  outcome->peak_until = last->until;
}

/* What it leads to, of a placement that may be done. */
static void
weigh (RemitTrial *self,
       RemitMove *move,
       RemitOutcome *outcome)
{
  g_autoptr (GArray) spans = NULL;
  gint64 plan = remit_record_get_integer (move->new, REMIT_ASSIGNMENT_PLAN);
  gint64 slot = remit_entity_get_id (move->slot);

  if (remit_record_get_integer (move->new, REMIT_ASSIGNMENT_ALLOCATION) == 0)
    remit_record_set_integer (move->new, REMIT_ASSIGNMENT_ALLOCATION, find_allocation (self, move));
  g_ptr_array_add (self->arrivals, remit_record_copy (move->new));

  outcome->allocation = (int) remit_record_get_integer (move->new, REMIT_ASSIGNMENT_ALLOCATION);
  outcome->need = (int) remit_entity_get_integer (move->slot, REMIT_SLOT_FTE);
  outcome->filled = get_filled (self, slot, move->from, move->until);
  judge_skills (self, move, outcome);
  if (self->n_batch == 1)
    judge_fit (self, move, outcome);
  spans = sweep_person (self, plan, remit_entity_get_id (move->person));
  find_peak (outcome, spans, move->from, move->until);
  remit_outcome_explain (outcome, self, move, spans);
}

void
remit_trial_judge (RemitTrial *self,
                   const RemitPlacement *placement,
                   RemitOutcome *outcome)
{
  g_auto (RemitMove) move = { NULL };

  *outcome = (RemitOutcome){ .verdict = REMIT_VERDICT_FINE, .n_placements = 1, .score = -1,
                             .reason = g_strdup ("") };
  if (!look_up (self->workspace, placement, &move, outcome)
      || !check_once (self, placement, &move, outcome))
    return;
  if (placement->slot == 0 && placement->team == 0)
    {
      judge_end (self, placement, &move, outcome);
      return;
    }
  if (placement->slot == 0 && !open_slot (self, placement, &move, outcome))
    return;
  if (!check_plan (self, &move, outcome) || !check_change (self, placement, &move, outcome))
    return;

  move.new = create_assignment (placement, &move);
  if (!check_allocation (placement, &move, outcome) || !check_overlap (self, &move, outcome))
    return;
  move.from = remit_record_get_integer (move.new, REMIT_ASSIGNMENT_FROM);
  move.until = remit_record_get_integer (move.new, REMIT_ASSIGNMENT_UNTIL);
  remit_load_limit_days (move.slot, &move.from, &move.until);
  weigh (self, &move, outcome);
}

void
remit_placement_ask (RemitWorkspace *workspace,
                     const RemitPlacement *placement,
                     RemitOutcome *outcome)
{
  remit_placement_ask_all (workspace, placement, 1, outcome);
}

void
remit_placement_ask_all (RemitWorkspace *workspace,
                         const RemitPlacement *placements,
                         gsize n_placements,
                         RemitOutcome *outcome)
{
  g_auto (RemitTrial) trial = { NULL };

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));
  g_return_if_fail (placements != NULL && n_placements > 0);
  g_return_if_fail (outcome != NULL);

  remit_trial_init (&trial, workspace, placements, n_placements);
  remit_trial_judge_all (&trial, outcome);
}
