/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row that turns watching on and off while no window is open. */
#pragma once

#include <adwaita.h>

/**
 * RemitBackgroundRow:
 *
 * Its switch says what is wanted, until the desktop has answered: when it says no, the switch goes
 * back, and the reason is told. The application begins to watch, or ends, at once.
 */
#define REMIT_TYPE_BACKGROUND_ROW (remit_background_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitBackgroundRow, remit_background_row, REMIT, BACKGROUND_ROW, AdwActionRow)
