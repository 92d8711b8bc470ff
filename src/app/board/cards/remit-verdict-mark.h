/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a place shows what putting there what is carried would be. */
#pragma once

#include <gtk/gtk.h>

#include "plan/placement/remit-placement.h"

/**
 * remit_verdict_mark_set:
 * @verdict: %REMIT_VERDICT_NOTHING marks nothing
 * @target: whether it is the place under the pointer, or the one that the keyboard has gone to
 */
void remit_verdict_mark_set (GtkWidget *widget,
                             RemitVerdict verdict,
                             gboolean target);
