/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drops on the board: what would happen, shown before it does. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "remit-board-private.h"
#include "widgets/remit-feedback.h"
#include "widgets/scrolling/remit-edge-scroll.h"
#include "widgets/scrolling/remit-tick.h"

static void
ask (RemitBoard *self,
     const RemitDrag *drag,
     gint64 slot,
     RemitOutcome *outcome)
{
  g_autoptr (GArray) placements = remit_drag_get_placements (drag, slot, self->copy);

  remit_placement_ask_all (self->workspace, (const RemitPlacement *) placements->data,
                           placements->len, outcome);
}

/* What the card of a slot shows while something is carried. */
RemitMark
remit_board_get_mark (RemitBoard *self,
                      gint64 slot)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);
  g_auto (RemitOutcome) outcome = { 0 };

  if (drag == NULL || drag->kind != REMIT_DRAG_PEOPLE || (self->carrying && self->swapping))
    return REMIT_MARK_NONE;

  ask (self, drag, slot, &outcome);
  switch (outcome.verdict)
    {
    case REMIT_VERDICT_FINE:
      return REMIT_MARK_FINE;
    case REMIT_VERDICT_DOUBTFUL:
      return REMIT_MARK_DOUBTFUL;
    case REMIT_VERDICT_REFUSED:
      return REMIT_MARK_REFUSED;
    case REMIT_VERDICT_NOTHING:
    default:
      return REMIT_MARK_NONE;
    }
}

gboolean
remit_board_accepts (RemitBoard *self,
                     gint64 slot)
{
  RemitMark mark = remit_board_get_mark (self, slot);

  return mark == REMIT_MARK_FINE || mark == REMIT_MARK_DOUBTFUL;
}

/* Shows on a card's widget what it is to what is carried. */
void
remit_board_mark_card (RemitBoard *self,
                       gint64 slot,
                       GtkWidget *card)
{
  remit_slot_card_set_mark (REMIT_SLOT_CARD (card), remit_board_get_mark (self, slot),
                            slot == self->target_slot);
  remit_slot_card_set_target (REMIT_SLOT_CARD (card), self->swapping ? self->target_chip : 0);
}

void
remit_board_update_marks (RemitBoard *self)
{
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &card))
    remit_board_mark_card (self, *(gint64 *) id, card);
}

static void
mark_slot (RemitBoard *self,
           gint64 slot)
{
  GtkWidget *card = remit_board_get_card_widget (self, slot);

  if (card != NULL)
    remit_board_mark_card (self, slot, card);
}

/* What would happen: a swap, or a placement, with a word on the swap that Shift would make of it */
static char *
dup_hint (RemitBoard *self,
          const RemitDrag *drag)
{
  g_auto (RemitOutcome) outcome = { 0 };
  g_autofree char *summary = NULL;
  g_autofree char *other = NULL;

  if (self->target_chip != 0 && self->swapping)
    return remit_board_dup_swap_words (self, drag, self->target_chip);

  ask (self, drag, self->target_slot, &outcome);
  summary = remit_outcome_dup_summary (&outcome);
  if (self->target_chip == 0 || !remit_board_may_swap (self, drag, self->target_chip))
    return g_steal_pointer (&summary);
  other = remit_board_dup_swap_words (self, drag, self->target_chip);
  /* Translators: what a drop would do, and what it would do with the Shift key held */
  return g_strdup_printf (_ ("%s\nShift: %s"), summary, other);
}

/* Makes a slot the target, or somebody in it to swap with, or none (0), and says what a drop there
 * would do. */
void
remit_board_set_target_slot (RemitBoard *self,
                             gint64 slot,
                             gint64 chip)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);
  gint64 before = self->target_slot;
  gboolean shown = slot != 0 && drag != NULL;

  self->target_slot = slot;
  self->target_chip = chip;
  mark_slot (self, before);
  mark_slot (self, slot);
  if (shown)
    {
      g_autofree char *hint = dup_hint (self, drag);

      gtk_label_set_label (GTK_LABEL (self->hint), hint);
    }
  else
    gtk_label_set_label (GTK_LABEL (self->hint), "");
  gtk_widget_set_child_visible (self->hint, shown);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
remit_board_clear_target (RemitBoard *self)
{
  self->has_target = FALSE;
  self->swapping = FALSE;
  gtk_widget_set_child_visible (self->insertion, FALSE);
  remit_board_set_target_slot (self, 0, 0);
}

/* The hint lies over the lower edge of the target's card. */
static void
allocate_hint (RemitBoard *self,
               int width,
               int height)
{
  RemitBoardPlace place;
  RemitBoardBox box;
  int natural, y;

  if (!gtk_widget_get_child_visible (self->hint)
      || !remit_board_find_place (self, self->target_slot, &place))
    return;

  remit_board_layout_get_card (self->layout, place.column, place.card, &box);
  gtk_widget_measure (self->hint, GTK_ORIENTATION_VERTICAL, box.width, NULL, &natural, NULL, NULL);
  y = box.y + box.height - remit_scroller_get_y (&self->scroller) + 2;
  gtk_widget_size_allocate (
    self->hint,
    &(GtkAllocation){ box.x - remit_scroller_get_x (&self->scroller),
                       MAX (0, MIN (y, height - natural)), box.width, natural },
    -1);
}

