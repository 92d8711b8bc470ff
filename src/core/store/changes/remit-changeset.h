/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of changesets, as SQLite's session extension documents it. */
#pragma once

#include <glib.h>

/**
 * remit_changeset_is_whole:
 *
 * SQLite trusts the form of a changeset: up to 3.40 at least, it looks for the end of a table's
 * name for ever where there is none. A damaged or forged workspace must not stop the program.
 *
 * Returns: whether the bytes have the form of a changeset, from the first to the last
 */
gboolean remit_changeset_is_whole (gconstpointer changeset,
                                   gsize length);

/**
 * RemitChangesetValue:
 * @type: SQLITE_INTEGER and so on; 0 for a value that an update leaves as it is
 * @bytes: of a text or a blob, without a zero at their end
 */
typedef struct {
  guint8 type;
  gint64 integer;
  const char *bytes;
  gsize length;
} RemitChangesetValue;

/**
 * RemitChangesetRow:
 * @table: its name
 * @head, @head_length: the bytes in which the changeset names the table
 * @op: SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE
 * @old: @n_columns values; %NULL for a row that is new
 * @new: %NULL for a row that goes
 * @bytes, @length: the row as it stands in the changeset
 *
 * One row of a changeset; all of it is valid until the next.
 */
typedef struct {
  const char *table;
  gconstpointer head;
  gsize head_length;
  int op;
  guint n_columns;
  const RemitChangesetValue *old;
  const RemitChangesetValue *new;
  gconstpointer bytes;
  gsize length;
} RemitChangesetRow;

/** Returns: whether to go on */
typedef gboolean (*RemitChangesetFunc) (const RemitChangesetRow *row,
                                        gpointer data);

/**
 * remit_changeset_foreach:
 *
 * Reads a changeset, without SQLite, which takes ten times as long.
 *
 * Returns: whether it has the form of a changeset, up to where @func stopped
 */
gboolean remit_changeset_foreach (gconstpointer changeset,
                                  gsize length,
                                  RemitChangesetFunc func,
                                  gpointer data);

/** Returns: the id in the first column of a row */
gint64 remit_changeset_row_get_id (const RemitChangesetRow *row);

/** Returns: the number in a field, which has the column after its index; 0 for none, and for a
 * @field of −1 or one that the table did not have yet */
gint64 remit_changeset_get_integer (const RemitChangesetValue *values,
                                    guint n_values,
                                    int field);
