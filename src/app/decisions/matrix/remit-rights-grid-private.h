/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the files of the matrix. */
#pragma once

#include "remit-rights-grid.h"
#include "remit-rights-header.h"
#include "remit-rights-line.h"
#include "widgets/scrolling/remit-scroller.h"

struct _RemitRightsGrid
{
  GtkWidget parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  RemitChecker *checker;
  RemitDragHub *hub;
  RemitKind column_kind;
  gulong changed_handler;

  RemitRightsTable *table;
  RemitRightsLayout layout;
  RemitScroller scroller;
  guint fill_tick;
  guint scale_tick;

  GtkWidget *header;
  GHashTable *lines; /* by row */
  GPtrArray *spare;
  guint first_column; /* those in sight */
  guint last_column;
  GtkWidget *menu;

  /* where the keyboard is, and from where on cells are selected */
  int row;
  int column;
  int anchor_row;
  int anchor_column;
  gint64 cursor_decision; /* the same, when rows come and go */
  gint64 cursor_holder;
  gboolean adding; /* the next letter is added */

  /* the pointer */
  int press_row;
  int press_column;
  gboolean press_on_arrow; /* of the heading of a team, or beside its title */
  gboolean press_moved;
  int target_row;
  double drop_x;
  double drop_y;
  guint scroll_tick;
};

/* Rows and columns of what is selected: before @last_row and @last_column. */
typedef struct {
  guint first_row;
  guint last_row;
  guint first_column;
  guint last_column;
} RemitRightsRange;

/* remit-rights-grid-fill.c */
void remit_rights_grid_fill (RemitRightsGrid *self);
void remit_rights_grid_fill_later (RemitRightsGrid *self);
void remit_rights_grid_rebind (RemitRightsGrid *self);
void remit_rights_grid_rebuild (RemitRightsGrid *self);
GtkWidget *remit_rights_grid_get_cell (RemitRightsGrid *self,
                                       int row,
                                       int column);
void remit_rights_grid_configure (RemitRightsGrid *self,
                                  int width,
                                  int height);

void remit_rights_grid_lay_out (RemitRightsGrid *self);

/* remit-rights-grid-scale.c */
void remit_rights_grid_scale (RemitRightsGrid *self);
void remit_rights_grid_scale_later (RemitRightsGrid *self);

/* remit-rights-grid-cursor.c */
void remit_rights_grid_add_keys (RemitRightsGrid *self);
gboolean remit_rights_grid_is_cell (RemitRightsGrid *self,
                                    int row,
                                    int column);
void remit_rights_grid_move (RemitRightsGrid *self,
                             int row,
                             int column,
                             gboolean extend);
void remit_rights_grid_focus_cursor (RemitRightsGrid *self);
void remit_rights_grid_restore_cursor (RemitRightsGrid *self);
void remit_rights_grid_show_selection (RemitRightsGrid *self);
gboolean remit_rights_grid_get_range (RemitRightsGrid *self,
                                      RemitRightsRange *range);

/* remit-rights-grid-edit.c */
void remit_rights_grid_install_actions (GtkWidgetClass *widget_class);
void remit_rights_grid_cycle (RemitRightsGrid *self);
gboolean remit_rights_grid_type (RemitRightsGrid *self,
                                 gunichar letter,
                                 gboolean add);

/* remit-rights-grid-clipboard.c */
void remit_rights_grid_copy (RemitRightsGrid *self);
void remit_rights_grid_paste (RemitRightsGrid *self);

/* remit-rights-grid-menu.c */
void remit_rights_grid_show_menu (RemitRightsGrid *self,
                                  int row,
                                  int column);
void remit_rights_grid_offer (RemitRightsGrid *self,
                              int row,
                              RemitKind kind,
                              gint64 holder,
                              double x,
                              double y);

/* remit-rights-grid-pointer.c */
void remit_rights_grid_add_pointer (RemitRightsGrid *self);
