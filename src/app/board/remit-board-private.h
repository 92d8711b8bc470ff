/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the board holds together, and what its keys, menus and drops do with it.
 *
 * Upwards: bands, cards and hints; sight and focus; carrying by keyboard; jumps; actions; the
 * pointer; keys; the widget. Each calls those before it alone. */
#pragma once

#include "board/cards/remit-team-band.h"
#include "board/cards/remit-team-column.h"
#include "board/state/remit-board-cursor.h"
#include "board/state/remit-board-drop.h"
#include "board/state/remit-board-matches.h"
#include "board/state/remit-touched.h"
#include "remit-board.h"
#include "widgets/scrolling/remit-scroller.h"

/* Pixels; a column is that wide for the usual text. */
#define REMIT_BOARD_COLUMN_WIDTH 272
#define REMIT_BOARD_NAMES_WIDTH 184
#define REMIT_BOARD_COLUMN_GAP 10
#define REMIT_BOARD_MARGIN 10
#define REMIT_BOARD_CARD_GAP 6
#define REMIT_BOARD_FOLDED_WIDTH 150

/**
 * RemitBoard:
 * @model: what is shown
 * @cursor: where the keyboard is
 * @target: where what is carried would go
 * @matches: the slots that are meant by what is typed while it is
 * @columns: which widgets show it, by the id of the team
 * @spare_columns: others, to be used again
 * @bands: which widgets show groups, by their keys; @spare_bands: others
 * @hint: what a drop would do, while something is carried
 * @insertion: where a slot or a team would go; the lowest of what lies above the cards
 * @hub: what is carried
 * @scroller: what is in sight, with the heights that have been @measured
 * @selected: what is marked: a team, a slot, or a person in all their slots
 * @back: where the keyboard goes when what is carried is put back
 * @pointer: where something is dragged over the board
 */
struct _RemitBoard
{
  GtkWidget parent_instance;

  RemitBoardModel *model;
  RemitBoardLayout *layout; /* the model's */
  RemitBoardCursor *cursor;
  RemitBoardTarget *target;
  RemitBoardMatches *matches;
  RemitDragHub *hub;
  RemitChecker *checker;
  RemitBoardGhosts *ghosts; /* laid over the plan */

  GHashTable *columns;
  GPtrArray *spare_columns;
  GHashTable *bands;
  GPtrArray *spare_bands;
  GtkWidget *last_band; /* in use, after which the columns stand for assistive technology */
  GtkWidget *hint;
  GtkWidget *insertion;

  RemitScroller scroller;
  gboolean measured;
  gboolean names;    /* alone, in narrow columns */
  gboolean in_steps; /* all that is in sight is another, and is filled over some frames */
  int column_width; /* where there is room for it */
  int team_height;  /* of the head of a team */
  guint measure_tick;
  guint fill_tick;
  guint follow_tick;
  guint bands_tick;

  struct {
    RemitKind kind;
    gint64 id;
  } selected;
  GtkWidget *back;
  gboolean was_picked_up; /* what is carried, and that has not been spoken yet */
  struct {
    gboolean on;       /* names are on several lines, if need be */
    gboolean counted;  /* whether lines are, for cards of @width and what @serial stands for */
    int width;
    guint serial;
    PangoLayout *text; /* of a name, which has @beside pixels beside it, and is a @line high */
    int beside;
    int line;
    guint tick;
  } wraps;
  struct {
    GHashTable *ways;  /* of what slides or grows, by its id */
    GHashTable *bands; /* of headings, by the keys of their groups */
    gint64 start;     /* of the first frame */
    double left;      /* of the ways: from 1 to 0 */
    guint tick;
  } motion;
  struct {
    double x, y;
    guint scroll_tick;
  } pointer;
  GtkWidget *menu;
  double press_x, press_y;
};

/* ── remit-board-bands.c ──────────────────────────────────────────────────────────────────── */

