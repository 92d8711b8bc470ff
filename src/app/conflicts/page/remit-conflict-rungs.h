/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ladder of a conflict: its rungs, who is behind them today, and where it stands. */
#pragma once

#include "widgets/sections/remit-list-section.h"

G_BEGIN_DECLS

#define REMIT_TYPE_CONFLICT_RUNGS (remit_conflict_rungs_get_type ())
G_DECLARE_FINAL_TYPE (RemitConflictRungs, remit_conflict_rungs, REMIT, CONFLICT_RUNGS,
                      RemitListSection)

G_END_DECLS
