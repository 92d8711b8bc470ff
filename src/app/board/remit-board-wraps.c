/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of slots on several lines, as long as there are not too many. */
#include "plan/design/remit-design.h"
#include "remit-board-private.h"
#include "widgets/scrolling/remit-tick.h"

/* To count the lines of more would take too much of a frame. */
#define MOST_CARDS 200

void
remit_board_clear_wraps (RemitBoard *self)
{
  remit_tick_stop (GTK_WIDGET (self), &self->wraps.tick);
  g_clear_object (&self->wraps.text);
}

void
remit_board_count_wraps_again (RemitBoard *self)
{
  self->wraps.width = -1;
}

void
remit_board_measure_wraps (RemitBoard *self,
                           RemitSlotCard *card)
{
  g_clear_object (&self->wraps.text);
  self->wraps.beside = remit_slot_card_measure_beside (card, &self->wraps.text);
  pango_layout_set_text (self->wraps.text, "X", -1);
  pango_layout_get_pixel_size (self->wraps.text, NULL, &self->wraps.line);
  remit_board_count_wraps_again (self);
}

static int
count_cards (RemitBoard *self)
{
  int n = 0;

  for (int i = 0; i < remit_board_layout_get_n_columns (self->layout); i++)
    n += remit_board_layout_get_n_cards (self->layout, i);
  return n;
}

static gboolean
are_few (RemitBoard *self)
{
  return self->wraps.text != NULL && count_cards (self) <= MOST_CARDS;
}

/* ── How high the cards are ───────────────────────────────────────────────────────────────── */

/* Returns: what more lines than one add to a card */
static int
get_extra (RemitBoard *self,
           gint64 slot,
           int width)
{
  g_autofree char *name =
    remit_design_dup_name (remit_board_model_get_workspace (self->model), REMIT_KIND_SLOT, slot);
  int height;

  pango_layout_set_text (self->wraps.text, name, -1);
  pango_layout_set_width (self->wraps.text, MAX (1, width) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->wraps.text, NULL, &height);
  return MAX (0, height - self->wraps.line);
}

static void
count_lines (RemitBoard *self)
{
  const RemitBoardMetrics *metrics = remit_board_layout_get_metrics (self->layout);
  int width = metrics->column_width - 2 * metrics->card_gap - self->wraps.beside;

  for (int i = 0; i < remit_board_layout_get_n_columns (self->layout); i++)
    for (int j = 0; j < remit_board_layout_get_n_cards (self->layout, i); j++)
      remit_board_layout_set_extra (
        self->layout, i, j,
        self->wraps.on ? get_extra (self, remit_board_model_get_slot_id (self->model, i, j), width)
                       : 0);
}

/* What has been counted stays as long as neither cards nor their width change. */
static void
update_lines (RemitBoard *self)
{
  int width = remit_board_layout_get_metrics (self->layout)->column_width;
  guint serial = remit_board_layout_get_serial (self->layout);

  if (self->wraps.counted == self->wraps.on
      && (!self->wraps.on || (self->wraps.width == width && self->wraps.serial == serial)))
    return;
  count_lines (self);
  self->wraps.counted = self->wraps.on;
  self->wraps.width = width;
  self->wraps.serial = serial;
}

/* ── When they are few ────────────────────────────────────────────────────────────────────── */

void
remit_board_fill_wraps (RemitBoard *self)
{
  gboolean on = are_few (self);

  if (self->wraps.on != on)
    {
      self->wraps.on = on;
      remit_board_show_wraps (self);
    }
  update_lines (self);
}

static gboolean
on_tick (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data)
{
  RemitBoard *self = REMIT_BOARD (widget);

  self->wraps.tick = 0;
  remit_board_fill_wraps (self);
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

/* Labels must not change while sizes are allocated. */
void
remit_board_allocate_wraps (RemitBoard *self)
{
  if (self->wraps.on != are_few (self))
    remit_tick_start (GTK_WIDGET (self), &self->wraps.tick, on_tick);
  update_lines (self);
}
