/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a suggestion: what is filled by whom, and what stays open. */
#pragma once

#include <adwaita.h>

#include "plan/suggest/remit-suggest.h"

/**
 * RemitSuggestList:
 *
 * Signals: `changed`, when another choice of rows is taken; `show-slot` (gint64), a slot that the
 * user wants to see; `pin` (gint64 person, gint64 slot, gboolean is_out), see #RemitSuggestPin.
 */
#define REMIT_TYPE_SUGGEST_LIST (remit_suggest_list_get_type ())
G_DECLARE_FINAL_TYPE (RemitSuggestList, remit_suggest_list, REMIT, SUGGEST_LIST, AdwBin)

/** Shows a suggestion, all of which is taken. @suggestion: (nullable): has to stay until another
 * one is set */
void remit_suggest_list_set (RemitSuggestList *self,
                             RemitWorkspace *workspace,
                             const RemitSuggestion *suggestion);

/** Returns: (transfer none) (element-type guint): the numbers of the rows that are not taken */
GHashTable *remit_suggest_list_get_left (RemitSuggestList *self);

/** Returns: (transfer full): who is suggested: "Ada Lovelace · 60 % · 95 points" */
char *remit_suggest_list_dup_person (RemitWorkspace *workspace,
                                     const RemitSuggestRow *row);
/** Returns: (transfer full): why, and on a line of its own what somebody who fits better would cost
 */
char *remit_suggest_list_dup_reasons (RemitWorkspace *workspace,
                                      const RemitSuggestRow *row);

/** Returns: (transfer full) (element-type RemitSuggestRow): what is taken, without the reasons */
GArray *remit_suggest_list_dup_taken (RemitSuggestList *self);
