/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairing a copy of a workspace that cannot be opened. */
#pragma once

#include <gtk/gtk.h>

/** Returns: whether a copy of a file that fails to open with @error may be repaired */
gboolean remit_repair_offer_helps (const GError *error);

/**
 * remit_repair_offer_ask:
 * @window: that of the workspace
 * @from: the file, which stays as it is
 * @to: (nullable): where the copy goes; %NULL to ask
 *
 * Copies what can be read in a thread, activates `win.go-on-in` with the copy, and says what was
 * left out.
 */
void remit_repair_offer_ask (GtkWindow *window,
                             const char *from,
                             const char *to);
