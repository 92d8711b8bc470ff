/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing the report of a plan from the window. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/remit-audience.h"
#include "store/workspace/remit-workspace.h"

/**
 * remit_print_run:
 * @path: (nullable): a PDF to be written without asking; %NULL to ask which printer
 *
 * Prints the report of a plan, as an audience may see it; a toast in @parent says what went wrong.
 */
void remit_print_run (GtkWindow *parent,
                      RemitWorkspace *workspace,
                      gint64 plan,
                      RemitAudience audience,
                      const char *path);

/** Shows what an audience is not given, then asks which printer. */
void remit_print_ask (GtkWindow *parent,
                      RemitWorkspace *workspace,
                      gint64 plan,
                      RemitAudience audience);

/** Adds an item for each audience but the full one, with its nick as the target of @action. */
void remit_print_fill_menu (GMenu *menu,
                            const char *action);
