/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strip with all teams of a board that is wider than the window, to jump along. */
#pragma once

#include "board/map/remit-map-figure.h"
#include "board/remit-board.h"

/**
 * RemitOverview:
 *
 * A block for each team, coloured as on the map, with what is in sight marked. A click jumps there,
 * a drag takes what is in sight along, and so does what is dragged over it; arrows go on by a team.
 * It is there only while there is more than is in sight.
 */
#define REMIT_TYPE_OVERVIEW (remit_overview_get_type ())
G_DECLARE_FINAL_TYPE (RemitOverview, remit_overview, REMIT, OVERVIEW, GtkWidget)

/** @adjustment: by which the board is scrolled across */
RemitOverview *remit_overview_new (RemitBoard *board,
                                   GtkAdjustment *adjustment);

void remit_overview_set_colors (RemitOverview *self,
                                RemitMapColors colors);
