/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure in large letters, with what it is of, that leads to a view. */
#pragma once

#include <gtk/gtk.h>

/** RemitTile: properties `view` (its name) and `words` (what the figure is of). */
#define REMIT_TYPE_TILE (remit_tile_get_type ())
G_DECLARE_FINAL_TYPE (RemitTile, remit_tile, REMIT, TILE, GtkButton)

/** @figure, @words: (transfer full); @words: (nullable): those stay as they were */
void remit_tile_set (RemitTile *self,
                     char *figure,
                     char *words);

/** Returns: the figure */
const char *remit_tile_get_figure (RemitTile *self);
