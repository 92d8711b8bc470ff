/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heading of a group of teams on the board, and all of it when it is folded. */
#pragma once

#include <gtk/gtk.h>

#include "board/state/remit-board-groups.h"
#include "board/state/remit-board-sums.h"

/**
 * RemitTeamBand:
 *
 * A strip above the teams of a group: its name, and what they come to. Folded it stands in their
 * place, a narrow column with the same. A click folds or unfolds it, by the action
 * `board.fold-group`.
 */
#define REMIT_TYPE_TEAM_BAND (remit_team_band_get_type ())
G_DECLARE_FINAL_TYPE (RemitTeamBand, remit_team_band, REMIT, TEAM_BAND, GtkWidget)

RemitTeamBand *remit_team_band_new (void);

/** Shows a group, which has no sums yet. */
void remit_team_band_bind (RemitTeamBand *self,
                           const RemitBoardGroup *group);
/** Shows what its teams come to. */
void remit_team_band_show_sums (RemitTeamBand *self,
                                const RemitBoardSums *sums);

/** Returns: (transfer none) (nullable): which group it shows */
const char *remit_team_band_get_key (RemitTeamBand *self);

/** For measuring: shows example contents. */
void remit_team_band_set_example (RemitTeamBand *self);
