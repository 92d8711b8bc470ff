/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its windows, and what belongs to none of them. */
#pragma once

#include <adwaita.h>

/**
 * RemitApplication:
 *
 * Its actions serve what does not know it: `app.open-workspace` with a path and whether it is made
 * when it is not there; `app.watching`, whether clocks are watched, and the program stays, while no
 * window is open (see remit-watches.h).
 */
#define REMIT_TYPE_APPLICATION (remit_application_get_type ())
G_DECLARE_FINAL_TYPE (RemitApplication, remit_application, REMIT, APPLICATION, AdwApplication)

RemitApplication *remit_application_new (void);

/**
 * remit_application_open_workspace:
 * @path: a workspace; made when it is not there and @create
 *
 * Presents the window of a workspace; a new one when none shows it yet.
 */
void remit_application_open_workspace (RemitApplication *self,
                                       const char *path,
                                       gboolean create);

/** Returns: whether a window shows the workspace at @path */
gboolean remit_application_is_open (GApplication *application,
                                    const char *path);
