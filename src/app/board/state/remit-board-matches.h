/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slots of a board that are meant by a few letters. */
#pragma once

#include "remit-board-model.h"

/**
 * RemitBoardMatches:
 *
 * Of each slot its own name and that of its team count; each word that is typed has to be meant by
 * one of them (see remit-find-match.h).
 */
typedef struct _RemitBoardMatches RemitBoardMatches;

/** @model: outlives it */
RemitBoardMatches *remit_board_matches_new (RemitBoardModel *model);
void remit_board_matches_free (RemitBoardMatches *self);

/** Sets what is typed; the same again looks at the model as it is now. */
void remit_board_matches_set_typed (RemitBoardMatches *self,
                                    const char *typed);
/** Returns: (transfer none): empty when all slots are meant */
const char *remit_board_matches_get_typed (RemitBoardMatches *self);

guint remit_board_matches_get_n (RemitBoardMatches *self);
/** Returns: the id of a slot: those that are meant best first, else as they stand */
gint64 remit_board_matches_get_slot (RemitBoardMatches *self,
                                     guint index);
/** Returns: whether a slot is meant; all are when nothing is typed */
gboolean remit_board_matches_has (RemitBoardMatches *self,
                                  gint64 slot);
