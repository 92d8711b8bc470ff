/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strip with all teams of a board that is wider than the window, to jump along. */
#include "remit-board-strip.h"

#include <glib/gi18n.h>

#include "board/map/remit-map-palette.h"
#include "remit-board-strip-layout.h"
#include "widgets/drawing/remit-scale.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-names.h"

/* Pixels. */
#define HEIGHT 24
#define PADDING 4
#define GAP 2

/* So long a frame may look at teams of which it does not know yet what they come to: what is left
 * comes with the next ones. In microseconds. */
#define PATIENCE 3000

/**
 * RemitBoardStrip:
 * @figures: (element-type RemitMapFigure): what blocks say, by the id of the team, as far as known
 * @blocks: (nullable): all of them as they are drawn in the colours of @palette, until they are
 *   others
 * @first, @last: the teams in sight that assistive technology has been told of
 * @grab: how far the pointer is from the middle of what is in sight, while it is dragged
 */
struct _RemitBoardStrip
{
  GtkWidget parent_instance;

  RemitBoard *board;
  RemitBoardModel *model;
  GtkAdjustment *adjustment;
  RemitMapColors colors;
  GHashTable *figures;
  GskRenderNode *blocks;
  RemitMapPalette palette;
  int first, last;
  gboolean unfinished; /* not all that was drawn was known */
  guint unfinished_id; /* draws it whole */
  double grab;
  guint tick;
};

G_DEFINE_FINAL_TYPE (RemitBoardStrip, remit_board_strip, GTK_TYPE_WIDGET)

static RemitBoardStripLayout
get_layout (RemitBoardStrip *self)
{
  return (RemitBoardStripLayout){
    .all = gtk_adjustment_get_upper (self->adjustment),
    .value = gtk_adjustment_get_value (self->adjustment),
    .page = gtk_adjustment_get_page_size (self->adjustment),
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
  };
}

static RemitBoardLayout *
get_columns (RemitBoardStrip *self)
{
  return remit_board_model_get_layout (self->model);
}

/* ── What it says ─────────────────────────────────────────────────────────────────────────── */

static gboolean
find_sight (RemitBoardStrip *self,
            int *first,
            int *last)
{
  return remit_board_layout_find_columns (
    get_columns (self), (int) gtk_adjustment_get_value (self->adjustment),
    (int) gtk_adjustment_get_page_size (self->adjustment), first, last);
}

/* "Teams 5 to 8 of 58" */
static char *
dup_sight (RemitBoardStrip *self)
{
  int n = remit_board_model_get_n_columns (self->model);
  int first, last;

  if (!find_sight (self, &first, &last))
    return g_strdup ("");
  /* Translators: the first and the last team in sight, counted from one, and how many there are */
  return g_strdup_printf (_ ("Teams %d to %d of %d"), first + 1, last + 1, n);
}

/* The name stays; where one is, is its value, which GTK 4.8 does not tell of such a widget. */
static void
name (RemitBoardStrip *self)
{
  RemitBoardStripLayout layout = get_layout (self);
  g_autofree char *sight = dup_sight (self);

  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
    GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, MAX (0, layout.all - layout.page),
    GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, layout.value, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, sight,
    -1);
}

/* Returns: the column at a point, or -1 */
static int
find_column (RemitBoardStrip *self,
             double x)
{
  RemitBoardStripLayout layout = get_layout (self);
  RemitBoardHit hit;

  remit_board_layout_hit (get_columns (self),
                          (int) remit_board_strip_layout_find_place (&layout, x), 0, &hit);
  return hit.column;
}

