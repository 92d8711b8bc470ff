/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that names the archive with older entries, and opens it. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

/** A line below the history, in sight when its beginning is in an archive. */
#define REMIT_TYPE_ARCHIVE_BAR (remit_archive_bar_get_type ())
G_DECLARE_FINAL_TYPE (RemitArchiveBar, remit_archive_bar, REMIT, ARCHIVE_BAR, AdwBin)

/** @workspace: (nullable) */
void remit_archive_bar_update (RemitArchiveBar *self,
                               RemitWorkspace *workspace);

/** Opens the archive of @workspace in a window of its own, if it is beside it. */
void remit_archive_bar_open (GtkWidget *widget,
                             RemitWorkspace *workspace);

/**
 * remit_archive_bar_offer:
 * @error: says that what was asked for is in the archive
 *
 * Says so, and offers to open the archive, if it is beside the workspace.
 */
void remit_archive_bar_offer (GtkWidget *widget,
                              RemitWorkspace *workspace,
                              const GError *error);
