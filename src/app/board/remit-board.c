/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams of a plan as columns of slots: virtual in both directions. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-board.h"

#include <glib/gi18n.h>

#include "plan/remit-design.h"
#include "remit-board-private.h"

#define COLUMN_WIDTH 272
#define COLUMN_GAP 10
#define MARGIN 10
#define CARD_GAP 6

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitBoard, remit_board, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  N_PROPS
};

static void
scrollable_init (GtkScrollableInterface *iface)
{
}

/* ── What is on the board ─────────────────────────────────────────────────────────────────── */

static void
column_free (gpointer data)
{
  RemitBoardColumn *column = data;

  g_object_unref (column->team);
  g_ptr_array_unref (column->slots);
  g_free (column);
}

const RemitBoardColumn *
remit_board_get_column (RemitBoard *self,
                        int column)
{
  return g_ptr_array_index (self->columns, (guint) column);
}

RemitEntity *
remit_board_get_slot (RemitBoard *self,
                      int column,
                      int card)
{
  return g_ptr_array_index (remit_board_get_column (self, column)->slots, (guint) card);
}

gboolean
remit_board_find_place (RemitBoard *self,
                        gint64 slot,
                        RemitBoardPlace *place)
{
  const RemitBoardPlace *found = g_hash_table_lookup (self->places, &slot);

  if (found == NULL)
    return FALSE;
  *place = *found;
  return TRUE;
}

int
remit_board_find_team (RemitBoard *self,
                       gint64 team)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (remit_entity_get_id (remit_board_get_column (self, (int) i)->team) == team)
      return (int) i;
  return -1;
}

static void
add_card (RemitBoard *self,
          RemitEntity *slot,
          int column,
          int card)
{
  gint64 id = remit_entity_get_id (slot);
  guint n_chips = remit_workspace_get_referring (self->workspace, REMIT_KIND_ASSIGNMENT,
                                                 REMIT_ASSIGNMENT_SLOT, id)->len;
  guint n_needs = remit_workspace_get_referring (self->workspace, REMIT_KIND_SLOT_NEED,
                                                 REMIT_SLOT_NEED_SLOT, id)->len;
  RemitBoardPlace place = { column, card };

  remit_board_layout_add_card (self->layout, n_chips, n_needs > 0);
  g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id),
                       g_memdup2 (&place, sizeof place));
}

/* Reads the plan's teams and slots in their order: a few milliseconds for ten thousand. */
static void
read_plan (RemitBoard *self)
{
  g_autoptr (GPtrArray) teams = NULL;

  g_ptr_array_set_size (self->columns, 0);
  g_hash_table_remove_all (self->places);
  remit_board_layout_clear (self->layout);
  if (self->workspace == NULL || self->plan == 0)
    return;

  teams = remit_design_get_teams (self->workspace, self->plan);
  for (guint i = 0; i < teams->len; i++)
    {
      RemitBoardColumn *column = g_new0 (RemitBoardColumn, 1);

      column->team = g_object_ref (g_ptr_array_index (teams, i));
      column->slots = remit_design_get_slots (self->workspace, remit_entity_get_id (column->team));
      g_ptr_array_add (self->columns, column);
      remit_board_layout_add_column (self->layout);
      for (guint j = 0; j < column->slots->len; j++)
        add_card (self, g_ptr_array_index (column->slots, j), (int) i, (int) j);
    }
}

void
remit_board_count (RemitBoard *self,
                   guint *n_teams,
                   guint *n_slots,
                   guint *n_filled)
{
  g_return_if_fail (REMIT_IS_BOARD (self));

  *n_teams = self->columns->len;
  *n_slots = *n_filled = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      GPtrArray *slots = remit_board_get_column (self, (int) i)->slots;

      *n_slots += slots->len;
      for (guint j = 0; j < slots->len; j++)
        *n_filled += remit_workspace_get_referring (
                       self->workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT,
                       remit_entity_get_id (g_ptr_array_index (slots, j)))->len > 0;
    }
}

