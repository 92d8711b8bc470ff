/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The front page of a plan: figures and charts, each of which leads to its view. */
#pragma once

#include "widgets/charts/remit-grid-view.h"

#define REMIT_TYPE_OVERVIEW_VIEW (remit_overview_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitOverviewView, remit_overview_view, REMIT, OVERVIEW_VIEW, RemitGridView)
