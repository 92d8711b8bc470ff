/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What older versions left in the folder for temporary files when they were killed. */
#pragma once

#include <glib.h>

/**
 * remit_leftovers_remove:
 *
 * Removes the workspaces in which older versions checked plan files, with all that was in these:
 * the user's own, in which nothing was written for an hour, and which no process has open.
 * Links are not followed, and a folder with anything else in it stays. Today such a workspace has
 * no name. To be called once, when a program starts.
 */
void remit_leftovers_remove (void);
