/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for one of a few choices. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RemitChoiceRow:
 *
 * Committed at once. See remit-field-row.h.
 */
#define REMIT_TYPE_CHOICE_ROW (remit_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitChoiceRow, remit_choice_row, REMIT, CHOICE_ROW, AdwComboRow)

G_END_DECLS
