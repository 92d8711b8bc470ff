/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a conflict may come to next, and where its log leads. */
#pragma once

#include "model/remit-entities.h"

/** Returns: whether a line of that kind can come into the log of a conflict in that state */
gboolean remit_story_may (RemitConflictStatus status,
                          RemitConflictEventKind kind);

/** Returns: the state after such a line; after one down the ladder see remit_story_follow() */
RemitConflictStatus remit_story_get_next (RemitConflictStatus status,
                                          RemitConflictEventKind kind);

/**
 * remit_story_check:
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED, saying why not: "It has been resolved. Reopen it first."
 */
gboolean remit_story_check (RemitConflictStatus status,
                            RemitConflictEventKind kind,
                            GError **error);

/**
 * remit_story_follow:
 * @events: (element-type RemitRecord): a conflict's log, by time
 * @status: (out): the state that it leads to; what has been taken back does not count
 * @rung: (out): the rung that it leads to
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED when a line makes no sense where it stands
 */
gboolean remit_story_follow (GPtrArray *events,
                             RemitConflictStatus *status,
                             gint64 *rung,
                             GError **error);
