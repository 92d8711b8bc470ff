/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in sight of the board: measured once, scrolled, and filled with widgets. */
#include <adwaita.h>
#include <string.h>

#include "remit-board-private.h"
#include "widgets/drawing/remit-scale.h"
#include "widgets/scrolling/remit-tick.h"

/* ── Measuring ────────────────────────────────────────────────────────────────────────────── */

/* A window that is too narrow for a column and a half shows one at a time; few columns grow until
 * the board is full, by as much as a line can still be read. */
static int
get_column_width (RemitBoard *self,
                  int width)
{
  int n = remit_board_layout_get_n_columns (self->layout);
  int most = self->column_width + self->column_width / 2;
  int taken;

  if (width < most)
    return MAX (200, width - 2 * REMIT_BOARD_MARGIN);
  if (n == 0)
    return self->column_width;
  taken = remit_board_layout_get_width (self->layout)
          - n * remit_board_layout_get_metrics (self->layout)->column_width;
  return CLAMP ((width - taken) / n, self->column_width, most);
}

/* The headings of groups stand above the heads of teams, one level below the other. */
static int
get_bands_height (RemitBoard *self,
                  const RemitBoardMetrics *metrics)
{
  return remit_board_groups_get_n_levels (remit_board_model_get_groups (self->model))
         * metrics->group_height;
}

void
remit_board_measure_parts (RemitBoard *self)
{
  RemitBoardMetrics metrics = {
    .column_width = remit_scale (GTK_WIDGET (self), self->names ? REMIT_BOARD_NAMES_WIDTH
                                                                : REMIT_BOARD_COLUMN_WIDTH),
    .column_gap = REMIT_BOARD_COLUMN_GAP,
    .margin = REMIT_BOARD_MARGIN,
    .card_gap = REMIT_BOARD_CARD_GAP,
    .folded_width = remit_scale (GTK_WIDGET (self), REMIT_BOARD_FOLDED_WIDTH),
    .group_height = remit_board_measure_band (self),
  };

  self->column_width = metrics.column_width;
  remit_board_measure_cards (self, &metrics);
  self->team_height = metrics.head_height;
  metrics.head_height += get_bands_height (self, &metrics);
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    metrics.column_width = get_column_width (self, gtk_widget_get_width (GTK_WIDGET (self)));
  remit_board_layout_set_metrics (self->layout, &metrics);
  self->measured = TRUE;
}

static gboolean
on_measure_tick (GtkWidget *widget,
                 GdkFrameClock *clock,
                 gpointer data)
{
  RemitBoard *self = REMIT_BOARD (widget);

  self->measure_tick = 0;
  remit_board_measure_parts (self);
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

/* The style changes while sizes are allocated, too; so what it does to them is seen to before the
 * next frame. */
void
remit_board_measure_later (RemitBoard *self)
{
  remit_tick_start (GTK_WIDGET (self), &self->measure_tick, on_measure_tick);
}

static void
set_metrics (RemitBoard *self,
             const RemitBoardMetrics *metrics)
{
  if (memcmp (metrics, remit_board_layout_get_metrics (self->layout), sizeof *metrics) != 0)
    remit_board_layout_set_metrics (self->layout, metrics);
}

static void
set_width (RemitBoard *self,
           int width)
{
  RemitBoardMetrics metrics = *remit_board_layout_get_metrics (self->layout);

  remit_board_layout_set_direction (
    self->layout, gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL, width);
  metrics.column_width = get_column_width (self, width);
  set_metrics (self, &metrics);
}

/* There may be more levels of groups than there were, or fewer. */
static void
set_levels (RemitBoard *self)
{
  RemitBoardMetrics metrics = *remit_board_layout_get_metrics (self->layout);

  metrics.head_height = self->team_height + get_bands_height (self, &metrics);
  set_metrics (self, &metrics);
}

/* ── How large it is going to be ──────────────────────────────────────────────────────────── */

/* Before anything is allocated, cards made for more than the first frame shows would delay it, and
 * those that it lacks would come a frame later. */

static int
measure (GtkWidget *widget,
         GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* What the others in a box take. */
static int
measure_siblings (GtkWidget *widget,
                  GtkOrientation orientation)
{
  int sum = 0;

  for (GtkWidget *sibling = gtk_widget_get_first_child (gtk_widget_get_parent (widget));
       sibling != NULL; sibling = gtk_widget_get_next_sibling (sibling))
    if (sibling != widget && gtk_widget_should_layout (sibling))
      sum += measure (sibling, orientation);
  return sum;
}

/* What the flap beside the content takes; one that finds no room is folded, and takes none. */
static int
measure_flap (AdwFlap *flap,
              GtkWidget *content,
              int width)
{
  GtkWidget *widget = adw_flap_get_flap (flap);
  int taken;

  if (widget == NULL || widget == content || !adw_flap_get_reveal_flap (flap))
    return 0;

  taken = measure (widget, GTK_ORIENTATION_HORIZONTAL);
  return width - taken >= measure (content, GTK_ORIENTATION_HORIZONTAL) ? taken : 0;
}

static void
guess (GtkWidget *widget,
       int *width,
       int *height)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_WINDOW (widget))
    gtk_window_get_default_size (GTK_WINDOW (widget), width, height);
  if (parent == NULL)
    return;

  guess (parent, width, height);
  if (ADW_IS_FLAP (parent))
    *width -= measure_flap (ADW_FLAP (parent), widget, *width);
  else if (GTK_IS_BOX (parent)
           && gtk_orientable_get_orientation (GTK_ORIENTABLE (parent)) == GTK_ORIENTATION_VERTICAL)
    *height -= measure_siblings (widget, GTK_ORIENTATION_VERTICAL);
  else if (GTK_IS_BOX (parent))
    *width -= measure_siblings (widget, GTK_ORIENTATION_HORIZONTAL);
}

