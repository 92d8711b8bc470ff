/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database file as it stands on the disk, without its log, through the file that SQLite has open:
 * a program that opens and closes the file by itself gives up the locks of all its connections. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/**
 * RemitRawHeader:
 * @page_size: in bytes; 0 when this is no database
 * @n_pages: how many pages the file says that it has
 * @counter: how often the first page was written
 * @application: whose format it has, see %REMIT_STORE_APPLICATION_ID; 0 when that is not said yet
 */
typedef struct {
  guint32 page_size;
  guint32 n_pages;
  guint32 counter;
  guint32 application;
} RemitRawHeader;

/** Returns: (transfer none) (nullable): the file of a connection; %NULL for one that has none */
sqlite3_file *remit_raw_file_get (sqlite3 *db);

/** Returns: its length in bytes, or -1 */
gint64 remit_raw_file_get_size (sqlite3_file *self);

/** Returns: whether the file has a header; @header is cleared otherwise */
gboolean remit_raw_file_read_header (sqlite3_file *self,
                                     RemitRawHeader *header);

/** Returns: (transfer full) (nullable): all of it; %NULL when it cannot be read */
GByteArray *remit_raw_file_read (sqlite3_file *self);

/**
 * remit_raw_file_try_lock:
 * @level: such as SQLITE_LOCK_EXCLUSIVE; for a connection that has not been used yet
 *
 * Returns: an SQLite code; SQLITE_BUSY when somebody else is in the way. What was taken is given
 *   back by remit_raw_file_unlock().
 */
int remit_raw_file_try_lock (sqlite3_file *self,
                             int level);
void remit_raw_file_unlock (sqlite3_file *self);

/**
 * remit_raw_file_stop_checkpoints:
 *
 * Until remit_raw_file_allow_checkpoints(), nobody copies from the log into the file, so that it
 * stands still.
 *
 * Returns: whether that is so; %FALSE while somebody is copying
 */
gboolean remit_raw_file_stop_checkpoints (sqlite3_file *self);
void remit_raw_file_allow_checkpoints (sqlite3_file *self);

/** Returns: how long the log of the file has to be at least, for what is in it and not in the file;
 * 0 for nothing */
gint64 remit_raw_file_get_log_size (sqlite3_file *self);

/** Returns: whether the file is by itself what it was after some commit. It is not while a part of
 * the log was copied into it: the pages that changed again since then were left out. */
gboolean remit_raw_file_is_settled (sqlite3_file *self);
