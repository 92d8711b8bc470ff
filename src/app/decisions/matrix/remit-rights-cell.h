/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of the matrix: letters and findings. */
#pragma once

#include <gtk/gtk.h>

#include "remit-rights-table.h"
#include "widgets/drawing/remit-finding-mark.h"

#define REMIT_TYPE_RIGHTS_CELL (remit_rights_cell_get_type ())
G_DECLARE_FINAL_TYPE (RemitRightsCell, remit_rights_cell, REMIT, RIGHTS_CELL, GtkWidget)

/**
 * remit_rights_cell_bind:
 * @name: what is said of it: "Release model, Product manager"
 */
void remit_rights_cell_bind (RemitRightsCell *self,
                             const char *name,
                             RemitFramework framework,
                             const RemitRightsLetters *letters,
                             const RemitFindingMark *mark);

void remit_rights_cell_set_selected (RemitRightsCell *self,
                                     gboolean selected);

/** Returns: what assistive technology is told: "Release model, Product manager: Accountable" */
const char *remit_rights_cell_get_spoken (RemitRightsCell *self);