static void
get_insertion_box (RemitBoard *self,
                   gboolean of_team,
                   RemitBoardBox *box)
{
  const RemitBoardMetrics *metrics = remit_board_layout_get_metrics (self->layout);
  int n_columns = remit_board_layout_get_n_columns (self->layout);
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (of_team)
    {
      gboolean at_end = self->target.column_before >= n_columns;
      int column = MIN (self->target.column_before, n_columns - 1);

      remit_board_layout_get_column (self->layout, column, box);
      if (at_end != from_right)
        box->x += box->width + metrics->column_gap;
      box->x -= metrics->column_gap / 2 + 1;
      box->width = 3;
      box->y = remit_scroller_get_y (&self->scroller);
      box->height = gtk_widget_get_height (GTK_WIDGET (self));
      return;
    }

  if (self->target.before < remit_board_layout_get_n_cards (self->layout, self->target.column))
    remit_board_layout_get_card (self->layout, self->target.column, self->target.before, box);
  else
    {
      remit_board_layout_get_column (self->layout, self->target.column, box);
      box->y = box->height + metrics->card_gap;
    }
  box->y -= metrics->card_gap / 2 + 2;
  box->height = 3;
}

static void
allocate_insertion (RemitBoard *self)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);
  RemitBoardBox box;

  if (!gtk_widget_get_child_visible (self->insertion) || drag == NULL)
    return;
  get_insertion_box (self, drag->kind == REMIT_DRAG_TEAM, &box);
  gtk_widget_size_allocate (
    self->insertion,
    &(GtkAllocation){ box.x - remit_scroller_get_x (&self->scroller),
                       box.y - remit_scroller_get_y (&self->scroller), box.width, box.height },
    -1);
}

void
remit_board_allocate_hints (RemitBoard *self,
                            int width,
                            int height)
{
  allocate_hint (self, width, height);
  allocate_insertion (self);
}

/* ── The pointer ──────────────────────────────────────────────────────────────────────────── */

/* Returns: the assignment under the pointer, if what is carried is another one */
static gint64
find_chip (RemitBoard *self,
           const RemitDrag *drag)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), self->pointer_x, self->pointer_y,
                                       GTK_PICK_DEFAULT);
  GtkWidget *chip = picked != NULL ? gtk_widget_get_ancestor (picked, REMIT_TYPE_CHIP) : NULL;
  gint64 own = remit_drag_get_assignment (drag);
  gint64 id = chip != NULL ? remit_chip_get_assignment (REMIT_CHIP (chip)) : 0;

  return own != 0 && id != own ? id : 0;
}

/* What is under the pointer, and whether it takes what is carried. */
void
remit_board_find_target (RemitBoard *self,
                         const RemitDrag *drag)
{
  int x = (int) self->pointer_x + remit_scroller_get_x (&self->scroller);
  int y = (int) self->pointer_y + remit_scroller_get_y (&self->scroller);
  gboolean inserts;
  gint64 slot = 0;
  gint64 chip = 0;

  remit_board_layout_hit (self->layout, x, y, &self->target);
  if (drag->kind == REMIT_DRAG_PEOPLE && self->target.card >= 0)
    slot = remit_entity_get_id (
      remit_board_get_slot (self, self->target.column, self->target.card));
  inserts = drag->kind == REMIT_DRAG_TEAM
              ? remit_board_layout_get_n_columns (self->layout) > 0
              : drag->kind == REMIT_DRAG_SLOT && self->target.column >= 0;
  if (slot != 0)
    chip = find_chip (self, drag);
  if (self->swapping && chip != 0)
    self->has_target = remit_board_may_swap (self, drag, chip);
  else
    self->has_target = inserts || (slot != 0 && remit_board_accepts (self, slot));
  gtk_widget_set_child_visible (self->insertion, inserts);
  remit_board_set_target_slot (self, slot, chip);
}

static gboolean
on_scroll_tick (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer data)
{
  RemitBoard *self = REMIT_BOARD (widget);
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);

  remit_edge_scroll (
    remit_scroller_get_adjustment (&self->scroller, GTK_ORIENTATION_HORIZONTAL), self->pointer_x,
    gtk_widget_get_width (widget));
  remit_edge_scroll (remit_scroller_get_adjustment (&self->scroller, GTK_ORIENTATION_VERTICAL),
                     self->pointer_y, gtk_widget_get_height (widget));
  if (drag != NULL)
    remit_board_find_target (self, drag);
  return G_SOURCE_CONTINUE;
}

/* With Ctrl held, the drag offers to copy only. */
static gboolean
wants_copy (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL && (gdk_drop_get_actions (drop) & GDK_ACTION_MOVE) == 0;
}

