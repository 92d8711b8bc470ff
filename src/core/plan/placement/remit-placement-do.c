/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing placements: one edit for all of them, with a label that names people and slot. */
#include <glib/gi18n-lib.h>

#include "plan/design/remit-design-private.h"
#include "remit-awaited.h"
#include "remit-placement-private.h"

/* What is written for one placement: the slot that is made for it, and the assignment. */
typedef struct {
  const RemitPlacement *placement;
  RemitEntity *old;
  RemitRecord *opening;
  RemitRecord *new;
} Step;

static void
step_clear (Step *step)
{
  g_clear_pointer (&step->opening, remit_record_free);
  g_clear_pointer (&step->new, remit_record_free);
}

static void
add_step (GArray *steps,
          RemitTrial *trial,
          const RemitPlacement *placement,
          const RemitOutcome *outcome)
{
  Step step = { .placement = placement };

  if (placement->assignment != 0)
    step.old = remit_workspace_get (trial->workspace, REMIT_KIND_ASSIGNMENT,
                                    placement->assignment);
  if (outcome->n_openings > 0)
    step.opening = remit_record_copy (remit_entity_get_record (
      g_ptr_array_index (trial->openings, trial->openings->len - 1)));
  if (!outcome->ends)
    step.new = remit_record_copy (g_ptr_array_index (trial->arrivals, trial->arrivals->len - 1));
  g_array_append_val (steps, step);
}

/* Returns: what is to be done, or %NULL with @error set */
static GArray *
plan_steps (RemitTrial *trial,
            GError **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autofree char *nothing = NULL;

  g_array_set_clear_func (steps, (GDestroyNotify) step_clear);
  for (gsize i = 0; i < trial->n_batch; i++)
    {
      g_auto (RemitOutcome) outcome = { 0 };

      remit_trial_judge (trial, &trial->batch[i], &outcome);
      if (outcome.verdict == REMIT_VERDICT_REFUSED)
        {
          remit_design_refuse (error, "%s", outcome.reason);
          return NULL;
        }
      if (outcome.verdict != REMIT_VERDICT_NOTHING)
        add_step (steps, trial, &trial->batch[i], &outcome);
      else if (nothing == NULL)
        nothing = g_steal_pointer (&outcome.reason);
    }

  if (steps->len > 0)
    return g_steal_pointer (&steps);
  remit_design_refuse (error, "%s", nothing);
  return NULL;
}

static gint64
get_old_slot (const Step *step)
{
  return step->old != NULL ? remit_entity_get_integer (step->old, REMIT_ASSIGNMENT_SLOT) : 0;
}

static gboolean
is_change (const Step *step)
{
  return !step->placement->copy && step->new != NULL && step->opening == NULL
         && step->placement->slot == get_old_slot (step);
}

static gboolean
is_move (const Step *step)
{
  return step->new != NULL && step->old != NULL && !step->placement->copy;
}

static gboolean
is_opening (const Step *step)
{
  return step->opening != NULL;
}

static RemitMessage *
describe_opening (RemitWorkspace *workspace,
                  const Step *step)
{
  /* Translators: a slot, its team, and the person who is put into it */
  return remit_message_new_with (
    N_ ("Add slot %1$s to %2$s for %3$s"), remit_design_describe_record (workspace, step->opening),
    remit_design_describe (workspace, REMIT_KIND_TEAM, step->placement->team),
    remit_design_describe (workspace, REMIT_KIND_PERSON, step->placement->person), NULL);
}

static RemitMessage *
describe_move (RemitWorkspace *workspace,
               const Step *step)
{
  RemitMessage *message;
  RemitMessage *person = remit_design_describe (workspace, REMIT_KIND_PERSON,
                                                step->placement->person);
  RemitMessage *to = remit_design_describe (workspace, REMIT_KIND_SLOT, step->placement->slot);

  if (!is_change (step))
    /* Translators: a person and two slots */
    return remit_message_new_with (
      N_ ("Move %1$s from %2$s to %3$s"), person,
      remit_design_describe (workspace, REMIT_KIND_SLOT, get_old_slot (step)), to, NULL);
  /* Translators: a person, a slot, and a number of percent */
  message = remit_message_new_with (N_ ("Change allocation of %1$s in %2$s to %3$d %%"), person, to,
                                    NULL);
  remit_message_add_number (message, step->placement->allocation);
  return message;
}

