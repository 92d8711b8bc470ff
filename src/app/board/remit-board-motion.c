/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an edit moves slides to its new place, as headings of groups do, and a team that is new
 * grows, where animations are wanted. */
#include "remit-board-private.h"
#include "widgets/scrolling/remit-tick.h"

/* Microseconds. */
#define DURATION 200000
/* What a team that is new has of its size at first. */
#define SMALL 0.8

/* Of more changes nothing is seen but that all is another. */
#define MANY 100

/* Where a card or column was on the screen; later, how far that is from where it is now. */
typedef struct {
  double x, y;
  gboolean grows;
} Way;

void
remit_board_init_motion (RemitBoard *self)
{
  self->motion.ways = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->motion.bands = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
forget_ways (RemitBoard *self)
{
  if (self->motion.ways != NULL)
    g_hash_table_remove_all (self->motion.ways);
  if (self->motion.bands != NULL)
    g_hash_table_remove_all (self->motion.bands);
}

void
remit_board_clear_motion (RemitBoard *self)
{
  remit_tick_stop (GTK_WIDGET (self), &self->motion.tick);
  self->motion.left = 0;
  forget_ways (self);
}

void
remit_board_free_motion (RemitBoard *self)
{
  g_clear_pointer (&self->motion.ways, g_hash_table_unref);
  g_clear_pointer (&self->motion.bands, g_hash_table_unref);
}

gboolean
remit_board_is_moving (RemitBoard *self)
{
  return self->motion.tick != 0;
}

/* ── Before the edit ──────────────────────────────────────────────────────────────────────── */

static gboolean
is_wanted (RemitBoard *self,
           GPtrArray *changes)
{
  gboolean enabled = FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled,
                NULL);
  return enabled && self->measured && gtk_widget_get_mapped (GTK_WIDGET (self))
         && changes->len > 0 && changes->len <= MANY;
}

static void
add_way (GHashTable *ways,
         gint64 id,
         Way way)
{
  g_hash_table_insert (ways, g_memdup2 (&id, sizeof id), g_memdup2 (&way, sizeof way));
}

/* Returns: whether a card or column stands somewhere, and where on the screen */
static gboolean
find_place (RemitBoard *self,
            gint64 id,
            Way *way)
{
  int column = remit_board_model_find_team (self->model, id);
  RemitBoardPlace place;
  RemitBoardBox box;

  if (column >= 0)
    {
      remit_board_layout_get_column (self->layout, column, &box);
      *way = (Way){ box.x - remit_scroller_get_x (&self->scroller), 0, FALSE };
      return TRUE;
    }
  if (!remit_board_model_find_slot (self->model, id, &place))
    return FALSE;
  remit_board_layout_get_card (self->layout, place.column, place.card, &box);
  *way = (Way){ box.x - remit_scroller_get_x (&self->scroller),
                box.y - remit_scroller_get_y (&self->scroller), FALSE };
  return TRUE;
}

typedef struct {
  RemitBoard *board;
  GHashTable *ways;
} Recording;

/* Something that is on its way is where it is seen. */
static void
record (gint64 id,
        const Recording *recording)
{
  RemitBoard *self = recording->board;
  RemitBoardMotion motion;
  Way way;

  if (!find_place (self, id, &way))
    return;
  if (remit_board_get_motion (self, id, &motion))
    {
      way.x += motion.x;
      way.y += motion.y;
    }
  add_way (recording->ways, id, way);
}

static void
record_card (gint64 slot,
             RemitSlotCard *card G_GNUC_UNUSED,
             gpointer data)
{
  record (slot, data);
}

/* Where everything in sight is. */
static GHashTable *
record_all (RemitBoard *self)
{
  Recording recording = {
    self, g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free)
  };
  GHashTableIter iter;
  gpointer id, column;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &id, &column))
    {
      record (*(gint64 *) id, &recording);
      remit_team_column_foreach_card (column, record_card, &recording);
    }
  return recording.ways;
}

/* Returns: whether a heading stands somewhere: from where on the screen, and how long it is */
static gboolean
find_band (RemitBoard *self,
           const char *key,
           Way *way)
{
  RemitBoardBox box;

  if (!remit_board_get_band_box (self, key, &box))
    return FALSE;
  *way = (Way){ box.x - remit_scroller_get_x (&self->scroller), box.width, FALSE };
  return TRUE;
}

static GHashTable *
record_bands (RemitBoard *self)
{
  GHashTable *ways = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->bands);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      RemitBoardMotion motion = { 0, 0, 1 };
      Way way;

      if (!find_band (self, key, &way))
        continue;
      remit_board_get_band_motion (self, key, &motion);
      way.x += motion.x;
      way.y += motion.y;
      g_hash_table_insert (ways, g_strdup (key), g_memdup2 (&way, sizeof way));
    }
  return ways;
}

