/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where what is carried would go on the board, and what putting it down there would do. */
#include "remit-board-target.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"

RemitBoardTarget *
remit_board_target_new (RemitBoardModel *model,
                        RemitBoardTargetFunc changed,
                        gpointer data)
{
  RemitBoardTarget *self = g_new0 (RemitBoardTarget, 1);

  self->model = model;
  self->changed = changed;
  self->data = data;
  return self;
}

void
remit_board_target_free (RemitBoardTarget *self)
{
  g_free (self);
}

/* ── What it is ───────────────────────────────────────────────────────────────────────────── */

static void
set_aim (RemitBoardTarget *self,
         gint64 slot,
         gint64 team,
         gint64 chip)
{
  const RemitBoardAim before = self->aim;

  self->aim.slot = slot;
  self->aim.team = team;
  self->aim.chip = chip;
  self->changed (&before, self->data);
}

void
remit_board_target_set_slot (RemitBoardTarget *self,
                             gint64 slot,
                             gint64 chip)
{
  set_aim (self, slot, 0, chip);
}

void
remit_board_target_set_team (RemitBoardTarget *self,
                             gint64 team)
{
  set_aim (self, 0, team, 0);
}

void
remit_board_target_set_hit (RemitBoardTarget *self,
                            const RemitBoardHit *hit)
{
  const RemitBoardAim before = self->aim;

  self->aim.hit = *hit;
  self->is_set = self->is_insertion = TRUE;
  self->changed (&before, self->data);
}

static gboolean
is_possible (RemitVerdict verdict)
{
  return verdict == REMIT_VERDICT_FINE || verdict == REMIT_VERDICT_DOUBTFUL;
}

static gboolean
is_without_slots (const RemitBoardTarget *self,
                  int column)
{
  return column >= 0 && remit_board_model_get_n_cards (self->model, column) == 0;
}

static gboolean
accepts_team (const RemitBoardTarget *self,
              const RemitDrag *drag,
              gint64 team)
{
  return is_possible (remit_board_target_judge_team (self, drag, team));
}

/* Whether something that is no person can be put at the hit. */
static gboolean
is_insertion (const RemitBoardTarget *self,
              const RemitDrag *drag)
{
  const RemitBoardHit *hit = &self->aim.hit;

  if (drag->kind == REMIT_DRAG_SLOT)
    return hit->column >= 0;
  return drag->kind == REMIT_DRAG_TEAM && remit_board_model_get_n_columns (self->model) > 0
         && remit_board_model_find_before (self->model, drag->id, hit->column_before) >= 0;
}

void
remit_board_target_find (RemitBoardTarget *self,
                         const RemitDrag *drag,
                         int x,
                         int y,
                         gint64 chip)
{
  RemitBoardHit *hit = &self->aim.hit;
  gint64 slot = 0;
  gint64 team = 0;

  remit_board_layout_hit (remit_board_model_get_layout (self->model), x, y, hit);
  if (drag->kind == REMIT_DRAG_PEOPLE && hit->card >= 0)
    slot = remit_board_model_get_slot_id (self->model, hit->column, hit->card);
  if (drag->kind == REMIT_DRAG_PEOPLE && is_without_slots (self, hit->column)
      && !(self->carrying && self->swapping))
    team = remit_board_model_get_team_id (self->model, hit->column);
  if (slot == 0)
    chip = 0;
  self->is_insertion = is_insertion (self, drag);
  if (self->swapping && chip != 0)
    self->is_set = remit_board_target_may_swap (self, drag, chip);
  else
    self->is_set = self->is_insertion
                   || (slot != 0 && remit_board_target_accepts (self, drag, slot))
                   || (team != 0 && accepts_team (self, drag, team));
  set_aim (self, slot, team, chip);
}

void
remit_board_target_clear (RemitBoardTarget *self)
{
  self->is_set = self->is_insertion = FALSE;
  self->swapping = FALSE;
  remit_board_target_set_slot (self, 0, 0);
}

RemitBoardAim
remit_board_target_take (RemitBoardTarget *self)
{
  RemitBoardAim aim = self->aim;

  if (!self->swapping)
    aim.chip = 0;
  remit_board_target_clear (self);
  return aim;
}

/* ── What it would do ─────────────────────────────────────────────────────────────────────── */