static RemitMessage *
describe_step (RemitWorkspace *workspace,
               const Step *step)
{
  if (step->new == NULL)
    return remit_design_describe_verb (workspace, REMIT_VERB_DELETE,
                                       remit_entity_get_record (step->old));
  if (is_opening (step))
    return describe_opening (workspace, step);
  if (is_change (step) || is_move (step))
    return describe_move (workspace, step);
  return remit_design_describe_verb (workspace, REMIT_VERB_ADD, step->new);
}

/* The slot that all steps end in, or that all leave; 0 when there are several. */
static gint64
find_common_slot (GArray *steps,
                  gboolean left)
{
  gint64 slot = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      gint64 next = left ? get_old_slot (step) : step->placement->slot;

      if (i > 0 && next != slot)
        return 0;
      slot = next;
    }
  return slot;
}

typedef gboolean (*StepTest) (const Step *step);

static gboolean
are_all (GArray *steps,
         StepTest test)
{
  for (guint i = 0; i < steps->len; i++)
    if (!test (&g_array_index (steps, Step, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_end (const Step *step)
{
  return step->new == NULL;
}

/* The team that all slots are made in; 0 when there are several, or not all need one. */
static gint64
find_common_team (GArray *steps)
{
  gint64 team = g_array_index (steps, Step, 0).placement->team;

  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      if (!is_opening (step) || step->placement->team != team)
        return 0;
    }
  return team;
}

static RemitMessage *
describe_openings (RemitWorkspace *workspace,
                   guint n,
                   gint64 team)
{
  /* Translators: a number of slots, each with a person in it, and a team */
  static const RemitPlural words = REMIT_PLURAL ("Add %1$d filled slot to %2$s",
                                                 "Add %1$d filled slots to %2$s");
  RemitMessage *message = remit_message_new_plural (words, n);

  remit_message_add (message, remit_design_describe (workspace, REMIT_KIND_TEAM, team));
  return message;
}

/* What several people do, in one slot or in several. */
typedef struct {
  RemitPlural in_several;
  RemitPlural in_one;
} Words;

static const Words end_words = {
  REMIT_PLURAL ("Remove %d person from their slot", "Remove %d people from their slots"),
  /* Translators: a number of people, and a slot */
  REMIT_PLURAL ("Remove %1$d person from %2$s", "Remove %1$d people from %2$s"),
};

static const Words move_words = {
  REMIT_PLURAL ("Move %d person", "Move %d people"),
  /* Translators: a number of people, and a slot */
  REMIT_PLURAL ("Move %1$d person to %2$s", "Move %1$d people to %2$s"),
};

static const Words assign_words = {
  REMIT_PLURAL ("Move %d person", "Move %d people"),
  /* Translators: a number of people, and a slot */
  REMIT_PLURAL ("Assign %1$d person to %2$s", "Assign %1$d people to %2$s"),
};

static RemitMessage *
describe (RemitWorkspace *workspace,
          GArray *steps)
{
  gboolean is_all_end = are_all (steps, is_end);
  gint64 slot = find_common_slot (steps, is_all_end);
  const Words *words = is_all_end                  ? &end_words
                       : are_all (steps, is_move) ? &move_words
                                                  : &assign_words;
  RemitMessage *message;

  if (steps->len == 1)
    return describe_step (workspace, &g_array_index (steps, Step, 0));
  if (find_common_team (steps) != 0)
    return describe_openings (workspace, steps->len, find_common_team (steps));
  message = remit_message_new_plural (slot != 0 ? words->in_one : words->in_several, steps->len);
  if (slot != 0)
    remit_message_add (message, remit_design_describe (workspace, REMIT_KIND_SLOT, slot));
  return message;
}

/* A moved assignment stays the same, and says so in the history: only what changes is written. */
static gboolean
write_move (RemitEdit *edit,
            const Step *step,
            GError **error)
{
  static const guint fields[] = { REMIT_ASSIGNMENT_SLOT, REMIT_ASSIGNMENT_ALLOCATION };
  const RemitRecord *old = remit_entity_get_record (step->old);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!remit_record_is_same (old, step->new, fields[i])
        && !remit_edit_set_integer (edit, REMIT_KIND_ASSIGNMENT, remit_record_get_id (old),
                                    fields[i], remit_record_get_integer (step->new, fields[i]),
                                    error))
      return FALSE;
  return TRUE;
}

/* Slots that are made stand behind those of the team, in the order of the people. */
static void
set_positions (RemitWorkspace *workspace,
               GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      g_autoptr (GPtrArray) slots = NULL;
      gint64 position;

      if (!is_opening (step))
        continue;
      slots = remit_design_get_parts (workspace, REMIT_KIND_SLOT, step->placement->team);
      position = remit_design_get_last_position (slots, REMIT_SLOT_POSITION)
                 + (gint64) i * REMIT_POSITION_STEP;
      remit_record_set_integer (step->opening, REMIT_SLOT_POSITION,
                                MIN (position, REMIT_POSITION_MAX));
    }
}

static gboolean
write_opening (RemitEdit *edit,
               const Step *step,
               GError **error)
{
  remit_record_set_id (step->opening, 0);
  if (!remit_edit_insert (edit, step->opening, error))
    return FALSE;
  remit_record_set_integer (step->new, REMIT_ASSIGNMENT_SLOT, remit_record_get_id (step->opening));
  return TRUE;
}

static gboolean
write_step (RemitEdit *edit,
            const Step *step,
            GError **error)
{
  if (step->new == NULL)
    return remit_edit_delete (edit, REMIT_KIND_ASSIGNMENT, remit_entity_get_id (step->old), error);
  if (is_opening (step) && !write_opening (edit, step, error))
    return FALSE;
  if (!(is_move (step) ? write_move (edit, step, error)
                       : remit_edit_insert (edit, step->new, error)))
    return FALSE;
  /* whoever it waited for, somebody is there now */
  return is_change (step) || is_opening (step)
         || remit_awaited_end (edit, step->placement->slot, error);
}

static gint64
get_plan (const Step *step)
{
  return step->new != NULL ? remit_record_get_integer (step->new, REMIT_ASSIGNMENT_PLAN)
                           : remit_entity_get_integer (step->old, REMIT_ASSIGNMENT_PLAN);
}

static gboolean
write_steps (RemitEdit *edit,
             GArray *steps,
             RemitMessage *label,
             GError **error)
{
  remit_edit_describe (edit, get_plan (&g_array_index (steps, Step, 0)), label);
  for (guint i = 0; i < steps->len; i++)
    if (!write_step (edit, &g_array_index (steps, Step, i), error))
      return FALSE;
  return remit_edit_commit (edit, error);
}

gboolean
remit_placement_place (RemitWorkspace *workspace,
                       RemitEdit *edit,
                       const RemitPlacement *placements,
                       gsize n_placements,
                       RemitMessage *label,
                       GError **error)
{
  g_autoptr (RemitMessage) own_label = label;
  g_auto (RemitTrial) trial = { NULL };
  g_autoptr (GArray) steps = NULL;

  remit_trial_init (&trial, workspace, placements, n_placements);
  steps = plan_steps (&trial, error);
  if (steps == NULL)
    return FALSE;
  set_positions (workspace, steps);
  if (own_label == NULL)
    own_label = describe (workspace, steps);
  return write_steps (edit, steps, g_steal_pointer (&own_label), error);
}

gboolean
remit_placement_do (RemitWorkspace *workspace,
                    const RemitPlacement *placements,
                    gsize n_placements,
                    GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (placements != NULL && n_placements > 0, FALSE);

  edit = remit_workspace_begin (workspace, error);
  return edit != NULL
         && remit_placement_place (workspace, edit, placements, n_placements, NULL, error);
}

/* Where an assignment is, at what it has. */
static gboolean
find_placement (RemitWorkspace *workspace,
                gint64 assignment,
                RemitPlacement *placement,
                GError **error)
{
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_ASSIGNMENT, assignment);

  if (entity == NULL)
    return remit_design_refuse (error, _ ("The assignment no longer exists"));
  *placement = (RemitPlacement){
    .person = remit_entity_get_integer (entity, REMIT_ASSIGNMENT_PERSON),
    .assignment = assignment,
    .slot = remit_entity_get_integer (entity, REMIT_ASSIGNMENT_SLOT),
    .allocation = (int) remit_entity_get_integer (entity, REMIT_ASSIGNMENT_ALLOCATION),
  };
  return TRUE;
}

