/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ladder of a conflict: its rungs, who is behind them today, and where it stands. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-conflict-rungs.h"

#include <glib/gi18n.h>

#include "conflicts/due/remit-clock.h"
#include "conflicts/remit-conflict-words.h"
#include "plan/conflict/remit-settle.h"
#include "widgets/remit-editor.h"

struct _RemitConflictRungs
{
  AdwPreferencesGroup parent_instance;

  RemitEntityLink link;
  GtkWidget *list;
};

static void remit_conflict_rungs_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitConflictRungs, remit_conflict_rungs, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_conflict_rungs_editor_init))

/* "May decide · 48 hours · Working hours" */
static char *
dup_subtitle (const RemitRecord *rung)
{
  g_autofree char *action = remit_rung_dup_action (rung);
  g_autofree char *limit = remit_record_display (rung, REMIT_OWN_RUNG_LIMIT);
  g_autofree char *clock = remit_record_display (rung, REMIT_OWN_RUNG_CLOCK);

  return g_strjoin (" · ", action, limit, clock,
                    remit_record_get_integer (rung, REMIT_OWN_RUNG_AUTOMATIC)
                      ? remit_field_get_label (
                          &remit_own_rung_info.fields[REMIT_OWN_RUNG_AUTOMATIC])
                      : NULL,
                    NULL);
}

static void
mark_current (GtkWidget *row,
              gint64 due)
{
  GtkWidget *counter = remit_clock_new ();

  gtk_widget_add_css_class (row, "current");
  gtk_widget_set_valign (counter, GTK_ALIGN_CENTER);
  remit_clock_set_due (REMIT_CLOCK (counter), due);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), counter);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, TRUE, -1);
}

static GtkWidget *
create_row (RemitConflictRungs *self,
            const RemitRecord *rung,
            gboolean is_current)
{
  RemitEntity *conflict = self->link.entity;
  gint64 team = remit_entity_get_integer (conflict, REMIT_CONFLICT_TEAM);
  g_autofree char *asked = remit_rung_dup_words (self->link.workspace, rung, team);
  g_autofree char *words = dup_subtitle (rung);
  g_autofree char *number = g_strdup_printf (
    "%d", (int) remit_record_get_integer (rung, REMIT_OWN_RUNG_POSITION));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_label_new (number);

  gtk_widget_add_css_class (mark, "remit-rung");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), asked);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  if (is_current)
    mark_current (row, remit_entity_get_integer (conflict, REMIT_CONFLICT_DUE));
  return row;
}

static void
update (GtkWidget *widget)
{
  RemitConflictRungs *self = REMIT_CONFLICT_RUNGS (widget);
  g_autoptr (GPtrArray) rungs = NULL;
  gint64 position = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  if (self->link.entity != NULL)
    rungs = remit_settle_get_rungs (remit_workspace_get_store (self->link.workspace),
                                    remit_entity_get_id (self->link.entity), NULL);
  gtk_widget_set_visible (widget, rungs != NULL && rungs->len > 0);
  if (rungs == NULL)
    return;
  if (remit_conflict_status_is_running (
        (RemitConflictStatus) remit_entity_get_integer (self->link.entity, REMIT_CONFLICT_STATUS)))
    position = remit_entity_get_integer (self->link.entity, REMIT_CONFLICT_RUNG);
  for (guint i = 0; i < rungs->len; i++)
    gtk_list_box_append (
      GTK_LIST_BOX (self->list),
      create_row (self, rungs->pdata[i],
                  remit_record_get_integer (rungs->pdata[i], REMIT_OWN_RUNG_POSITION)
                    == position));
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitConflictRungs *self = REMIT_CONFLICT_RUNGS (editor);

  remit_entity_link_set (&self->link, GTK_WIDGET (self), workspace, plan, entity, update);
}

static void
remit_conflict_rungs_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
}

static void
remit_conflict_rungs_dispose (GObject *object)
{
  remit_entity_link_clear (&REMIT_CONFLICT_RUNGS (object)->link);

  G_OBJECT_CLASS (remit_conflict_rungs_parent_class)->dispose (object);
}

static void
remit_conflict_rungs_class_init (RemitConflictRungsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_conflict_rungs_dispose;
}

static void
remit_conflict_rungs_init (RemitConflictRungs *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Ladder"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _ ("As it was when the conflict was raised"));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Ladder"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);
}
