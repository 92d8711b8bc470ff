/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of findings as a list of expandable rows. */
#include "remit-findings-tree.h"

#include "remit-finding-head.h"
#include "remit-finding-row.h"

static GListModel *
create_model (gpointer item,
              gpointer data G_GNUC_UNUSED)
{
  return REMIT_IS_FINDING_GROUP (item) ? g_object_ref (item) : NULL;
}

GtkTreeListModel *
remit_findings_tree_new (RemitFindingGroups *groups)
{
  g_return_val_if_fail (REMIT_IS_FINDING_GROUPS (groups), NULL);

  return gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (groups)), FALSE, FALSE, create_model,
                                  NULL, NULL);
}

void
remit_findings_tree_set_open (GtkTreeListModel *tree,
                              gboolean open)
{
  guint n = g_list_model_get_n_items (gtk_tree_list_model_get_model (tree));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (tree, i);

      gtk_tree_list_row_set_expanded (row, open);
    }
}

gboolean
remit_findings_tree_is_open (GtkTreeListModel *tree)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tree))
         > g_list_model_get_n_items (gtk_tree_list_model_get_model (tree));
}

/* ── Keys ─────────────────────────────────────────────────────────────────────────────────── */

/* Returns: (nullable): what shows the row that has the keyboard itself */
static GtkTreeExpander *
get_focused (GtkWidget *list)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);
  GtkWidget *child = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  return row != NULL && gtk_widget_has_focus (row) && GTK_IS_TREE_EXPANDER (child)
           ? GTK_TREE_EXPANDER (child)
           : NULL;
}

static gboolean
set_open (GtkTreeExpander *expander,
          gboolean open)
{
  GtkTreeListRow *row = gtk_tree_expander_get_list_row (expander);

  if (row == NULL || !gtk_tree_list_row_is_expandable (row))
    return FALSE;
  gtk_tree_list_row_set_expanded (row, open);
  return TRUE;
}

static gboolean
toggle_pick (GtkTreeExpander *expander)
{
  GtkWidget *child = gtk_tree_expander_get_child (expander);

  if (REMIT_IS_FINDING_HEAD (child))
    remit_finding_head_toggle (REMIT_FINDING_HEAD (child));
  else if (REMIT_IS_FINDING_ROW (child))
    remit_finding_row_toggle (REMIT_FINDING_ROW (child));
  else
    return FALSE;
  return TRUE;
}

static gboolean
on_key_pressed (GtkEventController *keys,
                guint keyval,
                guint keycode G_GNUC_UNUSED,
                GdkModifierType state,
                gpointer data G_GNUC_UNUSED)
{
  GtkWidget *list = gtk_event_controller_get_widget (keys);
  GtkTreeExpander *focused = get_focused (list);
  gboolean is_rtl = gtk_widget_get_direction (list) == GTK_TEXT_DIR_RTL;

  if (focused == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return set_open (focused, is_rtl);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return set_open (focused, !is_rtl);
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return toggle_pick (focused);
    default:
      return FALSE;
    }
}

void
remit_findings_tree_add_keys (GtkListView *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), NULL);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}
