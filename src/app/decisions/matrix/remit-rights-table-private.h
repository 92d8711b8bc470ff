/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the files of the table. */
#pragma once

#include "remit-rights-table.h"

/**
 * RemitRightsTable:
 * @folded: ids of teams whose decisions are not among the rows
 * @n_decisions: of the plan, also those that are not shown
 * @n_matching: that the filter lets through, also those that are folded
 */
struct _RemitRightsTable
{
  RemitWorkspace *workspace;
  gint64 plan;
  RemitKind kind; /* of the columns */
  RemitRightsFilter filter;
  GArray *rows;
  GArray *columns;
  GHashTable *row_of;    /* by decision */
  GHashTable *column_of; /* by holder */
  GHashTable *folded;
  guint n_decisions;
  guint n_matching;
  gboolean is_anew; /* the filter is another one */
};

/* remit-rights-table-filter.c */
gboolean remit_rights_filter_takes (const RemitRightsFilter *self,
                                    RemitEntity *decision);
void remit_rights_table_drop_columns (RemitRightsTable *self,
                                      GPtrArray *decisions,
                                      GHashTable *kept);

/* remit-rights-table.c */
void remit_rights_table_index_columns (RemitRightsTable *self);
void remit_rights_table_add_letters (RemitRightsTable *self,
                                     RemitEntity *decision,
                                     RemitRightsLetters *letters);
