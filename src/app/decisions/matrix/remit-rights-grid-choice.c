/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the matrix is shown: filters, folded teams, people in the heads. */
#include "remit-rights-grid-private.h"

void
remit_rights_grid_set_filter (RemitRightsGrid *self,
                              const RemitRightsFilter *filter)
{
  g_return_if_fail (REMIT_IS_RIGHTS_GRID (self));

  if (remit_rights_table_set_filter (self->table, filter))
    remit_rights_grid_rebuild (self);
}

void
remit_rights_grid_set_people (RemitRightsGrid *self,
                              gboolean with_people)
{
  g_return_if_fail (REMIT_IS_RIGHTS_GRID (self));

  if (self->layout.with_people == with_people)
    return;
  remit_rights_layout_set_people (&self->layout, with_people);
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    remit_rights_grid_scale (self);
  remit_rights_grid_lay_out (self);
  remit_rights_grid_rebind (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
remit_rights_grid_fold (RemitRightsGrid *self,
                        gint64 team,
                        gboolean folded)
{
  g_return_if_fail (REMIT_IS_RIGHTS_GRID (self));

  if (remit_rights_table_is_folded (self->table, team) == folded)
    return;
  remit_rights_table_set_folded (self->table, team, folded);
  remit_rights_grid_rebuild (self);
}

void
remit_rights_grid_fold_all (RemitRightsGrid *self,
                            gboolean folded)
{
  g_return_if_fail (REMIT_IS_RIGHTS_GRID (self));

  for (guint i = 0; i < remit_rights_table_get_n_rows (self->table); i++)
    remit_rights_table_set_folded (self->table, remit_rights_table_get_row (self->table, i)->team,
                                   folded);
  remit_rights_grid_rebuild (self);
}

void
remit_rights_grid_count (RemitRightsGrid *self,
                         RemitRightsCount *count)
{
  g_return_if_fail (REMIT_IS_RIGHTS_GRID (self));

  remit_rights_table_count_decisions (self->table, &count->n_matching, &count->n_decisions);
  count->n_columns = remit_rights_table_get_n_columns (self->table);
  count->frameworks = remit_rights_table_get_frameworks (self->table);
}

/* Shows the team of a decision, when it is folded. */
static void
unfold_for (RemitRightsGrid *self,
            gint64 decision)
{
  RemitEntity *entity = self->workspace != NULL && decision != 0
                          ? remit_workspace_get (self->workspace, REMIT_KIND_DECISION, decision)
                          : NULL;

  if (entity != NULL)
    remit_rights_grid_fold (self, remit_entity_get_integer (entity, REMIT_DECISION_TEAM), FALSE);
}

gboolean
remit_rights_grid_show (RemitRightsGrid *self,
                        gint64 decision,
                        gint64 holder)
{
  int row;
  int column;

  g_return_val_if_fail (REMIT_IS_RIGHTS_GRID (self), FALSE);

  unfold_for (self, decision);
  row = remit_rights_table_find_row (self->table, decision);
  column = remit_rights_table_find_column (self->table, self->column_kind, holder);
  if (row < 0)
    return FALSE;
  remit_rights_grid_move (self, row, column >= 0 ? column : self->column, FALSE);
  return holder == 0 || column >= 0;
}
