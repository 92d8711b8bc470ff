/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams of a plan as a map: a small block for each, drawn. */
#include <glib/gi18n.h>

#include "remit-board-map-private.h"
#include "widgets/remit-names.h"

/* Blocks with short names, or with none, are worth it when they make the map so much less high. */
#define SMALL_ENOUGH 0.6
/* Names are worth scrolling for so many heights of what is in sight. */
#define SCROLLED_ENOUGH 1.5

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitBoardMap, remit_board_map, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ── Items ────────────────────────────────────────────────────────────────────────────────── */

static RemitBoardGroups *
get_groups (RemitBoardMap *self)
{
  return remit_board_model_get_groups (self->model);
}

gint64
remit_board_map_get_item_team (RemitBoardMap *self,
                               int item)
{
  GPtrArray *order = remit_board_groups_get_order (get_groups (self));
  const RemitMapItem *info = remit_map_layout_get_item (self->layout, item);

  return !info->is_heading && info->index < (int) order->len
           ? remit_entity_get_id (order->pdata[info->index])
           : 0;
}

const RemitBoardGroup *
remit_board_map_get_item_group (RemitBoardMap *self,
                                int item)
{
  const RemitMapItem *info = remit_map_layout_get_item (self->layout, item);

  return info->is_heading ? remit_board_groups_get (get_groups (self), info->index) : NULL;
}

int
remit_board_map_find_item (RemitBoardMap *self,
                           gint64 team)
{
  for (int i = 0; team != 0 && i < remit_map_layout_get_n_items (self->layout); i++)
    if (remit_board_map_get_item_team (self, i) == team)
      return i;
  return -1;
}

static int
find_group (RemitBoardMap *self,
            const char *key)
{
  for (int i = 0; key != NULL && i < remit_map_layout_get_n_items (self->layout); i++)
    {
      const RemitBoardGroup *group = remit_board_map_get_item_group (self, i);

      if (group != NULL && g_str_equal (group->key, key))
        return i;
    }
  return -1;
}

/* When what it was on is gone, it is on the first. */
int
remit_board_map_find_cursor (RemitBoardMap *self)
{
  int item = self->cursor_group != NULL ? find_group (self, self->cursor_group)
                                        : remit_board_map_find_item (self, self->cursor);

  if (item < 0 && remit_map_layout_get_n_items (self->layout) > 0)
    return 0;
  return item;
}

char *
remit_board_map_dup_words (RemitBoardMap *self,
                           int item)
{
  const RemitBoardGroup *group = remit_board_map_get_item_group (self, item);
  gint64 team = remit_board_map_get_item_team (self, item);
  RemitEntity *entity =
    team != 0 ? remit_workspace_get (remit_board_model_get_workspace (self->model),
                                     REMIT_KIND_TEAM, team)
              : NULL;
  g_auto (RemitBoardSums) sums = { 0 };
  g_autofree char *words = NULL;

  if (group == NULL && entity == NULL)
    return g_strdup ("");
  if (group != NULL)
    sums = remit_board_model_get_sums (self->model,
                                       remit_board_groups_find (get_groups (self), group->key));
  else
    {
      remit_board_sums_init (&sums);
      remit_board_sums_add (&sums, remit_board_model_get_workspace (self->model),
                            remit_board_model_get_checker (self->model), team);
    }
  words = remit_board_sums_dup_words (&sums);
  /* Translators: a team or a group of teams, and what it comes to: slots, time, findings */
  return g_strdup_printf (_ ("%s: %s"),
                          group != NULL ? group->name
                                        : remit_entity_get_text (entity, REMIT_TEAM_NAME),
                          words);
}

/* GTK 4.8 tells assistive technology of widgets alone: the map is called by where its cursor is. */
static void
name_cursor (RemitBoardMap *self)
{
  int item = remit_board_map_find_cursor (self);
  g_autofree char *words = item >= 0 ? remit_board_map_dup_words (self, item) : g_strdup ("");
  g_autofree char *name = NULL;

  /* Translators: what the keyboard is on, on the map */
  name = g_strdup_printf (_ ("Map of teams. %s"), words);
  remit_names_set (GTK_WIDGET (self), name);
}

