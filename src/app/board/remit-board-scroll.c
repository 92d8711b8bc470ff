/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling the board. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-board-private.h"

int
remit_board_get_scroll (RemitBoard *self,
                        GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
}

static void
on_scrolled (RemitBoard *self)
{
  remit_board_update (self);
}

void
remit_board_set_adjustment (RemitBoard *self,
                            GtkOrientation orientation,
                            GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment != NULL && *place == adjustment)
    return;
  if (*place != NULL)
    {
      g_signal_handlers_disconnect_by_func (*place, on_scrolled, self);
      g_clear_object (place);
    }
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
remit_board_configure_adjustment (RemitBoard *self,
                                  GtkOrientation orientation,
                                  int content,
                                  int page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value, upper = MAX (content, page);
  gboolean from_right = orientation == GTK_ORIENTATION_HORIZONTAL
                        && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (adjustment == NULL)
    return;

  value = gtk_adjustment_get_value (adjustment);
  /* From right to left, what stays in place is the distance from the right. */
  if (from_right)
    value += upper - page
             - (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  g_signal_handlers_block_by_func (adjustment, on_scrolled, self);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - page), 0, upper, page * 0.1,
                            page * 0.9, page);
  g_signal_handlers_unblock_by_func (adjustment, on_scrolled, self);
}

static void
scroll_axis (RemitBoard *self,
             GtkOrientation orientation,
             int from,
             int size,
             int margin_before)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (from - margin_before < value)
    gtk_adjustment_set_value (adjustment, from - margin_before);
  else if (from + size + REMIT_BOARD_MARGIN > value + page)
    gtk_adjustment_set_value (adjustment, MIN (from - margin_before,
                                               from + size + REMIT_BOARD_MARGIN - page));
}

/* Scrolls as little as it takes to have all of a box in sight. */
void
remit_board_scroll_to (RemitBoard *self,
                       const RemitBoardBox *box,
                       gboolean below_head)
{
  int head_height = remit_board_layout_get_metrics (self->layout)->head_height;

  scroll_axis (self, GTK_ORIENTATION_HORIZONTAL, box->x, box->width, REMIT_BOARD_MARGIN);
  if (below_head)
    scroll_axis (self, GTK_ORIENTATION_VERTICAL, box->y, box->height,
                 head_height + REMIT_BOARD_CARD_GAP);
}
