/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for another entity. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RemitReferenceRow:
 *
 * Chosen from all entities of the kind by searching. See remit-field-row.h.
 */
#define REMIT_TYPE_REFERENCE_ROW (remit_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitReferenceRow, remit_reference_row, REMIT, REFERENCE_ROW, AdwActionRow)

G_END_DECLS
