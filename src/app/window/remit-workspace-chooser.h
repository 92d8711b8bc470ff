/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for the file of a workspace. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Called with the path of a workspace, to be made when it is not there and @create. */
typedef void (*RemitWorkspaceChosen) (GtkWindow *window,
                                      const char *path,
                                      gboolean create);

/** Asks for a workspace to open. */
void remit_workspace_chooser_open (GtkWindow *window,
                                   RemitWorkspaceChosen on_chosen);

/** Asks where a new workspace shall be. */
void remit_workspace_chooser_create (GtkWindow *window,
                                     RemitWorkspaceChosen on_chosen);

G_END_DECLS