static void
ask (const RemitBoardTarget *self,
     const RemitDrag *drag,
     gint64 slot,
     gint64 team,
     RemitOutcome *outcome)
{
  g_autoptr (GArray) placements = remit_drag_get_placements (drag, slot, team, self->copy);

  remit_placement_ask_all (remit_board_model_get_workspace (self->model),
                           (const RemitPlacement *) placements->data, placements->len, outcome);
}

static RemitVerdict
judge (const RemitBoardTarget *self,
       const RemitDrag *drag,
       gint64 slot,
       gint64 team)
{
  g_auto (RemitOutcome) outcome = { 0 };

  if (drag == NULL || drag->kind != REMIT_DRAG_PEOPLE || (self->carrying && self->swapping))
    return REMIT_VERDICT_NOTHING;

  ask (self, drag, slot, team, &outcome);
  return outcome.verdict;
}

RemitVerdict
remit_board_target_judge (const RemitBoardTarget *self,
                          const RemitDrag *drag,
                          gint64 slot)
{
  return judge (self, drag, slot, 0);
}

RemitVerdict
remit_board_target_judge_team (const RemitBoardTarget *self,
                               const RemitDrag *drag,
                               gint64 team)
{
  return judge (self, drag, 0, team);
}

gboolean
remit_board_target_accepts (const RemitBoardTarget *self,
                            const RemitDrag *drag,
                            gint64 slot)
{
  return is_possible (remit_board_target_judge (self, drag, slot));
}

gboolean
remit_board_target_accepts_place (const RemitBoardTarget *self,
                                  const RemitDrag *drag,
                                  int column,
                                  int card)
{
  if (is_without_slots (self, column))
    return accepts_team (self, drag, remit_board_model_get_team_id (self->model, column));
  return remit_board_target_accepts (
    self, drag, remit_board_model_get_slot_id (self->model, column, card));
}

static void
ask_swap (const RemitBoardTarget *self,
          const RemitDrag *drag,
          gint64 assignment,
          RemitOutcome *outcome)
{
  remit_placement_ask_swap (remit_board_model_get_workspace (self->model),
                            remit_drag_get_assignment (drag), assignment, outcome);
}

gboolean
remit_board_target_may_swap (const RemitBoardTarget *self,
                             const RemitDrag *drag,
                             gint64 assignment)
{
  g_auto (RemitOutcome) outcome = { 0 };

  if (remit_drag_get_assignment (drag) == 0 || assignment == 0)
    return FALSE;
  ask_swap (self, drag, assignment, &outcome);
  return is_possible (outcome.verdict);
}

static char *
dup_person_name (const RemitBoardTarget *self,
                 gint64 assignment)
{
  RemitWorkspace *workspace = remit_board_model_get_workspace (self->model);
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_ASSIGNMENT, assignment);

  if (entity == NULL)
    return g_strdup ("");
  return remit_design_dup_name (workspace, REMIT_KIND_PERSON,
                                remit_entity_get_integer (entity, REMIT_ASSIGNMENT_PERSON));
}

/* "Swap with Ada; Ben: lacks SQL": what a swap would lead to */
static char *
dup_swap_hint (const RemitBoardTarget *self,
               const RemitDrag *drag)
{
  g_autofree char *name = dup_person_name (self, self->aim.chip);
  g_auto (RemitOutcome) outcome = { 0 };

  ask_swap (self, drag, self->aim.chip, &outcome);
  if (!is_possible (outcome.verdict))
    return g_strdup (outcome.reason);
  if (*outcome.reason == '\0')
    /* Translators: a person */
    return g_strdup_printf (_ ("Swap with %s"), name);
  /* Translators: a person, and what is doubtful about changing places with them */
  return g_strdup_printf (_ ("Swap with %s; %s"), name, outcome.reason);
}

char *
remit_board_target_dup_hint (const RemitBoardTarget *self,
                             const RemitDrag *drag)
{
  g_auto (RemitOutcome) outcome = { 0 };
  g_autofree char *summary = NULL;
  g_autofree char *other = NULL;

  if (self->aim.chip != 0 && self->swapping)
    return dup_swap_hint (self, drag);

  ask (self, drag, self->aim.slot, self->aim.team, &outcome);
  summary = remit_outcome_dup_summary (&outcome);
  if (self->aim.chip == 0 || !remit_board_target_may_swap (self, drag, self->aim.chip))
    return g_steal_pointer (&summary);
  other = dup_swap_hint (self, drag);
  /* Translators: what a drop would do, and what it would do with the Shift key held */
  return g_strdup_printf (_ ("%s\nShift: %s"), summary, other);
}
