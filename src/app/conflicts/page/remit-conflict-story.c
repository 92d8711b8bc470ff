/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The story of a conflict as one thread: what was said, each step, and what it led to. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-conflict-story.h"

#include <glib/gi18n.h>

#include "conflicts/remit-conflict-words.h"
#include "plan/conflict/remit-settle.h"
#include "plan/design/remit-design.h"
#include "plan/remit-log.h"
#include "widgets/remit-ask.h"
#include "widgets/remit-editor.h"
#include "widgets/rows/remit-log-row.h"

struct _RemitConflictStory
{
  AdwPreferencesGroup parent_instance;

  RemitEntityLink link;
  guint n_shown;
  GtkWidget *list;
};

static void remit_conflict_story_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitConflictStory, remit_conflict_story, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_conflict_story_editor_init))

/* ── One entry ────────────────────────────────────────────────────────────────────────────── */

static void
add_decision (RemitConflictStory *self,
              RemitLogRow *row,
              gint64 decision)
{
  RemitEntity *entity = remit_workspace_get (self->link.workspace, REMIT_KIND_DECISION, decision);
  GtkWidget *button;

  if (entity == NULL)
    return;
  button = gtk_button_new_with_label (remit_entity_get_text (entity, REMIT_DECISION_TITLE));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "remit-history-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-place");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ixix)", (int) REMIT_KIND_DECISION,
                                    decision, (int) REMIT_KIND_NONE, (gint64) 0);
  remit_log_row_add_widget (row, button);
}

/* "Escalated to rung 2" */
static char *
dup_heading (RemitEntity *event)
{
  gint64 kind = remit_entity_get_integer (event, REMIT_CONFLICT_EVENT_KIND);
  int rung = (int) remit_entity_get_integer (event, REMIT_CONFLICT_EVENT_RUNG);
  g_autofree char *word = remit_record_display (remit_entity_get_record (event),
                                                REMIT_CONFLICT_EVENT_KIND);

  if (rung == 0
      || (kind != REMIT_CONFLICT_EVENT_ESCALATED && kind != REMIT_CONFLICT_EVENT_DE_ESCALATED))
    return g_steal_pointer (&word);
  /* Translators: a step such as “Escalated”, and the number of a rung on a ladder */
  return g_strdup_printf (_ ("%1$s to rung %2$d"), word, rung);
}

static GtkWidget *
create_row (RemitConflictStory *self,
            RemitEntity *event)
{
  static const char *const classes[] = {
    [REMIT_CONFLICT_EVENT_ESCALATED] = "step", [REMIT_CONFLICT_EVENT_DE_ESCALATED] = "step",
    [REMIT_CONFLICT_EVENT_RAN_OUT] = "late",   [REMIT_CONFLICT_EVENT_RESOLVED] = "settled",
    [REMIT_CONFLICT_EVENT_CLOSED] = "settled", [REMIT_CONFLICT_EVENT_CORRECTION] = NULL,
  };
  gint64 kind = remit_entity_get_integer (event, REMIT_CONFLICT_EVENT_KIND);
  gint64 decision = remit_entity_get_integer (event, REMIT_CONFLICT_EVENT_DECISION);
  g_autofree char *heading = dup_heading (event);
  RemitLogRow *row = remit_log_row_new (self->link.workspace, event, heading);

  remit_log_row_add_mark (row, classes[kind]);
  if (decision != 0)
    add_decision (self, row, decision);
  if (kind == REMIT_CONFLICT_EVENT_STATEMENT && remit_log_stands (self->link.workspace, event))
    remit_log_row_add_take_back (row, "story.take-back", remit_entity_get_id (event));
  return GTK_WIDGET (row);
}

/* ── All of them ──────────────────────────────────────────────────────────────────────────── */

static void
update (GtkWidget *widget)
{
  RemitConflictStory *self = REMIT_CONFLICT_STORY (widget);
  g_autoptr (GPtrArray) events = NULL;
  guint n_events = 0;
  GtkWidget *child;

  if (self->link.entity != NULL)
    {
      events = remit_log_get (self->link.workspace, REMIT_KIND_CONFLICT_EVENT,
                              remit_entity_get_id (self->link.entity));
      n_events = events->len;
    }
  /* it only grows */
  if (n_events == self->n_shown && self->n_shown > 0)
    return;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < n_events; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (self, events->pdata[i]));
  self->n_shown = n_events;
}

/* ── Adding ───────────────────────────────────────────────────────────────────────────────── */

static void
on_said (GtkWidget *widget,
         gint64 conflict,
         const char *text)
{
  RemitConflictStory *self = REMIT_CONFLICT_STORY (widget);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->link.workspace == NULL)
    return;
  done = remit_settle_state (self->link.workspace, conflict, 0, text, &error);
  remit_conflict_say (widget, self->link.workspace, done, error);
}

static void
on_state (GtkWidget *widget,
          const char *name G_GNUC_UNUSED,
          GVariant *parameter G_GNUC_UNUSED)
{
  RemitConflictStory *self = REMIT_CONFLICT_STORY (widget);
  RemitQuestion question = {
    .heading = _ ("Add a Statement"),
    .body = _ ("What is written into the log stays there. It can be corrected by another entry."),
    .label = _ ("Statement"),
    .placeholder = _ ("What was said"),
    .action = _ ("_Add"),
  };

  if (self->link.entity != NULL)
    remit_ask (widget, &question, remit_entity_get_id (self->link.entity), on_said);
}

static void
on_corrected (GtkWidget *widget,
              gint64 event,
              const char *text)
{
  RemitConflictStory *self = REMIT_CONFLICT_STORY (widget);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->link.workspace == NULL)
    return;
  done = remit_settle_correct (self->link.workspace, event, text, &error);
  remit_conflict_say (widget, self->link.workspace, done, error);
}

static void
on_take_back (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter)
{
  RemitQuestion question = {
    .heading = _ ("Take Back an Entry"),
    .body = _ ("The entry stays in the log. Another one says that it does not count any longer, "
               "and why."),
    .label = _ ("Why"),
    .placeholder = _ ("Why"),
    .action = _ ("_Take Back"),
    .destructive = TRUE,
  };

  remit_ask (widget, &question, g_variant_get_int64 (parameter), on_corrected);
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitConflictStory *self = REMIT_CONFLICT_STORY (editor);

  self->n_shown = 0;
  remit_entity_link_set (&self->link, GTK_WIDGET (self), workspace, plan, entity, update);
}

static void
remit_conflict_story_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
}

static void
remit_conflict_story_dispose (GObject *object)
{
  remit_entity_link_clear (&REMIT_CONFLICT_STORY (object)->link);

  G_OBJECT_CLASS (remit_conflict_story_parent_class)->dispose (object);
}

static void
remit_conflict_story_class_init (RemitConflictStoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_conflict_story_dispose;
  gtk_widget_class_install_action (widget_class, "story.state", NULL, on_state);
  gtk_widget_class_install_action (widget_class, "story.take-back", "x", on_take_back);
}

static void
remit_conflict_story_init (RemitConflictStory *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "story.state");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Add a Statement"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Log"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Log"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);
}
