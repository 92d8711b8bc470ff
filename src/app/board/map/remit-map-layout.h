/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything on the map of teams stands: arithmetic alone, without widgets. */
#pragma once

#include <glib.h>

/**
 * RemitMapMetrics:
 * @block_width, @block_height: of a team, at least
 * @stretch: whether blocks grow until a line is full
 * @gap: between blocks
 * @heading_height: of the heading of a group
 * @indent: by which the teams of a group stand in from those of the group around it
 * @margin: around everything
 *
 * All in pixels.
 */
typedef struct {
  int block_width;
  int block_height;
  gboolean stretch;
  int gap;
  int heading_height;
  int indent;
  int margin;
} RemitMapMetrics;

/**
 * RemitMapItem:
 * @is_heading: whether it is the heading of a group, or a team
 * @index: of the group, or of the team in the order of the board
 */
typedef struct {
  gboolean is_heading;
  int index;
  int x, y, width, height;
} RemitMapItem;

typedef struct _RemitMapLayout RemitMapLayout;

RemitMapLayout *remit_map_layout_new (void);
void remit_map_layout_free (RemitMapLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitMapLayout, remit_map_layout_free)

/** Forgets what there is. From right to left, blocks begin at the right. */
void remit_map_layout_begin (RemitMapLayout *self,
                             const RemitMapMetrics *metrics,
                             int width,
                             gboolean right_to_left);
/** Adds the heading of a group, which takes a line. */
void remit_map_layout_add_heading (RemitMapLayout *self,
                                   int group,
                                   int depth);
/** Adds a team in a group of @depth, or (-1) in none. */
void remit_map_layout_add_block (RemitMapLayout *self,
                                 int team,
                                 int depth);

int remit_map_layout_get_height (RemitMapLayout *self);
int remit_map_layout_get_n_items (RemitMapLayout *self);
const RemitMapItem *remit_map_layout_get_item (RemitMapLayout *self,
                                               int item);

/** Returns: the item at a point, or -1 */
int remit_map_layout_hit (RemitMapLayout *self,
                          int x,
                          int y);
/** The items that have a part in from @y to @y + @height. Returns: whether there are any */
gboolean remit_map_layout_find_items (RemitMapLayout *self,
                                      int y,
                                      int height,
                                      int *first,
                                      int *last);
/** Returns: the item above (-1) or below (1) another one, closest to it; the same at the edge */
int remit_map_layout_find_beyond (RemitMapLayout *self,
                                  int item,
                                  int step);
