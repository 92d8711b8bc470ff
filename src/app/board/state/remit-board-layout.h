/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything on the board stands: arithmetic alone, without widgets. */
#pragma once

#include <glib.h>

/**
 * RemitBoardMetrics:
 * @column_width: of a team's column
 * @column_gap: between columns
 * @margin: around everything
 * @group_height: of the heading of a group
 * @folded_width: of a group that is folded
 * @head_height: of what stays at the top: the headings of groups, one level below the other, and
 *   below them the heads of teams
 * @foot_height: of what stands below the last card of each column
 * @card_gap: between cards, and between a head and its first card
 * @card_base: height of a card without any of the following
 * @card_needs: what a line of needed skills adds
 * @card_chip: what each assigned person adds
 * @card_vacant: what the line that says so adds to a card without anybody
 *
 * All in pixels.
 */
typedef struct {
  int column_width;
  int column_gap;
  int margin;
  int group_height;
  int folded_width;
  int head_height;
  int foot_height;
  int card_gap;
  int card_base;
  int card_needs;
  int card_chip;
  int card_vacant;
} RemitBoardMetrics;

typedef struct {
  int x;
  int y;
  int width;
  int height;
} RemitBoardBox;

/**
 * RemitBoardHit:
 * @column: the column, or -1
 * @card: the card in it, or -1
 * @before: before which card, or at the end (the number of cards), something put here would stand
 * @column_before: likewise for columns
 */
typedef struct {
  int column;
  int card;
  int before;
  int column_before;
} RemitBoardHit;

typedef struct _RemitBoardLayout RemitBoardLayout;

RemitBoardLayout *remit_board_layout_new (void);
void remit_board_layout_free (RemitBoardLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitBoardLayout, remit_board_layout_free)

/**
 * remit_board_layout_arrange:
 * @columns: (array length=n_columns): for each column the one that it has been, or -1 for a new
 *   one without cards; columns that are not named are forgotten
 */
void remit_board_layout_arrange (RemitBoardLayout *self,
                                 const int *columns,
                                 int n_columns);

/**
 * remit_board_layout_set_folded:
 * @n_folded: (array length=n): how many folded groups stand before each column, and (the last one)
 *   behind all columns
 */
void remit_board_layout_set_folded (RemitBoardLayout *self,
                                    const int *n_folded,
                                    int n);

/** Forgets the cards of a column. */
void remit_board_layout_clear_column (RemitBoardLayout *self,
                                      int column);
/** Adds a card at the end of a column. */
void remit_board_layout_add_card (RemitBoardLayout *self,
                                  int column,
                                  guint n_chips,
                                  gboolean has_needs);
void remit_board_layout_change_card (RemitBoardLayout *self,
                                     int column,
                                     int card,
                                     guint n_chips,
                                     gboolean has_needs);

/** Makes a card higher by @extra pixels, for a name of several lines, until it is changed. */
void remit_board_layout_set_extra (RemitBoardLayout *self,
                                   int column,
                                   int card,
                                   int extra);

/** Returns: a number that is another one when cards have come, gone, changed, or moved */
guint remit_board_layout_get_serial (RemitBoardLayout *self);

void remit_board_layout_set_metrics (RemitBoardLayout *self,
                                     const RemitBoardMetrics *metrics);
const RemitBoardMetrics *remit_board_layout_get_metrics (RemitBoardLayout *self);

/** From right to left, columns start at the right end of @width, if that is more than they need. */
void remit_board_layout_set_direction (RemitBoardLayout *self,
                                       gboolean right_to_left,
                                       int width);

int remit_board_layout_get_n_columns (RemitBoardLayout *self);
int remit_board_layout_get_n_cards (RemitBoardLayout *self,
                                    int column);
int remit_board_layout_get_width (RemitBoardLayout *self);
int remit_board_layout_get_height (RemitBoardLayout *self);

/** Where a column's head stands, and how high the column is, without its foot. */
void remit_board_layout_get_column (RemitBoardLayout *self,
                                    int column,
                                    RemitBoardBox *box);
void remit_board_layout_get_card (RemitBoardLayout *self,
                                  int column,
                                  int card,
                                  RemitBoardBox *box);
/** Where a folded group stands: the @nth before a column, or behind the last. */
void remit_board_layout_get_folded (RemitBoardLayout *self,
                                    int column,
                                    int nth,
                                    RemitBoardBox *box);
/** From the first column to the last. */
void remit_board_layout_get_span (RemitBoardLayout *self,
                                  int first,
                                  int last,
                                  RemitBoardBox *box);

/** The columns that have a part in from @x to @x + @width. Returns: whether there are any */
gboolean remit_board_layout_find_columns (RemitBoardLayout *self,
                                          int x,
                                          int width,
                                          int *first,
                                          int *last);

/** The cards of a column that have a part in from @y to @y + @height. */
gboolean remit_board_layout_find_cards (RemitBoardLayout *self,
                                        int column,
                                        int y,
                                        int height,
                                        int *first,
                                        int *last);

/** What is at a point. */
void remit_board_layout_hit (RemitBoardLayout *self,
                             int x,
                             int y,
                             RemitBoardHit *hit);
