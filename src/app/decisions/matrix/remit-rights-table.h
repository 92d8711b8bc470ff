/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the matrix shows: decisions as rows, holders of rights as columns, letters between them. */
#pragma once

#include "plan/decide/remit-matrix.h"

/**
 * RemitRightsRow:
 * @team: whose decisions these are; 0 for those of the whole plan
 * @decision: (nullable): %NULL for the heading of the team
 */
typedef struct {
  gint64 team;
  RemitEntity *decision;
} RemitRightsRow;

/**
 * RemitRightsColumn:
 * @kind: %REMIT_KIND_SLOT, %REMIT_KIND_ROLE or %REMIT_KIND_PERSON
 * @team: of a slot, else 0
 */
typedef struct {
  RemitKind kind;
  gint64 id;
  gint64 team;
  char *name;
} RemitRightsColumn;

/**
 * RemitRightsLetters:
 * @own: what the holder of the column holds itself
 * @inherited: what it has otherwise: a slot by its role, a person by a slot or a role
 */
typedef struct {
  RemitLetters own;
  RemitLetters inherited;
} RemitRightsLetters;

typedef struct _RemitRightsTable RemitRightsTable;

RemitRightsTable *remit_rights_table_new (void);
void remit_rights_table_free (RemitRightsTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitRightsTable, remit_rights_table_free)

/**
 * remit_rights_table_fill:
 * @workspace: (nullable): %NULL for an empty table
 * @columns: what the columns are
 *
 * Takes rows and columns from the workspace. Slots stand by team; of roles and people there are
 * those that have a part in the plan, by name.
 */
void remit_rights_table_fill (RemitRightsTable *self,
                              RemitWorkspace *workspace,
                              gint64 plan,
                              RemitKind columns);

guint remit_rights_table_get_n_rows (RemitRightsTable *self);
guint remit_rights_table_get_n_columns (RemitRightsTable *self);
const RemitRightsRow *remit_rights_table_get_row (RemitRightsTable *self,
                                                  guint row);
const RemitRightsColumn *remit_rights_table_get_column (RemitRightsTable *self,
                                                        guint column);

/** Returns: the row of a decision, or −1 */
int remit_rights_table_find_row (RemitRightsTable *self,
                                 gint64 decision);
/** Returns: the column of a holder, or −1 */
int remit_rights_table_find_column (RemitRightsTable *self,
                                    RemitKind kind,
                                    gint64 id);

/** Returns: the framework of the decision in a row */
RemitFramework remit_rights_table_get_framework (RemitRightsTable *self,
                                                 guint row);

/** Returns: (transfer full): what a team is called; those of the whole plan for 0 */
char *remit_rights_table_dup_team (RemitRightsTable *self,
                                   gint64 team);

/**
 * remit_rights_table_get_letters:
 * @letters: (out caller-allocates) (array length=n): of the columns from @first on
 */
void remit_rights_table_get_letters (RemitRightsTable *self,
                                     guint row,
                                     guint first,
                                     guint n,
                                     RemitRightsLetters *letters);

/** How many decisions that are open or in force a column decides, and does the work for. */
void remit_rights_table_count (RemitRightsTable *self,
                               guint column,
                               guint *n_decides,
                               guint *n_does);
