/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Computes the positions of rows and columns of the matrix, in pixels, without widgets. */
#pragma once

#include <glib.h>

/**
 * RemitRightsLayout:
 * @scale: how large all of it is; 1 for the usual text
 * @row_height: of a decision
 * @heading_height: of the heading of a team
 * @column_width: of a column
 * @side: how wide the titles at the start of the rows are
 * @with_people: whether the heads name people, too
 * @header: how high the names at the head of the columns are, with those of the teams
 * @team_height: how high those of the teams are
 * @tops: (element-type int): where each row begins, from the first on, and the last one ends
 *
 * The rows follow one another below the header, the columns after the side. Distances are from the
 * start, which is the right in a window from right to left.
 */
typedef struct {
  double scale;
  gboolean with_people;
  int row_height;
  int heading_height;
  int column_width;
  int side;
  int header;
  int team_height;
  guint n_columns;
  GArray *tops;
} RemitRightsLayout;

void remit_rights_layout_init (RemitRightsLayout *self);
void remit_rights_layout_clear (RemitRightsLayout *self);

/** Makes all of it larger; the rows are to be added anew. */
void remit_rights_layout_set_scale (RemitRightsLayout *self,
                                    double factor);

/** Makes room for people in the heads, or takes it away. */
void remit_rights_layout_set_people (RemitRightsLayout *self,
                                     gboolean with_people);

/** Returns: the least scale with room for a line and a head of these heights at the usual one */
double remit_rights_layout_get_scale_for (const RemitRightsLayout *self,
                                          int line,
                                                 int head);

/** Forgets the rows. */
void remit_rights_layout_begin (RemitRightsLayout *self,
                                guint n_columns);
void remit_rights_layout_add_row (RemitRightsLayout *self,
                                  gboolean heading);

/** Chooses how much of a window's @width the titles take. */
void remit_rights_layout_set_width (RemitRightsLayout *self,
                                    int width);

/** How large the whole is, with side and header. */
int remit_rights_layout_get_width (const RemitRightsLayout *self);
int remit_rights_layout_get_height (const RemitRightsLayout *self);

/** Where a row stands, and how high it is, when nothing is scrolled. */
int remit_rights_layout_get_row (const RemitRightsLayout *self,
                                 guint row,
                                 int *height);
/** Where a column stands, from the start, when nothing is scrolled. */
int remit_rights_layout_get_column (const RemitRightsLayout *self,
                                    guint column);

/** The rows that a window shows: from @first on, before @last. */
void remit_rights_layout_find_rows (const RemitRightsLayout *self,
                                    int scrolled,
                                    int height,
                                    guint *first,
                                    guint *last);
/** The columns that it shows. */
void remit_rights_layout_find_columns (const RemitRightsLayout *self,
                                       int scrolled,
                                       int width,
                                       guint *first,
                                       guint *last);

/** Returns: the row at a distance from the top of the window, −1 for the header, or beyond */
int remit_rights_layout_hit_row (const RemitRightsLayout *self,
                                 int scrolled,
                                 int y);
/** Returns: the column at a distance from the start of the window, −1 for the side, or beyond */
int remit_rights_layout_hit_column (const RemitRightsLayout *self,
                                    int scrolled,
                                    int x);
