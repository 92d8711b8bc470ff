/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board's cursor and the keyboard's focus: each follows the other. */
#include "remit-board-private.h"

static void
focus_team (RemitBoard *self,
            int column)
{
  RemitBoardBox box;
  GtkWidget *head;

  remit_board_layout_get_column (self->layout, column, &box);
  remit_board_scroll_to (self, &box, FALSE);
  remit_board_ensure_filled (self, &(RemitBoardPlace){ column, -1 });
  remit_board_update (self);
  head = remit_board_get_head (self, self->cursor->team);
  if (head != NULL)
    gtk_widget_grab_focus (head);
}

static void
focus_slot (RemitBoard *self,
            const RemitBoardPlace *place)
{
  gint64 assignment = self->cursor->assignment;
  RemitBoardBox box;
  GtkWidget *card, *chip = NULL;

  remit_board_layout_get_card (self->layout, place->column, place->card, &box);
  remit_board_scroll_to (self, &box, TRUE);
  remit_board_ensure_filled (self, place);
  remit_board_update (self);
  card = remit_board_get_card (self, self->cursor->slot);
  if (card == NULL)
    return;
  if (assignment != 0)
    chip = remit_slot_card_get_chip (REMIT_SLOT_CARD (card), assignment);
  gtk_widget_grab_focus (chip != NULL ? chip : card);
}

static void
focus_group (RemitBoard *self)
{
  RemitBoardBox box;
  GtkWidget *band;

  if (!remit_board_get_band_box (self, self->cursor->group, &box))
    return;
  remit_board_scroll_to (self, &box, FALSE);
  remit_board_update (self);
  band = remit_board_get_band (self, self->cursor->group);
  if (band != NULL)
    gtk_widget_grab_focus (band);
}

void
remit_board_focus_cursor (RemitBoard *self)
{
  RemitBoardPlace place;

  if (remit_board_is_empty (self))
    return;
  place = remit_board_cursor_settle (self->cursor);
  if (self->cursor->group != NULL)
    {
      focus_group (self);
      return;
    }
  if (place.card >= 0)
    focus_slot (self, &place);
  else
    focus_team (self, place.column);
}

void
remit_board_keep_focus (RemitBoard *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || focus == GTK_WIDGET (self)
      || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    remit_board_focus_cursor (self);
}

/* Returns: what of the board @widget is in: a chip, a card, a head, or a band; or NULL */
static GtkWidget *
find_part (GtkWidget *widget)
{
  GtkWidget *part = gtk_widget_get_ancestor (widget, REMIT_TYPE_CHIP);

  if (part == NULL)
    part = gtk_widget_get_ancestor (widget, REMIT_TYPE_SLOT_CARD);
  if (part == NULL)
    part = gtk_widget_get_ancestor (widget, REMIT_TYPE_TEAM_HEAD);
  if (part == NULL)
    part = gtk_widget_get_ancestor (widget, REMIT_TYPE_TEAM_BAND);
  return part;
}

void
remit_board_set_cursor_from_focus (RemitBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *part = NULL, *card;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    part = find_part (focus);
  if (part == NULL)
    return;
  if (REMIT_IS_TEAM_BAND (part))
    remit_board_cursor_set_group (self->cursor, remit_team_band_get_key (REMIT_TEAM_BAND (part)));
  else if (REMIT_IS_TEAM_HEAD (part))
    remit_board_cursor_set (self->cursor, remit_team_head_get_team (REMIT_TEAM_HEAD (part)), 0,
                            0);
  else
    {
      card = gtk_widget_get_ancestor (part, REMIT_TYPE_SLOT_CARD);
      remit_board_cursor_set (
        self->cursor, 0, remit_slot_card_get_slot (REMIT_SLOT_CARD (card)),
        REMIT_IS_CHIP (part) ? remit_chip_get_assignment (REMIT_CHIP (part)) : 0);
    }
  remit_board_cursor_settle (self->cursor);
}

GtkWidget *
remit_board_pick (RemitBoard *self,
                  double x,
                  double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL ? find_part (picked) : NULL;
}

int
remit_board_get_sideways_step (RemitBoard *self,
                               GtkDirectionType direction)
{
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (direction != GTK_DIR_LEFT && direction != GTK_DIR_RIGHT)
    return 0;
  return (direction == GTK_DIR_RIGHT) != from_right ? 1 : -1;
}
