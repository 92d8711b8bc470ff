/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headings of groups of teams: made for what is in sight, and used again. */
#include "remit-board-private.h"

#include "widgets/scrolling/remit-in-use.h"
#include "widgets/scrolling/remit-tick.h"

/* Pixels between the levels of headings. */
#define BAND_GAP 2

void
remit_board_init_bands (RemitBoard *self)
{
  self->bands = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spare_bands = g_ptr_array_new ();
}

void
remit_board_clear_bands (RemitBoard *self)
{
  g_hash_table_remove_all (self->bands);
  g_ptr_array_set_size (self->spare_bands, 0);
  self->last_band = NULL;
}

void
remit_board_free_bands (RemitBoard *self)
{
  g_hash_table_unref (self->bands);
  g_ptr_array_unref (self->spare_bands);
}

static RemitTeamBand *
take_band (RemitBoard *self)
{
  RemitTeamBand *band;

  if (self->spare_bands->len > 0)
    {
      band = g_ptr_array_steal_index_fast (self->spare_bands, self->spare_bands->len - 1);
      remit_in_use_set (GTK_WIDGET (band), TRUE);
      return band;
    }
  band = remit_team_band_new ();
  gtk_widget_insert_after (GTK_WIDGET (band), GTK_WIDGET (self), NULL);
  return band;
}

static void
put_spare (RemitBoard *self,
           RemitTeamBand *band)
{
  remit_in_use_set (GTK_WIDGET (band), FALSE);
  g_ptr_array_add (self->spare_bands, band);
}

