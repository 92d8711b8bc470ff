/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conflicts of a plan, with their clocks. */
#pragma once

#include "widgets/remit-view.h"

#define REMIT_TYPE_CONFLICTS_VIEW (remit_conflicts_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitConflictsView, remit_conflicts_view, REMIT, CONFLICTS_VIEW, RemitView)
