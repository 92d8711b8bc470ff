/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams of a plan as columns of slots: virtual in both directions. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-board.h"

#include <glib/gi18n.h>

#include "remit-board-private.h"
#include "widgets/scrolling/remit-tick.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitBoard, remit_board, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

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
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 3 * REMIT_BOARD_COLUMN_WIDTH : 400;
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
      allocate_child (card, box.x + REMIT_BOARD_CARD_GAP - left, box.y - top,
                      box.width - 2 * REMIT_BOARD_CARD_GAP, box.height);
    }
}

static void
allocate_columns (RemitBoard *self,
                  int left,
                  int height)
{
  int head_height = remit_board_layout_get_metrics (self->layout)->head_height;

  GHashTableIter iter;
  gpointer id, head, back;

  g_hash_table_iter_init (&iter, self->heads);
  while (g_hash_table_iter_next (&iter, &id, &head))
    {
      int column = remit_board_find_team (self, *(gint64 *) id);
      RemitBoardBox box;

      if (column < 0)
        continue;
      remit_board_layout_get_column (self->layout, column, &box);
      allocate_child (head, box.x - left, 0, box.width, head_height);
      back = g_hash_table_lookup (self->backs, id);
      if (back != NULL)
        allocate_child (back, box.x - left, 0, box.width, height);
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

  remit_board_set_width (self, width);
  remit_board_layout_set_direction (
    self->layout, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, width);
  remit_scroller_configure (&self->scroller, GTK_ORIENTATION_HORIZONTAL,
                            remit_board_layout_get_width (self->layout), width);
  remit_scroller_configure (&self->scroller, GTK_ORIENTATION_VERTICAL,
                            remit_board_layout_get_height (self->layout), height);
  remit_board_fill_later (self);

  left = remit_scroller_get_x (&self->scroller);
  top = remit_scroller_get_y (&self->scroller);
  allocate_cards (self, left, top);
  allocate_columns (self, left, height);
  remit_board_allocate_hints (self, width, height);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
remit_board_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (remit_board_parent_class)->realize (widget);

  remit_board_measure_parts (REMIT_BOARD (widget));
  remit_board_fill (REMIT_BOARD (widget));
}

static gboolean
on_measure_tick (GtkWidget *widget,
                 GdkFrameClock *clock,
                 gpointer data)
{
  RemitBoard *self = REMIT_BOARD (widget);

  self->measure_tick = 0;
  remit_board_measure_parts (self);
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

/* The style changes while sizes are allocated, too; so what it does to them is seen to before the
 * next frame. */
static void
remit_board_css_changed (GtkWidget *widget,
                         GtkCssStyleChange *change)
{
  RemitBoard *self = REMIT_BOARD (widget);

  GTK_WIDGET_CLASS (remit_board_parent_class)->css_changed (widget, change);

  if (gtk_widget_get_realized (widget))
    remit_tick_start (widget, &self->measure_tick, on_measure_tick);
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
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  /* the arrows go through an open menu */
  if (child != NULL && child == self->menu)
    return gtk_widget_child_focus (child, direction);
  if (child != NULL)
    return self->carrying;
  return remit_board_grab_focus (widget);
}

static void
remit_board_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  if (!remit_scroller_get_property (&REMIT_BOARD (object)->scroller, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_board_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  if (!remit_scroller_set_property (&REMIT_BOARD (object)->scroller, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_board_dispose (GObject *object)
{
  RemitBoard *self = REMIT_BOARD (object);
  GtkWidget *child;

  remit_tick_stop (GTK_WIDGET (self), &self->scroll_tick);
  remit_tick_stop (GTK_WIDGET (self), &self->measure_tick);
  remit_tick_stop (GTK_WIDGET (self), &self->fill_tick);
  g_hash_table_remove_all (self->cards);
  g_hash_table_remove_all (self->heads);
  g_hash_table_remove_all (self->backs);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  remit_scroller_dispose (&self->scroller);
  g_clear_weak_pointer (&self->back);
  g_clear_weak_pointer (&self->menu);
  g_clear_object (&self->workspace);
  g_clear_object (&self->checker);
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
  g_clear_pointer (&self->team_columns, g_hash_table_unref);
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
  widget_class->realize = remit_board_realize;
  widget_class->css_changed = remit_board_css_changed;
  widget_class->direction_changed = remit_board_direction_changed;
  widget_class->grab_focus = remit_board_grab_focus;
  widget_class->focus = remit_board_focus;

  remit_scroller_install_properties (object_class);
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
on_scrolled (GtkWidget *widget)
{
  remit_board_update (REMIT_BOARD (widget));
}

static void
remit_board_init (RemitBoard *self)
{
  self->scroller = (RemitScroller){
    .widget = GTK_WIDGET (self), .scrolled = on_scrolled, .page_step = 0.9,
  };
  self->layout = remit_board_layout_new ();
  self->columns = g_ptr_array_new_with_free_func (remit_board_column_free);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->team_columns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
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

void
remit_board_scroll_to (RemitBoard *self,
                       const RemitBoardBox *box,
                       gboolean below_head)
{
  int head_height = remit_board_layout_get_metrics (self->layout)->head_height;

  remit_scroller_scroll_to (&self->scroller, GTK_ORIENTATION_HORIZONTAL, box->x, box->width,
                            REMIT_BOARD_MARGIN, REMIT_BOARD_MARGIN);
  if (below_head)
    remit_scroller_scroll_to (&self->scroller, GTK_ORIENTATION_VERTICAL, box->y, box->height,
                              head_height + REMIT_BOARD_CARD_GAP, REMIT_BOARD_MARGIN);
}
