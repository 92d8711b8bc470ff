/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which findings are selected, to be accepted at once. */
#include "remit-finding-picks.h"

struct _RemitFindingPicks
{
  GObject parent_instance;

  RemitWorkspace *workspace;
  GHashTable *picked;
};

G_DEFINE_FINAL_TYPE (RemitFindingPicks, remit_finding_picks, G_TYPE_OBJECT)

static void
remit_finding_picks_dispose (GObject *object)
{
  g_clear_object (&REMIT_FINDING_PICKS (object)->workspace);

  G_OBJECT_CLASS (remit_finding_picks_parent_class)->dispose (object);
}

static void
remit_finding_picks_finalize (GObject *object)
{
  g_hash_table_unref (REMIT_FINDING_PICKS (object)->picked);

  G_OBJECT_CLASS (remit_finding_picks_parent_class)->finalize (object);
}

static void
remit_finding_picks_class_init (RemitFindingPicksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_finding_picks_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_finding_picks_finalize;
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
remit_finding_picks_init (RemitFindingPicks *self)
{
  self->picked = g_hash_table_new_full (g_direct_hash, g_direct_equal, g_object_unref, NULL);
}

RemitFindingPicks *
remit_finding_picks_new (void)
{
  return g_object_new (REMIT_TYPE_FINDING_PICKS, NULL);
}

void
remit_finding_picks_set_workspace (RemitFindingPicks *self,
                                   RemitWorkspace *workspace)
{
  g_return_if_fail (REMIT_IS_FINDING_PICKS (self));

  g_set_object (&self->workspace, workspace);
}

RemitWorkspace *
remit_finding_picks_get_workspace (RemitFindingPicks *self)
{
  g_return_val_if_fail (REMIT_IS_FINDING_PICKS (self), NULL);

  return self->workspace;
}

gboolean
remit_finding_picks_takes (RemitFinding *finding)
{
  return remit_finding_get_rule (finding) != NULL && remit_finding_get_waiver (finding) == NULL;
}

gboolean
remit_finding_picks_has (RemitFindingPicks *self,
                         RemitFinding *finding)
{
  g_return_val_if_fail (REMIT_IS_FINDING_PICKS (self), FALSE);

  return g_hash_table_contains (self->picked, finding);
}

guint
remit_finding_picks_count (RemitFindingPicks *self,
                           GListModel *findings)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (REMIT_IS_FINDING_PICKS (self), 0);

  if (findings == NULL || g_hash_table_size (self->picked) == 0)
    return g_hash_table_size (self->picked);
  list = remit_finding_picks_list (self, findings);
  return list->len;
}

guint
remit_finding_picks_count_free (GListModel *findings)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (RemitFinding) finding = g_list_model_get_item (findings, i);

      n += remit_finding_picks_takes (finding) ? 1 : 0;
    }
  return n;
}

static gboolean
set_one (RemitFindingPicks *self,
         RemitFinding *finding,
         gboolean picked)
{
  if (!picked)
    return g_hash_table_remove (self->picked, finding);
  return remit_finding_picks_takes (finding)
         && g_hash_table_add (self->picked, g_object_ref (finding));
}

void
remit_finding_picks_set (RemitFindingPicks *self,
                         RemitFinding *finding,
                         gboolean picked)
{
  g_return_if_fail (REMIT_IS_FINDING_PICKS (self) && REMIT_IS_FINDING (finding));

  if (set_one (self, finding, picked))
    g_signal_emit_by_name (self, "changed");
}

void
remit_finding_picks_set_all (RemitFindingPicks *self,
                             GListModel *findings,
                             gboolean picked)
{
  gboolean changed = FALSE;

  g_return_if_fail (REMIT_IS_FINDING_PICKS (self) && G_IS_LIST_MODEL (findings));

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (RemitFinding) finding = g_list_model_get_item (findings, i);

      changed = set_one (self, finding, picked) || changed;
    }
  if (changed)
    g_signal_emit_by_name (self, "changed");
}

void
remit_finding_picks_retain (RemitFindingPicks *self,
                            GListModel *findings)
{
  g_autoptr (GHashTable) before = NULL;

  g_return_if_fail (REMIT_IS_FINDING_PICKS (self));

  if (g_hash_table_size (self->picked) == 0)
    return;
  before = g_steal_pointer (&self->picked);
  remit_finding_picks_init (self);
  for (guint i = 0; findings != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (RemitFinding) finding = g_list_model_get_item (findings, i);

      set_one (self, finding, g_hash_table_contains (before, finding));
    }
  if (g_hash_table_size (self->picked) != g_hash_table_size (before))
    g_signal_emit_by_name (self, "changed");
}

GPtrArray *
remit_finding_picks_list (RemitFindingPicks *self,
                          GListModel *findings)
{
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (REMIT_IS_FINDING_PICKS (self) && G_IS_LIST_MODEL (findings), list);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (RemitFinding) finding = g_list_model_get_item (findings, i);

      if (g_hash_table_contains (self->picked, finding))
        g_ptr_array_add (list, finding);
    }
  return list;
}
