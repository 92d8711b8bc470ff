/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying by keyboard: what a drag is to the pointer. */
#include <glib/gi18n.h>

#include "board/state/remit-board-route.h"
#include "plan/design/remit-design.h"
#include "remit-board-private.h"
#include "widgets/remit-try.h"

gboolean
remit_board_is_carrying (RemitBoard *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD (self), FALSE);

  return self->target->carrying;
}

/* Returns: (nullable): what is carried by keyboard */
static const RemitDrag *
get_carried (RemitBoard *self)
{
  return remit_board_is_carrying (self) ? remit_drag_hub_get_drag (self->hub) : NULL;
}

/* ── What is spoken ───────────────────────────────────────────────────────────────────────── */

static const char *
get_help (const RemitDrag *drag)
{
  if (remit_drag_get_assignment (drag) != 0)
    return _ ("Choose a slot with the arrow keys or type its name, press Enter to move, Ctrl+Enter "
              "to assign there as well, or Escape to cancel.");
  if (drag->kind == REMIT_DRAG_PEOPLE)
    return _ ("Choose a slot with the arrow keys or type its name, press Enter to assign or Escape "
              "to cancel.");
  return _ ("Choose a position with the arrow keys, press Enter to move or Escape to cancel.");
}

/* Says where what is carried would go; with it, if it has just been picked up, what that is, since
 * of two announcements the last is spoken alone. */
static void
announce (RemitBoard *self,
          const char *where)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);
  g_autofree char *begin = NULL;
  g_autofree char *text = NULL;

  if (!self->was_picked_up)
    {
      remit_feedback_announce (GTK_WIDGET (self), where);
      return;
    }
  self->was_picked_up = FALSE;
  /* Translators: the name of who is carried by keyboard, and what would happen at a team */
  begin = g_strdup_printf (_ ("%s picked up. %s"), drag->name, where);
  text = g_strdup_printf (_ ("%s. %s"), begin, get_help (drag));
  remit_feedback_announce (GTK_WIDGET (self), text);
}

/* ── Going to slots and people ────────────────────────────────────────────────────────────── */

/* In a team without slots, one is made. */
static void
announce_opening (RemitBoard *self,
                  int column)
{
  RemitEntity *team = remit_board_model_get_team (self->model, column);
  g_autofree char *text = NULL;

  /* Translators: a team, and what would happen if one put somebody there */
  text = g_strdup_printf (_ ("%s: %s"), remit_entity_get_text (team, REMIT_TEAM_NAME),
                          gtk_label_get_label (GTK_LABEL (self->hint)));
  remit_feedback_announce (GTK_WIDGET (self), text);
}

static void
visit_opening (RemitBoard *self,
               int column)
{
  RemitBoardBox box;

  remit_board_layout_get_column (self->layout, column, &box);
  remit_board_scroll_to (self, &box, TRUE);
  remit_board_target_set_team (self->target, remit_board_model_get_team_id (self->model, column));
  announce_opening (self, column);
}

static void
announce_slot (RemitBoard *self,
               gint64 slot,
               int column)
{
  RemitEntity *team = remit_board_model_get_team (self->model, column);
  g_autofree char *name = remit_design_dup_name (remit_board_model_get_workspace (self->model),
                                                 REMIT_KIND_SLOT, slot);
  g_autofree char *text = NULL;

  /* Translators: a slot, its team, and what would happen if one put somebody there */
  text = g_strdup_printf (_ ("%s in %s: %s"), name, remit_entity_get_text (team, REMIT_TEAM_NAME),
                          gtk_label_get_label (GTK_LABEL (self->hint)));
  announce (self, text);
}

/* Goes to a slot, or to somebody in it (@chip), or into a team that has none, and tells what would
 * happen there. */
static void
visit (RemitBoard *self,
       const RemitBoardPlace *place,
       gint64 chip)
{
  gint64 slot = remit_board_model_get_slot_id (self->model, place->column, place->card);
  RemitBoardBox box;

  if (slot == 0)
    {
      visit_opening (self, place->column);
      return;
    }
  remit_board_layout_get_card (self->layout, place->column, place->card, &box);
  remit_board_scroll_to (self, &box, TRUE);
  remit_board_target_set_slot (self->target, slot, chip);
  announce_slot (self, slot, place->column);
}

void
remit_board_carry_to_place (RemitBoard *self,
                            const RemitBoardPlace *place)
{
  visit (self, place, 0);
}

static gboolean
find_next (RemitBoard *self,
           int step,
           gboolean within_column,
           RemitBoardPlace *place)
{
  return remit_board_route_find_next (self->target, remit_drag_hub_get_drag (self->hub), step,
                                      within_column, place);
}

