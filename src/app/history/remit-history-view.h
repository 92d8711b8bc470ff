/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of the workspace, newest first. */
#pragma once

#include "widgets/remit-view.h"

#define REMIT_TYPE_HISTORY_VIEW (remit_history_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitHistoryView, remit_history_view, REMIT, HISTORY_VIEW, RemitView)
