/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing placements: one edit for all of them, with a label that names people and slot. */
#include <glib/gi18n-lib.h>

#include "plan/design/remit-design-private.h"
#include "remit-placement-private.h"

/* What is written for one placement. */
typedef struct {
  const RemitPlacement *placement;
  RemitEntity *old;
  RemitRecord *new;
} Step;

static void
step_clear (Step *step)
{
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
  return !step->placement->copy && step->new != NULL
         && step->placement->slot == get_old_slot (step);
}

static gboolean
is_move (const Step *step)
{
  return step->new != NULL && step->old != NULL && !step->placement->copy;
}

static char *
dup_step_label (RemitWorkspace *workspace,
                const Step *step)
{
  g_autofree char *person = remit_design_dup_name (workspace, REMIT_KIND_PERSON,
                                                   step->placement->person);
  g_autofree char *from = remit_design_dup_name (workspace, REMIT_KIND_SLOT, get_old_slot (step));
  g_autofree char *to = remit_design_dup_name (workspace, REMIT_KIND_SLOT,
                                               step->placement->slot);

  if (step->new == NULL)
    return remit_design_dup_label (workspace, REMIT_VERB_DELETE,
                                   remit_entity_get_record (step->old));
  if (is_change (step))
    /* Translators: a person, a slot, and a number of percent */
    return g_strdup_printf (_ ("Change allocation of %1$s in %2$s to %3$d %%"), person, to,
                            step->placement->allocation);
  if (is_move (step))
    /* Translators: a person and two slots */
    return g_strdup_printf (_ ("Move %1$s from %2$s to %3$s"), person, from, to);
  return remit_design_dup_label (workspace, REMIT_VERB_ADD, step->new);
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

static char *
dup_end_label (RemitWorkspace *workspace,
               GArray *steps)
{
  gint64 slot = find_common_slot (steps, TRUE);
  g_autofree char *name = remit_design_dup_name (workspace, REMIT_KIND_SLOT, slot);

  if (slot == 0)
    return g_strdup_printf (ngettext ("Remove %d person from their slot",
                                      "Remove %d people from their slots", steps->len),
                            (int) steps->len);
  /* Translators: a number of people, and a slot */
  return g_strdup_printf (ngettext ("Remove %1$d person from %2$s",
                                    "Remove %1$d people from %2$s", steps->len),
                          (int) steps->len, name);
}

static char *
dup_label (RemitWorkspace *workspace,
           GArray *steps)
{
  gint64 slot = find_common_slot (steps, FALSE);
  g_autofree char *name = remit_design_dup_name (workspace, REMIT_KIND_SLOT, slot);
  int n = (int) steps->len;

  if (n == 1)
    return dup_step_label (workspace, &g_array_index (steps, Step, 0));
  if (are_all (steps, is_end))
    return dup_end_label (workspace, steps);
  if (slot == 0)
    return g_strdup_printf (ngettext ("Move %d person", "Move %d people", (gulong) n), n);
  if (are_all (steps, is_move))
    /* Translators: a number of people, and a slot */
    return g_strdup_printf (ngettext ("Move %1$d person to %2$s", "Move %1$d people to %2$s",
                                      (gulong) n), n, name);
  /* Translators: a number of people, and a slot */
  return g_strdup_printf (ngettext ("Assign %1$d person to %2$s", "Assign %1$d people to %2$s",
                                    (gulong) n), n, name);
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

static gboolean
write_step (RemitEdit *edit,
            const Step *step,
            GError **error)
{
  if (step->new == NULL)
    return remit_edit_delete (edit, REMIT_KIND_ASSIGNMENT, remit_entity_get_id (step->old), error);
  if (is_move (step))
    return write_move (edit, step, error);
  return remit_edit_insert (edit, step->new, error);
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
             const char *label,
             GError **error)
{
  remit_edit_describe (edit, get_plan (&g_array_index (steps, Step, 0)), label);
  for (guint i = 0; i < steps->len; i++)
    if (!write_step (edit, &g_array_index (steps, Step, i), error))
      return FALSE;
  return remit_edit_commit (edit, error);
}

/* @label: (nullable): the usual one for %NULL */
static gboolean
place (RemitWorkspace *workspace,
       RemitEdit *edit,
       const RemitPlacement *placements,
       gsize n_placements,
       const char *label,
       GError **error)
{
  g_auto (RemitTrial) trial = { NULL };
  g_autoptr (GArray) steps = NULL;
  g_autofree char *usual_label = NULL;

  remit_trial_init (&trial, workspace, placements, n_placements);
  steps = plan_steps (&trial, error);
  if (steps == NULL)
    return FALSE;
  usual_label = dup_label (workspace, steps);
  return write_steps (edit, steps, label != NULL ? label : usual_label, error);
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
  return edit != NULL && place (workspace, edit, placements, n_placements, NULL, error);
}

/* A swap is two moves at once. Returns: whether the two can be told apart */
static gboolean
prepare_swap (RemitWorkspace *workspace,
              gint64 first,
              gint64 second,
              RemitPlacement placements[2],
              GError **error)
{
  RemitEntity *a = remit_workspace_get (workspace, REMIT_KIND_ASSIGNMENT, first);
  RemitEntity *b = remit_workspace_get (workspace, REMIT_KIND_ASSIGNMENT, second);

  if (a == NULL || b == NULL)
    return remit_design_refuse (error, _ ("This assignment is not there, or no longer"));
  if (remit_entity_get_integer (a, REMIT_ASSIGNMENT_PERSON)
          == remit_entity_get_integer (b, REMIT_ASSIGNMENT_PERSON)
      || remit_entity_get_integer (a, REMIT_ASSIGNMENT_SLOT)
             == remit_entity_get_integer (b, REMIT_ASSIGNMENT_SLOT))
    return remit_design_refuse (error, _ ("Two people in two slots can change places"));

  placements[0] = (RemitPlacement){
    .person = remit_entity_get_integer (a, REMIT_ASSIGNMENT_PERSON),
    .assignment = first,
    .slot = remit_entity_get_integer (b, REMIT_ASSIGNMENT_SLOT),
  };
  placements[1] = (RemitPlacement){
    .person = remit_entity_get_integer (b, REMIT_ASSIGNMENT_PERSON),
    .assignment = second,
    .slot = remit_entity_get_integer (a, REMIT_ASSIGNMENT_SLOT),
  };
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
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *label = NULL;
  RemitPlacement placements[2];

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);

  edit = remit_workspace_begin (workspace, error);
  if (edit == NULL
      || !prepare_swap (workspace, first_assignment, second_assignment, placements, error))
    return FALSE;
  first = remit_design_dup_name (workspace, REMIT_KIND_PERSON, placements[0].person);
  second = remit_design_dup_name (workspace, REMIT_KIND_PERSON, placements[1].person);
  /* Translators: two people who change places */
  label = g_strdup_printf (_ ("Swap %1$s and %2$s"), first, second);
  return place (workspace, edit, placements, G_N_ELEMENTS (placements), label, error);
}