void
remit_board_begin_motion (RemitBoard *self,
                          GPtrArray *changes)
{
  gboolean wanted = is_wanted (self, changes);
  GHashTable *ways = wanted ? record_all (self) : NULL;
  GHashTable *bands = wanted ? record_bands (self) : NULL;

  remit_board_clear_motion (self);
  if (ways == NULL)
    return;
  g_hash_table_unref (self->motion.bands);
  self->motion.bands = bands;
  for (guint i = 0; i < changes->len; i++)
    {
      const RemitChange *change = g_ptr_array_index (changes, i);

      if (change->kind == REMIT_KIND_TEAM && change->op == REMIT_CHANGE_ADDED)
        add_way (ways, change->id, (Way){ 0, 0, TRUE });
    }
  g_hash_table_unref (self->motion.ways);
  self->motion.ways = ways;
}

/* ── After it ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
turn_into_way (RemitBoard *self,
               gint64 id,
               Way *way)
{
  Way now;

  if (!find_place (self, id, &now))
    return FALSE;
  if (way->grows)
    return TRUE;
  *way = (Way){ way->x - now.x, way->y - now.y, FALSE };
  return way->x != 0 || way->y != 0;
}

/* What moves with its column does not move in it; what comes from another one comes from the edge
 * of its own, where it is cut off. */
static void
keep_in_column (RemitBoard *self,
                gint64 slot,
                Way *way)
{
  double most = remit_board_layout_get_metrics (self->layout)->column_width;
  gint64 team = remit_board_model_get_team_of (self->model, slot);
  const Way *column = g_hash_table_lookup (self->motion.ways, &team);

  if (remit_board_model_find_team (self->model, slot) >= 0)
    return;
  if (column != NULL && !column->grows)
    way->x -= column->x;
  way->x = CLAMP (way->x, -most, most);
}

static gboolean
on_tick (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data G_GNUC_UNUSED)
{
  RemitBoard *self = REMIT_BOARD (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double rest;

  if (self->motion.start == 0)
    self->motion.start = now;
  rest = 1 - CLAMP ((double) (now - self->motion.start) / DURATION, 0, 1);
  self->motion.left = rest * rest * rest;
  gtk_widget_queue_allocate (widget);
  if (rest > 0)
    return G_SOURCE_CONTINUE;
  self->motion.tick = 0;
  forget_ways (self);
  return G_SOURCE_REMOVE;
}

static void
turn_bands (RemitBoard *self)
{
  GHashTableIter iter;
  gpointer key, data;

  g_hash_table_iter_init (&iter, self->motion.bands);
  while (g_hash_table_iter_next (&iter, &key, &data))
    {
      Way *way = data;
      Way now;

      if (find_band (self, key, &now) && (way->x != now.x || way->y != now.y))
        *way = (Way){ way->x - now.x, way->y - now.y, FALSE };
      else
        g_hash_table_iter_remove (&iter);
    }
}

void
remit_board_start_motion (RemitBoard *self)
{
  GHashTableIter iter;
  gpointer id, way;

  turn_bands (self);
  g_hash_table_iter_init (&iter, self->motion.ways);
  while (g_hash_table_iter_next (&iter, &id, &way))
    if (!turn_into_way (self, *(gint64 *) id, way))
      g_hash_table_iter_remove (&iter);
  g_hash_table_iter_init (&iter, self->motion.ways);
  while (g_hash_table_iter_next (&iter, &id, &way))
    keep_in_column (self, *(gint64 *) id, way);
  if (g_hash_table_size (self->motion.ways) + g_hash_table_size (self->motion.bands) == 0)
    return;
  self->motion.left = 1;
  self->motion.start = 0;
  remit_tick_start (GTK_WIDGET (self), &self->motion.tick, on_tick);
}

gboolean
remit_board_get_motion (RemitBoard *self,
                        gint64 id,
                        RemitBoardMotion *motion)
{
  const Way *way = self->motion.left > 0 ? g_hash_table_lookup (self->motion.ways, &id) : NULL;

  if (way == NULL)
    return FALSE;
  *motion = (RemitBoardMotion){
    .x = way->x * self->motion.left,
    .y = way->y * self->motion.left,
    .scale = way->grows ? 1 - (1 - SMALL) * self->motion.left : 1,
  };
  return TRUE;
}

gboolean
remit_board_get_band_motion (RemitBoard *self,
                             const char *key,
                             RemitBoardMotion *motion)
{
  const Way *way = self->motion.left > 0 ? g_hash_table_lookup (self->motion.bands, key) : NULL;

  if (way == NULL)
    return FALSE;
  *motion = (RemitBoardMotion){ way->x * self->motion.left, way->y * self->motion.left, 1 };
  return TRUE;
}
