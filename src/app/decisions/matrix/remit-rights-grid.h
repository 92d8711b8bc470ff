/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of decision rights: virtual in both directions, edited in place. */
#pragma once

#include "board/drag/remit-drag-hub.h"
#include "check/remit-checker.h"
#include "remit-rights-table.h"

/**
 * RemitRightsGrid:
 *
 * A #GtkScrollable that has widgets only for the rows and columns in sight. One cell has the
 * keyboard; others may be selected with it, as in a spreadsheet.
 */
#define REMIT_TYPE_RIGHTS_GRID (remit_rights_grid_get_type ())
G_DECLARE_FINAL_TYPE (RemitRightsGrid, remit_rights_grid, REMIT, RIGHTS_GRID, GtkWidget)

RemitRightsGrid *remit_rights_grid_new (RemitDragHub *hub);

/** Shows a plan, or nothing (%NULL or 0). */
void remit_rights_grid_set_plan (RemitRightsGrid *self,
                                 RemitWorkspace *workspace,
                                 gint64 plan);

void remit_rights_grid_set_checker (RemitRightsGrid *self,
                                    RemitChecker *checker);

/** What the columns are: %REMIT_KIND_SLOT, %REMIT_KIND_ROLE or %REMIT_KIND_PERSON. */
void remit_rights_grid_set_columns (RemitRightsGrid *self,
                                    RemitKind kind);

/** What of the plan is shown. */
void remit_rights_grid_set_filter (RemitRightsGrid *self,
                                   const RemitRightsFilter *filter);

/** Whether the heads name people, too. */
void remit_rights_grid_set_people (RemitRightsGrid *self,
                                   gboolean with_people);

/** Folds the decisions of a team, or shows them; 0 for those of the whole plan. */
void remit_rights_grid_fold (RemitRightsGrid *self,
                             gint64 team,
                             gboolean folded);
void remit_rights_grid_fold_all (RemitRightsGrid *self,
                                 gboolean folded);

/**
 * RemitRightsCount:
 * @n_matching: decisions that the filter lets through
 * @n_decisions: all of the plan
 * @frameworks: of those in the rows, a bit each
 */
typedef struct {
  guint n_matching;
  guint n_decisions;
  guint n_columns;
  guint frameworks;
} RemitRightsCount;

/** What there is. */
void remit_rights_grid_count (RemitRightsGrid *self,
                              RemitRightsCount *count);

/**
 * remit_rights_grid_show:
 *
 * Scrolls to a decision, and gives its first cell, or that of a holder, the keyboard.
 *
 * Returns: whether the filter lets the decision, and a holder, through
 */
gboolean remit_rights_grid_show (RemitRightsGrid *self,
                                 gint64 decision,
                                 gint64 holder);

/** Returns: the decision in whose row the keyboard is, or 0 */
gint64 remit_rights_grid_get_decision (RemitRightsGrid *self);

/** Returns: how many widgets it has made so far; for tests */
guint remit_rights_grid_get_n_widgets (RemitRightsGrid *self);
