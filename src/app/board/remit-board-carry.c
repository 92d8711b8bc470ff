/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying by keyboard: from one place that accepts to the next, each told. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "remit-board-private.h"
#include "widgets/remit-feedback.h"

gboolean
remit_board_is_carrying (RemitBoard *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD (self), FALSE);

  return self->carrying;
}

static void
announce_slot (RemitBoard *self,
               const RemitBoardPlace *place)
{
  const RemitBoardColumn *column = remit_board_get_column (self, place->column);
  g_autofree char *name = remit_design_dup_name (self->workspace, REMIT_KIND_SLOT,
                                                 self->target_slot);
  g_autofree char *text = NULL;

  /* Translators: a slot, its team, and what would happen if one put somebody there */
  text = g_strdup_printf (_ ("%s in %s: %s"), name,
                          remit_entity_get_text (column->team, REMIT_TEAM_NAME),
                          gtk_label_get_label (GTK_LABEL (self->hint)));
  remit_feedback_announce (GTK_WIDGET (self), text);
}

/* Goes to a slot, or to somebody in it (@chip), and tells what would happen there. */
void
remit_board_visit (RemitBoard *self,
                   gint64 slot,
                   gint64 chip)
{
  RemitBoardPlace place;
  RemitBoardBox box;

  if (!remit_board_find_place (self, slot, &place))
    return;
  remit_board_layout_get_card (self->layout, place.column, place.card, &box);
  remit_board_scroll_to (self, &box, TRUE);
  remit_board_set_target_slot (self, slot, chip);
  announce_slot (self, &place);
}

static gboolean
accepts (RemitBoard *self,
         int column,
         int card)
{
  return remit_board_accepts (
    self, remit_entity_get_id (remit_board_get_slot (self, column, card)));
}

/* The next place in reading order that accepts; @card may be one before the first. */
static gboolean
find_next (RemitBoard *self,
           int step,
           gboolean within_column,
           RemitBoardPlace *place)
{
  int n_columns = remit_board_layout_get_n_columns (self->layout);
  RemitBoardPlace next = *place;

  for (;;)
    {
      next.card += step;
      while (next.card < 0 || next.card >= remit_board_layout_get_n_cards (self->layout,
                                                                           next.column))
        {
          next.column += step;
          if (within_column || next.column < 0 || next.column >= n_columns)
            return FALSE;
          next.card = step > 0 ? 0
                               : remit_board_layout_get_n_cards (self->layout, next.column) - 1;
        }
      if (accepts (self, next.column, next.card))
        {
          *place = next;
          return TRUE;
        }
    }
}

/* In the next column with one that accepts: the one that stands closest. */
static gboolean
find_beside (RemitBoard *self,
             int step,
             RemitBoardPlace *place)
{
  int n_columns = remit_board_layout_get_n_columns (self->layout);
  int wanted = place->card;

  for (int column = place->column + step; column >= 0 && column < n_columns; column += step)
    {
      int n_cards = remit_board_layout_get_n_cards (self->layout, column);

      for (int distance = 0; distance < MAX (n_cards, wanted + 1); distance++)
        for (int side = -1; side <= 1; side += 2)
          {
            int card = wanted + side * distance;

            if (card < 0 || card >= n_cards || !accepts (self, column, card))
              continue;
            place->column = column;
            place->card = card;
            return TRUE;
          }
    }
  return FALSE;
}

int
remit_board_get_horizontal_step (RemitBoard *self,
                                 GtkDirectionType direction)
{
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return (direction == GTK_DIR_RIGHT) != from_right ? 1 : -1;
}