static gboolean
on_query_tooltip (RemitBoardStrip *self,
                  int x,
                  int y G_GNUC_UNUSED,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  int column = keyboard ? -1 : find_column (self, x);
  g_auto (RemitBoardSums) sums = { 0 };
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (column < 0)
    return FALSE;
  remit_board_sums_init (&sums);
  remit_board_sums_add (&sums, remit_board_model_get_workspace (self->model),
                        remit_board_model_get_checker (self->model),
                        remit_board_model_get_team_id (self->model, column));
  words = remit_board_sums_dup_words (&sums);
  /* Translators: a team or a group of teams, and what it comes to: slots, time, findings */
  text = g_strdup_printf (
    _ ("%s: %s"),
    remit_entity_get_text (remit_board_model_get_team (self->model, column), REMIT_TEAM_NAME),
    words);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* ── Drawing ──────────────────────────────────────────────────────────────────────────────── */

/* Returns: (nullable): what a team comes to; nothing when there was no time to find out */
static const RemitMapFigure *
get_figure (RemitBoardStrip *self,
            gint64 team,
            gint64 until)
{
  RemitMapFigure *figure = g_hash_table_lookup (self->figures, &team);

  if (figure != NULL)
    return figure;
  if (g_get_monotonic_time () > until)
    {
      self->unfinished = TRUE;
      return NULL;
    }
  figure = g_new (RemitMapFigure, 1);
  *figure = remit_map_figure_get (remit_board_model_get_workspace (self->model),
                                  remit_board_model_get_checker (self->model),
                                  remit_board_model_get_plan (self->model), team, self->colors);
  g_hash_table_insert (self->figures, g_memdup2 (&team, sizeof team), figure);
  return figure;
}

static void
draw_block (RemitBoardStrip *self,
            GtkSnapshot *snapshot,
            const RemitMapPalette *palette,
            int column,
            gint64 until)
{
  const RemitMapFigure *figure =
    get_figure (self, remit_board_model_get_team_id (self->model, column), until);
  RemitBoardStripLayout layout = get_layout (self);
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PADDING;
  float level;
  int from, length;
  RemitBoardBox box;

  remit_board_layout_get_column (get_columns (self), column, &box);
  remit_board_strip_layout_get_block (&layout, box.x, box.width, GAP, &from, &length);
  gtk_snapshot_append_color (
    snapshot, &palette->line,
    &GRAPHENE_RECT_INIT ((float) from, PADDING, (float) length, height));
  if (length > 2)
    gtk_snapshot_append_color (
      snapshot, &palette->card,
      &GRAPHENE_RECT_INIT ((float) from + 1, PADDING + 1, (float) length - 2, height - 2));
  if (figure == NULL || figure->level <= 0)
    return;
  level = height * (float) figure->level;
  gtk_snapshot_append_color (
    snapshot, remit_map_palette_get_tone (palette, figure->tone),
    &GRAPHENE_RECT_INIT ((float) from, PADDING + height - level, (float) length, level));
}

/* Returns: (nullable): all blocks */
static GskRenderNode *
draw_blocks (RemitBoardStrip *self,
             const RemitMapPalette *palette)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gint64 until = g_get_monotonic_time () + PATIENCE;

  self->unfinished = FALSE;
  for (int i = 0; i < remit_board_model_get_n_columns (self->model); i++)
    draw_block (self, snapshot, palette, i, until);
  return gtk_snapshot_free_to_node (snapshot);
}

/* A frame around it, and what is out of sight is paler. */
static void
draw_sight (RemitBoardStrip *self,
            GtkSnapshot *snapshot,
            const RemitMapPalette *palette)
{
  RemitBoardStripLayout layout = get_layout (self);
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA veil = palette->ground;
  GskRoundedRect frame;
  double from, length;

  remit_board_strip_layout_get_sight (&layout, &from, &length);
  veil.alpha = 0.45f;
  gtk_snapshot_append_color (snapshot, &veil, &GRAPHENE_RECT_INIT (0, 0, (float) from, height));
  gtk_snapshot_append_color (snapshot, &veil,
                             &GRAPHENE_RECT_INIT ((float) (from + length), 0,
                                                  (float) (layout.width - from - length),
                                                  height));
  gsk_rounded_rect_init_from_rect (
    &frame, &GRAPHENE_RECT_INIT ((float) from, 1, (float) length, height - 2), 4);
  gtk_snapshot_append_border (snapshot, &frame, (const float[]){ 2, 2, 2, 2 },
                              (const GdkRGBA[]){ palette->text, palette->text, palette->text,
                                                 palette->text });
}

