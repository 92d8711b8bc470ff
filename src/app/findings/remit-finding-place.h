/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes to the place where a finding can be fixed. */
#pragma once

#include <gtk/gtk.h>

#include "check/findings/remit-finding.h"

/** Returns: whether a finding is about something that can be gone to */
gboolean remit_finding_place_is_known (RemitFinding *finding);

/**
 * remit_finding_place_show:
 * @widget: a widget of the window
 *
 * Goes to the most particular of what the finding is about: the decision, the card on the board,
 * the conflict.
 */
void remit_finding_place_show (RemitFinding *finding,
                               GtkWidget *widget);
