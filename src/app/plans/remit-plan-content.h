/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a dragged plan is for other programs: a file. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

/**
 * RemitPlanContent:
 *
 * A plan as a file in XML, for file managers and mail programs, and as its text; without what is
 * confidential, as it is not asked who will read it. It is written in a thread when somebody wants
 * it, into the user's folder for what can be made again.
 */
#define REMIT_TYPE_PLAN_CONTENT (remit_plan_content_get_type ())
G_DECLARE_FINAL_TYPE (RemitPlanContent, remit_plan_content, REMIT, PLAN_CONTENT, GdkContentProvider)

GdkContentProvider *remit_plan_content_new (RemitWorkspace *workspace,
                                            gint64 plan);
