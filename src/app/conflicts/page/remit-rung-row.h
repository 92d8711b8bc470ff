/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A level of an escalation ladder, editable. */
#pragma once

#include <adwaita.h>

/**
 * RemitRungRow:
 *
 * A section (see remit-section.h) of a rung of a ladder: who is asked, the fields, and when a time
 * limit that begins now is up, also while it is typed.
 */
#define REMIT_TYPE_RUNG_ROW (remit_rung_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitRungRow, remit_rung_row, REMIT, RUNG_ROW, AdwExpanderRow)

/** @place: the number of the level, from 1 */
GtkWidget *remit_rung_row_new (guint place);