/* The size that a widget has, or the one that it will probably get. */
static void
get_size (GtkWidget *widget,
          int *width,
          int *height)
{
  *width = gtk_widget_get_width (widget);
  *height = gtk_widget_get_height (widget);
  if (*width == 0)
    guess (widget, width, height);
}

/* ── Filling ──────────────────────────────────────────────────────────────────────────────── */

static int
get_head_height (RemitBoard *self)
{
  return remit_board_layout_get_metrics (self->layout)->head_height;
}

static RemitBoardBox
get_sight (RemitBoard *self)
{
  int head_height = get_head_height (self);
  RemitBoardBox sight = {
    .x = remit_scroller_get_x (&self->scroller),
    .y = remit_scroller_get_y (&self->scroller) + head_height,
  };

  get_size (GTK_WIDGET (self), &sight.width, &sight.height);
  sight.height -= head_height;
  return sight;
}

void
remit_board_fill (RemitBoard *self)
{
  RemitBoardBox sight;

  if (!self->measured)
    {
      remit_board_release_cards (self);
      return;
    }
  set_levels (self);
  sight = get_sight (self);
  remit_board_fill_wraps (self);
  remit_board_fill_bands (self, sight.x, sight.width);
  remit_board_fill_cards (self, &sight);
}

void
remit_board_update (RemitBoard *self)
{
  remit_board_fill (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
on_fill_tick (GtkWidget *widget,
              GdkFrameClock *clock,
              gpointer data)
{
  RemitBoard *self = REMIT_BOARD (widget);

  self->fill_tick = 0;
  remit_board_update (self);
  return G_SOURCE_REMOVE;
}

/* Widgets that come while sizes are allocated ask for a size again, and GTK leaves out of the frame
 * what has none. */
static void
fill_later (RemitBoard *self)
{
  RemitBoardBox sight = get_sight (self);

  if (self->measured && !remit_board_is_filled (self, &sight))
    remit_tick_start (GTK_WIDGET (self), &self->fill_tick, on_fill_tick);
}

static void
configure (RemitBoard *self,
           int width,
           int height)
{
  remit_scroller_configure (&self->scroller, GTK_ORIENTATION_HORIZONTAL,
                            remit_board_layout_get_width (self->layout), width);
  remit_scroller_configure (&self->scroller, GTK_ORIENTATION_VERTICAL,
                            remit_board_layout_get_height (self->layout), height);
}

static gboolean
on_follow_tick (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer data)
{
  RemitBoard *self = REMIT_BOARD (widget);
  int column = remit_board_cursor_settle (self->cursor).column;
  RemitBoardBox box;

  self->follow_tick = 0;
  if (remit_board_model_get_n_columns (self->model) == 0)
    return G_SOURCE_REMOVE;
  remit_board_layout_get_column (self->layout, column, &box);
  remit_board_scroll_to (self, &box, FALSE);
  return G_SOURCE_REMOVE;
}

/* Whether the cursor is on the focused item, or on the one in the inspector. */
static gboolean
is_looked_at (RemitBoard *self)
{
  const RemitBoardCursor *cursor = self->cursor;
  gint64 selected = self->selected.id;

  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL
         || (selected != 0 && (selected == cursor->team || selected == cursor->slot))
         || (self->selected.kind == REMIT_KIND_PERSON && cursor->assignment != 0);
}

/* What is looked at stays in sight when something takes room beside the board, such as the
 * inspector that shows it. */
static void
follow_cursor (RemitBoard *self,
               int width)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self));
  int page = adjustment != NULL ? (int) gtk_adjustment_get_page_size (adjustment) : 0;
  int from = remit_scroller_get_x (&self->scroller);
  int column = self->cursor->place.column;
  RemitBoardBox box;

  if (width >= page || column >= remit_board_model_get_n_columns (self->model)
      || !is_looked_at (self))
    return;
  remit_board_layout_get_column (self->layout, column, &box);
  if (box.x >= from && box.x + box.width <= from + page)
    remit_tick_start (GTK_WIDGET (self), &self->follow_tick, on_follow_tick);
}

