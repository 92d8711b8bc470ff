/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for one of a few choices. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RemitChoiceRow:
 *
 * An editor (see remit-editor.h) of the field that its property `field` names.
 */
#define REMIT_TYPE_CHOICE_ROW (remit_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitChoiceRow, remit_choice_row, REMIT, CHOICE_ROW, AdwComboRow)

G_END_DECLS
