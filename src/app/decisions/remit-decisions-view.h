/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions: who has which right, as a matrix. */
#pragma once

#include "widgets/remit-view.h"

#define REMIT_TYPE_DECISIONS_VIEW (remit_decisions_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitDecisionsView, remit_decisions_view, REMIT, DECISIONS_VIEW, RemitView)
