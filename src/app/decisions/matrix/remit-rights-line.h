/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the matrix: the title of a decision and its cells, or the heading of a team. */
#pragma once

#include "remit-rights-cell.h"
#include "remit-rights-strip.h"

#define REMIT_TYPE_RIGHTS_LINE (remit_rights_line_get_type ())
G_DECLARE_FINAL_TYPE (RemitRightsLine, remit_rights_line, REMIT, RIGHTS_LINE, RemitRightsStrip)

/**
 * remit_rights_line_bind:
 * @row: of the table
 *
 * Shows a row of the table, in the columns from @first on, before @last, as it is now.
 */
void remit_rights_line_bind (RemitRightsLine *self,
                             RemitChecker *checker,
                             guint row,
                             guint first,
                             guint last);

/** Returns: how high a line of two lines of text has to be; what it shows is lost */
int remit_rights_line_measure (RemitRightsLine *self);

/** Marks the cells from @from on, before @until. */
void remit_rights_line_select (RemitRightsLine *self,
                               guint from,
                               guint until);

/** Shows that what is dragged would be put here. */
void remit_rights_line_set_target (RemitRightsLine *self,
                                   gboolean target);