int
remit_board_measure_band (RemitBoard *self)
{
  RemitTeamBand *band = take_band (self);
  int natural;

  remit_team_band_set_example (band);
  gtk_widget_measure (GTK_WIDGET (band), GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  put_spare (self, band);
  return natural + BAND_GAP;
}

/* ── Where they stand ─────────────────────────────────────────────────────────────────────── */

static RemitBoardGroups *
get_groups (RemitBoard *self)
{
  return remit_board_model_get_groups (self->model);
}

static void
unite (RemitBoardBox *box,
       const RemitBoardBox *other)
{
  int end = MAX (box->x + box->width, other->x + other->width);

  if (box->width == 0)
    *box = *other;
  else
    {
      box->x = MIN (box->x, other->x);
      box->width = end - box->x;
    }
}

/* Adds the folded groups within a group, which stand among its columns. */
static void
unite_folded (RemitBoard *self,
              int group,
              RemitBoardBox *box)
{
  RemitBoardGroups *groups = get_groups (self);
  int depth = remit_board_groups_get (groups, group)->depth;

  for (int i = group + 1; i < remit_board_groups_get_n (groups); i++)
    {
      const RemitBoardGroup *inner = remit_board_groups_get (groups, i);
      RemitBoardBox other;

      if (inner->depth <= depth)
        return;
      if (!inner->shown || !inner->folded)
        continue;
      remit_board_layout_get_folded (self->layout, inner->column, inner->nth, &other);
      unite (box, &other);
    }
}

/* Returns: whether the group is seen at all; and where it stands, in pixels of the whole board */
static gboolean
get_box (RemitBoard *self,
         int group,
         RemitBoardBox *box)
{
  const RemitBoardGroup *info = remit_board_groups_get (get_groups (self), group);

  *box = (RemitBoardBox){ 0 };
  if (!info->shown)
    return FALSE;
  if (info->folded)
    {
      remit_board_layout_get_folded (self->layout, info->column, info->nth, box);
      return TRUE;
    }
  if (info->n_columns > 0)
    remit_board_layout_get_span (self->layout, info->column, info->column + info->n_columns - 1,
                                 box);
  unite_folded (self, group, box);
  return TRUE;
}

static gboolean
is_in_sight (const RemitBoardBox *box,
             int left,
             int width)
{
  return box->x < left + width && box->x + box->width > left;
}

gboolean
remit_board_get_band_box (RemitBoard *self,
                          const char *key,
                          RemitBoardBox *box)
{
  int group = remit_board_groups_find (get_groups (self), key);

  return group >= 0 && get_box (self, group, box);
}

GtkWidget *
remit_board_get_band (RemitBoard *self,
                      const char *key)
{
  return g_hash_table_lookup (self->bands, key);
}

/* A strip is as long as its group, but its words stay in sight. */
static void
allocate_band (RemitBoard *self,
               GtkWidget *band,
               int group,
               int left,
               int width,
               int height)
{
  int group_height = remit_board_layout_get_metrics (self->layout)->group_height;
  const RemitBoardGroup *info = remit_board_groups_get (get_groups (self), group);
  int top = info->depth * group_height;
  RemitBoardMotion motion = { 0, 0, 1 };
  RemitBoardBox box;
  int from, until;

  if (!get_box (self, group, &box))
    return;
  remit_board_get_band_motion (self, info->key, &motion);
  from = box.x - left + (int) motion.x;
  until = from + MAX (0, box.width + (int) motion.y);
  if (!info->folded)
    {
      from = MAX (from, MIN (0, until));
      until = MIN (until, MAX (width, from));
    }
  gtk_widget_measure (band, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (
    band,
    &(GtkAllocation){ from, top, until - from,
                      info->folded ? MAX (height - top, group_height) : group_height - BAND_GAP },
    -1);
}

void
remit_board_allocate_bands (RemitBoard *self,
                            int left,
                            int width,
                            int height)
{
  GHashTableIter iter;
  gpointer key, band;

  g_hash_table_iter_init (&iter, self->bands);
  while (g_hash_table_iter_next (&iter, &key, &band))
    {
      int group = remit_board_groups_find (get_groups (self), key);

      if (group >= 0)
        allocate_band (self, band, group, left, width, height);
    }
}

/* ── What they show ───────────────────────────────────────────────────────────────────────── */

static void
show_sums (RemitBoard *self,
           RemitTeamBand *band,
           int group)
{
  g_auto (RemitBoardSums) sums = remit_board_model_get_sums (self->model, group);

  remit_team_band_show_sums (band, &sums);
}

static gboolean
on_bands_tick (GtkWidget *widget,
               GdkFrameClock *clock G_GNUC_UNUSED,
               gpointer data G_GNUC_UNUSED)
{
  RemitBoard *self = REMIT_BOARD (widget);
  GHashTableIter iter;
  gpointer key, band;

  self->bands_tick = 0;
  g_hash_table_iter_init (&iter, self->bands);
  while (g_hash_table_iter_next (&iter, &key, &band))
    {
      int group = remit_board_groups_find (get_groups (self), key);

      if (group < 0)
        continue;
      remit_team_band_bind (band, remit_board_groups_get (get_groups (self), group));
      show_sums (self, band, group);
    }
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

void
remit_board_bind_bands_later (RemitBoard *self)
{
  remit_tick_start (GTK_WIDGET (self), &self->bands_tick, on_bands_tick);
  g_signal_emit_by_name (self, "arranged");
}

/* ── Widgets for what is in sight ─────────────────────────────────────────────────────────── */

static RemitTeamBand *
ensure_band (RemitBoard *self,
             const RemitBoardGroup *group)
{
  RemitTeamBand *band = g_hash_table_lookup (self->bands, group->key);

  if (band != NULL)
    return band;
  band = take_band (self);
  remit_team_band_bind (band, group);
  g_hash_table_insert (self->bands, g_strdup (group->key), band);
  remit_tick_start (GTK_WIDGET (self), &self->bands_tick, on_bands_tick);
  return band;
}

/* The focused widget is never recycled. */
static gboolean
is_kept (RemitBoard *self,
         const char *key,
         GtkWidget *band,
         int left,
         int width)
{
  RemitBoardBox box;

  return remit_board_get_band_box (self, key, &box)
         && (is_in_sight (&box, left, width) || gtk_widget_has_focus (band));
}

static void
release (RemitBoard *self,
         int left,
         int width)
{
  GHashTableIter iter;
  gpointer key, band;

  g_hash_table_iter_init (&iter, self->bands);
  while (g_hash_table_iter_next (&iter, &key, &band))
    if (!is_kept (self, key, band, left, width))
      {
        put_spare (self, band);
        g_hash_table_iter_remove (&iter);
      }
}

void
remit_board_fill_bands (RemitBoard *self,
                        int left,
                        int width)
{
  RemitBoardGroups *groups = get_groups (self);
  GtkWidget *previous = NULL;

  release (self, left, width);
  for (int i = 0; i < remit_board_groups_get_n (groups); i++)
    {
      RemitTeamBand *band;
      RemitBoardBox box;

      if (!get_box (self, i, &box) || !is_in_sight (&box, left, width))
        continue;
      band = ensure_band (self, remit_board_groups_get (groups, i));
      remit_in_use_put_after (GTK_WIDGET (band), previous);
      previous = GTK_WIDGET (band);
    }
  self->last_band = previous;
}