static gboolean
on_unfinished (gpointer data)
{
  RemitBoardStrip *self = data;

  self->unfinished_id = 0;
  g_clear_pointer (&self->blocks, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
remit_board_strip_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  RemitBoardStrip *self = REMIT_BOARD_STRIP (widget);

  if (remit_board_model_get_workspace (self->model) == NULL)
    return;
  if (self->blocks == NULL)
    {
      remit_map_palette_init (&self->palette, widget);
      self->blocks = draw_blocks (self, &self->palette);
      if (self->unfinished && self->unfinished_id == 0)
        self->unfinished_id = g_idle_add (on_unfinished, self);
    }
  if (self->blocks != NULL)
    gtk_snapshot_append_node (snapshot, self->blocks);
  draw_sight (self, snapshot, &self->palette);
}

/* ── Following ────────────────────────────────────────────────────────────────────────────── */

static gboolean
on_tick (GtkWidget *widget G_GNUC_UNUSED,
         GdkFrameClock *clock G_GNUC_UNUSED,
         gpointer data)
{
  RemitBoardStrip *self = data;
  RemitBoardStripLayout layout = get_layout (self);

  self->tick = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), remit_board_strip_layout_is_needed (&layout));
  return G_SOURCE_REMOVE;
}

static void
draw_again (RemitBoardStrip *self)
{
  g_clear_pointer (&self->blocks, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_scrolled (RemitBoardStrip *self)
{
  int first = -1;
  int last = -1;

  find_sight (self, &first, &last);
  if (first != self->first || last != self->last)
    name (self);
  self->first = first;
  self->last = last;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Sizes are allocated just now, while nothing may come or go. What is hidden has no frames, so it
 * goes by those of the board. */
static void
on_resized (RemitBoardStrip *self)
{
  RemitBoardStripLayout layout = get_layout (self);

  if (self->tick == 0
      && gtk_widget_get_visible (GTK_WIDGET (self)) != remit_board_strip_layout_is_needed (&layout))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->board), on_tick, self, NULL);
  name (self);
  draw_again (self);
}

static void
on_arranged (RemitBoardStrip *self)
{
  g_hash_table_remove_all (self->figures);
  draw_again (self);
}

void
remit_board_strip_set_colors (RemitBoardStrip *self,
                              RemitMapColors colors)
{
  g_return_if_fail (REMIT_IS_BOARD_STRIP (self));

  self->colors = colors;
  on_arranged (self);
}

/* ── Going ────────────────────────────────────────────────────────────────────────────────── */

static void
go_to (RemitBoardStrip *self,
       double x)
{
  RemitBoardStripLayout layout = get_layout (self);

  gtk_adjustment_set_value (self->adjustment,
                            remit_board_strip_layout_find_value (&layout, x, self->grab));
}

static void
on_drag_begin (GtkGestureDrag *gesture,
               double x,
               double y G_GNUC_UNUSED,
               RemitBoardStrip *self)
{
  RemitBoardStripLayout layout = get_layout (self);

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->grab = remit_board_strip_layout_grab (&layout, x);
  go_to (self, x);
}

static void
on_drag_update (GtkGestureDrag *gesture,
                double offset,
                double y G_GNUC_UNUSED,
                RemitBoardStrip *self)
{
  double x;

  if (gtk_gesture_drag_get_start_point (gesture, &x, NULL))
    go_to (self, x + offset);
}

/* What is dragged over it leads to teams that are out of sight. */
static void
on_drop_motion (GtkDropControllerMotion *controller G_GNUC_UNUSED,
                double x,
                double y G_GNUC_UNUSED,
                RemitBoardStrip *self)
{
  self->grab = 0;
  go_to (self, x);
}

static void
add_pointer (RemitBoardStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *drop = gtk_drop_controller_motion_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (drop, "enter", G_CALLBACK (on_drop_motion), self);
  g_signal_connect (drop, "motion", G_CALLBACK (on_drop_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), drop);
}

/* Teams or (0) pages, or to an end. */
typedef struct {
  guint keyval;
  int teams, pages, end;
} Key;

static const Key keys[] = {
  { GDK_KEY_Left, -1, 0, 0 },      { GDK_KEY_Right, 1, 0, 0 },
  { GDK_KEY_Down, 1, 0, 0 },       { GDK_KEY_Up, -1, 0, 0 },
  { GDK_KEY_Page_Up, 0, -1, 0 },   { GDK_KEY_Page_Down, 0, 1, 0 },
  { GDK_KEY_Home, 0, 0, -1 },      { GDK_KEY_End, 0, 0, 1 },
  { GDK_KEY_KP_Left, -1, 0, 0 },   { GDK_KEY_KP_Right, 1, 0, 0 },
  { GDK_KEY_KP_Home, 0, 0, -1 },   { GDK_KEY_KP_End, 0, 0, 1 },
};

static gboolean
on_key (GtkWidget *widget,
        GVariant *args,
        gpointer data G_GNUC_UNUSED)
{
  RemitBoardStrip *self = REMIT_BOARD_STRIP (widget);
  const Key *key = &keys[g_variant_get_uint32 (args)];
  const RemitBoardMetrics *metrics = remit_board_layout_get_metrics (get_columns (self));
  double value = gtk_adjustment_get_value (self->adjustment);
  /* up is back, also from right to left, where back is to the right */
  gboolean vertical = key->keyval == GDK_KEY_Up || key->keyval == GDK_KEY_Down || key->pages != 0
                      || key->end != 0;
  int side = vertical && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  g_autofree char *sight = NULL;

  value += side * key->teams * (metrics->column_width + metrics->column_gap);
  value += side * key->pages * gtk_adjustment_get_page_size (self->adjustment);
  if (key->end != 0)
    value = side * key->end < 0 ? 0 : gtk_adjustment_get_upper (self->adjustment);
  gtk_adjustment_set_value (self->adjustment, value);
  sight = dup_sight (self);
  remit_feedback_announce (widget, sight);
  return TRUE;
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_board_strip_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                        int for_size G_GNUC_UNUSED,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline G_GNUC_UNUSED,
                        int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = *natural =
    orientation == GTK_ORIENTATION_VERTICAL ? remit_scale (widget, HEIGHT) : 100;
}

static void
remit_board_strip_size_allocate (GtkWidget *widget,
                                 int width G_GNUC_UNUSED,
                              int height G_GNUC_UNUSED,
                              int baseline G_GNUC_UNUSED)
{
  g_clear_pointer (&REMIT_BOARD_STRIP (widget)->blocks, gsk_render_node_unref);
}

static void
remit_board_strip_css_changed (GtkWidget *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (remit_board_strip_parent_class)->css_changed (widget, change);

  draw_again (REMIT_BOARD_STRIP (widget));
}

static void
remit_board_strip_dispose (GObject *object)
{
  RemitBoardStrip *self = REMIT_BOARD_STRIP (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->board), self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->unfinished_id, g_source_remove);
  g_clear_pointer (&self->blocks, gsk_render_node_unref);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (remit_board_strip_parent_class)->dispose (object);
}