void
remit_board_map_set_cursor (RemitBoardMap *self,
                            int item)
{
  const RemitBoardGroup *group = remit_board_map_get_item_group (self, item);

  g_free (self->cursor_group);
  self->cursor_group = group != NULL ? g_strdup (group->key) : NULL;
  self->cursor = remit_board_map_get_item_team (self, item);
  name_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ── Laying out ───────────────────────────────────────────────────────────────────────────── */

/* Groups whose heading stands before the team at @index, or behind all of them. */
static int
add_headings (RemitBoardMap *self,
              int next,
              int index)
{
  RemitBoardGroups *groups = get_groups (self);

  for (; next < remit_board_groups_get_n (groups); next++)
    {
      const RemitBoardGroup *group = remit_board_groups_get (groups, next);

      if (group->first > index)
        break;
      if (group->shown)
        remit_map_layout_add_heading (self->layout, next, group->depth);
    }
  return next;
}

static void
add_items (RemitBoardMap *self)
{
  RemitBoardGroups *groups = get_groups (self);
  GPtrArray *order = remit_board_groups_get_order (groups);
  int next = 0;

  for (int i = 0; i < (int) order->len; i++)
    {
      gint64 team = remit_entity_get_id (order->pdata[i]);
      int group = remit_board_groups_find_team (groups, team);

      next = add_headings (self, next, i);
      if (remit_board_model_find_team (self->model, team) >= 0)
        remit_map_layout_add_block (self->layout, i,
                                    group >= 0 ? remit_board_groups_get (groups, group)->depth
                                               : -1);
    }
}

/* Returns: how high the map is with blocks of a size */
static int
try_size (RemitBoardMap *self,
          RemitMapSize size)
{
  RemitMapMetrics metrics = remit_board_map_get_metrics (self, size);

  self->size = size;
  remit_map_layout_begin (self->layout, &metrics, self->width,
                          gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
  add_items (self);
  return remit_map_layout_get_height (self->layout);
}

/* Returns: the largest blocks, of those with names, with which everything is in sight; names are
 * cut only where that gains much: in groups of few teams it does not */
static RemitMapSize
find_named_size (RemitBoardMap *self)
{
  RemitMapSize size = REMIT_MAP_LARGE;
  int height = try_size (self, size);
  int cut;

  while (height > self->height && size < REMIT_MAP_LINE)
    height = try_size (self, ++size);
  if (height <= self->height)
    return size;
  cut = try_size (self, REMIT_MAP_SHORT);
  return cut <= self->height || cut <= height * SMALL_ENOUGH ? REMIT_MAP_SHORT : REMIT_MAP_LINE;
}

/* Names go where that gains much, and there would be much to scroll through. */
static void
choose_size (RemitBoardMap *self)
{
  RemitMapSize former = self->size;
  RemitMapSize size = find_named_size (self);
  int height = try_size (self, size);

  if (height > self->height * SCROLLED_ENOUGH
      && try_size (self, REMIT_MAP_SMALL) > height * SMALL_ENOUGH)
    try_size (self, size);
  if (self->size != former)
    g_hash_table_remove_all (self->texts);
}

void
remit_board_map_lay_out (RemitBoardMap *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width <= 0 || (!self->dirty && width == self->width && height == self->height))
    return;
  self->width = width;
  self->height = height;
  self->dirty = FALSE;
  choose_size (self);
  remit_scroller_configure (&self->scroller, GTK_ORIENTATION_HORIZONTAL, width, width);
  remit_scroller_configure (&self->scroller, GTK_ORIENTATION_VERTICAL,
                            remit_map_layout_get_height (self->layout), height);
}

/* Something may be called otherwise, come to something else, or stand elsewhere. */
static void
on_arranged (RemitBoardMap *self)
{
  self->dirty = TRUE;
  g_hash_table_remove_all (self->figures);
  g_hash_table_remove_all (self->texts);
  /* a scroll bar may come or go: see remit-flap.h */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ── Where things are ─────────────────────────────────────────────────────────────────────── */

int
remit_board_map_hit (RemitBoardMap *self,
                     double x,
                     double y)
{
  return remit_map_layout_hit (self->layout, (int) x,
                               (int) y + remit_scroller_get_y (&self->scroller));
}

void
remit_board_map_scroll_to (RemitBoardMap *self,
                           int item)
{
  const RemitMapItem *info = remit_map_layout_get_item (self->layout, item);

  remit_scroller_scroll_to (&self->scroller, GTK_ORIENTATION_VERTICAL, info->y, info->height, 10,
                            10);
}

void
remit_board_map_go_to (RemitBoardMap *self,
                       gint64 team)
{
  int item;

  g_return_if_fail (REMIT_IS_BOARD_MAP (self));

  remit_board_map_lay_out (self);
  self->cursor = team;
  g_clear_pointer (&self->cursor_group, g_free);
  item = remit_board_map_find_item (self, team);
  if (item >= 0)
    remit_board_map_scroll_to (self, item);
  name_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gint64
remit_board_map_get_team (RemitBoardMap *self)
{
  g_return_val_if_fail (REMIT_IS_BOARD_MAP (self), 0);

  return self->cursor_group == NULL ? self->cursor : 0;
}

gint64
remit_board_map_find_team (RemitBoardMap *self,
                           double x,
                           double y)
{
  int item;

  g_return_val_if_fail (REMIT_IS_BOARD_MAP (self), 0);

  item = remit_board_map_hit (self, x, y);
  return item >= 0 ? remit_board_map_get_item_team (self, item) : 0;
}

void
remit_board_map_select (RemitBoardMap *self,
                        gint64 team)
{
  g_return_if_fail (REMIT_IS_BOARD_MAP (self));

  self->selected = team;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
remit_board_map_set_colors (RemitBoardMap *self,
                            RemitMapColors colors)
{
  g_return_if_fail (REMIT_IS_BOARD_MAP (self));

  self->colors = colors;
  on_arranged (self);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_board_map_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size G_GNUC_UNUSED,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline G_GNUC_UNUSED,
                         int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 400;
}

static void
remit_board_map_size_allocate (GtkWidget *widget,
                               int width G_GNUC_UNUSED,
                               int height G_GNUC_UNUSED,
                               int baseline G_GNUC_UNUSED)
{
  RemitBoardMap *self = REMIT_BOARD_MAP (widget);

  remit_board_map_lay_out (self);
  if (gtk_widget_get_child_visible (self->hint))
    remit_board_map_allocate_hint (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static gboolean
on_unfinished (gpointer data)
{
  gtk_widget_queue_draw (data);
  return G_SOURCE_REMOVE;
}

static void
remit_board_map_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  RemitBoardMap *self = REMIT_BOARD_MAP (widget);

  if (remit_board_model_get_workspace (self->model) != NULL && !self->dirty)
    remit_board_map_draw (self, snapshot);
  if (self->unfinished)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_unfinished, g_object_ref (self), g_object_unref);
  GTK_WIDGET_CLASS (remit_board_map_parent_class)->snapshot (widget, snapshot);
}

static void
remit_board_map_direction_changed (GtkWidget *widget,
                                   GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (remit_board_map_parent_class)->direction_changed (widget, previous);

  on_arranged (REMIT_BOARD_MAP (widget));
}

static void
remit_board_map_css_changed (GtkWidget *widget,
                             GtkCssStyleChange *change)
{
  RemitBoardMap *self = REMIT_BOARD_MAP (widget);

  GTK_WIDGET_CLASS (remit_board_map_parent_class)->css_changed (widget, change);

  /* colours are asked for with each frame; another font is laid out again */
  if (pango_context_get_serial (gtk_widget_get_pango_context (widget)) == self->font)
    return;
  self->font = pango_context_get_serial (gtk_widget_get_pango_context (widget));
  on_arranged (self);
}

static gboolean
on_query_tooltip (RemitBoardMap *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  int item = keyboard ? -1 : remit_board_map_hit (self, x, y);
  g_autofree char *words = NULL;
  const RemitMapItem *info;

  if (item < 0 || self->menu != NULL)
    return FALSE;
  info = remit_map_layout_get_item (self->layout, item);
  words = remit_board_map_dup_words (self, item);
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (
    tooltip, &(GdkRectangle){ info->x, info->y - remit_scroller_get_y (&self->scroller),
                              info->width, info->height });
  return TRUE;
}

static void
on_focus_changed (RemitBoardMap *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)) && self->menu == NULL)
    remit_board_map_put_back (self);
  else
    name_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
remit_board_map_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  if (!remit_scroller_get_property (&REMIT_BOARD_MAP (object)->scroller, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_board_map_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  if (!remit_scroller_set_property (&REMIT_BOARD_MAP (object)->scroller, prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_board_map_dispose (GObject *object)
{
  RemitBoardMap *self = REMIT_BOARD_MAP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  remit_scroller_dispose (&self->scroller);
  g_clear_weak_pointer (&self->back);
  g_clear_weak_pointer (&self->menu);
  g_clear_pointer (&self->asked, remit_drag_free);
  g_clear_object (&self->board);
  g_clear_object (&self->hub);

  G_OBJECT_CLASS (remit_board_map_parent_class)->dispose (object);
}

static void
remit_board_map_finalize (GObject *object)
{
  RemitBoardMap *self = REMIT_BOARD_MAP (object);

  g_clear_pointer (&self->target, remit_board_target_free);
  g_clear_pointer (&self->layout, remit_map_layout_free);
  g_clear_pointer (&self->figures, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->cursor_group, g_free);

  G_OBJECT_CLASS (remit_board_map_parent_class)->finalize (object);
}

static void
remit_board_map_class_init (RemitBoardMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_board_map_get_property;
  object_class->set_property = remit_board_map_set_property;
  object_class->dispose = remit_board_map_dispose;
  object_class->finalize = remit_board_map_finalize;
  widget_class->measure = remit_board_map_measure;
  widget_class->size_allocate = remit_board_map_size_allocate;
  widget_class->snapshot = remit_board_map_snapshot;
  widget_class->css_changed = remit_board_map_css_changed;
  widget_class->direction_changed = remit_board_map_direction_changed;

  remit_scroller_install_properties (object_class);
  /**
   * RemitBoardMap::opened:
   * @team: its id
   *
   * A team is to be shown on the board.
   */
  g_signal_new ("opened", REMIT_TYPE_BOARD_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_css_name (widget_class, "remit-board-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  remit_board_map_install_keys (widget_class);
  remit_board_map_install_drops (widget_class);
}

static void
on_scrolled (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
}

static void
remit_board_map_init (RemitBoardMap *self)
{
  self->scroller = (RemitScroller){
    .widget = GTK_WIDGET (self), .scrolled = on_scrolled, .page_step = 0.9,
  };
  self->layout = remit_map_layout_new ();
  self->figures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->dirty = TRUE;
  self->hint = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "remit-hint");
  gtk_widget_set_child_visible (self->hint, FALSE);
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus_changed), NULL);
}

/* Nothing is shown but on the map itself. */
static void
on_target_changed (const RemitBoardAim *before G_GNUC_UNUSED,
                   gpointer data G_GNUC_UNUSED)
{
}

RemitBoardMap *
remit_board_map_new (RemitBoard *board,
                     RemitDragHub *hub)
{
  RemitBoardMap *self = g_object_new (REMIT_TYPE_BOARD_MAP, NULL);

  self->board = g_object_ref (board);
  self->hub = g_object_ref (hub);
  self->model = remit_board_get_model (board);
  self->target = remit_board_target_new (self->model, on_target_changed, NULL);
  g_signal_connect_object (board, "arranged", G_CALLBACK (on_arranged), self, G_CONNECT_SWAPPED);
  remit_board_map_add_pointer (self);
  remit_board_map_add_drops (self);
  name_cursor (self);
  return self;
}
