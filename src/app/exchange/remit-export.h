/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exporting a plan as XML. */
#pragma once

#include <adwaita.h>

#include "store/remit-workspace.h"

G_BEGIN_DECLS

/** Asks where to, and writes the plan there. */
void remit_export_ask (GtkWindow *parent,
                       RemitWorkspace *workspace,
                       gint64 plan);

/** Writes the plan to @path, in a thread, with progress; a toast in @parent says how it ended. */
void remit_export_write (GtkWindow *parent,
                         RemitWorkspace *workspace,
                         gint64 plan,
                         const char *path);

G_END_DECLS