void
remit_board_allocate (RemitBoard *self,
                      int width,
                      int height)
{
  int left, top;

  follow_cursor (self, width);
  set_width (self, width);
  remit_board_allocate_wraps (self);
  configure (self, width, height);
  fill_later (self);

  left = remit_scroller_get_x (&self->scroller);
  top = remit_scroller_get_y (&self->scroller);
  remit_board_allocate_bands (self, left, width, height);
  remit_board_allocate_cards (self, left, top, height);
  remit_board_allocate_hints (self, left, top, height);
}

/* ── Scrolling ────────────────────────────────────────────────────────────────────────────── */

void
remit_board_scroll_to (RemitBoard *self,
                       const RemitBoardBox *box,
                       gboolean below_head)
{
  GtkWidget *widget = GTK_WIDGET (self);

  /* what is gone to may have come since sizes were allocated */
  if (gtk_widget_get_width (widget) > 0)
    configure (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  remit_scroller_scroll_to (&self->scroller, GTK_ORIENTATION_HORIZONTAL, box->x, box->width,
                            REMIT_BOARD_MARGIN, REMIT_BOARD_MARGIN);
  if (below_head)
    remit_scroller_scroll_to (&self->scroller, GTK_ORIENTATION_VERTICAL, box->y, box->height,
                              get_head_height (self) + REMIT_BOARD_CARD_GAP, REMIT_BOARD_MARGIN);
}

/* ── Staying where one looks ──────────────────────────────────────────────────────────────── */

gboolean
remit_board_is_empty (RemitBoard *self)
{
  return remit_board_model_get_n_columns (self->model) == 0
         && remit_board_groups_get_n (remit_board_model_get_groups (self->model)) == 0;
}

/* The column with the keyboard first, when it is in sight. */
RemitBoardAnchor
remit_board_take_anchor (RemitBoard *self)
{
  RemitBoardAnchor anchor = {
    .teams = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .offsets = g_array_new (FALSE, FALSE, sizeof (int)),
  };
  int x = remit_scroller_get_x (&self->scroller);
  int own = self->cursor->place.column;
  int first, last;

  if (!self->measured
      || !remit_board_layout_find_columns (self->layout, x,
                                           gtk_widget_get_width (GTK_WIDGET (self)), &first,
                                           &last))
    return anchor;
  for (int i = first; i <= last; i++)
    {
      guint index = i == own ? 0 : anchor.teams->len;
      gint64 team = remit_board_model_get_team_id (self->model, i);
      RemitBoardBox box;
      int offset;

      remit_board_layout_get_column (self->layout, i, &box);
      offset = box.x - x;
      g_array_insert_val (anchor.teams, index, team);
      g_array_insert_val (anchor.offsets, index, offset);
    }
  return anchor;
}

void
remit_board_scroll_across (RemitBoard *self,
                           int x)
{
  GtkAdjustment *adjustment = remit_scroller_get_adjustment (&self->scroller,
                                                             GTK_ORIENTATION_HORIZONTAL);

  if (adjustment == NULL)
    return;
  configure (self, gtk_widget_get_width (GTK_WIDGET (self)),
             gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_adjustment_set_value (adjustment, x);
}

void
remit_board_keep_anchor (RemitBoard *self,
                         RemitBoardAnchor *anchor)
{
  for (guint i = 0; i < anchor->teams->len; i++)
    {
      int column =
        remit_board_model_find_team (self->model, g_array_index (anchor->teams, gint64, i));
      RemitBoardBox box;

      if (column < 0)
        continue;
      remit_board_layout_get_column (self->layout, column, &box);
      remit_board_scroll_across (self, box.x - g_array_index (anchor->offsets, int, i));
      break;
    }
  g_clear_pointer (&anchor->teams, g_array_unref);
  g_clear_pointer (&anchor->offsets, g_array_unref);
}

void
remit_board_rearranged (RemitBoard *self,
                        RemitBoardAnchor *anchor)
{
  remit_board_keep_anchor (self, anchor);
  remit_board_fill (self);
  remit_board_bind_bands_later (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  remit_board_check_carried (self);
}