void remit_board_init_bands (RemitBoard *self);
void remit_board_clear_bands (RemitBoard *self);
void remit_board_free_bands (RemitBoard *self);

/* Returns: how high the heading of a group is */
int remit_board_measure_band (RemitBoard *self);
/* Gives a widget to each group that is in sight. */
void remit_board_fill_bands (RemitBoard *self,
                             int left,
                             int width);
void remit_board_allocate_bands (RemitBoard *self,
                                 int left,
                                 int width,
                                 int height);
/* What the groups come to may be something else; tells of it, too. */
void remit_board_bind_bands_later (RemitBoard *self);

/* Returns: whether there is a group with that key, and where it stands */
gboolean remit_board_get_band_box (RemitBoard *self,
                                   const char *key,
                                   RemitBoardBox *box);
/* Returns: (nullable): the widget that shows a group now */
GtkWidget *remit_board_get_band (RemitBoard *self,
                                 const char *key);

/* ── remit-board-cards.c ──────────────────────────────────────────────────────────────────── */

void remit_board_init_cards (RemitBoard *self);
/* Forgets all widgets, which are unparented then. */
void remit_board_clear_cards (RemitBoard *self);
void remit_board_free_cards (RemitBoard *self);

/* Asks one card and one head of @metrics' width how high their parts are. Not while sizes are
 * allocated. */
void remit_board_measure_cards (RemitBoard *self,
                                RemitBoardMetrics *metrics);
/* Gives a widget to all that is in sight, the heads' strip apart, and takes those of what is not;
 * except from what has the keyboard. */
void remit_board_fill_cards (RemitBoard *self,
                             const RemitBoardBox *sight);
gboolean remit_board_is_filled (RemitBoard *self,
                                const RemitBoardBox *sight);
/* Gives a widget to what stands at a place, however much else there is to fill. */
void remit_board_ensure_filled (RemitBoard *self,
                                const RemitBoardPlace *place);
/* Takes the widgets of all that is no longer there, or shows another plan. */
void remit_board_release_cards (RemitBoard *self);
/* @left, @top: the first pixels in sight; @height: of the board */
void remit_board_allocate_cards (RemitBoard *self,
                                 int left,
                                 int top,
                                 int height);

/* Shows names alone, or all details, on the cards that there are. */
void remit_board_show_names (RemitBoard *self);
/* Lets names on the cards that there are wrap, or not. */
void remit_board_show_wraps (RemitBoard *self);
/* Shows again what a commit touched. */
void remit_board_bind_again (RemitBoard *self,
                             const RemitTouched *touched);
void remit_board_show_findings (RemitBoard *self);
/* Shows again what is laid over a slot, or (0) over everything. */
void remit_board_show_over (RemitBoard *self,
                            gint64 slot);
/* Shows what the card of a slot, or each card, is to what is carried. */
void remit_board_mark_card (RemitBoard *self,
                            gint64 slot);
/* The same of a team that has no slots, where people get one of their own. */
void remit_board_mark_team (RemitBoard *self,
                            gint64 team);
void remit_board_mark_all_cards (RemitBoard *self);

/* Returns: (nullable): the widget that shows a slot or a team now */
GtkWidget *remit_board_get_card (RemitBoard *self,
                                 gint64 slot);
GtkWidget *remit_board_get_head (RemitBoard *self,
                                 gint64 team);

/* ── remit-board-wraps.c ──────────────────────────────────────────────────────────────────── */

void remit_board_clear_wraps (RemitBoard *self);
/* @card: an example */
void remit_board_measure_wraps (RemitBoard *self,
                                RemitSlotCard *card);
/* Something may be called otherwise. */
void remit_board_count_wraps_again (RemitBoard *self);
/* Lets names wrap unless there are too many, and makes room for the lines. */
void remit_board_fill_wraps (RemitBoard *self);
/* The same while sizes are allocated: what the cards show follows. */
void remit_board_allocate_wraps (RemitBoard *self);

/* ── remit-board-motion.c ─────────────────────────────────────────────────────────────────── */

