/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What dialogs share in which something is typed or chosen. */
#pragma once

#include <adwaita.h>

/**
 * remit_dialog_present:
 *
 * Presents a dialog whose first field has the keyboard: the first text, or else the first that can
 * have it below the header bar. Escape asks before it drops what was typed.
 */
void remit_dialog_present (GtkWindow *dialog);

/** Whatever stands in the fields now was not typed, but put there by the dialog itself. */
void remit_dialog_take_as_given (GtkWindow *dialog);

/** Shows in @problem, a label of a dialog, why what was entered is not taken, and says it. */
void remit_dialog_refuse (GtkLabel *problem,
                          const char *why);
