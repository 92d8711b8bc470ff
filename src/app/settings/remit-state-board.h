/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the board when a workspace was closed. */
#pragma once

#include <gio/gio.h>

/**
 * RemitStateBoard:
 * @grouping: (nullable): by what its teams were grouped
 * @zoom: (nullable): how closely they were seen
 * @colors: (nullable): what the colours of the map said
 * @folded: (nullable): the keys of the groups that were folded
 * @text, @topology, @risk, @vacancy, @findings: the filter; see remit-board-filter.h
 */
typedef struct {
  char *grouping;
  char *zoom;
  char *colors;
  char **folded;
  char *text;
  int topology, risk, vacancy, findings;
} RemitStateBoard;

void remit_state_board_clear (RemitStateBoard *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitStateBoard, remit_state_board_clear)

/** Returns: whether it is known for the workspace at @path */
gboolean remit_state_board_get (const char *path,
                                RemitStateBoard *board);
void remit_state_board_set (const char *path,
                            const RemitStateBoard *board);