/* How far something still is from its place, and how large it is. */
typedef struct {
  double x, y;
  double scale;
} RemitBoardMotion;

void remit_board_init_motion (RemitBoard *self);
/* Everything is where it belongs. */
void remit_board_clear_motion (RemitBoard *self);
void remit_board_free_motion (RemitBoard *self);

/* Before an edit is shown: remembers where everything is, if animations are wanted. */
void remit_board_begin_motion (RemitBoard *self,
                               GPtrArray *changes);
/* After it: what has moved slides from there to its place. */
void remit_board_start_motion (RemitBoard *self);
/* Returns: whether a card or a team is on its way */
gboolean remit_board_get_motion (RemitBoard *self,
                                 gint64 id,
                                 RemitBoardMotion *motion);
/* Returns: whether a heading is on its way: @x from its place, and @y longer than it is there */
gboolean remit_board_get_band_motion (RemitBoard *self,
                                      const char *key,
                                      RemitBoardMotion *motion);
gboolean remit_board_is_moving (RemitBoard *self);

/* ── remit-board-hints.c ──────────────────────────────────────────────────────────────────── */

void remit_board_init_hints (RemitBoard *self);
/* Shows the target, or nothing. */
void remit_board_update_hints (RemitBoard *self);
void remit_board_allocate_hints (RemitBoard *self,
                                 int left,
                                 int top,
                                 int height);

/* ── remit-board-sight.c ──────────────────────────────────────────────────────────────────── */

/* Measures cards and heads. Not to be called while sizes are allocated, since widgets come and
 * go. */
void remit_board_measure_parts (RemitBoard *self);
void remit_board_measure_later (RemitBoard *self);

/* Gives a widget to all that is in sight, and takes those of what is not. */
void remit_board_fill (RemitBoard *self);
/* The same, and allocates them; for all but the allocation itself. */
void remit_board_update (RemitBoard *self);
/* Allocates what has a widget, and fills what lacks one before the next frame. */
void remit_board_allocate (RemitBoard *self,
                           int width,
                           int height);

/* Returns: whether there is neither a team nor a group to be seen */
gboolean remit_board_is_empty (RemitBoard *self);

/* The teams in sight, and where they are. */
typedef struct {
  GArray *teams;
  GArray *offsets;
} RemitBoardAnchor;

RemitBoardAnchor remit_board_take_anchor (RemitBoard *self);
/* Scrolls so that the first of them that is still there is where it was. Frees the anchor. */
void remit_board_keep_anchor (RemitBoard *self,
                              RemitBoardAnchor *anchor);
/* After the columns have changed. Frees the anchor. */
void remit_board_rearranged (RemitBoard *self,
                             RemitBoardAnchor *anchor);

/* Scrolls so that @x is the first pixel in sight, as far as that can be. */
void remit_board_scroll_across (RemitBoard *self,
                                int x);
/* Scrolls as little as it takes to have all of a box in sight. */
void remit_board_scroll_to (RemitBoard *self,
                            const RemitBoardBox *box,
                            gboolean below_head);

/* ── remit-board-focus.c ──────────────────────────────────────────────────────────────────── */

/* Scrolls to where the cursor is, and gives what is there the keyboard. */
void remit_board_focus_cursor (RemitBoard *self);
/* The same after an edit that may have waited: whoever has left the board meanwhile stays there. */
void remit_board_keep_focus (RemitBoard *self);
/* After a click, or assistive technology, gave something the keyboard. */
void remit_board_set_cursor_from_focus (RemitBoard *self);
/* Returns: the chip, card or head at a point, or NULL */
GtkWidget *remit_board_pick (RemitBoard *self,
                             double x,
                             double y);
/* What is left of a step left or right, as columns are counted: 1 or -1; 0 for another one. */
int remit_board_get_sideways_step (RemitBoard *self,
                                   GtkDirectionType direction);

/* ── remit-board-shown.c ──────────────────────────────────────────────────────────────────── */

