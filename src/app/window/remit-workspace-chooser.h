/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for the file of a workspace. */
#pragma once

#include <gtk/gtk.h>

/** Called with the path of a workspace, to be made when it is not there and @create. */
typedef void (*RemitWorkspaceChosen) (GtkWindow *window,
                                      const char *path,
                                      gboolean create);

/** Asks for a workspace to open, or where a new one shall be. */
void remit_workspace_chooser_ask (GtkWindow *window,
                                  gboolean create,
                                  RemitWorkspaceChosen on_chosen);
