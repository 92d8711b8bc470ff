/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the teams of the board come to: slots, time and findings; no widgets. */
#pragma once

#include "check/remit-checker.h"

/**
 * RemitBoardSums:
 * @n_slots: of all the teams that were added
 * @n_filled: how many of them have somebody in them
 * @n_vacant: how many required ones have nobody
 * @demand: what the slots need, percent of full time
 * @allocated: what is allocated to them, percent of full time
 * @n_findings: about the teams, their slots and the people in them; accepted ones are not counted
 * @worst: of these; %REMIT_N_SEVERITIES for none
 * @findings: (private): those that are counted
 */
typedef struct {
  guint n_teams;
  guint n_slots;
  guint n_filled;
  guint n_vacant;
  int demand;
  int allocated;
  guint n_findings;
  RemitSeverity worst;
  GHashTable *findings;
} RemitBoardSums;

void remit_board_sums_init (RemitBoardSums *self);
void remit_board_sums_clear (RemitBoardSums *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitBoardSums, remit_board_sums_clear)

/** Adds a team. @checker: (nullable): without one nothing is found */
void remit_board_sums_add (RemitBoardSums *self,
                           RemitWorkspace *workspace,
                           RemitChecker *checker,
                           gint64 team);

/** Returns: the worst of a team's findings, as they are counted; %REMIT_N_SEVERITIES for none */
RemitSeverity remit_board_sums_find_worst (RemitWorkspace *workspace,
                                           RemitChecker *checker,
                                           gint64 team);

/** Returns: (transfer full): "3 of 4 slots filled" */
char *remit_board_sums_dup_slots (const RemitBoardSums *self);
/** Returns: (transfer full): "2.5 of 4 FTE" */
char *remit_board_sums_dup_time (const RemitBoardSums *self);
/** Returns: (transfer full) (nullable): "5 findings"; %NULL for none */
char *remit_board_sums_dup_findings (const RemitBoardSums *self);
/** Returns: (transfer full): all of it in one line */
char *remit_board_sums_dup_words (const RemitBoardSums *self);
