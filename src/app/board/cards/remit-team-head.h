/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a team's column: its name, purpose, and how far it is filled. */
#pragma once

#include "board/drag/remit-drag-hub.h"
#include "board/state/remit-board-ghosts.h"
#include "check/remit-checker.h"

#define REMIT_TYPE_TEAM_HEAD (remit_team_head_get_type ())
G_DECLARE_FINAL_TYPE (RemitTeamHead, remit_team_head, REMIT, TEAM_HEAD, GtkWidget)

RemitTeamHead *remit_team_head_new (RemitDragHub *hub);

void remit_team_head_bind (RemitTeamHead *self,
                           RemitWorkspace *workspace,
                           RemitEntity *team);
/** After it was bound: what a comparison says about the team; @ghosts may be %NULL. */
void remit_team_head_show_sign (RemitTeamHead *self,
                                RemitBoardGhosts *ghosts);
void remit_team_head_unbind (RemitTeamHead *self);

/** Returns: the id of the team it shows, or 0 */
gint64 remit_team_head_get_team (RemitTeamHead *self);

/** For measuring: shows example contents. */
void remit_team_head_set_example (RemitTeamHead *self);

/** Shows what was found about it; @checker may be %NULL. */
void remit_team_head_show_findings (RemitTeamHead *self,
                                    RemitChecker *checker);
