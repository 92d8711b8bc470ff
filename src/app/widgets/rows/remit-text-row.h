/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for a line of text, or a day. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RemitTextRow:
 *
 * What is typed is judged at once; the row's title says what is wrong. Committed by Enter, and when
 * the focus leaves; Escape takes it back. See remit-field-row.h.
 */
#define REMIT_TYPE_TEXT_ROW (remit_text_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitTextRow, remit_text_row, REMIT, TEXT_ROW, AdwEntryRow)

G_END_DECLS
