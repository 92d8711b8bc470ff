/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parties of a conflict, side by side: what they want, and why. */
#pragma once

#include "widgets/sections/remit-list-section.h"

G_BEGIN_DECLS

#define REMIT_TYPE_CONFLICT_PARTIES (remit_conflict_parties_get_type ())
G_DECLARE_FINAL_TYPE (RemitConflictParties, remit_conflict_parties, REMIT, CONFLICT_PARTIES,
                      RemitListSection)

G_END_DECLS
