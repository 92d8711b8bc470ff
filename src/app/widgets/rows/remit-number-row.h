/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for a number or a percentage. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RemitNumberRow:
 *
 * Committed after a pause, and when the focus leaves. See remit-field-row.h.
 */
#define REMIT_TYPE_NUMBER_ROW (remit_number_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitNumberRow, remit_number_row, REMIT, NUMBER_ROW, AdwActionRow)

G_END_DECLS
