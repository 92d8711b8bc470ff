/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exporting a plan as XML, its decision rights as CSV, or the history. */
#pragma once

#include <adwaita.h>

#include "store/history/remit-history-search.h"
#include "store/workspace/remit-workspace.h"

G_BEGIN_DECLS

/**
 * RemitExportFormat:
 * @REMIT_EXPORT_PLAN_FOR_STAKEHOLDERS: without what is confidential: see #RemitAudience
 * @REMIT_EXPORT_HISTORY_CSV: with all that is, since an audit trail has no gaps
 */
typedef enum {
  REMIT_EXPORT_PLAN,
  REMIT_EXPORT_PLAN_FOR_STAKEHOLDERS,
  REMIT_EXPORT_MATRIX,
  REMIT_EXPORT_HISTORY_CSV,
  REMIT_EXPORT_HISTORY_JSON,
} RemitExportFormat;

/**
 * remit_export_ask:
 * @plan: of what is of a plan
 * @filter: (nullable): of the history, which entries
 *
 * Asks where to, and writes it there.
 */
void remit_export_ask (GtkWindow *parent,
                       RemitWorkspace *workspace,
                       gint64 plan,
                       const RemitHistoryFilter *filter,
                       RemitExportFormat format);

/** Writes it to @path, in a thread, with progress; a toast in @parent says how it ended. */
void remit_export_write (GtkWindow *parent,
                         RemitWorkspace *workspace,
                         gint64 plan,
                         const RemitHistoryFilter *filter,
                         RemitExportFormat format,
                         const char *path);

G_END_DECLS
