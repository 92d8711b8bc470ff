/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Load against capacity over time. */
#pragma once

#include "widgets/charts/remit-grid-view.h"

#define REMIT_TYPE_LOAD_VIEW (remit_load_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitLoadView, remit_load_view, REMIT, LOAD_VIEW, RemitGridView)
