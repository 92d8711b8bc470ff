/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies over the board while something is carried: what a drop would do, and where it goes. */
#include "remit-board-private.h"

#include "widgets/scrolling/remit-in-use.h"

/* Pixels. */
#define LINE_WIDTH 3
#define HINT_GAP 2

static void
add (RemitBoard *self,
     GtkWidget *widget,
     const char *css_class)
{
  gtk_widget_add_css_class (widget, css_class);
  remit_in_use_set (widget, FALSE);
  gtk_widget_insert_before (widget, GTK_WIDGET (self), NULL);
}

void
remit_board_init_hints (RemitBoard *self)
{
  self->insertion = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  add (self, self->insertion, "remit-insertion");

  self->hint = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  add (self, self->hint, "remit-hint");
}

void
remit_board_update_hints (RemitBoard *self)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);
  const RemitBoardAim *aim = &self->target->aim;
  gboolean shown = (aim->slot != 0 || aim->team != 0) && drag != NULL;
  g_autofree char *text = shown ? remit_board_target_dup_hint (self->target, drag) : g_strdup ("");

  gtk_label_set_label (GTK_LABEL (self->hint), text);
  remit_in_use_set (self->hint, shown);
  remit_in_use_set (self->insertion, self->target->is_insertion);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Where the card of the target stands, or in a team without slots the button that adds one.
 *
 * Returns: whether it is there */
static gboolean
get_target_box (RemitBoard *self,
                RemitBoardBox *box)
{
  const RemitBoardMetrics *metrics = remit_board_layout_get_metrics (self->layout);
  int column = remit_board_model_find_team (self->model, self->target->aim.team);
  RemitBoardPlace place;

  if (remit_board_model_find_slot (self->model, self->target->aim.slot, &place))
    remit_board_layout_get_card (self->layout, place.column, place.card, box);
  else if (column >= 0)
    {
      remit_board_layout_get_column (self->layout, column, box);
      box->y = box->height + metrics->card_gap;
      box->height = metrics->foot_height;
    }
  else
    return FALSE;
  return TRUE;
}

/* The hint lies below the card of the target; above it while something is dragged, since the image
 * of that hangs below the pointer, which is over the card. */
static void
allocate_hint (RemitBoard *self,
               int left,
               int top,
               int height)
{
  RemitBoardBox box;
  int natural, y;

  if (!gtk_widget_get_child_visible (self->hint) || !get_target_box (self, &box))
    return;

  gtk_widget_measure (self->hint, GTK_ORIENTATION_VERTICAL, box.width, NULL, &natural, NULL, NULL);
  y = self->target->carrying ? box.y + box.height - top + HINT_GAP
                             : box.y - top - HINT_GAP - natural;
  gtk_widget_size_allocate (
    self->hint,
    &(GtkAllocation){ box.x - left, MAX (0, MIN (y, height - natural)), box.width, natural }, -1);
}

/* Between columns, over the whole height. */
static void
get_team_line (RemitBoard *self,
               int before,
               int top,
               int height,
               RemitBoardBox *box)
{
  const RemitBoardMetrics *metrics = remit_board_layout_get_metrics (self->layout);
  int n_columns = remit_board_layout_get_n_columns (self->layout);
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  remit_board_layout_get_column (self->layout, MIN (before, n_columns - 1), box);
  if ((before >= n_columns) != from_right)
    box->x += box->width + metrics->column_gap;
  box->x -= metrics->column_gap / 2 + 1;
  box->width = LINE_WIDTH;
  box->y = top;
  box->height = height;
}

/* Between cards. */
static void
get_slot_line (RemitBoard *self,
               const RemitBoardHit *hit,
               RemitBoardBox *box)
{
  const RemitBoardMetrics *metrics = remit_board_layout_get_metrics (self->layout);

  if (hit->before < remit_board_layout_get_n_cards (self->layout, hit->column))
    remit_board_layout_get_card (self->layout, hit->column, hit->before, box);
  else
    {
      remit_board_layout_get_column (self->layout, hit->column, box);
      box->y = box->height + metrics->card_gap;
    }
  box->y -= metrics->card_gap / 2 + 2;
  box->height = LINE_WIDTH;
}

static void
allocate_insertion (RemitBoard *self,
                    int left,
                    int top,
                    int height)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);
  const RemitBoardHit *hit = &self->target->aim.hit;
  RemitBoardBox box;

  if (!gtk_widget_get_child_visible (self->insertion) || drag == NULL)
    return;
  if (drag->kind == REMIT_DRAG_TEAM)
    get_team_line (self, hit->column_before, top, height, &box);
  else
    get_slot_line (self, hit, &box);
  gtk_widget_size_allocate (
    self->insertion, &(GtkAllocation){ box.x - left, box.y - top, box.width, box.height }, -1);
}

void
remit_board_allocate_hints (RemitBoard *self,
                            int left,
                            int top,
                            int height)
{
  allocate_hint (self, left, top, height);
  allocate_insertion (self, left, top, height);
}
