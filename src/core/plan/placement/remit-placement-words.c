/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a placement leads to, in words: how much, when, and through what. */
#include <glib/gi18n-lib.h>

#include "plan/design/remit-design-private.h"
#include "model/remit-percent.h"
#include "plan/load/remit-period.h"
#include "plan/match/remit-match.h"
#include "remit-placement-private.h"

/* How many other assignments that add to a peak are named. */
#define MAX_OTHERS 2

/* "40 % in Data engineer", "40 % in Data engineer (plan Churn)" */
static char *
dup_other (RemitWorkspace *workspace,
           const RemitRecord *assignment,
           gint64 plan)
{
  int allocation = (int) remit_record_get_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION);
  gint64 other = remit_record_get_integer (assignment, REMIT_ASSIGNMENT_PLAN);
  g_autofree char *slot = NULL;
  g_autofree char *name = NULL;

  slot = remit_design_dup_name (workspace, REMIT_KIND_SLOT,
                                remit_record_get_integer (assignment, REMIT_ASSIGNMENT_SLOT));
  if (other == plan)
    /* Translators: an allocation in percent, and a slot */
    return remit_percent_printf (_ ("%1$d %% in %2$s"), allocation, slot);

  name = remit_design_dup_name (workspace, REMIT_KIND_PLAN, other);
  /* Translators: an allocation in percent, a slot, and another plan */
  return remit_percent_printf (_ ("%1$d %% in %2$s of plan %3$s"), allocation, slot, name);
}

static gboolean
is_within (RemitWorkspace *workspace,
           const RemitRecord *assignment,
           const RemitLoadSpan *span)
{
  gint64 slot = remit_record_get_integer (assignment, REMIT_ASSIGNMENT_SLOT);
  gint64 from = remit_record_get_integer (assignment, REMIT_ASSIGNMENT_FROM);
  gint64 until = remit_record_get_integer (assignment, REMIT_ASSIGNMENT_UNTIL);

  remit_load_limit_days (remit_workspace_get (workspace, REMIT_KIND_SLOT, slot), &from, &until);
  return remit_load_span_meets (span, from, until);
}

/* The person's other assignments on the days of @span, those of the batch included. */
static GPtrArray *
find_others (RemitTrial *trial,
             const RemitMove *move,
             const RemitLoadSpan *span)
{
  GPtrArray *others = g_ptr_array_new ();
  gint64 person = remit_entity_get_id (move->person);
  gint64 plan = remit_record_get_integer (move->new, REMIT_ASSIGNMENT_PLAN);
  GPtrArray *all = remit_workspace_get_referring (trial->workspace, REMIT_KIND_ASSIGNMENT,
                                                  REMIT_ASSIGNMENT_PERSON, person);

  for (guint i = 0; i < all->len; i++)
    {
      RemitEntity *other = g_ptr_array_index (all, i);
      const RemitRecord *record = remit_entity_get_record (other);

      if (!remit_trial_is_leaving (other, trial) && is_within (trial->workspace, record, span)
          && remit_load_is_counted (trial->workspace, plan,
                                    remit_record_get_integer (record, REMIT_ASSIGNMENT_PLAN)))
        g_ptr_array_add (others, (gpointer) record);
    }

  /* The last arrival is the one that is talked about. */
  for (guint i = 0; i + 1 < trial->arrivals->len; i++)
    {
      const RemitRecord *record = g_ptr_array_index (trial->arrivals, i);

      if (remit_record_get_integer (record, REMIT_ASSIGNMENT_PERSON) == person
          && is_within (trial->workspace, record, span))
        g_ptr_array_add (others, (gpointer) record);
    }
  return others;
}

