/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who reports to whom, in a table of people: managers may stand behind those who report to them. */
#pragma once

#include "remit-table-directory.h"
#include "remit-table-private.h"

/** The managers of the people in a file. */
typedef struct _RemitTableManagers RemitTableManagers;

RemitTableManagers *remit_table_managers_new (RemitTableJob *job,
                                              RemitTableDirectory *directory);
void remit_table_managers_free (RemitTableManagers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitTableManagers, remit_table_managers_free)

/** Returns: the id that a new person has to have, since others refer to them already; or 0 */
gint64 remit_table_managers_find_id (RemitTableManagers *self,
                                     const RemitTableWho *who);

/** Says that somebody whom others may have named as their manager has come. */
void remit_table_managers_keep (RemitTableManagers *self,
                                const RemitTableWho *who,
                                RemitTablePerson *person);

/**
 * remit_table_managers_set:
 * @record: the person, with their id
 *
 * Sets the manager that a row names, now if they are known and no circle can come of it, else when
 * the file is at its end.
 */
void remit_table_managers_set (RemitTableManagers *self,
                               const RemitCsvRow *row,
                               RemitRecord *record,
                               const RemitTableWho *who,
                               gboolean is_new);

/** Says that the person set last was counted as being the same as before. */
void remit_table_managers_count_same (RemitTableManagers *self,
                                      gint64 person);

/** Settles what was put off; what cannot be is noted. */
gboolean remit_table_managers_settle (RemitTableManagers *self,
                                      GError **error);