static void
carry_people_to (RemitBoard *self,
                 GtkDirectionType direction)
{
  int sideways = remit_board_get_sideways_step (self, direction);
  gboolean back = direction == GTK_DIR_UP || direction == GTK_DIR_TAB_BACKWARD;
  gboolean within = direction == GTK_DIR_UP || direction == GTK_DIR_DOWN;
  RemitBoardPlace place = { 0, -1 };
  gboolean found;

  if (self->target->aim.team != 0)
    place = (RemitBoardPlace){
      remit_board_model_find_team (self->model, self->target->aim.team), 0
    };
  else
    remit_board_model_find_slot (self->model, self->target->aim.slot, &place);
  found = sideways != 0 ? remit_board_route_find_beside (
            self->target, remit_drag_hub_get_drag (self->hub), sideways, &place)
                        : find_next (self, back ? -1 : 1, within, &place);
  if (found)
    visit (self, &place, 0);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Returns: whether there is a slot of the person, who may be gone */
static gboolean
find_place_of (RemitBoard *self,
               gint64 assignment,
               RemitBoardPlace *place)
{
  RemitEntity *entity = remit_workspace_get (remit_board_model_get_workspace (self->model),
                                             REMIT_KIND_ASSIGNMENT, assignment);

  return entity != NULL
         && remit_board_model_find_slot (
           self->model, remit_entity_get_integer (entity, REMIT_ASSIGNMENT_SLOT), place);
}

/* Goes to the next person with whom what is carried can change places. Returns: whether there is
 * one */
static gboolean
find_partner (RemitBoard *self,
              int column,
              gint64 from,
              int step,
              gboolean within)
{
  RemitBoardPlace place;
  gint64 found = remit_board_route_find_partner (self->target, remit_drag_hub_get_drag (self->hub),
                                                 column, from, step, within);

  if (found == 0)
    return FALSE;
  if (find_place_of (self, found, &place))
    visit (self, &place, found);
  return TRUE;
}

static void
carry_swap_to (RemitBoard *self,
               GtkDirectionType direction)
{
  RemitBoardPlace place = { 0, 0 };
  gint64 at = self->target->aim.chip;
  int sideways = remit_board_get_sideways_step (self, direction);
  gboolean back = direction == GTK_DIR_UP || direction == GTK_DIR_TAB_BACKWARD;
  gboolean within = direction == GTK_DIR_UP || direction == GTK_DIR_DOWN;
  gboolean found;

  if (at == 0)
    at = remit_drag_get_assignment (remit_drag_hub_get_drag (self->hub));
  find_place_of (self, at, &place);
  found = sideways != 0 ? find_partner (self, place.column + sideways, 0, sideways, FALSE)
                        : find_partner (self, place.column, at, back ? -1 : 1, within);
  if (!found)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* ── Going to places between slots and teams ──────────────────────────────────────────────── */

static void
insert_slot (RemitBoard *self,
             const RemitBoardHit *hit)
{
  RemitEntity *team = remit_board_model_get_team (self->model, hit->column);
  g_autofree char *text = NULL;
  RemitBoardBox box;

  /* Translators: a team, and where in it a slot would stand, counted from one */
  text = g_strdup_printf (_ ("%s, position %d"), remit_entity_get_text (team, REMIT_TEAM_NAME),
                          hit->before + 1);
  if (hit->before < remit_board_layout_get_n_cards (self->layout, hit->column))
    remit_board_layout_get_card (self->layout, hit->column, hit->before, &box);
  else
    remit_board_layout_get_column (self->layout, hit->column, &box);
  remit_board_scroll_to (self, &box, TRUE);
  remit_board_target_set_hit (self->target, hit);
  announce (self, text);
}

static void
insert_team (RemitBoard *self,
             const RemitBoardHit *hit)
{
  int n = remit_board_layout_get_n_columns (self->layout);
  g_autofree char *text = NULL;
  RemitBoardBox box;

  /* Translators: where a team would stand, counted from one */
  text = g_strdup_printf (_ ("Position %d of %d"), hit->column_before + 1, n);
  remit_board_layout_get_column (self->layout, MIN (hit->column_before, n - 1), &box);
  remit_board_scroll_to (self, &box, FALSE);
  remit_board_target_set_hit (self->target, hit);
  announce (self, text);
}

static void
carry_slot_to (RemitBoard *self,
               GtkDirectionType direction)
{
  RemitBoardHit hit = self->target->aim.hit;
  int sideways = remit_board_get_sideways_step (self, direction);

  if (sideways != 0)
    hit.column = CLAMP (hit.column + sideways, 0,
                        remit_board_model_get_n_columns (self->model) - 1);
  else
    hit.before += direction == GTK_DIR_UP || direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  hit.before = CLAMP (hit.before, 0, remit_board_model_get_n_cards (self->model, hit.column));
  insert_slot (self, &hit);
}

static void
carry_team_to (RemitBoard *self,
               GtkDirectionType direction)
{
  RemitBoardHit hit = self->target->aim.hit;
  int step = remit_board_get_sideways_step (self, direction);
  const RemitDrag *drag = get_carried (self);
  int n_columns = remit_board_model_get_n_columns (self->model);

  if (step == 0)
    step = direction == GTK_DIR_UP || direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  do
    hit.column_before += step;
  while (hit.column_before >= 0 && hit.column_before <= n_columns
         && remit_board_model_find_before (self->model, drag->id, hit.column_before) < 0);
  if (hit.column_before >= 0 && hit.column_before <= n_columns)
    insert_team (self, &hit);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

gboolean
remit_board_carry_to (RemitBoard *self,
                      GtkDirectionType direction)
{
  const RemitDrag *drag = get_carried (self);

  if (drag == NULL)
    return FALSE;
  if (drag->kind == REMIT_DRAG_SLOT)
    carry_slot_to (self, direction);
  else if (drag->kind == REMIT_DRAG_TEAM)
    carry_team_to (self, direction);
  else if (self->target->swapping)
    carry_swap_to (self, direction);
  else
    carry_people_to (self, direction);
  return TRUE;
}

/* ── Picking up ───────────────────────────────────────────────────────────────────────────── */

static void
begin_people (RemitBoard *self)
{
  RemitBoardPlace place = { 0, -1 };

  remit_board_model_find_slot (self->model, self->cursor->slot, &place);
  place.card = MAX (-1, place.card - 1);
  if (find_next (self, 1, FALSE, &place))
    visit (self, &place, 0);
  else
    carry_people_to (self, GTK_DIR_TAB_FORWARD);
}

static void
begin_at_cursor (RemitBoard *self,
                 const RemitDrag *drag)
{
  RemitBoardHit hit = self->target->aim.hit;
  RemitBoardPlace place = { 0, -1 };

  if (drag->kind == REMIT_DRAG_TEAM)
    {
      hit.column_before = MAX (0, remit_board_model_find_team (self->model, drag->id));
      insert_team (self, &hit);
    }
  else if (drag->kind == REMIT_DRAG_SLOT)
    {
      remit_board_model_find_slot (self->model, drag->id, &place);
      hit.column = place.column;
      hit.before = MAX (0, place.card);
      insert_slot (self, &hit);
    }
  else
    begin_people (self);
}

void
remit_board_carry (RemitBoard *self,
                   const RemitDrag *drag,
                   GtkWidget *back)
{
  g_return_if_fail (REMIT_IS_BOARD (self));
  g_return_if_fail (drag != NULL);

  if (remit_board_model_get_n_columns (self->model) == 0)
    return;

  g_set_weak_pointer (&self->back, back);
  self->target->carrying = TRUE;
  self->target->copy = FALSE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "carrying");
  remit_drag_hub_set_drag (self->hub, drag);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->was_picked_up = TRUE;
  begin_at_cursor (self, drag);
  if (self->was_picked_up)
    announce (self, _ ("No slot is available"));
}

void
remit_board_pick_up (RemitBoard *self)
{
  g_autoptr (RemitDrag) drag = NULL;

  if (self->cursor->group != NULL)
    return;
  drag = remit_board_cursor_create_drag (self->cursor);
  remit_board_carry (self, drag, NULL);
}

void
remit_board_begin_swap (RemitBoard *self)
{
  if (self->cursor->assignment == 0)
    return;
  remit_board_pick_up (self);
  if (!remit_board_is_carrying (self))
    return;
  remit_board_target_clear (self->target);
  self->target->swapping = TRUE;
  remit_board_mark_all_cards (self);
  if (!find_partner (self, 0, 0, 1, FALSE))
    {
      remit_feedback_announce (GTK_WIDGET (self), _ ("No other assignment to swap with"));
      remit_board_put_back (self);
    }
}

/* ── Putting down ─────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer full): what was carried */
static RemitDrag *
end_carrying (RemitBoard *self)
{
  RemitDrag *drag = remit_drag_copy (remit_drag_hub_get_drag (self->hub));

  remit_board_jump_clear (self);
  self->target->carrying = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "carrying");
  remit_board_target_clear (self->target);
  remit_drag_hub_set_drag (self->hub, NULL);
  return drag;
}

void
remit_board_let_go (RemitBoard *self)
{
  g_autoptr (RemitDrag) drag = NULL;
  g_autofree char *text = NULL;

  if (get_carried (self) == NULL)
    return;

  drag = end_carrying (self);
  /* Translators: the name of what was carried by keyboard */
  text = g_strdup_printf (_ ("Move of %s cancelled"), drag->name);
  remit_feedback_announce (GTK_WIDGET (self), text);
}

void
remit_board_put_back (RemitBoard *self)
{
  g_return_if_fail (REMIT_IS_BOARD (self));

  if (get_carried (self) == NULL)
    return;

  remit_board_let_go (self);
  if (self->back != NULL)
    gtk_widget_grab_focus (self->back);
  else
    remit_board_focus_cursor (self);
}

/* The cursor goes with what was put down: of a team without slots to the one that was made. */
static void
follow (RemitBoard *self,
        const RemitDrag *drag,
        gint64 slot,
        gint64 team)
{
  int column = remit_board_model_find_team (self->model, team);
  int n = column >= 0 ? remit_board_model_get_n_cards (self->model, column) : 0;

  if (drag->kind != REMIT_DRAG_PEOPLE || slot != 0 || team == 0)
    remit_board_cursor_follow (self->cursor, drag, slot);
  else if (n > 0)
    remit_board_cursor_follow (self->cursor, drag,
                               remit_board_model_get_slot_id (self->model, column, n - 1));
  else
    remit_board_cursor_set (self->cursor, team, 0, 0);
}

static void
on_put_down (GtkWidget *widget,
             RemitWorkspace *workspace,
             gint64 done,
             gpointer data,
             const GError *error)
{
  RemitBoard *self = REMIT_BOARD (widget);
  const RemitBoardDrop *drop = data;

  if (remit_feedback_edit (widget, workspace, done != 0, error))
    follow (self, drop->drag, drop->slot, drop->team);
  remit_board_keep_focus (self);
}

gboolean
remit_board_put_down_carried (RemitBoard *self,
                              gboolean copy)
{
  const RemitDrag *carried = get_carried (self);
  g_autoptr (RemitDrag) drag = NULL;
  RemitBoardDrop *drop;
  RemitBoardAim aim;

  if (carried == NULL)
    return FALSE;
  if (carried->kind == REMIT_DRAG_PEOPLE && self->target->aim.slot == 0
      && self->target->aim.team == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }

  aim = remit_board_target_take (self->target);
  drag = end_carrying (self);
  drop = remit_board_drop_new (self->model, drag, &aim, copy);
  if (drop != NULL)
    remit_try_then (GTK_WIDGET (self), remit_board_model_get_workspace (self->model),
                    remit_board_drop_do, drop, (GDestroyNotify) remit_board_drop_free,
                    on_put_down);
  follow (self, drag, aim.slot, aim.team);
  remit_board_focus_cursor (self);
  return TRUE;
}

gboolean
remit_board_put_carried_into_pool (RemitBoard *self)
{
  const RemitDrag *carried = get_carried (self);
  g_autoptr (RemitDrag) drag = NULL;
  g_autoptr (GArray) placements = NULL;

  if (carried == NULL || carried->kind != REMIT_DRAG_PEOPLE)
    return FALSE;

  drag = end_carrying (self);
  placements = remit_drag_get_placements (drag, 0, 0, FALSE);
  remit_try_place (GTK_WIDGET (self), remit_board_model_get_workspace (self->model),
                   (const RemitPlacement *) placements->data, placements->len, NULL);
  remit_board_focus_cursor (self);
  return TRUE;
}

/* Whether what is carried is still there. */
static gboolean
is_there (RemitBoard *self,
          const RemitDrag *drag)
{
  RemitWorkspace *workspace = remit_board_model_get_workspace (self->model);
  RemitBoardPlace place;

  if (drag->kind == REMIT_DRAG_TEAM)
    return remit_board_model_find_team (self->model, drag->id) >= 0;
  if (drag->kind == REMIT_DRAG_SLOT)
    return remit_board_model_find_slot (self->model, drag->id, &place);
  for (guint i = 0; i < drag->placements->len; i++)
    {
      const RemitPlacement *placement = &g_array_index (drag->placements, RemitPlacement, i);

      if (placement->assignment != 0
          && remit_workspace_get (workspace, REMIT_KIND_ASSIGNMENT, placement->assignment) == NULL)
        return FALSE;
    }
  return TRUE;
}

void
remit_board_check_carried (RemitBoard *self)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);
  gboolean swapping = self->target->swapping;

  if (drag == NULL)
    return;
  remit_board_target_clear (self->target);
  if (!remit_board_is_carrying (self))
    return;
  if (remit_board_model_get_n_columns (self->model) == 0 || !is_there (self, drag))
    {
      remit_board_put_back (self);
      return;
    }
  self->target->swapping = swapping;
  if (swapping)
    carry_swap_to (self, GTK_DIR_TAB_FORWARD);
  else
    begin_at_cursor (self, drag);
  remit_board_jump_again (self);
}
