/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program remembers from one start to the next, beside the workspaces. */
#pragma once

#include <gio/gio.h>

/**
 * remit_state_get:
 *
 * Returns: (transfer none) (nullable): the settings; %NULL when their schema is not installed, as
 *   in a build folder: then nothing is remembered
 */
GSettings *remit_state_get (void);

/** Light or dark, or as the desktop has it: a value of the setting `color-scheme`. */
guint remit_state_get_color_scheme (void);
void remit_state_use_color_scheme (guint scheme);

/** Returns: (transfer full): where the user's own workspace is, in a folder that is there */
char *remit_state_dup_own_path (void);

/** Returns: the id of the plan that was open last in the workspace at @path, or 0 */
gint64 remit_state_get_plan (const char *path);
void remit_state_set_plan (const char *path,
                           gint64 plan);

/** Returns: (transfer full): the paths of the workspaces that were opened lately, newest first */
GStrv remit_state_dup_paths (void);
