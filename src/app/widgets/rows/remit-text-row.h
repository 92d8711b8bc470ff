/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for a line of text, or a day. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RemitTextRow:
 *
 * An editor (see remit-editor.h) of the field that its property `field` names. What is typed is
 * checked at once; the row's title says what is wrong. It is committed by Enter, and when the focus
 * leaves; Escape takes it back.
 */
#define REMIT_TYPE_TEXT_ROW (remit_text_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitTextRow, remit_text_row, REMIT, TEXT_ROW, AdwEntryRow)

G_END_DECLS
