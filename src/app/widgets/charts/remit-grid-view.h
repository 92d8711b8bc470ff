/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view of what is read in a thread, such as the cells of a grid. */
#pragma once

#include "remit-cell-grid.h"
#include "store/remit-worker.h"
#include "widgets/remit-view.h"

/**
 * RemitGridView:
 *
 * Reads what it shows when it is in sight and something has changed, and shows the page `no-plan`
 * of its stack when there is nothing to read.
 */
#define REMIT_TYPE_GRID_VIEW (remit_grid_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (RemitGridView, remit_grid_view, REMIT, GRID_VIEW, RemitView)

/**
 * RemitGridViewClass:
 * @read: what is done in the thread
 * @free_result: what becomes of a result that nobody takes
 * @dup_request: returns what @read is given; freed with g_free()
 * @take_result: shows what was read
 * @forget: lets go of what is shown; the grid has no source any more
 */
struct _RemitGridViewClass
{
  RemitViewClass parent_class;

  RemitWorkFunc read;
  GDestroyNotify free_result;
  gpointer (*dup_request) (RemitGridView *self);
  void (*take_result) (RemitGridView *self,
                       gpointer result);
  void (*forget) (RemitGridView *self);
};

/** For the instance init. @grid: has no source while nothing is read, and is where one begins with
 * the keyboard */
void remit_grid_view_set_parts (RemitGridView *self,
                                GtkStack *stack,
                                RemitCellGrid *grid);

/** Reads anew, now or when it comes into sight. */
void remit_grid_view_refresh (RemitGridView *self);
