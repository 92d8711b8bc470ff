/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggests who fills which vacant slots: the best by the score, within what everybody has time for.
 * */
#pragma once

#include "plan/match/remit-match.h"
#include "remit-solver.h"

/* Who may fill a slot, beside having the time: whoever has all critical skills at their levels, and
 * at least this share of all levels that it needs, in percent. Our own judgement. */
#define REMIT_SUGGEST_SKILLS 50

/* On how many of the slot's days a person has to be there, in percent. Our own judgement. */
#define REMIT_SUGGEST_DAYS 50

/**
 * RemitSuggestPin:
 * @person: who is meant
 * @slot: where; 0 for nowhere but where they are
 * @is_out: whether they are not to be in @slot; else they are to be
 */
typedef struct {
  gint64 person;
  gint64 slot;
  gboolean is_out;
} RemitSuggestPin;

/**
 * RemitSuggestQuery:
 * @plan: the plan, which is loaded
 * @team: whose slots; 0 for all of the plan
 * @slots: (nullable) (element-type gint64): which slots alone
 * @pins: (nullable) (element-type RemitSuggestPin): what the user has decided
 */
typedef struct {
  gint64 plan;
  gint64 team;
  const GArray *slots;
  const GArray *pins;
} RemitSuggestQuery;

/**
 * RemitSuggestState:
 * @REMIT_SUGGEST_FILLED: somebody is suggested
 * @REMIT_SUGGEST_NO_SKILLS: nobody has what is needed
 * @REMIT_SUGGEST_NO_TIME: nobody who has it is free
 * @REMIT_SUGGEST_RULE: whoever has it and is free is kept out by a rule, or by the user
 * @REMIT_SUGGEST_TAKEN: whoever could is needed more in other slots
 * @REMIT_SUGGEST_RESERVED: it waits for somebody by name
 * @REMIT_SUGGEST_HIRING: hiring is frozen, or somebody has an offer; and it was not asked for alone
 * @REMIT_SUGGEST_OVER: its days are over
 */
typedef enum {
  REMIT_SUGGEST_FILLED,
  REMIT_SUGGEST_NO_SKILLS,
  REMIT_SUGGEST_NO_TIME,
  REMIT_SUGGEST_RULE,
  REMIT_SUGGEST_TAKEN,
  REMIT_SUGGEST_RESERVED,
  REMIT_SUGGEST_HIRING,
  REMIT_SUGGEST_OVER,
  REMIT_SUGGEST_N_STATES
} RemitSuggestState;

/**
 * RemitSuggestRow:
 * @slot: what is to be filled
 * @person: who is suggested, or 0 when it stays open
 * @percent: the part of the slot that it is about: all that it lacks, up to a full time
 * @score: see #RemitMatch
 * @reasons: (nullable): what the score comes from, see remit_match_dup_reasons()
 * @rival: who fits the slot better and is not suggested for it, or 0
 * @rival_score: their score
 * @rival_slot: where they are suggested instead; 0 when nowhere
 * @loss: how many points all slots together would lose if they were here
 * @n_could: how many people could fill it, each for themselves
 *
 * A vacant slot, or the part of one that one person is to fill.
 */
typedef struct {
  gint64 slot;
  RemitSuggestState state;
  gint64 person;
  int percent;
  int score;
  GStrv reasons;
  gint64 rival;
  int rival_score;
  gint64 rival_slot;
  gint64 loss;
  guint n_could;
} RemitSuggestRow;

/**
 * RemitSuggestion:
 * @rows: (element-type RemitSuggestRow): in the order of teams and slots
 * @n_filled: how many of them are filled
 * @score: the sum of the scores
 * @gap: by which share a better suggestion could be better at most, see remit_solution_get_gap()
 */
typedef struct {
  GArray *rows;
  guint n_filled;
  gint64 score;
  double gap;
} RemitSuggestion;

/**
 * remit_suggest_run:
 * @workspace: with the plan loaded; of the thread that this is called in
 * @control: (nullable)
 *
 * A person who is in the slot already is not suggested for the rest of it, nor anybody for two
 * slots of one team of which one builds what the other validates (the rule SOD-1), nor for more
 * than they have left on any day, with what they have to do in other published plans. Nobody leaves
 * a slot.
 *
 * Errors: %G_IO_ERROR_CANCELLED, %REMIT_STORE_ERROR, %REMIT_MODEL_ERROR_REFUSED
 */
RemitSuggestion *remit_suggest_run (RemitWorkspace *workspace,
                                    const RemitSuggestQuery *query,
                                    const RemitWorkControl *control,
                                    GError **error);
void remit_suggestion_free (RemitSuggestion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitSuggestion, remit_suggestion_free)

/** Returns: (transfer full): why a slot stays open: "Nobody with the skills is free" */
char *remit_suggest_dup_state (const RemitSuggestRow *row);

/** Returns: (transfer full) (nullable): "Ada Lovelace (95 points) here would cost 12 points:
 *   suggested for ML engineer"; %NULL without a rival */
char *remit_suggest_dup_rival (RemitWorkspace *workspace,
                               const RemitSuggestRow *row);

/** Returns: (transfer full): "8 of 10 slots filled, 720 points; at most 0.02 % from the best" */
char *remit_suggest_dup_summary (const RemitSuggestion *self);

/**
 * remit_suggest_judge:
 * @rows: (element-type RemitSuggestRow): those that are to be taken, and others
 *
 * Returns: (transfer full) (element-type utf8): for each row why it could no longer be done, or
 *   %NULL when it could, together with those before it that could
 */
GPtrArray *remit_suggest_judge (RemitWorkspace *workspace,
                                const GArray *rows);

/**
 * remit_suggest_do:
 * @rows: (element-type RemitSuggestRow): those that are taken; what stays open is left out
 *
 * Assigns people as suggested, in one edit: all or none. What others have changed meanwhile is
 * judged by: a slot that is filled, or a person who has no time left or would break a rule, ends
 * it.
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED with the reason; %REMIT_STORE_ERROR
 */
gboolean remit_suggest_do (RemitWorkspace *workspace,
                           const GArray *rows,
                           GError **error);
