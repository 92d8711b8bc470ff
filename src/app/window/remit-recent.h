/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recent workspaces in the menu, and in the desktop's recent files. */
#pragma once

#include <gtk/gtk.h>

/** Tells the desktop that a workspace was opened. */
void remit_recent_add (const char *path);

/** Fills a menu with the last workspaces that are there, but for the one at @current. */
void remit_recent_fill_menu (GMenu *menu,
                             const char *current);