/* ── Measuring ────────────────────────────────────────────────────────────────────────────── */

static int
measure_height (GtkWidget *widget,
                int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
measure_card (RemitSlotCard *card,
              guint n_chips,
              gboolean has_needs,
              int width)
{
  remit_slot_card_set_example (card, n_chips, has_needs);
  return measure_height (GTK_WIDGET (card), width);
}

/* One card and one head are asked how high their parts are; all others follow by arithmetic. */
static void
measure_parts (RemitBoard *self,
               int column_width)
{
  RemitSlotCard *card = remit_slot_card_new (self->hub);
  RemitTeamHead *head = remit_team_head_new (self->hub);
  RemitBoardMetrics metrics = {
    .column_width = column_width,
    .column_gap = COLUMN_GAP,
    .margin = MARGIN,
    .card_gap = CARD_GAP,
  };
  int card_width = column_width - 2 * CARD_GAP;
  int one, vacant;

  gtk_widget_insert_before (GTK_WIDGET (card), GTK_WIDGET (self), NULL);
  gtk_widget_insert_before (GTK_WIDGET (head), GTK_WIDGET (self), NULL);

  one = measure_card (card, 1, FALSE, card_width);
  metrics.card_chip = measure_card (card, 2, FALSE, card_width) - one;
  metrics.card_needs = measure_card (card, 1, TRUE, card_width) - one;
  vacant = measure_card (card, 0, FALSE, card_width);
  metrics.card_base = one - metrics.card_chip;
  metrics.card_vacant = vacant - metrics.card_base;
  remit_team_head_set_example (head);
  metrics.head_height = measure_height (GTK_WIDGET (head), column_width);

  gtk_widget_unparent (GTK_WIDGET (card));
  gtk_widget_unparent (GTK_WIDGET (head));
  remit_board_layout_set_metrics (self->layout, &metrics);
}

/* A window that is too narrow for a column and a half shows one at a time. */
static int
get_column_width (int width)
{
  return width < COLUMN_WIDTH + COLUMN_WIDTH / 2 ? MAX (200, width - 2 * MARGIN) : COLUMN_WIDTH;
}

static void
ensure_measured (RemitBoard *self,
                 int width)
{
  int column_width = get_column_width (width);

  if (self->measured
      && remit_board_layout_get_metrics (self->layout)->column_width == column_width)
    return;
  measure_parts (self, column_width);
  self->measured = TRUE;
}

/* ── Widgets for what is in sight ─────────────────────────────────────────────────────────── */

static GtkWidget *
take_spare (GPtrArray *spare)
{
  GtkWidget *widget;

  if (spare->len == 0)
    return NULL;
  widget = g_ptr_array_steal_index_fast (spare, spare->len - 1);
  gtk_widget_set_child_visible (widget, TRUE);
  return widget;
}

static void
put_spare (GPtrArray *spare,
           GtkWidget *widget)
{
  gtk_widget_set_child_visible (widget, FALSE);
  g_ptr_array_add (spare, widget);
}

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static GtkWidget *
ensure_card (RemitBoard *self,
             RemitEntity *slot)
{
  gint64 id = remit_entity_get_id (slot);
  GtkWidget *card = g_hash_table_lookup (self->cards, &id);

  if (card != NULL)
    return card;

  card = take_spare (self->spare_cards);
  if (card == NULL)
    {
      card = GTK_WIDGET (remit_slot_card_new (self->hub));
      gtk_widget_insert_before (card, GTK_WIDGET (self), self->divider);
    }
  remit_slot_card_bind (REMIT_SLOT_CARD (card), self->workspace, slot);
  remit_slot_card_set_mark (REMIT_SLOT_CARD (card), remit_board_get_mark (self, id),
                            id == self->target_slot);
  g_hash_table_insert (self->cards, dup_id (id), card);
  return card;
}

static GtkWidget *
ensure_head (RemitBoard *self,
             RemitEntity *team)
{
  gint64 id = remit_entity_get_id (team);
  GtkWidget *head = g_hash_table_lookup (self->heads, &id);
  g_autoptr (GMenuModel) menu = NULL;

  if (head != NULL)
    return head;

  head = take_spare (self->spare_heads);
  if (head == NULL)
    {
      head = GTK_WIDGET (remit_team_head_new (self->hub));
      gtk_widget_insert_before (head, GTK_WIDGET (self), self->insertion);
    }
  menu = remit_board_create_team_menu (id);
  remit_team_head_bind (REMIT_TEAM_HEAD (head), self->workspace, team, menu);
  g_hash_table_insert (self->heads, dup_id (id), head);
  return head;
}

/* The column's ground, under its cards. */
static GtkWidget *
ensure_back (RemitBoard *self,
             RemitEntity *team)
{
  gint64 id = remit_entity_get_id (team);
  GtkWidget *back = g_hash_table_lookup (self->backs, &id);

  if (back != NULL)
    return back;

  back = take_spare (self->spare_backs);
  if (back == NULL)
    {
      back = g_object_new (GTK_TYPE_BOX, "css-name", "remit-column", "accessible-role",
                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_insert_after (back, GTK_WIDGET (self), NULL);
    }
  g_hash_table_insert (self->backs, dup_id (id), back);
  return back;
}

/* The columns and cards that need widgets now. */
typedef struct {
  int first_column;
  int last_column;
  int top;
  int height;
} Sight;

static gboolean
get_sight (RemitBoard *self,
           Sight *sight)
{
  int head_height = remit_board_layout_get_metrics (self->layout)->head_height;

  sight->top = remit_board_get_scroll (self, GTK_ORIENTATION_VERTICAL) + head_height;
  sight->height = gtk_widget_get_height (GTK_WIDGET (self)) - head_height;
  return remit_board_layout_find_columns (
    self->layout, remit_board_get_scroll (self, GTK_ORIENTATION_HORIZONTAL),
    gtk_widget_get_width (GTK_WIDGET (self)), &sight->first_column, &sight->last_column);
}

static gboolean
is_card_in_sight (RemitBoard *self,
                  const Sight *sight,
                  const RemitBoardPlace *place)
{
  int first, last;

  return place->column >= sight->first_column && place->column <= sight->last_column
         && remit_board_layout_find_cards (self->layout, place->column, sight->top, sight->height,
                                           &first, &last)
         && place->card >= first && place->card <= last;
}

static gboolean
is_pinned (GtkWidget *widget)
{
  GtkStateFlags state = gtk_widget_get_state_flags (widget);

  return (state & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_WITHIN)) != 0;
}

/* Takes the widgets of what has gone out of sight, but for the one that has the keyboard. */
static void
release_cards (RemitBoard *self,
               const Sight *sight)
{
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &card))
    {
      RemitBoardPlace place;
      gboolean there = remit_board_find_place (self, *(gint64 *) id, &place);

      if (there && ((sight != NULL && is_card_in_sight (self, sight, &place)) || is_pinned (card)))
        continue;
      remit_slot_card_unbind (card);
      put_spare (self->spare_cards, card);
      g_hash_table_iter_remove (&iter);
    }
}

