/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of a conflict as a timeline: statements, steps, and resulting decisions. */
#include "remit-conflict-page.h"

#include <glib/gi18n.h>

#include "remit-conflict-step.h"
#include "widgets/remit-ask.h"

struct _RemitConflictStory
{
  RemitTimeline parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitConflictStory, remit_conflict_story, REMIT_TYPE_TIMELINE)

/* ── One entry ────────────────────────────────────────────────────────────────────────────── */

static void
add_decision (RemitTimeline *self,
              RemitLogRow *row,
              gint64 decision)
{
  RemitEntity *entity =
    remit_workspace_get (remit_section_get_link (self)->workspace, REMIT_KIND_DECISION, decision);
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
  return g_strdup_printf (_ ("%1$s to level %2$d"), word, rung);
}

static void
fill_row (RemitTimeline *self,
          RemitLogRow *row,
          RemitEntity *event)
{
  static const struct {
    const char *icon;
    const char *style_class;
  } marks[] = {
    [REMIT_CONFLICT_EVENT_ESCALATED] = { "go-up-symbolic", "step" },
    [REMIT_CONFLICT_EVENT_DE_ESCALATED] = { "go-down-symbolic", "step" },
    [REMIT_CONFLICT_EVENT_RAN_OUT] = { "alarm-symbolic", "late" },
    [REMIT_CONFLICT_EVENT_RESOLVED] = { "emblem-ok-symbolic", "settled" },
    [REMIT_CONFLICT_EVENT_CLOSED] = { "emblem-ok-symbolic", "settled" },
    [REMIT_CONFLICT_EVENT_CORRECTION] = { NULL, NULL },
  };
  gint64 kind = remit_entity_get_integer (event, REMIT_CONFLICT_EVENT_KIND);
  gint64 decision = remit_entity_get_integer (event, REMIT_CONFLICT_EVENT_DECISION);

  remit_log_row_add_mark (row, marks[kind].icon, marks[kind].style_class);
  if (decision != 0)
    add_decision (self, row, decision);
}

/* ── Adding and taking back ───────────────────────────────────────────────────────────────── */

static gboolean
can_take_back (RemitEntity *event)
{
  return remit_entity_get_integer (event, REMIT_CONFLICT_EVENT_KIND)
         == REMIT_CONFLICT_EVENT_STATEMENT;
}

static void
on_said (GtkWidget *widget,
         gint64 conflict,
         const char *text)
{
  RemitWorkspace *workspace = remit_section_get_link (widget)->workspace;

  if (workspace != NULL)
    remit_conflict_step_try (widget, workspace, conflict, REMIT_CONFLICT_EVENT_STATEMENT, 0, 0,
                             text);
}

static void
on_state (GtkWidget *widget,
          const char *name G_GNUC_UNUSED,
          GVariant *parameter G_GNUC_UNUSED)
{
  RemitEntity *conflict = remit_section_get_link (widget)->entity;
  RemitQuestion question = {
    .heading = _ ("Add a Statement"),
    .body = _ ("Log entries are permanent. Add a correction if one is wrong."),
    .label = _ ("Statement"),
    .placeholder = _ ("Statement"),
    .action = _ ("_Add"),
  };

  if (conflict != NULL)
    remit_ask (widget, &question, remit_entity_get_id (conflict), on_said);
}

static void
remit_conflict_story_class_init (RemitConflictStoryClass *klass)
{
  static const char *const edits[] = { "story.state", "log.take-back", NULL };
  RemitTimelineClass *timeline_class = REMIT_TIMELINE_CLASS (klass);

  REMIT_LIST_SECTION_CLASS (klass)->kind = REMIT_KIND_CONFLICT_EVENT;
  REMIT_LIST_SECTION_CLASS (klass)->edits = edits;
  timeline_class->dup_heading = dup_heading;
  timeline_class->fill_row = fill_row;
  timeline_class->can_take_back = can_take_back;
  timeline_class->take_back = remit_settle_correct;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "story.state", NULL, on_state);
}

static void
remit_conflict_story_init (RemitConflictStory *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "story.state");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Add a Statement"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}
