/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A log beside a database: the pages that SQLite has yet to copy into it. */
#pragma once

#include <glib.h>

/**
 * RemitLog:
 *
 * What is committed in a `-wal` file. SQLite reads such a file into whatever database it lies
 * beside: it has sums of its own pages, and nothing that says of which file they are. So a log is
 * read here first, see remit-log-check.h.
 */
typedef struct _RemitLog RemitLog;

/**
 * remit_log_read:
 * @path: of the log
 * @log: (out) (transfer full) (nullable): what is committed in it; %NULL for nothing, which SQLite
 *   passes over as well
 *
 * Returns: whether it could be read
 */
gboolean remit_log_read (const char *path,
                         RemitLog **log,
                         GError **error);
void remit_log_free (RemitLog *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitLog, remit_log_free)

/** Returns: bytes a page, of the log's own database */
guint32 remit_log_get_page_size (const RemitLog *self);

/** Returns: how long the database is with the log in it, in bytes */
gint64 remit_log_get_size (const RemitLog *self);

/** Returns: whether @database would be another one with the log in it */
gboolean remit_log_adds (const RemitLog *self,
                         const GByteArray *database);

/** Returns: whether a page of @database is as the log has it, now or further on: so a part of the
 * log was copied into it */
gboolean remit_log_is_begun (const RemitLog *self,
                             const GByteArray *database);

/** Copies all of the log into @database. */
void remit_log_apply (const RemitLog *self,
                      GByteArray *database);