/* @is_step: @allocation is added to what there is, within bounds */
static int
allocate (RemitWorkspace *workspace,
          gint64 assignment,
          int allocation,
          gboolean is_step,
          GError **error)
{
  const RemitField *field = &remit_entity_info (REMIT_KIND_ASSIGNMENT)
                               ->fields[REMIT_ASSIGNMENT_ALLOCATION];
  g_autoptr (RemitEdit) edit = remit_workspace_begin (workspace, error);
  RemitPlacement placement;

  if (edit == NULL || !find_placement (workspace, assignment, &placement, error))
    return 0;
  placement.allocation = is_step ? (int) CLAMP (placement.allocation + allocation, field->minimum,
                                                field->maximum)
                                 : allocation;
  return remit_placement_place (workspace, edit, &placement, 1, NULL, error)
           ? placement.allocation : 0;
}

int
remit_placement_allocate (RemitWorkspace *workspace,
                          gint64 assignment,
                          int allocation,
                          GError **error)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);

  return allocate (workspace, assignment, allocation, FALSE, error);
}

int
remit_placement_allocate_by (RemitWorkspace *workspace,
                             gint64 assignment,
                             int step,
                             GError **error)
{
  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), 0);

  return allocate (workspace, assignment, step, TRUE, error);
}

/* A swap is two moves at once. Returns: whether the two can be told apart */
static gboolean
prepare_swap (RemitWorkspace *workspace,
              gint64 first,
              gint64 second,
              RemitPlacement placements[2],
              GError **error)
{
  gint64 slot;

  if (!find_placement (workspace, first, &placements[0], error)
      || !find_placement (workspace, second, &placements[1], error))
    return FALSE;
  if (placements[0].person == placements[1].person || placements[0].slot == placements[1].slot)
    return remit_design_refuse (error, _ ("Choose two people in different slots to swap"));
  slot = placements[0].slot;
  placements[0].slot = placements[1].slot;
  placements[1].slot = slot;
  return TRUE;
}