/* Returns: (nullable): what else adds to the load on the days of @span */
static char *
dup_others (RemitTrial *trial,
            const RemitMove *move,
            const RemitLoadSpan *span)
{
  g_autoptr (GPtrArray) others = find_others (trial, move, span);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gint64 plan = remit_record_get_integer (move->new, REMIT_ASSIGNMENT_PLAN);
  int more = (int) others->len - MAX_OTHERS;

  if (others->len == 0)
    return NULL;
  for (guint i = 0; i < MIN (others->len, MAX_OTHERS); i++)
    g_ptr_array_add (names, dup_other (trial->workspace, g_ptr_array_index (others, i), plan));
  if (more > 0)
    /* Translators: the end of a list of assignments */
    g_ptr_array_add (names, g_strdup_printf (ngettext ("%d more", "%d more", (gulong) more), more));
  return remit_design_join (names);
}

/* Whether the load is the same on all days of the peak. */
static gboolean
is_constant (const RemitOutcome *outcome,
             GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);

      if (remit_load_span_meets (span, outcome->peak_from, outcome->peak_until)
          && span->load != outcome->peak)
        return FALSE;
    }
  return TRUE;
}

/* "120 % in March": how much, of what when that is not full time, and when */
static char *
dup_amount (const RemitOutcome *outcome,
            GArray *spans)
{
  g_autofree char *when = remit_period_dup_words (outcome->peak_from, outcome->peak_until);
  gboolean constant = is_constant (outcome, spans);

  if (outcome->peak_capacity == 100)
    /* Translators: a person's load in percent, and when: "120 % in March" */
    return remit_percent_printf (constant ? _ ("%1$d %% %2$s") : _ ("up to %1$d %% %2$s"),
                                 outcome->peak, when);
  /* Translators: a person's load and capacity in percent, and when: "80 % of 50 % in March" */
  return remit_percent_printf (constant ? _ ("%1$d %% of %2$d %% %3$s")
                                        : _ ("up to %1$d %% of %2$d %% %3$s"),
                               outcome->peak, outcome->peak_capacity, when);
}

static void
add_overload (GPtrArray *reasons,
              const RemitOutcome *outcome,
              RemitTrial *trial,
              const RemitMove *move,
              GArray *spans,
              const RemitLoadSpan *peak)
{
  g_autofree char *amount = NULL;
  g_autofree char *others = NULL;

  if (!remit_load_span_is_over (peak) || peak->away)
    return;

  amount = dup_amount (outcome, spans);
  others = dup_others (trial, move, peak);
  if (others == NULL)
    g_ptr_array_add (reasons, g_steal_pointer (&amount));
  else
    /* Translators: a person's load and when, and what else adds to it:
     * "120 % in March (40 % in Data engineer)" */
    g_ptr_array_add (reasons, g_strdup_printf (_ ("%1$s (%2$s)"), amount, others));
}

/* The first time in the assignment's days in which the person is away. */
static void
add_away (GPtrArray *reasons,
          GArray *spans,
          gint64 from,
          gint64 until)
{
  const RemitLoadSpan *away = NULL;
  g_autofree char *when = NULL;
  gint64 last = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);

      if (!remit_load_span_meets (span, from, until))
        continue;
      if (span->away)
        {
          away = away != NULL ? away : span;
          last = span->until;
        }
      else if (away != NULL)
        break;
    }

  if (away == NULL)
    return;
  when = remit_period_dup_words (away->from, last);
  /* Translators: when a person is absent: "away in August" */
  g_ptr_array_add (reasons, g_strdup_printf (_ ("absent %s"), when));
}

static void
add_overfill (GPtrArray *reasons,
              const RemitOutcome *outcome,
              RemitWorkspace *workspace)
{
  RemitEntity *settings = remit_workspace_get (workspace, REMIT_KIND_SETTINGS, 1);
  int tolerance = 0;

  if (settings != NULL)
    tolerance = (int) remit_entity_get_integer (settings, REMIT_SETTINGS_FILL_TOLERANCE);
  if (outcome->filled <= outcome->need + tolerance)
    return;
  /* Translators: what a slot has and what it needs, in percent */
  g_ptr_array_add (reasons, remit_percent_printf (_ ("slot filled to %1$d %% of %2$d %%"),
                                                  outcome->filled, outcome->need));
}

