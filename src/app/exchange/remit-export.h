/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exporting a plan or the history from the window, in the formats of remit-exporter.h. */
#pragma once

#include <adwaita.h>

#include "exchange/remit-exporter.h"
#include "store/workspace/remit-workspace.h"

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
                       const RemitExporter *exporter,
                       RemitAudience audience);

/** Writes it to @path, in a thread, with progress; a toast in @parent says how it ended. */
void remit_export_write (GtkWindow *parent,
                         RemitWorkspace *workspace,
                         gint64 plan,
                         const RemitHistoryFilter *filter,
                         const RemitExporter *exporter,
                         RemitAudience audience,
                         const char *path);

/** Shows what @audience is not given, then writes the file, and begins an e-mail with it. */
void remit_export_mail (GtkWindow *parent,
                        RemitWorkspace *workspace,
                        gint64 plan,
                        const RemitExporter *exporter,
                        RemitAudience audience);

/**
 * remit_export_fill_menu:
 *
 * Adds an item for each format and audience of a scope that the window offers. They activate
 * @action with the name of the format, a dot, and the nick of the audience.
 */
void remit_export_fill_menu (GMenu *menu,
                             RemitExportScope scope,
                             const char *action);

/** The same for plans, where formats for several audiences are sections of their own. */
void remit_export_fill_sections (GMenu *menu,
                                 const char *action);

/** Adds the items for e-mails, with targets of the same form. */
void remit_export_fill_mail (GMenu *menu,
                             const char *action);

/** Reads the target of such an item. Returns: (nullable): the format; %NULL for the item that
 * stands for files of audiences with errors, see remit_leaving_dialog_show_faults() */
const RemitExporter *remit_export_parse_target (RemitExportScope scope,
                                                GVariant *target,
                                                RemitAudience *audience);
