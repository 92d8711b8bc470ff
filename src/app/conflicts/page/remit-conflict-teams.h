/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams that are in a conflict beside the one whose ladder it stands on. */
#pragma once

#include "widgets/sections/remit-list-section.h"

G_BEGIN_DECLS

#define REMIT_TYPE_CONFLICT_TEAMS (remit_conflict_teams_get_type ())
G_DECLARE_FINAL_TYPE (RemitConflictTeams, remit_conflict_teams, REMIT, CONFLICT_TEAMS,
                      RemitListSection)

G_END_DECLS