/* Shows a team that is in a folded group, or that the filter hides. */
void remit_board_reveal (RemitBoard *self,
                         gint64 team);
gboolean remit_board_is_folded (RemitBoard *self,
                                const char *key);
/* Folds or unfolds a group; the keyboard stays where it is, or goes to the group. */
void remit_board_fold (RemitBoard *self,
                       const char *key,
                       gboolean folded);

/* ── remit-board-selection.c ──────────────────────────────────────────────────────────────── */

/* Shows whether a card, or a team, is what is selected. */
void remit_board_mark_selected (RemitBoard *self,
                                RemitSlotCard *card);
void remit_board_mark_selected_team (RemitBoard *self,
                                     RemitTeamHead *head);
/* Goes to the next slot (@step 1) of whoever is selected, or to the one before (-1).
 *
 * Returns: whether there is one */
gboolean remit_board_go_to_next_slot (RemitBoard *self,
                                      int step);

/* ── remit-board-over.c ───────────────────────────────────────────────────────────────────── */

/* Selects who is suggested for the slot that the keyboard is on, or no longer.
 *
 * Returns: whether somebody is */
gboolean remit_board_toggle_ghost (RemitBoard *self);
/* Goes to the next place (@step 1) that something is laid over, or to the one before (-1).
 *
 * Returns: whether there is one */
gboolean remit_board_go_to_ghost (RemitBoard *self,
                                  int step);
/* Asks for what is laid over the plan to be taken away. Returns: whether there is anything */
gboolean remit_board_leave_ghosts (RemitBoard *self);

/* ── remit-board-carry.c ──────────────────────────────────────────────────────────────────── */

/* Begins to carry what the cursor is on. */
void remit_board_pick_up (RemitBoard *self);
/* Begins to look for somebody with whom the person at the cursor changes places. */
void remit_board_begin_swap (RemitBoard *self);
/* Returns: whether something is carried, so that the key was ours */
gboolean remit_board_carry_to (RemitBoard *self,
                               GtkDirectionType direction);
/* With @copy, who is carried from a slot stays there as well.
 *
 * Returns: whether something was carried */
gboolean remit_board_put_down_carried (RemitBoard *self,
                                       gboolean copy);
/* Returns: whether somebody was carried who can go back to the pool */
gboolean remit_board_put_carried_into_pool (RemitBoard *self);
/* Puts back what is carried, and leaves the keyboard where it is. */
void remit_board_let_go (RemitBoard *self);
/* Somebody else may have deleted what is carried, or where it was to go. */
void remit_board_check_carried (RemitBoard *self);

/* Goes there with the people who are carried, and tells what would happen. */
void remit_board_carry_to_place (RemitBoard *self,
                                 const RemitBoardPlace *place);

/* ── remit-board-jump.c ───────────────────────────────────────────────────────────────────── */

/* Letters that are typed while people are carried lead to slots. */
void remit_board_add_jump (RemitBoard *self);
/* Forgets what was typed. Returns: whether there was any */
gboolean remit_board_jump_clear (RemitBoard *self);
/* After the model has changed. */
void remit_board_jump_again (RemitBoard *self);

/* ── remit-board-actions.c ────────────────────────────────────────────────────────────────── */

void remit_board_install_actions (GtkWidgetClass *widget_class);
/* Whether what changes a plan can be done in @workspace (nullable). */
void remit_board_enable_edits (RemitBoard *self,
                               RemitWorkspace *workspace);

/* ── remit-board-pointer.c ────────────────────────────────────────────────────────────────── */

/* Shows the menu of what the cursor is on, at a point, or (@at NULL) below it. */
void remit_board_show_menu (RemitBoard *self,
                            const GdkRectangle *at);
void remit_board_add_pointer (RemitBoard *self);

/* ── remit-board-keys.c ───────────────────────────────────────────────────────────────────── */

void remit_board_install_keys (GtkWidgetClass *widget_class);
