/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for yes or no. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RemitSwitchRow:
 *
 * Committed at once. See remit-field-row.h.
 */
#define REMIT_TYPE_SWITCH_ROW (remit_switch_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitSwitchRow, remit_switch_row, REMIT, SWITCH_ROW, AdwActionRow)

G_END_DECLS
