/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the history: time, author, change and, when expanded, the changed fields. */
#include "remit-history-row.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "remit-history-changes.h"
#include "remit-history-time.h"
#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"

struct _RemitHistoryRow
{
  GtkWidget parent_instance;

  RemitWorkspace *workspace;
  RemitHistoryItem *item;

  GtkWidget *box;
  GtkLabel *day;
  AdwAvatar *avatar;
  GtkImage *op;
  GtkLabel *title;
  GtkLabel *caption;
  GtkWidget *undone;
  GtkImage *arrow;
  AdwBin *changes;
};

G_DEFINE_FINAL_TYPE (RemitHistoryRow, remit_history_row, GTK_TYPE_WIDGET)

static void
remit_history_row_dispose (GObject *object)
{
  RemitHistoryRow *self = REMIT_HISTORY_ROW (object);

  remit_history_row_unbind (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (remit_history_row_parent_class)->dispose (object);
}

static void
remit_history_row_class_init (RemitHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_history_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/history/remit-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryRow, box);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryRow, day);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryRow, op);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryRow, caption);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryRow, undone);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryRow, changes);
  gtk_widget_class_set_css_name (widget_class, "remit-history-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
remit_history_row_init (RemitHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static RemitHistoryEntry *
get_entry (RemitHistoryRow *self)
{
  return remit_history_item_get_entry (self->item);
}

/* Returns: (nullable): the name of the plan that the entry is of, while there is such a plan */
static const char *
get_plan_name (RemitHistoryRow *self)
{
  gint64 id = get_entry (self)->plan;
  RemitEntity *plan = remit_workspace_get (self->workspace, REMIT_KIND_PLAN, id);

  return plan != NULL ? remit_entity_get_text (plan, REMIT_PLAN_NAME) : NULL;
}

static char *
dup_caption (RemitHistoryRow *self)
{
  const char *actor = get_entry (self)->actor;
  const char *plan = get_plan_name (self);
  g_autofree char *when = NULL;

  when = remit_history_time_dup_when (get_entry (self)->at, remit_time_now ());
  if (plan != NULL)
    /* Translators: who did it, when, and in which plan: "Ada Lovelace · 10 minutes ago · Fraud" */
    return g_strdup_printf (_ ("%s · %s · %s"), actor, when, plan);
  /* Translators: who did it, and when: "Ada Lovelace · 10 minutes ago" */
  return g_strdup_printf (_ ("%s · %s"), actor, when);
}

void
remit_history_row_update_time (RemitHistoryRow *self)
{
  gint64 time;
  g_autofree char *caption = NULL;
  g_autofree char *day = NULL;

  g_return_if_fail (REMIT_IS_HISTORY_ROW (self));

  if (self->item == NULL)
    return;
  time = get_entry (self)->at;
  caption = dup_caption (self);
  gtk_label_set_label (self->caption, caption);
  day = remit_history_time_dup_day (time, remit_time_now ());
  gtk_label_set_label (self->day, day);
}

static void
update_heading (RemitHistoryRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->day), remit_history_item_get_heading (self->item));
}

/* Undone entries have a word, and a line through the text. */
static void
update_undone (RemitHistoryRow *self)
{
  gboolean undone = remit_history_item_get_undone (self->item);
  g_autofree char *sentence = remit_history_entry_dup_sentence (get_entry (self));
  g_autofree char *spoken = g_strdup (sentence);

  gtk_widget_set_visible (self->undone, undone);
  remit_style_set_class (GTK_WIDGET (self->title), "remit-undone", undone);
  if (undone)
    {
      g_free (spoken);
      /* Translators: an entry of the history that was taken back since */
      spoken = g_strdup_printf (_ ("%s, undone"), sentence);
    }
  gtk_label_set_label (self->title, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
update_op (RemitHistoryRow *self)
{
  RemitHistoryOp op = get_entry (self)->op;

  gtk_widget_set_visible (GTK_WIDGET (self->op), op != REMIT_HISTORY_EDIT);
  gtk_image_set_from_icon_name (self->op, op == REMIT_HISTORY_UNDO ? "edit-undo-symbolic"
                                                                   : "edit-redo-symbolic");
}

void
remit_history_row_update_changes (RemitHistoryRow *self)
{
  gboolean expanded;

  g_return_if_fail (REMIT_IS_HISTORY_ROW (self));

  expanded = self->item != NULL && remit_history_item_get_expanded (self->item);
  adw_bin_set_child (self->changes,
                     expanded ? remit_history_changes_new (self->item, self->workspace) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), expanded);
  gtk_image_set_from_icon_name (self->arrow,
                                expanded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

void
remit_history_row_bind (RemitHistoryRow *self,
                        RemitWorkspace *workspace,
                        RemitHistoryItem *item)
{
  g_autofree char *exact = NULL;

  g_return_if_fail (REMIT_IS_HISTORY_ROW (self));
  g_return_if_fail (self->item == NULL);

  self->workspace = g_object_ref (workspace);
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "heading-changed", G_CALLBACK (update_heading), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "undone-changed", G_CALLBACK (update_undone), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "details-changed", G_CALLBACK (remit_history_row_update_changes),
                           self, G_CONNECT_SWAPPED);
  adw_avatar_set_text (self->avatar, get_entry (self)->actor);
  exact = remit_history_time_dup_exact (get_entry (self)->at);
  remit_tooltip_set (GTK_WIDGET (self->caption), exact);
  update_op (self);
  update_heading (self);
  update_undone (self);
  remit_history_row_update_time (self);
  remit_history_row_update_changes (self);
}

void
remit_history_row_unbind (RemitHistoryRow *self)
{
  g_return_if_fail (REMIT_IS_HISTORY_ROW (self));

  if (self->item == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  g_clear_object (&self->workspace);
  adw_bin_set_child (self->changes, NULL);
}
