/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions that teams face over a model's life, for plans to take from. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * RemitLibraryRight:
 * @role: the key of a role
 */
typedef struct {
  char *role;
  RemitLetter letter;
} RemitLibraryRight;

/**
 * RemitLibraryDecision:
 * @key: by which plans know that a decision was taken from here
 * @library: the name of the collection: "The life of a model"
 * @title: this, @library and @description in the user's language
 * @rights: (element-type RemitLibraryRight): of the roles with the same letter those that come
 *   first are wanted first
 */
typedef struct {
  char *key;
  char *library;
  char *title;
  char *description;
  RemitDecisionKind kind;
  RemitFramework framework;
  int quorum;
  GPtrArray *rights;
} RemitLibraryDecision;

/**
 * remit_decision_library_load:
 * @problems: (out) (optional) (transfer full) (element-type utf8): files that cannot be used, and
 *   why, in words
 *
 * Reads the plan files in `decisions` of the program's data, and in `remit/decisions` of the user's
 * data folder. Of two decisions with the same key, the user's counts.
 *
 * Returns: (transfer full) (element-type RemitLibraryDecision): in the order of the files
 */
GPtrArray *remit_decision_library_load (GPtrArray **problems);

/** Returns: whether the team, or the plan when @team is 0, has taken a decision with this key */
gboolean remit_decision_library_is_taken (RemitWorkspace *workspace,
                                          gint64 plan,
                                          gint64 team,
                                          const char *key);

/**
 * remit_decision_library_take:
 * @team: a team of @plan, or 0 for the whole plan
 * @decisions: (array length=n_decisions): what is taken
 *
 * Adds decisions to a plan, in one edit. In a team, the slots for the roles of the library get the
 * rights; of the one who decides, and of those who do the work, the first role that the team has:
 * another one than who decides, where there is one, and always where proposing and approving have
 * to be apart. A decision of the whole plan gives the rights to the roles themselves.
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED when the team is not there; %REMIT_STORE_ERROR
 */
gboolean remit_decision_library_take (RemitWorkspace *workspace,
                                      gint64 plan,
                                      gint64 team,
                                      const RemitLibraryDecision *const *decisions,
                                      gsize n_decisions,
                                      GError **error);
