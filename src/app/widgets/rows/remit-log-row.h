/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entry of a log: what it is, by whom and when, and what was said. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_LOG_ROW (remit_log_row_get_type ())
G_DECLARE_FINAL_TYPE (RemitLogRow, remit_log_row, REMIT, LOG_ROW, AdwPreferencesRow)

/**
 * remit_log_row_new:
 * @event: of the log of a decision or a conflict
 * @heading: what it is, in a word or two
 *
 * What does not count any longer is struck out. Of a long text the beginning is shown, with a
 * button for the rest.
 */
RemitLogRow *remit_log_row_new (RemitWorkspace *workspace,
                                RemitEntity *event,
                                const char *heading);

/** Adds a further line. */
void remit_log_row_add_part (RemitLogRow *self,
                             const char *text);
void remit_log_row_add_widget (RemitLogRow *self,
                               GtkWidget *widget);

/**
 * remit_log_row_add_mark:
 * @icon: (nullable): the name of a sign, for what its colour says
 * @style_class: (nullable): for the colour
 *
 * Adds a mark at the beginning, by which rows become one thread.
 */
void remit_log_row_add_mark (RemitLogRow *self,
                             const char *icon,
                             const char *style_class);

/** Adds a button for the action, whose target is the id of the entry. */
void remit_log_row_add_take_back (RemitLogRow *self,
                                  const char *action,
                                  gint64 event);
