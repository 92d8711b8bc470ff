/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that says that a window shows an earlier version, with the way back to it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RemitPastBar:
 *
 * Its button activates `win.return-to-past`.
 */
#define REMIT_TYPE_PAST_BAR (remit_past_bar_get_type ())
G_DECLARE_FINAL_TYPE (RemitPastBar, remit_past_bar, REMIT, PAST_BAR, AdwBin)

/** Says that everything is shown as it stood at @when, a day and a time. */
void remit_past_bar_set_when (RemitPastBar *self,
                              const char *when);

/** Returns: what the bar says */
const char *remit_past_bar_get_text (RemitPastBar *self);

G_END_DECLS
