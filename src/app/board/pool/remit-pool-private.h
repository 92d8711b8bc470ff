/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the pool share: its list, the menu of a person in it, drops on it. */
#pragma once

#include <adwaita.h>

#include "remit-pool-filters.h"
#include "remit-pool-people.h"
#include "remit-pool-row.h"
#include "remit-pool.h"

/**
 * RemitPool:
 * @everybody: (nullable): by name
 * @bound: (element-type RemitPoolRow): rows that show somebody
 * @take_first: whether the first is assigned as soon as people are found
 */
struct _RemitPool
{
  GtkWidget parent_instance;

  RemitWorkspace *workspace;
  RemitChecker *checker;
  gint64 plan;
  RemitDragHub *hub;
  RemitPoolPeople *people;
  GtkSliceListModel *shown;
  GtkMultiSelection *selection;
  GListModel *everybody;
  GHashTable *bound;
  gboolean take_first;
  guint complete_id;
  guint scroll_tick;
  double pointer_y;

  GtkWidget *box;
  GtkSearchEntry *search;
  GtkToggleButton *filter_button;
  RemitPoolFilters *filters;
  GtkWidget *filtered;
  GtkLabel *filtered_by;
  GtkWidget *candidates;
  GtkLabel *candidates_for;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkGridView *list;
  GtkLabel *count;
};

/* ── remit-pool.c ─────────────────────────────────────────────────────────────────────────── */

/* Begins to carry a person, with everybody who is selected if they are. */
void remit_pool_pick_up (RemitPool *self,
                         RemitEntity *person);
/* Puts whoever would be carried into the slot for which people are listed. */
void remit_pool_assign (RemitPool *self,
                        RemitEntity *person);
/* Returns: (nullable): the row with the keyboard */
RemitPoolRow *remit_pool_get_focused_row (RemitPool *self);

/* ── remit-pool-menu.c ────────────────────────────────────────────────────────────────────── */

void remit_pool_install_menu (GtkWidgetClass *widget_class);
/* The menu key, on the row that has the keyboard. */
gboolean remit_pool_on_menu_key (GtkWidget *widget,
                                 GVariant *args,
                                 gpointer data);
/* The other mouse button, on a row. */
void remit_pool_add_menu_click (GtkWidget *row);

/* ── remit-pool-drop.c ────────────────────────────────────────────────────────────────────── */

/* Takes people out of slots by drops. */
void remit_pool_add_drop_target (RemitPool *self);
void remit_pool_end_drop (RemitPool *self);
