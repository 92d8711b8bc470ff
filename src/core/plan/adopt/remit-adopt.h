/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a scenario over into the plan that it was copied from, and the other way. */
#pragma once

#include "plan/compare/remit-compare.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitAdoptVerb:
 * @REMIT_ADOPT: what the scenario changed goes into its origin; then both are level: what the
 *   origin has changed meanwhile goes into the scenario
 * @REMIT_REFRESH: what the origin has changed goes into the scenario
 */
typedef enum {
  REMIT_ADOPT,
  REMIT_REFRESH,
} RemitAdoptVerb;

/**
 * RemitSide:
 * @REMIT_SIDE_MINE: the scenario
 * @REMIT_SIDE_THEIRS: the plan that it was copied from
 */
typedef enum {
  REMIT_SIDE_NONE,
  REMIT_SIDE_MINE,
  REMIT_SIDE_THEIRS,
} RemitSide;

/**
 * RemitClashKind:
 * @REMIT_CLASH_CELL: both have changed one field, to different values
 * @REMIT_CLASH_DELETION: one has changed, or needs, what the other has deleted
 * @REMIT_CLASH_RULE: each is possible, but not both: a person twice in one slot, two rights that
 *   are the same, a team that would be its own parent
 * @REMIT_CLASH_GUARD: one has changed what a change of the other relies on, such as the role of a
 *   slot that was given a right
 */
typedef enum {
  REMIT_CLASH_CELL,
  REMIT_CLASH_DELETION,
  REMIT_CLASH_RULE,
  REMIT_CLASH_GUARD,
  REMIT_N_CLASH_KINDS
} RemitClashKind;

/** What each is called: in JSON, and a translatable label. */
const char *remit_clash_kind_get_nick (RemitClashKind kind);
const char *remit_clash_kind_get_label (RemitClashKind kind);

/**
 * RemitClash:
 * @key: tells it from the others, also in another judgement of the same plans
 * @entity: the kind of the row
 * @mine: the id of the row in the scenario, or 0
 * @theirs: the id of the row in the origin, or 0
 * @name: what the row is called
 * @reason: what clashes, in one sentence
 * @values: in words, what it was, what it is in the scenario, and in the origin
 * @choice: which one goes on; %REMIT_SIDE_NONE for not decided
 */
typedef struct {
  RemitClashKind kind;
  char *key;
  RemitKind entity;
  gint64 mine;
  gint64 theirs;
  char *name;
  char *reason;
  char *values[3];
  RemitSide choice;
} RemitClash;

/**
 * RemitAdoptOptions:
 * @all: for clashes that are not in @choices
 * @choices: (nullable) (element-type utf8 RemitSide): for single clashes, by key
 * @left: (nullable) (element-type gint64): rows of either plan whose changes are not taken over
 */
typedef struct {
  RemitAdoptVerb verb;
  RemitSide all;
  GHashTable *choices;
  GHashTable *left;
  GCancellable *cancellable;
} RemitAdoptOptions;

/**
 * RemitAdoption:
 * @changes: (element-type RemitDifference): what is done to the plan that is written; `a` is an id
 *   there, `b` one of the other plan
 * @n_level: how many rows of the scenario follow the origin when it is adopted
 * @clashes: (element-type RemitClash)
 * @n_open: how many of them are not decided
 */
typedef struct {
  gint64 scenario;
  gint64 origin;
  char *titles[2];
  GPtrArray *changes;
  guint n_level;
  GPtrArray *clashes;
  guint n_open;
} RemitAdoption;

void remit_adoption_free (RemitAdoption *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitAdoption, remit_adoption_free)

/**
 * remit_adopt_judge:
 *
 * Merges three states, cell by cell: the scenario, its origin, and what the origin was when the
 * two were last level. What only one of them changed is taken over; the same change in both is
 * none. Logs stay in the plan in which they were written, and so does what was decided there: the
 * status of a decision; a decision that is new comes with its log. The order of rows never clashes:
 * that of the origin goes before. In whatever thread has @store; changes nothing.
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED: the plan is no scenario, or its origin is gone;
 *   %REMIT_STORE_ERROR_ARCHIVED: the history no longer has when the two were level
 */
RemitAdoption *remit_adopt_judge (RemitStore *store,
                                  gint64 scenario,
                                  const RemitAdoptOptions *options,
                                  GError **error);

/**
 * remit_adopt:
 * @done: (out) (optional) (transfer full): what was done, or which clashes are to be decided
 *
 * Judges, and writes all in one edit.
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED while clashes are not decided, or there is nothing to do;
 *   %REMIT_STORE_ERROR
 */
gboolean remit_adopt (RemitWorkspace *workspace,
                      gint64 scenario,
                      const RemitAdoptOptions *options,
                      RemitAdoption **done,
                      GError **error);

/**
 * remit_adopt_find_base:
 * @origin: (out): the plan that a scenario was copied from
 * @seq: (out): the entry of the history after which both were level
 *
 * Errors: as above
 */
gboolean remit_adopt_find_base (RemitStore *store,
                                gint64 scenario,
                                gint64 *origin,
                                gint64 *seq,
                                GError **error);