/* With Shift held, it offers to move only: onto somebody, that is a swap. */
static gboolean
wants_swap (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL && gdk_drop_get_actions (drop) == GDK_ACTION_MOVE;
}

static GdkDragAction
on_motion (GtkDropTarget *target,
           double x,
           double y,
           RemitBoard *self)
{
  const RemitDrag *drag = remit_drag_hub_get_drag (self->hub);

  self->pointer_x = x;
  self->pointer_y = y;
  self->copy = wants_copy (target);
  self->swapping = wants_swap (target);
  if (drag == NULL)
    return 0;

  remit_board_find_target (self, drag);
  remit_tick_start (GTK_WIDGET (self), &self->scroll_tick, on_scroll_tick);
  if (!self->has_target)
    return 0;
  return self->copy ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
}

static void
on_leave (GtkDropTarget *target,
          RemitBoard *self)
{
  remit_tick_stop (GTK_WIDGET (self), &self->scroll_tick);
  remit_board_clear_target (self);
}

/* Says what was done, and offers to undo it; or why it was not. The address of the error is taken,
 * since what is done among the same arguments may set it after they have been looked at. */
gboolean
remit_board_tell (RemitBoard *self,
                  gboolean done,
                  GError **error)
{
  if (done)
    remit_feedback_done (GTK_WIDGET (self), remit_workspace_get_undo_label (self->workspace));
  else
    remit_feedback_error (GTK_WIDGET (self), *error);
  return done;
}

/* Assigns or moves people. */
static gboolean
drop_people (RemitBoard *self,
             const RemitDrag *drag,
             gint64 slot,
             gboolean copy)
{
  g_autoptr (GArray) placements = remit_drag_get_placements (drag, slot, copy);
  g_autoptr (GError) error = NULL;

  return remit_board_tell (self,
                           remit_placement_do (self->workspace,
                                               (const RemitPlacement *) placements->data,
                                               placements->len, &error),
                           &error);
}

/* Where it stands already, before itself or before the next, nothing is to be done or undone. */
static gboolean
is_there (int own,
          int before)
{
  return own >= 0 && (before == own || before == own + 1);
}

static gboolean
drop_slot (RemitBoard *self,
           const RemitDrag *drag,
           const RemitBoardHit *hit)
{
  const RemitBoardColumn *column = remit_board_get_column (self, hit->column);
  gint64 before = 0;
  RemitBoardPlace place;
  g_autoptr (GError) error = NULL;

  if (remit_board_find_place (self, drag->id, &place) && place.column == hit->column
      && is_there (place.card, hit->before))
    return FALSE;
  if (hit->before < (int) column->slots->len)
    before = remit_entity_get_id (g_ptr_array_index (column->slots, (guint) hit->before));
  return remit_board_tell (self,
                           remit_design_move_slot (self->workspace, drag->id,
                                                   remit_entity_get_id (column->team), before,
                                                   &error),
                           &error);
}

static gboolean
drop_team (RemitBoard *self,
           const RemitDrag *drag,
           const RemitBoardHit *hit)
{
  gint64 before = 0;
  g_autoptr (GError) error = NULL;

  if (is_there (remit_board_find_team (self, drag->id), hit->column_before))
    return FALSE;
  if (hit->column_before < (int) self->columns->len)
    before = remit_entity_get_id (remit_board_get_column (self, hit->column_before)->team);
  return remit_board_tell (self,
                           remit_design_move_team (self->workspace, drag->id, before, &error),
                           &error);
}

/* Puts down what was dragged or carried: on a slot, or at a place between slots or teams. */
gboolean
remit_board_put_down (RemitBoard *self,
                      const RemitDrag *drag,
                      gint64 slot,
                      const RemitBoardHit *hit,
                      gboolean copy)
{
  switch (drag->kind)
    {
    case REMIT_DRAG_PEOPLE:
      return slot != 0 && drop_people (self, drag, slot, copy);
    case REMIT_DRAG_SLOT:
      return hit->column >= 0 && drop_slot (self, drag, hit);
    case REMIT_DRAG_TEAM:
    default:
      return drop_team (self, drag, hit);
    }
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         RemitBoard *self)
{
  const RemitDrag *drag = g_value_get_boxed (value);
  RemitBoardHit hit;
  gint64 slot, chip;

  if (drag == NULL || self->workspace == NULL)
    return FALSE;

  self->pointer_x = x;
  self->pointer_y = y;
  self->swapping = wants_swap (target);
  remit_board_find_target (self, drag);
  hit = self->target;
  slot = self->target_slot;
  chip = self->swapping ? self->target_chip : 0;
  remit_tick_stop (GTK_WIDGET (self), &self->scroll_tick);
  remit_board_clear_target (self);
  if (chip != 0)
    return remit_board_swap (self, remit_drag_get_assignment (drag), chip);
  return remit_board_put_down (self, drag, slot, &hit, wants_copy (target));
}

void
remit_board_add_drop_target (RemitBoard *self)
{
  GtkDropTarget *target = gtk_drop_target_new (REMIT_TYPE_DRAG, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  g_signal_connect (target, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
