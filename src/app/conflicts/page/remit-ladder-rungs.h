/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rungs of a ladder, to be edited. */
#pragma once

#include "widgets/sections/remit-list-section.h"

G_BEGIN_DECLS

#define REMIT_TYPE_LADDER_RUNGS (remit_ladder_rungs_get_type ())
G_DECLARE_FINAL_TYPE (RemitLadderRungs, remit_ladder_rungs, REMIT, LADDER_RUNGS,
                      RemitListSection)

G_END_DECLS
