/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changesets of rows that are new, written as they are inserted. */
#pragma once

#include "model/remit-record.h"

/**
 * RemitChangesetWriter:
 *
 * SQLite's session keeps the keys of new rows and reads every row again for its changeset. Of a
 * hundred thousand rows that takes as long as their insertion; writing them down while they are at
 * hand takes next to nothing. The form is the one that the session extension documents.
 */
typedef struct _RemitChangesetWriter RemitChangesetWriter;

RemitChangesetWriter *remit_changeset_writer_new (void);
void remit_changeset_writer_free (RemitChangesetWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitChangesetWriter, remit_changeset_writer_free)

/** Adds a row that was inserted, with all its values. */
void remit_changeset_writer_add (RemitChangesetWriter *self,
                                 const RemitRecord *record);

/** Returns: how many bytes the rows take so far */
gsize remit_changeset_writer_get_length (RemitChangesetWriter *self);

/** Returns: (transfer full): the changeset of all rows, table by table; the writer is empty then */
GBytes *remit_changeset_writer_end (RemitChangesetWriter *self);