static gboolean
carry_people_to (RemitBoard *self,
                 GtkDirectionType direction)
{
  RemitBoardPlace place = { 0, -1 };
  gboolean found;

  if (self->target_slot != 0)
    remit_board_find_place (self, self->target_slot, &place);
  switch (direction)
    {
    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
      found = find_next (self, direction == GTK_DIR_DOWN ? 1 : -1, TRUE, &place);
      break;
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      found = find_beside (self, remit_board_get_horizontal_step (self, direction), &place);
      break;
    case GTK_DIR_TAB_BACKWARD:
    case GTK_DIR_TAB_FORWARD:
    default:
      found = find_next (self, direction == GTK_DIR_TAB_BACKWARD ? -1 : 1, FALSE, &place);
      break;
    }
  if (found)
    remit_board_visit (
      self, remit_entity_get_id (remit_board_get_slot (self, place.column, place.card)), 0);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static void
show_insertion (RemitBoard *self,
                gboolean of_team)
{
  const RemitBoardColumn *column;
  RemitBoardBox box;
  g_autofree char *text = NULL;
  int n = remit_board_layout_get_n_columns (self->layout);
  int shown = of_team ? MIN (self->target.column_before, n - 1) : self->target.column;

  remit_board_layout_get_column (self->layout, shown, &box);
  column = remit_board_get_column (self, shown);
  if (of_team)
    /* Translators: where a team would stand, counted from one */
    text = g_strdup_printf (_ ("Place %d of %d"), self->target.column_before + 1, n);
  else
    {
      if (self->target.before < (int) column->slots->len)
        remit_board_layout_get_card (self->layout, shown, self->target.before, &box);
      /* Translators: a team, and where in it a slot would stand, counted from one */
      text = g_strdup_printf (_ ("%s, place %d"),
                              remit_entity_get_text (column->team, REMIT_TEAM_NAME),
                              self->target.before + 1);
    }
  remit_board_scroll_to (self, &box, !of_team);
  self->has_target = TRUE;
  gtk_widget_set_child_visible (self->insertion, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  remit_feedback_announce (GTK_WIDGET (self), text);
}

static gboolean
carry_slot_to (RemitBoard *self,
               GtkDirectionType direction)
{
  int n_columns = remit_board_layout_get_n_columns (self->layout);

  switch (direction)
    {
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      self->target.column += remit_board_get_horizontal_step (self, direction);
      self->target.column = CLAMP (self->target.column, 0, n_columns - 1);
      break;
    case GTK_DIR_UP:
    case GTK_DIR_TAB_BACKWARD:
      self->target.before--;
      break;
    case GTK_DIR_DOWN:
    case GTK_DIR_TAB_FORWARD:
    default:
      self->target.before++;
      break;
    }
  self->target.before = CLAMP (self->target.before, 0,
                               remit_board_layout_get_n_cards (self->layout, self->target.column));
  show_insertion (self, FALSE);
  return TRUE;
}

static gboolean
carry_team_to (RemitBoard *self,
               GtkDirectionType direction)
{
  int step = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP ? -1 : 1;

  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    step = remit_board_get_horizontal_step (self, direction);
  self->target.column_before = CLAMP (self->target.column_before + step, 0,
                                      remit_board_layout_get_n_columns (self->layout));
  show_insertion (self, TRUE);
  return TRUE;
}

/* Returns: whether something is carried, so that the key was ours */
gboolean
remit_board_carry_to (RemitBoard *self,
                      GtkDirectionType direction)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);

  if (!self->carrying || drag == NULL)
    return FALSE;
  switch (drag->kind)
    {
    case REMIT_DRAG_PEOPLE:
      return self->swapping ? remit_board_carry_swap_to (self, direction)
                            : carry_people_to (self, direction);
    case REMIT_DRAG_SLOT:
      return carry_slot_to (self, direction);
    case REMIT_DRAG_TEAM:
    default:
      return carry_team_to (self, direction);
    }
}

static void
begin_at_cursor (RemitBoard *self,
                 const RemitDrag *drag)
{
  RemitBoardPlace place = { 0, -1 };

  if (drag->kind == REMIT_DRAG_TEAM)
    {
      self->target.column_before = MAX (0, remit_board_find_team (self, drag->id));
      show_insertion (self, TRUE);
      return;
    }

  remit_board_find_place (self, drag->kind == REMIT_DRAG_SLOT ? drag->id : self->cursor_slot,
                          &place);
  if (drag->kind == REMIT_DRAG_SLOT)
    {
      self->target.column = place.column;
      self->target.before = MAX (0, place.card);
      show_insertion (self, FALSE);
      return;
    }

  place.card = MAX (-1, place.card - 1);
  if (find_next (self, 1, FALSE, &place))
    remit_board_visit (
      self, remit_entity_get_id (remit_board_get_slot (self, place.column, place.card)), 0);
  else
    carry_people_to (self, GTK_DIR_TAB_FORWARD);
}

void
remit_board_carry (RemitBoard *self,
                   const RemitDrag *drag,
                   GtkWidget *back)
{
  g_autofree char *text = NULL;

  g_return_if_fail (REMIT_IS_BOARD (self));
  g_return_if_fail (drag != NULL);

  if (self->columns->len == 0)
    return;

  g_set_weak_pointer (&self->back, back);
  self->carrying = TRUE;
  self->copy = FALSE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "carrying");
  remit_drag_hub_set_drag (self->hub, drag);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  text = g_strdup_printf (
    remit_drag_get_assignment (drag) != 0
      /* Translators: the name of somebody who is carried by keyboard out of a slot */
      ? _ ("%s picked up. Arrow keys choose a place, Enter moves there, Ctrl+Enter assigns there "
           "as well, Escape puts back.")
      /* Translators: the name of what is carried by keyboard */
      : _ ("%s picked up. Arrow keys choose a place, Enter puts it there, Escape puts it back."),
    drag->name);
  remit_feedback_announce (GTK_WIDGET (self), text);
  begin_at_cursor (self, drag);
}

static void
end_carrying (RemitBoard *self)
{
  self->carrying = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "carrying");
  remit_board_clear_target (self);
  remit_drag_hub_set_drag (self->hub, NULL);
}