/* An assignment that is moved keeps its dates, which need not be the slot's. */
static void
add_outside (GPtrArray *reasons,
             const RemitMove *move)
{
  gint64 from = remit_record_get_integer (move->new, REMIT_ASSIGNMENT_FROM);
  gint64 until = remit_record_get_integer (move->new, REMIT_ASSIGNMENT_UNTIL);
  gint64 first = remit_entity_get_integer (move->slot, REMIT_SLOT_FROM);
  gint64 last = remit_entity_get_integer (move->slot, REMIT_SLOT_UNTIL);
  g_autofree char *when = NULL;

  if (!(first != 0 && ((from != 0 && from < first) || (until != 0 && until < first)))
      && !(last != 0 && ((until != 0 && until > last) || (from != 0 && from > last))))
    return;
  when = remit_period_dup_words (first, last);
  /* Translators: when a slot is to be filled: "not only within the slot's days, in March" */
  g_ptr_array_add (reasons, g_strdup_printf (_ ("partly outside the slot’s dates, %s"), when));
}

/* "a; b; c" */
static char *
join_reasons (GPtrArray *reasons)
{
  char *joined = g_strdup ("");

  for (guint i = 0; i < reasons->len; i++)
    {
      const char *reason = g_ptr_array_index (reasons, i);
      char *longer = NULL;

      /* Translators: two reasons why something is doubtful */
      longer = i > 0 ? g_strdup_printf (_ ("%1$s; %2$s"), joined, reason) : g_strdup (reason);
      g_free (joined);
      joined = longer;
    }
  return joined;
}

void
remit_outcome_explain (RemitOutcome *self,
                       RemitTrial *trial,
                       const RemitMove *move,
                       GArray *spans)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  gint64 from = move->from;
  gint64 until = move->until;

  remit_timeline_from_today (&from, &until);
  if (self->missing != NULL)
    /* Translators: names of skills */
    g_ptr_array_add (reasons, g_strdup_printf (_ ("lacks %s"), self->missing));
  add_overload (reasons, self, trial, move, spans,
                remit_load_spans_find_peak (spans, from, until));
  add_away (reasons, spans, from, until);
  add_overfill (reasons, self, trial->workspace);
  add_outside (reasons, move);

  if (reasons->len == 0)
    return;
  joined = join_reasons (reasons);
  remit_outcome_refuse (self, REMIT_VERDICT_DOUBTFUL, "%s", joined);
}

/* Adds the outcome of one placement to that of several. */
static void
add_outcome (RemitOutcome *self,
             const RemitOutcome *part)
{
  self->n_placements++;
  self->n_openings += part->n_openings;
  if (self->opening == NULL)
    self->opening = g_strdup (part->opening);
  self->allocation += part->allocation;
  self->filled = part->filled;
  self->need = part->need;
  self->ends = self->n_placements == 1 ? part->ends : self->ends && part->ends;
  if (self->n_placements == 1
      || part->peak - part->peak_capacity > self->peak - self->peak_capacity)
    {
      self->peak = part->peak;
      self->peak_capacity = part->peak_capacity;
      self->peak_from = part->peak_from;
      self->peak_until = part->peak_until;
    }
}

static void
add_doubt (RemitTrial *trial,
           GPtrArray *doubts,
           const RemitPlacement *placement,
           const RemitOutcome *part)
{
  g_autofree char *name = NULL;

  if (part->verdict != REMIT_VERDICT_DOUBTFUL)
    return;
  name = remit_design_dup_name (trial->workspace, REMIT_KIND_PERSON, placement->person);
  /* Translators: a person, and what is doubtful */
  g_ptr_array_add (doubts, g_strdup_printf (_ ("%1$s: %2$s"), name, part->reason));
}

/* The first doubt, and how many more there are. */
static void
conclude (RemitOutcome *self,
          GPtrArray *doubts,
          char *nothing)
{
  int more = (int) doubts->len - 1;

  if (self->n_placements == 0)
    remit_outcome_refuse (self, REMIT_VERDICT_NOTHING, "%s", nothing);
  else if (more == 0)
    remit_outcome_refuse (self, REMIT_VERDICT_DOUBTFUL, "%s", (char *) doubts->pdata[0]);
  else if (more > 0)
    remit_outcome_refuse (self, REMIT_VERDICT_DOUBTFUL,
                          /* Translators: a person and what is doubtful; how many more people */
                          ngettext ("%1$s; %2$d more warning",
                                    "%1$s; %2$d more warnings", (gulong) more),
                          (char *) doubts->pdata[0], more);
}

