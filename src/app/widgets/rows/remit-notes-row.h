/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for a text of several lines. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RemitNotesRow:
 *
 * Committed when the focus leaves; Escape takes back what was typed. See remit-field-row.h.
 */
#define REMIT_TYPE_NOTES_ROW (remit_notes_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitNotesRow, remit_notes_row, REMIT, NOTES_ROW, AdwPreferencesRow)

G_END_DECLS