void
remit_placement_ask_swap (RemitWorkspace *workspace,
                          gint64 first_assignment,
                          gint64 second_assignment,
                          RemitOutcome *outcome)
{
  g_autoptr (GError) error = NULL;
  RemitPlacement placements[2];

  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));
  g_return_if_fail (outcome != NULL);

  if (prepare_swap (workspace, first_assignment, second_assignment, placements, &error))
    remit_placement_ask_all (workspace, placements, G_N_ELEMENTS (placements), outcome);
  else
    *outcome = (RemitOutcome){ .verdict = REMIT_VERDICT_REFUSED,
                               .reason = g_strdup (error->message) };
}

gboolean
remit_placement_swap (RemitWorkspace *workspace,
                      gint64 first_assignment,
                      gint64 second_assignment,
                      GError **error)
{
  g_autoptr (RemitEdit) edit = NULL;
  RemitPlacement placements[2];
  RemitMessage *label;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);

  edit = remit_workspace_begin (workspace, error);
  if (edit == NULL
      || !prepare_swap (workspace, first_assignment, second_assignment, placements, error))
    return FALSE;
  /* Translators: two people who change places */
  label = remit_message_new_with (
    N_ ("Swap %1$s and %2$s"),
    remit_design_describe (workspace, REMIT_KIND_PERSON, placements[0].person),
    remit_design_describe (workspace, REMIT_KIND_PERSON, placements[1].person), NULL);
  return remit_placement_place (workspace, edit, placements, G_N_ELEMENTS (placements), label,
                                error);
}
