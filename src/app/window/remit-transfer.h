/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Import and export, also by dropping files on the window. */
#pragma once

#include "widgets/remit-view.h"

/**
 * RemitTransfer:
 *
 * Has the actions of a window that import and export, and is the place where files are dropped.
 * Files are imported one after the other; a plan that comes with one is worked on next.
 */
#define REMIT_TYPE_TRANSFER (remit_transfer_get_type ())
G_DECLARE_FINAL_TYPE (RemitTransfer, remit_transfer, REMIT, TRANSFER, RemitView)

/** Imports a file after those that were asked for before, as soon as the workspace is open. */
void remit_transfer_import (RemitTransfer *self,
                            const char *path);

/** Adds what is printed and exported, by format and audience. */
void remit_transfer_fill_menu (GMenu *share);
