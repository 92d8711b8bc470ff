/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conflicts of a plan, with their clocks. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/**
 * RemitConflictsView:
 *
 * Properties: `workspace`, `plan`.
 */
#define REMIT_TYPE_CONFLICTS_VIEW (remit_conflicts_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitConflictsView, remit_conflicts_view, REMIT, CONFLICTS_VIEW, AdwBin)

G_END_DECLS