static void
remit_board_strip_finalize (GObject *object)
{
  g_hash_table_unref (REMIT_BOARD_STRIP (object)->figures);

  G_OBJECT_CLASS (remit_board_strip_parent_class)->finalize (object);
}

static void
remit_board_strip_class_init (RemitBoardStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = remit_board_strip_dispose;
  object_class->finalize = remit_board_strip_finalize;
  widget_class->measure = remit_board_strip_measure;
  widget_class->size_allocate = remit_board_strip_size_allocate;
  widget_class->snapshot = remit_board_strip_snapshot;
  widget_class->css_changed = remit_board_strip_css_changed;
  gtk_widget_class_set_css_name (widget_class, "remit-board-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].keyval, 0, on_key, "u", i);
}

static void
remit_board_strip_init (RemitBoardStrip *self)
{
  self->figures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  remit_names_set (GTK_WIDGET (self), _ ("Overview of teams"));
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  add_pointer (self);
}

RemitBoardStrip *
remit_board_strip_new (RemitBoard *board,
                       GtkAdjustment *adjustment)
{
  RemitBoardStrip *self = g_object_new (REMIT_TYPE_BOARD_STRIP, NULL);

  self->board = g_object_ref (board);
  self->model = remit_board_get_model (board);
  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_resized), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "arranged", G_CALLBACK (on_arranged), self, G_CONNECT_SWAPPED);
  return self;
}
