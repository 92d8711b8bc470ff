/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is laid over a plan on the board: people who are not in its slots, and signs of change. */
#pragma once

#include <glib-object.h>

/* How many people a ghost is as high as: it has a second line, for the reason. */
#define REMIT_BOARD_GHOST_LINES 2

/** What a comparison says about something; on the board it is a sign and an outline. */
typedef enum {
  REMIT_BOARD_SIGN_NONE,
  REMIT_BOARD_SIGN_ADDED,
  REMIT_BOARD_SIGN_REMOVED,
  REMIT_BOARD_SIGN_MOVED,
  REMIT_BOARD_SIGN_CHANGED,
  REMIT_BOARD_N_SIGNS
} RemitBoardSign;

/** Returns: one character: "+" */
const char *remit_board_sign_get_text (RemitBoardSign sign);
/** Returns: (transfer none): the style class: "added" */
const char *remit_board_sign_get_css_class (RemitBoardSign sign);
/** Returns: (transfer none): translatable: "added" */
const char *remit_board_sign_get_label (RemitBoardSign sign);

/**
 * RemitBoardGhost:
 * @slot: where it is shown
 * @number: which one it is, in the order in which they were added
 * @title: who: "Ada Lovelace · 60 % · 95 points"
 * @text: why
 * @problem: (nullable): why it no longer holds; then it cannot be selected
 * @is_choice: whether it can be selected
 * @sign: what a comparison says about it
 */
typedef struct {
  gint64 slot;
  guint number;
  char *title;
  char *text;
  char *problem;
  gboolean is_choice;
  gboolean is_selected;
  RemitBoardSign sign;
} RemitBoardGhost;

/**
 * RemitBoardGhosts:
 *
 * Signal `changed` (gint64): something else is to be shown of a slot, or (0) of anything.
 */
#define REMIT_TYPE_BOARD_GHOSTS (remit_board_ghosts_get_type ())
G_DECLARE_FINAL_TYPE (RemitBoardGhosts, remit_board_ghosts, REMIT, BOARD_GHOSTS, GObject)

RemitBoardGhosts *remit_board_ghosts_new (void);

/** Returns: the ghost, which is the object's; nothing is signalled while it is being made up */
RemitBoardGhost *remit_board_ghosts_add (RemitBoardGhosts *self,
                                         gint64 slot,
                                         const char *title,
                                         const char *text);
guint remit_board_ghosts_get_n (RemitBoardGhosts *self);
const RemitBoardGhost *remit_board_ghosts_get_nth (RemitBoardGhosts *self,
                                                   guint number);

/** Returns: (transfer none) (nullable) (element-type RemitBoardGhost): those of a slot. @self:
 *   (nullable) */
GPtrArray *remit_board_ghosts_get (RemitBoardGhosts *self,
                                   gint64 slot);
/** Returns: how many people those of a slot are as high as. @self: (nullable) */
guint remit_board_ghosts_count_lines (RemitBoardGhosts *self,
                                      gint64 slot);

/** Selects a ghost, or no longer; one that cannot be selected stays as it is. */
void remit_board_ghosts_select (RemitBoardGhosts *self,
                                guint number,
                                gboolean selected);
/** @problem: (nullable): why it no longer holds */
void remit_board_ghosts_set_problem (RemitBoardGhosts *self,
                                     guint number,
                                     const char *problem);
/** Returns: how many are selected and hold */
guint remit_board_ghosts_count_selected (RemitBoardGhosts *self);

/**
 * remit_board_ghosts_mark:
 * @id: of a team, a slot or an assignment
 * @text: what differs; of something that is marked already it is another line
 */
void remit_board_ghosts_mark (RemitBoardGhosts *self,
                              gint64 id,
                              RemitBoardSign sign,
                              const char *text);
/** Returns: the sign of something. @self: (nullable); @text: (out) (transfer none): what differs */
RemitBoardSign remit_board_ghosts_get_sign (RemitBoardGhosts *self,
                                            gint64 id,
                                            const char **text);
/** Returns: whether there is a ghost or a sign at a team, a slot or an assignment. @self:
 *   (nullable) */
gboolean remit_board_ghosts_has (RemitBoardGhosts *self,
                                 gint64 id);