static void
release_columns (RemitBoard *self,
                 GHashTable *widgets,
                 GPtrArray *spare,
                 GHashTable *kept)
{
  GHashTableIter iter;
  gpointer id, widget;

  g_hash_table_iter_init (&iter, widgets);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    {
      if (g_hash_table_contains (kept, id))
        continue;
      if (REMIT_IS_TEAM_HEAD (widget))
        remit_team_head_unbind (widget);
      put_spare (spare, widget);
      g_hash_table_iter_remove (&iter);
    }
}

static void
release (RemitBoard *self,
         const Sight *sight)
{
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (int i = sight != NULL ? sight->first_column : 0; sight != NULL && i <= sight->last_column;
       i++)
    g_hash_table_add (kept, dup_id (remit_entity_get_id (remit_board_get_column (self, i)->team)));
  release_cards (self, sight);
  release_columns (self, self->heads, self->spare_heads, kept);
  release_columns (self, self->backs, self->spare_backs, kept);
}

static void
fill_column (RemitBoard *self,
             const Sight *sight,
             int column)
{
  RemitEntity *team = remit_board_get_column (self, column)->team;
  int first, last;

  ensure_back (self, team);
  ensure_head (self, team);
  if (!remit_board_layout_find_cards (self->layout, column, sight->top, sight->height, &first,
                                      &last))
    return;
  for (int i = first; i <= last; i++)
    ensure_card (self, remit_board_get_slot (self, column, i));
}

