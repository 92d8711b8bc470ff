/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which teams are on the board; no widgets. */
#pragma once

#include "check/remit-checker.h"

/** Any value of a field. */
#define REMIT_BOARD_ANY (-1)

typedef enum {
  REMIT_BOARD_ANY_SLOTS,
  REMIT_BOARD_VACANT_SLOTS,
  REMIT_BOARD_NO_VACANT_SLOTS,
} RemitBoardVacancy;

typedef enum {
  REMIT_BOARD_ANY_FINDINGS,
  REMIT_BOARD_WITH_FINDINGS,
  REMIT_BOARD_WITH_ERRORS,
  REMIT_BOARD_WITHOUT_FINDINGS,
} RemitBoardFindings;

/**
 * RemitBoardFilter:
 * @text: (nullable): words, each of which is in the name of the team
 * @topology, @risk: values of the team's fields, or %REMIT_BOARD_ANY
 * @vacancy: whether it has slots that are required and vacant
 * @findings: whether something was found about it, its slots, or the people in them
 */
typedef struct {
  char *text;
  int topology;
  int risk;
  RemitBoardVacancy vacancy;
  RemitBoardFindings findings;
} RemitBoardFilter;

/** Lets all teams through. */
void remit_board_filter_init (RemitBoardFilter *self);
void remit_board_filter_clear (RemitBoardFilter *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitBoardFilter, remit_board_filter_clear)

/** Makes @self the same as another one. */
void remit_board_filter_copy (RemitBoardFilter *self,
                              const RemitBoardFilter *other);

/** Returns: whether there can be a team that it does not let through */
gboolean remit_board_filter_is_set (const RemitBoardFilter *self);

/** @checker: (nullable): without one nothing is found */
gboolean remit_board_filter_takes (const RemitBoardFilter *self,
                                   RemitWorkspace *workspace,
                                   RemitChecker *checker,
                                   RemitEntity *team);
