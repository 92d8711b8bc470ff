/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a conflict's form: status, time left, and the available steps. */
#include "remit-conflict-page.h"

#include <glib/gi18n.h>

#include "conflicts/dialogs/remit-mediate-dialog.h"
#include "conflicts/dialogs/remit-resolve-dialog.h"
#include "conflicts/due/remit-clock.h"
#include "conflicts/remit-conflict-words.h"
#include "remit-conflict-step.h"
#include "widgets/remit-ask.h"
#include "widgets/remit-edits.h"
#include "widgets/sections/remit-section.h"

typedef struct _Step Step;

struct _RemitConflictHead
{
  GtkBox parent_instance;

  RemitSectionLink link;
  const Step *asked;

  GtkLabel *words;
  RemitClock *clock;
  GtkLabel *proposal;
  GtkWidget *escalate;
  GtkWidget *resolve;
  GtkWidget *reopen;
  GtkWidget *more;
};

static void remit_conflict_head_section_init (RemitSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitConflictHead, remit_conflict_head, GTK_TYPE_BOX,
                               REMIT_IMPLEMENT_SECTION (remit_conflict_head_section_init))

/* ── Texts ────────────────────────────────────────────────────────────────────────────────── */

static RemitConflictStatus
get_status (RemitConflictHead *self)
{
  return (RemitConflictStatus) remit_entity_get_integer (self->link.entity, REMIT_CONFLICT_STATUS);
}

static void
add_rung (RemitConflictHead *self,
          GString *words)
{
  RemitEntity *conflict = self->link.entity;
  const RemitRecord *record = remit_entity_get_record (conflict);
  g_autoptr (RemitRecord) rung = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *until = NULL;

  rung = remit_settle_get_rung (remit_workspace_get_store (self->link.workspace), record);
  if (rung == NULL)
    {
      g_string_append (words, _ ("No level, no time limit"));
      return;
    }
  asked = remit_rung_dup_words (self->link.workspace, rung,
                                remit_entity_get_integer (conflict, REMIT_CONFLICT_TEAM));
  until = remit_settle_dup_until (self->link.workspace, record);
  /* Translators: the number of a rung, and who is asked there */
  g_string_append_printf (words, _ ("Level %1$d: %2$s"),
                          (int) remit_entity_get_integer (conflict, REMIT_CONFLICT_RUNG), asked);
  g_string_append_c (words, '\n');
  /* Translators: a date and a time */
  g_string_append_printf (words, _ ("Until %s"), until);
}

static char *
dup_words (RemitConflictHead *self)
{
  const RemitRecord *record = remit_entity_get_record (self->link.entity);
  g_autofree char *status = remit_record_display (record, REMIT_CONFLICT_STATUS);
  g_autofree char *ended = remit_record_display (record, REMIT_CONFLICT_ENDED);
  g_autofree char *mode = remit_record_display (record, REMIT_CONFLICT_MODE);
  const char *resolution = remit_record_get_text (record, REMIT_CONFLICT_RESOLUTION);
  g_autoptr (GString) words = g_string_new (status);

  g_string_append_c (words, '\n');
  if (remit_conflict_status_is_running (get_status (self)))
    add_rung (self, words);
  else
    {
      g_string_append (words, ended);
      if (remit_record_get_integer (record, REMIT_CONFLICT_MODE) != REMIT_MODE_NONE)
        g_string_append_printf (words, "\n%s: %s", mode, resolution);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
set_enabled (RemitConflictHead *self,
             const char *action,
             RemitConflictEventKind kind)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action,
                                 remit_edits_are_possible (self->link.workspace)
                                   && remit_story_may (get_status (self), kind));
}

/* Only available steps are offered. */
static void
show_steps (RemitConflictHead *self)
{
  gboolean is_running = remit_conflict_status_is_running (get_status (self));
  gboolean can_change = remit_edits_are_possible (self->link.workspace);
  gint64 conflict = remit_entity_get_id (self->link.entity);
  gboolean has_higher = is_running
                        && remit_settle_can_climb (self->link.workspace, conflict, TRUE);
  gboolean has_lower = is_running
                       && remit_settle_can_climb (self->link.workspace, conflict, FALSE);

  set_enabled (self, "conflict.mediate", REMIT_CONFLICT_EVENT_MEDIATION);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.escalate", can_change && has_higher);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.de-escalate",
                                 can_change && has_lower);
  set_enabled (self, "conflict.resolve", REMIT_CONFLICT_EVENT_RESOLVED);
  set_enabled (self, "conflict.close", REMIT_CONFLICT_EVENT_CLOSED);
  set_enabled (self, "conflict.withdraw", REMIT_CONFLICT_EVENT_WITHDRAWN);
  set_enabled (self, "conflict.reopen", REMIT_CONFLICT_EVENT_REOPENED);
  gtk_widget_set_visible (self->escalate, has_higher);
  gtk_widget_set_visible (self->resolve, is_running);
  gtk_widget_set_visible (self->reopen, !is_running);
  gtk_widget_set_sensitive (self->more, can_change);
}