/* Gives a widget to all that is in sight, and takes those of what is not. */
static void
fill (RemitBoard *self)
{
  Sight sight;

  if (!self->measured || !get_sight (self, &sight))
    {
      release (self, NULL);
      return;
    }
  release (self, &sight);
  for (int i = sight.first_column; i <= sight.last_column; i++)
    fill_column (self, &sight, i);
}

/* For all but the allocation itself. */
void
remit_board_update (RemitBoard *self)
{
  fill (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

GtkWidget *
remit_board_get_card_widget (RemitBoard *self,
                             gint64 slot)
{
  return g_hash_table_lookup (self->cards, &slot);
}

GtkWidget *
remit_board_get_head_widget (RemitBoard *self,
                             gint64 team)
{
  return g_hash_table_lookup (self->heads, &team);
}

guint
remit_board_get_n_widgets (RemitBoard *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD (self), 0);

  return g_hash_table_size (self->cards) + g_hash_table_size (self->heads)
         + g_hash_table_size (self->backs) + self->spare_cards->len + self->spare_heads->len
         + self->spare_backs->len;
}

/* ── Scrolling ────────────────────────────────────────────────────────────────────────────── */

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

static void
set_adjustment (RemitBoard *self,
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

static void
configure_adjustment (RemitBoard *self,
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
  else if (from + size + MARGIN > value + page)
    gtk_adjustment_set_value (adjustment, MIN (from - margin_before, from + size + MARGIN - page));
}

/* Scrolls as little as it takes to have all of a box in sight. */
void
remit_board_scroll_to (RemitBoard *self,
                       const RemitBoardBox *box,
                       gboolean below_head)
{
  int head_height = remit_board_layout_get_metrics (self->layout)->head_height;

  scroll_axis (self, GTK_ORIENTATION_HORIZONTAL, box->x, box->width, MARGIN);
  if (below_head)
    scroll_axis (self, GTK_ORIENTATION_VERTICAL, box->y, box->height, head_height + CARD_GAP);
}

/* ── Following the workspace ──────────────────────────────────────────────────────────────── */

static void
bind_again (RemitBoard *self)
{
  GHashTableIter iter;
  gpointer id, widget;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    {
      RemitEntity *slot = remit_workspace_get (self->workspace, REMIT_KIND_SLOT, *(gint64 *) id);

      if (slot != NULL)
        remit_slot_card_bind (widget, self->workspace, slot);
    }
  g_hash_table_iter_init (&iter, self->heads);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    {
      RemitEntity *team = remit_workspace_get (self->workspace, REMIT_KIND_TEAM, *(gint64 *) id);
      g_autoptr (GMenuModel) menu = remit_board_create_team_menu (*(gint64 *) id);

      if (team != NULL)
        remit_team_head_bind (widget, self->workspace, team, menu);
    }
}

/* Reads the order again, and keeps every widget with what it shows, the scroll and the keyboard. */
static void
on_changed (RemitBoard *self,
            GPtrArray *changes)
{
  gint64 cursor = self->cursor_assignment;

  read_plan (self);
  if (self->workspace == NULL)
    return;
  bind_again (self);
  remit_board_update (self);
  if (cursor != 0 && self->cursor_slot != 0 && gtk_widget_get_focus_child (GTK_WIDGET (self)))
    remit_board_focus_cursor (self);
}

void
remit_board_set_plan (RemitBoard *self,
                      RemitWorkspace *workspace,
                      gint64 plan)
{
  g_return_if_fail (REMIT_IS_BOARD (self));

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, on_changed, self);
  g_set_object (&self->workspace, workspace);
  self->plan = plan;
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self,
                             G_CONNECT_SWAPPED);

  self->cursor_team = self->cursor_slot = self->cursor_assignment = 0;
  remit_board_clear_target (self);
  read_plan (self);
  release (self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      gtk_adjustment_set_value (self->adjustments[i], 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
remit_board_show_slot (RemitBoard *self,
                       gint64 slot)
{
  RemitBoardPlace place;

  g_return_if_fail (REMIT_IS_BOARD (self));

  if (!remit_board_find_place (self, slot, &place))
    return;
  self->cursor_slot = slot;
  self->cursor_assignment = self->cursor_team = 0;
  remit_board_focus_cursor (self);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_board_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 3 * COLUMN_WIDTH : 400;
}

static void
allocate_child (GtkWidget *child,
                int x,
                int y,
                int width,
                int height)
{
  GtkAllocation allocation = { x, y, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
allocate_cards (RemitBoard *self,
                int left,
                int top)
{
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &card))
    {
      RemitBoardPlace place;
      RemitBoardBox box;

      if (!remit_board_find_place (self, *(gint64 *) id, &place))
        continue;
      remit_board_layout_get_card (self->layout, place.column, place.card, &box);
      allocate_child (card, box.x + CARD_GAP - left, box.y - top, box.width - 2 * CARD_GAP,
                      box.height);
    }
}

static void
allocate_columns (RemitBoard *self,
                  int left,
                  int height)
{
  int head_height = remit_board_layout_get_metrics (self->layout)->head_height;

  for (guint i = 0; i < self->columns->len; i++)
    {
      gint64 id = remit_entity_get_id (remit_board_get_column (self, (int) i)->team);
      GtkWidget *head = g_hash_table_lookup (self->heads, &id);
      RemitBoardBox box;

      if (head == NULL)
        continue;
      remit_board_layout_get_column (self->layout, (int) i, &box);
      allocate_child (head, box.x - left, 0, box.width, head_height);
      allocate_child (g_hash_table_lookup (self->backs, &id), box.x - left, 0, box.width, height);
    }
}

static void
remit_board_size_allocate (GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  RemitBoard *self = REMIT_BOARD (widget);
  int left, top;

  ensure_measured (self, width);
  remit_board_layout_set_direction (
    self->layout, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, width);
  configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL,
                        remit_board_layout_get_width (self->layout), width);
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL,
                        remit_board_layout_get_height (self->layout), height);
  fill (self);

  left = remit_board_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  top = remit_board_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  allocate_cards (self, left, top);
  allocate_columns (self, left, height);
  remit_board_allocate_hints (self, width, height);
}

static void
remit_board_css_changed (GtkWidget *widget,
                         GtkCssStyleChange *change)
{
  RemitBoard *self = REMIT_BOARD (widget);

  GTK_WIDGET_CLASS (remit_board_parent_class)->css_changed (widget, change);

  self->measured = FALSE;
  gtk_widget_queue_allocate (widget);
}

static void
remit_board_direction_changed (GtkWidget *widget,
                               GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (remit_board_parent_class)->direction_changed (widget, previous);

  gtk_widget_queue_allocate (widget);
}

static gboolean
remit_board_grab_focus (GtkWidget *widget)
{
  RemitBoard *self = REMIT_BOARD (widget);

  if (self->columns->len == 0)
    return FALSE;
  remit_board_focus_cursor (self);
  return TRUE;
}

/* One stop for Tab: it enters where the keyboard was, and leaves; arrows move within. */
static gboolean
remit_board_focus (GtkWidget *widget,
                   GtkDirectionType direction)
{
  RemitBoard *self = REMIT_BOARD (widget);

  if (gtk_widget_get_focus_child (widget) != NULL)
    return self->carrying;
  return remit_board_grab_focus (widget);
}

static void
remit_board_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  RemitBoard *self = REMIT_BOARD (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_board_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  RemitBoard *self = REMIT_BOARD (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_board_dispose (GObject *object)
{
  RemitBoard *self = REMIT_BOARD (object);
  GtkWidget *child;

  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  g_hash_table_remove_all (self->cards);
  g_hash_table_remove_all (self->heads);
  g_hash_table_remove_all (self->backs);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    g_clear_object (&self->adjustments[i]);
  g_clear_weak_pointer (&self->back);
  g_clear_object (&self->workspace);
  g_clear_object (&self->hub);

  G_OBJECT_CLASS (remit_board_parent_class)->dispose (object);
}

static void
remit_board_finalize (GObject *object)
{
  RemitBoard *self = REMIT_BOARD (object);

  g_clear_pointer (&self->layout, remit_board_layout_free);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_clear_pointer (&self->heads, g_hash_table_unref);
  g_clear_pointer (&self->backs, g_hash_table_unref);
  g_clear_pointer (&self->spare_cards, g_ptr_array_unref);
  g_clear_pointer (&self->spare_heads, g_ptr_array_unref);
  g_clear_pointer (&self->spare_backs, g_ptr_array_unref);

  G_OBJECT_CLASS (remit_board_parent_class)->finalize (object);
}

static void
remit_board_class_init (RemitBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_board_get_property;
  object_class->set_property = remit_board_set_property;
  object_class->dispose = remit_board_dispose;
  object_class->finalize = remit_board_finalize;
  widget_class->measure = remit_board_measure;
  widget_class->size_allocate = remit_board_size_allocate;
  widget_class->css_changed = remit_board_css_changed;
  widget_class->direction_changed = remit_board_direction_changed;
  widget_class->grab_focus = remit_board_grab_focus;
  widget_class->focus = remit_board_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "remit-board");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  remit_board_install_actions (widget_class);
  remit_board_install_key_actions (widget_class);
}

/* Grounds come first, then cards, the divider, heads, and what floats above all. */
static void
add_fixed_children (RemitBoard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->divider = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_child_visible (self->divider, FALSE);
  gtk_widget_insert_before (self->divider, widget, NULL);

  self->insertion = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_add_css_class (self->insertion, "remit-insertion");
  gtk_widget_set_child_visible (self->insertion, FALSE);
  gtk_widget_insert_before (self->insertion, widget, NULL);

  self->hint = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->hint, "remit-hint");
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_set_child_visible (self->hint, FALSE);
  gtk_widget_insert_before (self->hint, widget, NULL);
}

static void
remit_board_init (RemitBoard *self)
{
  self->layout = remit_board_layout_new ();
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->heads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->backs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->spare_cards = g_ptr_array_new ();
  self->spare_heads = g_ptr_array_new ();
  self->spare_backs = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_fixed_children (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Teams"), -1);
}

RemitBoard *
remit_board_new (RemitDragHub *hub)
{
  RemitBoard *self = g_object_new (REMIT_TYPE_BOARD, NULL);

  self->hub = g_object_ref (hub);
  g_signal_connect_object (hub, "notify::drag", G_CALLBACK (remit_board_update_marks), self,
                           G_CONNECT_SWAPPED);
  remit_board_add_drop_target (self);
  remit_board_add_keys (self);
  remit_board_add_menu_gesture (self);
  return self;
}
