/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exporting a plan as XML, or its decision rights as CSV. */
#pragma once

#include <adwaita.h>

#include "store/remit-workspace.h"

G_BEGIN_DECLS

typedef enum {
  REMIT_EXPORT_PLAN,
  REMIT_EXPORT_MATRIX,
} RemitExportFormat;

/** Asks where to, and writes the plan there. */
void remit_export_ask (GtkWindow *parent,
                       RemitWorkspace *workspace,
                       gint64 plan,
                       RemitExportFormat format);

/** Writes the plan to @path, in a thread, with progress; a toast in @parent says how it ended. */
void remit_export_write (GtkWindow *parent,
                         RemitWorkspace *workspace,
                         gint64 plan,
                         RemitExportFormat format,
                         const char *path);

G_END_DECLS