static void
update (GtkWidget *widget)
{
  RemitConflictHead *self = REMIT_CONFLICT_HEAD (widget);
  RemitEntity *conflict = self->link.entity;
  g_autofree char *words = NULL;
  gboolean ran_out;

  gtk_widget_set_visible (widget, conflict != NULL);
  if (conflict == NULL)
    {
      remit_clock_set_due (self->clock, 0);
      return;
    }
  words = dup_words (self);
  ran_out = remit_entity_get_integer (conflict, REMIT_CONFLICT_RAN_OUT) != 0
            && remit_conflict_status_is_running (get_status (self));
  gtk_label_set_label (self->words, words);
  remit_clock_set_due (self->clock, remit_entity_get_integer (conflict, REMIT_CONFLICT_DUE));
  gtk_widget_set_visible (GTK_WIDGET (self->proposal), ran_out);
  show_steps (self);
}

/* ── Steps ────────────────────────────────────────────────────────────────────────────────── */

/* Each step asks for a note for the log. */
struct _Step
{
  const char *action;
  RemitConflictEventKind kind;
  const char *heading;
  const char *body;
  const char *answer;
};

static const Step steps[] = {
  { "conflict.escalate", REMIT_CONFLICT_EVENT_ESCALATED, N_ ("Escalate"),
    N_ ("The conflict moves to the next level of the ladder, with a new time limit. Vacant levels "
        "are skipped."),
    N_ ("_Escalate") },
  { "conflict.de-escalate", REMIT_CONFLICT_EVENT_DE_ESCALATED, N_ ("De-escalate"),
    N_ ("The conflict returns to the previous level."), N_ ("_De-escalate") },
  { "conflict.close", REMIT_CONFLICT_EVENT_CLOSED, N_ ("Close"),
    N_ ("The conflict is closed. Without an outcome, the checker reports a finding."),
    N_ ("_Close") },
  { "conflict.withdraw", REMIT_CONFLICT_EVENT_WITHDRAWN, N_ ("Withdraw"),
    N_ ("The conflict is withdrawn. Its log is kept."), N_ ("_Withdraw") },
  { "conflict.reopen", REMIT_CONFLICT_EVENT_REOPENED, N_ ("Reopen"),
    N_ ("The conflict returns to the first level of its ladder."), N_ ("_Reopen") },
};

/* Leaves the level that is shown: another user may have been faster. */
static void
on_said (GtkWidget *widget,
         gint64 conflict,
         const char *text)
{
  RemitConflictHead *self = REMIT_CONFLICT_HEAD (widget);

  if (self->link.workspace != NULL)
    remit_conflict_step_try (widget, self->link.workspace, conflict, self->asked->kind,
                             remit_entity_get_integer (self->link.entity, REMIT_CONFLICT_RUNG), 0,
                             text);
}

static void
on_step (GtkWidget *widget,
         const char *name,
         GVariant *parameter G_GNUC_UNUSED)
{
  RemitConflictHead *self = REMIT_CONFLICT_HEAD (widget);

  for (guint i = 0; self->link.entity != NULL && i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].action, name))
      {
        RemitQuestion question = {
          .heading = _ (steps[i].heading),
          .body = _ (steps[i].body),
          .label = _ ("Note for the log"),
          .placeholder = _ ("Note for the log"),
          .action = _ (steps[i].answer),
        };

        self->asked = &steps[i];
        remit_ask (widget, &question, remit_entity_get_id (self->link.entity), on_said);
      }
}

static void
on_mediate (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  RemitConflictHead *self = REMIT_CONFLICT_HEAD (widget);

  if (self->link.entity != NULL)
    remit_mediate_dialog_present (widget, self->link.workspace, self->link.entity);
}

static void
on_resolve (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  RemitConflictHead *self = REMIT_CONFLICT_HEAD (widget);

  if (self->link.entity != NULL)
    remit_resolve_dialog_present (widget, self->link.workspace, self->link.entity);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_conflict_head_section_init (RemitSectionInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitConflictHead, link);
  iface->parts = REMIT_KIND_BIT (REMIT_KIND_OWN_RUNG);
  iface->others = REMIT_HOLDER_KINDS | REMIT_KIND_BIT (REMIT_KIND_SETTINGS)
                  | REMIT_KIND_BIT (REMIT_KIND_HOLIDAY);
  iface->update = update;
}

static void
remit_conflict_head_class_init (RemitConflictHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/conflicts/page/remit-conflict-head.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitConflictHead, words);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictHead, clock);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictHead, proposal);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictHead, escalate);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictHead, resolve);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictHead, reopen);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictHead, more);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_install_action (widget_class, steps[i].action, NULL, on_step);
  gtk_widget_class_install_action (widget_class, "conflict.mediate", NULL, on_mediate);
  gtk_widget_class_install_action (widget_class, "conflict.resolve", NULL, on_resolve);
}

static void
remit_conflict_head_init (RemitConflictHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
