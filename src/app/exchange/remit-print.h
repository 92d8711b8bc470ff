/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing the report of a plan from the window. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

/**
 * remit_print_run:
 * @path: (nullable): a PDF to be written without asking; %NULL to ask which printer
 *
 * Prints the report of a plan; a toast in @parent says what went wrong.
 */
void remit_print_run (GtkWindow *parent,
                      RemitWorkspace *workspace,
                      gint64 plan,
                      const char *path);
