/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the matrix: a fixed widget at its start, and a widget for each visible column.
 */
#pragma once

#include <gtk/gtk.h>

#include "remit-rights-layout.h"
#include "remit-rights-table.h"

#define REMIT_TYPE_RIGHTS_STRIP (remit_rights_strip_get_type ())
G_DECLARE_DERIVABLE_TYPE (RemitRightsStrip, remit_rights_strip, REMIT, RIGHTS_STRIP, GtkWidget)

/**
 * RemitRightsStripClass:
 *
 * The first child stays at the start, while the columns go on under it.
 *
 * @create_part: makes the widget of a column; it is used for other columns, too
 * @margin: pixels around each of them
 */
struct _RemitRightsStripClass {
  GtkWidgetClass parent_class;

  GtkWidget *(*create_part) (RemitRightsStrip *self);
  int margin;
};

/**
 * remit_rights_strip_new:
 * @type: of a RemitRightsStrip
 * @table: outlives the strip, as does @layout
 */
GtkWidget *
remit_rights_strip_new (GType type, RemitRightsTable *table, const RemitRightsLayout *layout);

RemitRightsTable *remit_rights_strip_get_table (RemitRightsStrip *self);

/** Shows the columns from @first on, before @last; without any, the first child has all the room.
 */
void remit_rights_strip_show (RemitRightsStrip *self,
                              guint first,
                              guint last);

/** Returns: (nullable): the widget of a column, when it is one of those shown */
GtkWidget *remit_rights_strip_get_part (RemitRightsStrip *self,
                                        guint column);

/** @top: pixels that are left above the columns */
void remit_rights_strip_set_top (RemitRightsStrip *self,
                                 int top);

/** Where the columns are scrolled to, from the start. */
void remit_rights_strip_set_scrolled (RemitRightsStrip *self,
                                      int scrolled);

/** Returns: where a column stands, from the start, as it is scrolled */
int remit_rights_strip_get_x (RemitRightsStrip *self,
                              guint column);

/** Allocates a child; @x: from the start */
void remit_rights_strip_allocate (
  RemitRightsStrip *self, GtkWidget *child, int x, int y, int width, int height);

guint remit_rights_strip_get_n_widgets (RemitRightsStrip *self);
