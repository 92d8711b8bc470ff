/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migrations: numbered SQL files that bring a workspace to the newest format. */
#pragma once

#include "remit-store.h"

/** Returns: the number of the newest migration of this program */
int remit_migrations_get_newest (void);

/**
 * remit_migrations_run:
 * @scripts: (array zero-terminated=1): the SQL of migration 1, 2, …; %NULL for the program's own
 *
 * Runs what @store lacks, each in a transaction of its own that also sets `user_version`; a file
 * that has something in it is copied to `PATH.backup-FORMAT-TIME` first.
 */
gboolean remit_migrations_run (RemitStore *store,
                               const char *const *scripts,
                               GError **error);

/** Brings a database of a format (0: in which nothing is yet) to another; nothing is kept of it. */
gboolean remit_migrations_apply (RemitStore *store,
                                 int from,
                                 int to,
                                 GError **error);
