/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the matrix shows: decisions as rows, holders of rights as columns, letters between them. */
#pragma once

#include "plan/decide/remit-matrix.h"

/**
 * RemitRightsRow:
 * @team: whose decisions these are; 0 for those of the whole plan
 * @decision: (nullable): %NULL for the heading of the team
 * @n_decisions: of a heading: how many it has, folded or not
 */
typedef struct {
  gint64 team;
  RemitEntity *decision;
  guint n_decisions;
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

/** Of #RemitRightsFilter: decisions of all kinds. */
#define REMIT_RIGHTS_ANY_KIND (-1)

/**
 * RemitRightsFilter:
 * @team: whose decisions are shown, or 0 for all. Its columns come first; of the others there are
 *   those that have a letter in these decisions
 * @kind: of the decisions, in the order of the choices of their field; %REMIT_RIGHTS_ANY_KIND
 * @used_only: whether columns without any letter in these decisions are left out
 */
typedef struct {
  gint64 team;
  int kind;
  gboolean used_only;
} RemitRightsFilter;

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
 * those that have a part in the plan, by name. A column that has been there stays until the filter
 * or the plan is another one: what one types into does not go away.
 */
void remit_rights_table_fill (RemitRightsTable *self,
                              RemitWorkspace *workspace,
                              gint64 plan,
                              RemitKind columns);

/** From the next time on that it is filled. Returns: whether it is another one */
gboolean remit_rights_table_set_filter (RemitRightsTable *self,
                                        const RemitRightsFilter *filter);
gboolean remit_rights_table_is_filtered (RemitRightsTable *self);

/** Leaves the decisions of a team (0: of the whole plan) out of the rows, the next time. */
void remit_rights_table_set_folded (RemitRightsTable *self,
                                    gint64 team,
                                    gboolean folded);
gboolean remit_rights_table_is_folded (RemitRightsTable *self,
                                       gint64 team);

/** How many decisions the filter lets through, folded or not, and how many the plan has. */
void remit_rights_table_count_decisions (RemitRightsTable *self,
                                         guint *n_matching,
                                         guint *n_all);

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

/** Returns: (transfer full) (element-type utf8): the names of those who are in a slot, or in the
 *   slots of a role, today */
GPtrArray *remit_rights_table_list_people (RemitRightsTable *self,
                                           guint column);

/** Returns: (transfer full): these names in short: "Ada Lovelace +2", or that there are none */
char *remit_rights_people_dup_words (GPtrArray *names);

/** Returns: the frameworks of the decisions in the rows, a bit each */
guint remit_rights_table_get_frameworks (RemitRightsTable *self);

/** How many decisions that are open or in force a column decides, and does the work for. */
void remit_rights_table_count (RemitRightsTable *self,
                               guint column,
                               guint *n_decides,
                               guint *n_does);