static void
judge_several (RemitTrial *self,
               RemitOutcome *outcome)
{
  g_autoptr (GPtrArray) doubts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *nothing = NULL;

  *outcome = (RemitOutcome){ .verdict = REMIT_VERDICT_FINE, .score = -1,
                             .reason = g_strdup ("") };
  for (gsize i = 0; i < self->n_batch; i++)
    {
      g_auto (RemitOutcome) part = { 0 };

      remit_trial_judge (self, &self->batch[i], &part);
      if (part.verdict == REMIT_VERDICT_REFUSED)
        {
          remit_outcome_refuse (outcome, part.verdict, "%s", part.reason);
          return;
        }
      if (part.verdict == REMIT_VERDICT_NOTHING)
        {
          g_free (nothing);
          nothing = g_steal_pointer (&part.reason);
          continue;
        }
      add_outcome (outcome, &part);
      add_doubt (self, doubts, &self->batch[i], &part);
    }
  conclude (outcome, doubts, nothing);
}

void
remit_trial_judge_all (RemitTrial *self,
                       RemitOutcome *outcome)
{
  if (self->n_batch == 1)
    remit_trial_judge (self, self->batch, outcome);
  else
    judge_several (self, outcome);
}

/* "3 of 4 skills" */
static char *
dup_skills (const RemitOutcome *self)
{
  return g_strdup_printf (ngettext ("%1$d of %2$d skill", "%1$d of %2$d skills",
                                    (gulong) self->needed),
                          self->fitting, self->needed);
}

/* "80 %, 87 points, 3 of 4 skills" */
static char *
dup_gain (const RemitOutcome *self)
{
  g_autofree char *share = NULL;
  g_autofree char *score = NULL;
  g_autofree char *skills = NULL;

  if (self->n_placements > 1)
    /* Translators: how many people, and percent in all: "3 people, 180 %" */
    return remit_percent_printf (ngettext ("%1$u person, %2$d %%", "%1$u people, %2$d %%",
                                           self->n_placements),
                                 self->n_placements, self->allocation);
  share = remit_percent_printf (_ ("%d %%"), self->allocation);
  if (self->score < 0)
    return g_steal_pointer (&share);
  score = remit_match_dup_score (self->score);
  skills = self->needed > 0 ? dup_skills (self) : NULL;
  return g_strjoin (", ", share, score, skills, NULL);
}

/* The same, with the slots that are made before. */
static char *
dup_openings_and_gain (const RemitOutcome *self)
{
  g_autofree char *gain = dup_gain (self);

  if (self->n_openings == 0)
    return g_steal_pointer (&gain);
  if (self->n_openings == 1)
    /* Translators: a slot that a drop makes, and what it leads to:
     * "New slot “ML engineer”: 80 %" */
    return g_strdup_printf (_ ("New slot “%1$s”: %2$s"), self->opening, gain);
  /* Translators: how many slots a drop makes, and what it leads to */
  return g_strdup_printf (ngettext ("%1$u new slot: %2$s", "%1$u new slots: %2$s",
                                    self->n_openings), self->n_openings, gain);
}

char *
remit_outcome_dup_summary (const RemitOutcome *self)
{
  g_autofree char *gain = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->verdict == REMIT_VERDICT_REFUSED || self->verdict == REMIT_VERDICT_NOTHING)
    return g_strdup (self->reason);
  if (self->ends)
    return g_strdup_printf (ngettext ("Ends %u assignment", "Ends %u assignments",
                                      self->n_placements),
                            self->n_placements);

  gain = dup_openings_and_gain (self);
  if (*self->reason == '\0')
    return g_steal_pointer (&gain);
  /* Translators: what a drop leads to, and what is doubtful about it */
  return g_strdup_printf (_ ("%1$s, %2$s"), gain, self->reason);
}
