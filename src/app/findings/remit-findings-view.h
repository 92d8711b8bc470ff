/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All findings of a plan in one list. */
#pragma once

#include "widgets/remit-view.h"

#define REMIT_TYPE_FINDINGS_VIEW (remit_findings_view_get_type ())
G_DECLARE_FINAL_TYPE (RemitFindingsView, remit_findings_view, REMIT, FINDINGS_VIEW, RemitView)
