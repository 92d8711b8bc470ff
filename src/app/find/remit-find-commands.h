/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of a window by name. */
#pragma once

#include <gtk/gtk.h>

/**
 * RemitFindCommand:
 * @label: what it is called, without a mnemonic
 * @place: what it is done to, or its key; may be empty
 * @action: its name and target, as g_action_parse_detailed_name() reads them
 * @view: (nullable): the view that it is done in, which is gone to first
 */
typedef struct {
  char *label;
  char *place;
  char *action;
  const char *view;
} RemitFindCommand;

/**
 * remit_find_commands_collect:
 * @window: the window, with the board if that is shown
 *
 * Returns: (transfer full) (element-type RemitFindCommand): what can be done now
 */
GPtrArray *remit_find_commands_collect (GtkWidget *window);

/** Does it, in the view that it belongs to. */
void remit_find_command_run (const RemitFindCommand *self,
                             GtkWidget *window);

/** Returns: whether an action, by its name without a target, has a name for people; for tests */
gboolean remit_find_commands_know (const char *action);
