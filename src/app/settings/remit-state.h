/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's own state between sessions, apart from workspaces. */
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

/**
 * remit_state_remember:
 * @key: a setting that is a dictionary from paths
 * @value: (transfer floating)
 *
 * Remembers something of the workspace at @path. Of the oldest, beyond 50, it is forgotten.
 */
void remit_state_remember (const char *key,
                           const char *path,
                           GVariant *value);

/** Returns: (transfer full) (nullable): what is remembered of the workspace at @path */
GVariant *remit_state_recall (const char *key,
                              const char *path);

/** Returns: the id of the plan that was open last in the workspace at @path, or 0 */
gint64 remit_state_get_plan (const char *path);
void remit_state_set_plan (const char *path,
                           gint64 plan);

/**
 * RemitStatePlace:
 * @view: (nullable): the name of the view that was shown
 * @kind: (nullable): the name of the kind of what was selected, and its @id
 * @x, @y: how far the view was scrolled, in pixels
 *
 * Where a window was in a workspace.
 */
typedef struct {
  char *view;
  char *kind;
  gint64 id;
  int x, y;
} RemitStatePlace;

void remit_state_place_clear (RemitStatePlace *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitStatePlace, remit_state_place_clear)

/** Returns: whether it is known where a window was in the workspace at @path */
gboolean remit_state_get_place (const char *path,
                                RemitStatePlace *place);
void remit_state_set_place (const char *path,
                            const RemitStatePlace *place);

/** Returns: (transfer full): the paths of the workspaces that were opened lately, newest first */
GStrv remit_state_dup_paths (void);
