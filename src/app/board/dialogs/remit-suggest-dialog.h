/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggests who fills vacant slots, row by row, to be taken whole, in part or not. */
#pragma once

#include <adwaita.h>

#include "widgets/remit-view.h"

#define REMIT_TYPE_SUGGEST_DIALOG (remit_suggest_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitSuggestDialog, remit_suggest_dialog, REMIT, SUGGEST_DIALOG, AdwWindow)

/**
 * remit_suggest_dialog_present:
 * @view: whose plan it is about; it shows what the user wants to see on the board
 * @team: whose slots; 0 for all of the plan
 * @slot: which slot alone; 0 for all of the team
 *
 * The window beside it can be used meanwhile: what changes there is judged when the suggestion is
 * taken. It closes with the view's plan.
 */
void remit_suggest_dialog_present (RemitView *view,
                                   gint64 team,
                                   gint64 slot);
