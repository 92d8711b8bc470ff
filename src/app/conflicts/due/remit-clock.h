/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A label that counts the time until something is due, or since then. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_CLOCK (remit_clock_get_type ())
G_DECLARE_FINAL_TYPE (RemitClock, remit_clock, REMIT, CLOCK, AdwBin)

/** @due: in milliseconds since 1970; 0 for none */
void remit_clock_set_due (RemitClock *self,
                          gint64 due);

/** Returns: (transfer full): what a clock says: "2 days", "4 h 30 min", "over by 3 h 5 min" */
char *remit_clock_dup_words (gint64 due,
                             gint64 now);