void
remit_board_put_back (RemitBoard *self)
{
  const RemitDrag *drag;
  g_autofree char *text = NULL;

  g_return_if_fail (REMIT_IS_BOARD (self));

  drag = remit_drag_hub_get_drag (self->hub);
  if (!self->carrying || drag == NULL)
    return;

  /* Translators: the name of what was carried by keyboard */
  text = g_strdup_printf (_ ("%s put back"), drag->name);
  end_carrying (self);
  remit_feedback_announce (GTK_WIDGET (self), text);
  if (self->back != NULL)
    gtk_widget_grab_focus (self->back);
  else
    remit_board_focus_cursor (self);
}

/* The keyboard goes on with what has been put down: the person in their new place. */
static void
put_cursor_on (RemitBoard *self,
               const RemitDrag *drag,
               gint64 slot)
{
  GPtrArray *assignments;

  self->cursor_slot = self->cursor_assignment = self->cursor_team = 0;
  if (drag->kind == REMIT_DRAG_TEAM)
    {
      self->cursor_team = drag->id;
      return;
    }
  self->cursor_slot = drag->kind == REMIT_DRAG_SLOT ? drag->id : slot;
  if (drag->kind != REMIT_DRAG_PEOPLE || drag->placements->len != 1)
    return;

  assignments = remit_workspace_get_referring (self->workspace, REMIT_KIND_ASSIGNMENT,
                                               REMIT_ASSIGNMENT_SLOT, slot);
  for (guint i = 0; i < assignments->len; i++)
    {
      RemitEntity *assignment = g_ptr_array_index (assignments, i);

      if (remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON)
          == g_array_index (drag->placements, RemitPlacement, 0).person)
        self->cursor_assignment = remit_entity_get_id (assignment);
    }
}

/* With @copy, who is carried from a slot stays there as well.
 *
 * Returns: whether something was carried */
gboolean
remit_board_put_down_carried (RemitBoard *self,
                              gboolean copy)
{
  g_autoptr (RemitDrag) drag = NULL;
  RemitBoardHit hit = self->target;
  gint64 slot = self->target_slot;
  gint64 chip = self->swapping ? self->target_chip : 0;

  if (!self->carrying || remit_drag_hub_get_drag (self->hub) == NULL)
    return FALSE;

  drag = remit_drag_copy (remit_drag_hub_get_drag (self->hub));
  if (drag->kind == REMIT_DRAG_PEOPLE && slot == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }

  end_carrying (self);
  if (chip != 0)
    remit_board_swap (self, remit_drag_get_assignment (drag), chip);
  else
    remit_board_put_down (self, drag, slot, &hit, copy);
  put_cursor_on (self, drag, slot);
  remit_board_focus_cursor (self);
  return TRUE;
}

/* Returns: whether somebody was carried who can go back to the pool */
gboolean
remit_board_put_carried_into_pool (RemitBoard *self)
{
  g_autoptr (RemitDrag) drag = NULL;
  g_autoptr (GArray) placements = NULL;
  g_autoptr (GError) error = NULL;

  if (!self->carrying || remit_drag_hub_get_drag (self->hub) == NULL)
    return FALSE;
  drag = remit_drag_copy (remit_drag_hub_get_drag (self->hub));
  if (drag->kind != REMIT_DRAG_PEOPLE)
    return FALSE;

  end_carrying (self);
  placements = remit_drag_get_placements (drag, 0, FALSE);
  remit_board_tell (self,
                    remit_placement_do (self->workspace, (const RemitPlacement *) placements->data,
                                        placements->len, &error),
                    &error);
  remit_board_focus_cursor (self);
  return TRUE;
}

/* Whether what is carried is still there. */
static gboolean
is_there (RemitBoard *self,
          const RemitDrag *drag)
{
  RemitBoardPlace place;

  switch (drag->kind)
    {
    case REMIT_DRAG_TEAM:
      return remit_board_find_team (self, drag->id) >= 0;
    case REMIT_DRAG_SLOT:
      return remit_board_find_place (self, drag->id, &place);
    case REMIT_DRAG_PEOPLE:
    default:
      for (guint i = 0; i < drag->placements->len; i++)
        {
          const RemitPlacement *placement = &g_array_index (drag->placements, RemitPlacement, i);

          if (placement->assignment != 0
              && remit_workspace_get (self->workspace, REMIT_KIND_ASSIGNMENT,
                                      placement->assignment)
                   == NULL)
            return FALSE;
        }
      return TRUE;
    }
}

/* Somebody else may have deleted what is carried, or where it was to go. */
void
remit_board_check_carried (RemitBoard *self)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);
  gboolean swapping = self->swapping;

  if (drag == NULL)
    return;
  remit_board_clear_target (self);
  if (!self->carrying)
    return;
  if (self->columns->len == 0 || !is_there (self, drag))
    {
      remit_board_put_back (self);
      return;
    }
  self->swapping = swapping;
  if (swapping)
    remit_board_carry_swap_to (self, GTK_DIR_TAB_FORWARD);
  else
    begin_at_cursor (self, drag);
}
