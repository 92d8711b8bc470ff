/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who of a table of people has left, is on leave, or has not begun yet. */
#pragma once

#include "remit-table-private.h"

/**
 * RemitTableStatus:
 * @REMIT_TABLE_STATUS_UNKNOWN: it is no word for any of these
 * @REMIT_TABLE_STATUS_COMING: somebody who begins later
 * @REMIT_TABLE_STATUS_LEAVE: somebody who is away, and comes back
 * @REMIT_TABLE_STATUS_INACTIVE: somebody who does not work there, for whatever reason
 * @REMIT_TABLE_STATUS_LEFT: somebody who has left
 */
typedef enum {
  REMIT_TABLE_STATUS_UNKNOWN,
  REMIT_TABLE_STATUS_ACTIVE,
  REMIT_TABLE_STATUS_COMING,
  REMIT_TABLE_STATUS_LEAVE,
  REMIT_TABLE_STATUS_INACTIVE,
  REMIT_TABLE_STATUS_LEFT,
} RemitTableStatus;

/** Returns: what a cell says: "Active", "On Leave (Parental)", "ausgeschieden", "退職" */
RemitTableStatus remit_table_status_parse (const char *text);

/** Returns: whether most of the values, which end with %NULL, say a status */
gboolean remit_table_status_are (const char *const *values);

/**
 * RemitTableStatuses:
 *
 * What the columns of a status and of a leave say of people. Whoever has left, or is inactive, ends
 * on the day in the file; without one, they end yesterday if the workspace knows them, and are left
 * out if it does not. A leave is an absence on the days in the file; one without a last day lasts
 * until a later file says that the person is active. All of it is noted.
 */
typedef struct _RemitTableStatuses RemitTableStatuses;

/** Reads which absences there are, if the file may have some. */
RemitTableStatuses *remit_table_statuses_new (RemitTableJob *job,
                                              GError **error);
void remit_table_statuses_free (RemitTableStatuses *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitTableStatuses, remit_table_statuses_free)

/** Returns: whether a row about somebody new is left out, which is noted */
gboolean remit_table_statuses_leave_out (RemitTableStatuses *self,
                                         const RemitCsvRow *row);

/** Ends a person who has left. Returns: whether the record is another one than before */
gboolean remit_table_statuses_set (RemitTableStatuses *self,
                                   const RemitCsvRow *row,
                                   RemitRecord *person);

/** Makes, changes or ends the absence of a person who is written already. */
gboolean remit_table_statuses_import (RemitTableStatuses *self,
                                      const RemitCsvRow *row,
                                      gint64 person,
                                      GError **error);
