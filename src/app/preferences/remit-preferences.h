/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences of the user, and the settings of the workspace. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_PREFERENCES (remit_preferences_get_type ())
G_DECLARE_FINAL_TYPE (RemitPreferences, remit_preferences, REMIT, PREFERENCES, AdwPreferencesWindow)

/**
 * remit_preferences_new:
 * @workspace: (nullable): the workspace whose settings are shown
 */
GtkWindow *remit_preferences_new (GtkWindow *parent,
                                  RemitWorkspace *workspace);
