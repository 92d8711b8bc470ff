/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a decision's form: status, decider, predecessor and successor. */
#include "remit-decision-page.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "plan/decide/remit-decide.h"
#include "widgets/remit-ask.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-feedback.h"
#include "widgets/sections/remit-section.h"

struct _RemitDecisionHead
{
  GtkBox parent_instance;

  RemitSectionLink link;

  GtkLabel *words;
  GtkButton *before;
  GtkButton *after;
  GtkButton *supersede;
};

static void remit_decision_head_section_init (RemitSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitDecisionHead, remit_decision_head, GTK_TYPE_BOX,
                               REMIT_IMPLEMENT_SECTION (remit_decision_head_section_init))

/* ── Texts ────────────────────────────────────────────────────────────────────────────────── */

static char *
dup_words (RemitDecisionHead *self)
{
  const RemitRecord *record = remit_entity_get_record (self->link.entity);
  gint64 status = remit_entity_get_integer (self->link.entity, REMIT_DECISION_STATUS);
  gint64 raised = remit_entity_get_integer (self->link.entity, REMIT_DECISION_RAISED);
  g_autofree char *word = remit_record_display (record, REMIT_DECISION_STATUS);
  g_autofree char *day = raised != 0 ? remit_day_display (remit_day_of_time (raised)) : NULL;
  g_autofree char *whose = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (status == REMIT_DECISION_STATUS_PROPOSED && day != NULL)
    /* Translators: a status (“Proposed”) and a day */
    g_string_append_printf (words, _ ("%1$s on %2$s"), word, day);
  else
    g_string_append (words, word);
  if (status != REMIT_DECISION_STATUS_PROPOSED)
    return g_string_free (g_steal_pointer (&words), FALSE);

  remit_decide_may (self->link.workspace, remit_entity_get_id (self->link.entity), 0, 0, &whose);
  g_string_append_c (words, '\n');
  if (whose != NULL && *whose != '\0')
    /* Translators: whose decision it is: “Ada Lovelace (Product manager)” */
    g_string_append_printf (words, _ ("Decider: %s"), whose);
  else
    g_string_append (words, _ ("No decider is available today"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static RemitEntity *
get_predecessor (RemitDecisionHead *self)
{
  gint64 id = remit_entity_get_integer (self->link.entity, REMIT_DECISION_SUPERSEDES);

  return id != 0 ? remit_workspace_get (self->link.workspace, REMIT_KIND_DECISION, id) : NULL;
}

/* @format: with the title of the other decision */
static void
show_other (GtkButton *button,
            RemitEntity *other,
            const char *format)
{
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), other != NULL);
  if (other == NULL)
    return;
  label = g_strdup_printf (format, remit_entity_get_text (other, REMIT_DECISION_TITLE));
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (button)), label);
}

static void
update (GtkWidget *widget)
{
  RemitDecisionHead *self = REMIT_DECISION_HEAD (widget);
  g_autofree char *words = NULL;
  RemitEntity *after;

  gtk_widget_set_visible (GTK_WIDGET (self), self->link.entity != NULL);
  if (self->link.entity == NULL)
    return;
  words = dup_words (self);
  gtk_label_set_label (self->words, words);
  after = remit_decide_get_successor (self->link.workspace,
                                      remit_entity_get_id (self->link.entity));
  /* Translators: a decision that this one takes the place of */
  show_other (self->before, get_predecessor (self), _ ("Supersedes %s"));
  /* Translators: a decision that takes the place of this one */
  show_other (self->after, after, _ ("Superseded by %s"));
  remit_edits_set_sensitive (self->supersede, self->link.workspace);
  gtk_widget_set_visible (
    GTK_WIDGET (self->supersede),
    after == NULL
      && remit_entity_get_integer (self->link.entity, REMIT_DECISION_STATUS)
           == REMIT_DECISION_STATUS_ACCEPTED);
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

static void
inspect (RemitDecisionHead *self,
         gint64 decision)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", (int) REMIT_KIND_DECISION,
                              decision);
}

static void
on_before (RemitDecisionHead *self)
{
  inspect (self, remit_entity_get_integer (self->link.entity, REMIT_DECISION_SUPERSEDES));
}

static void
on_after (RemitDecisionHead *self)
{
  RemitEntity *after = remit_decide_get_successor (self->link.workspace,
                                                   remit_entity_get_id (self->link.entity));

  if (after != NULL)
    inspect (self, remit_entity_get_id (after));
}

typedef struct {
  gint64 decision;
  char *title;
} Succession;

static void
succession_free (gpointer data)
{
  Succession *self = data;

  g_free (self->title);
  g_free (self);
}

static gint64
supersede (RemitWorkspace *workspace,
           gpointer data,
           GError **error)
{
  const Succession *self = data;

  return remit_decide_supersede (workspace, self->decision, self->title, error);
}

static void
on_superseded (GtkWidget *widget,
               RemitWorkspace *workspace,
               gint64 successor,
               gpointer data G_GNUC_UNUSED,
               const GError *error)
{
  if (remit_feedback_edit (widget, workspace, successor != 0, error)
      && remit_try_is_attended (widget))
    inspect (REMIT_DECISION_HEAD (widget), successor);
}

static void
on_answer (GtkWidget *widget,
           gint64 decision,
           const char *title)
{
  RemitDecisionHead *self = REMIT_DECISION_HEAD (widget);
  Succession *succession;

  if (self->link.workspace == NULL)
    return;
  succession = g_new0 (Succession, 1);
  succession->decision = decision;
  succession->title = g_strdup (title);
  remit_try_then (widget, self->link.workspace, supersede, succession, succession_free,
                  on_superseded);
}

static void
on_supersede (RemitDecisionHead *self)
{
  RemitQuestion question = {
    .heading = _ ("Supersede"),
    .body = _ ("Proposes a new decision with the same rights. The current decision stays in force "
               "until the new one is accepted."),
    .label = _ ("Title"),
    .text = remit_entity_get_text (self->link.entity, REMIT_DECISION_TITLE),
    .action = _ ("_Propose"),
  };

  remit_ask (GTK_WIDGET (self), &question, remit_entity_get_id (self->link.entity), on_answer);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_decision_head_section_init (RemitSectionInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitDecisionHead, link);
  iface->parts = REMIT_KIND_BIT (REMIT_KIND_RIGHT);
  iface->others = REMIT_KIND_BIT (REMIT_KIND_DECISION) | REMIT_HOLDER_KINDS;
  iface->update = update;
}

static void
remit_decision_head_class_init (RemitDecisionHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/decisions/page/remit-decision-head.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionHead, words);
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionHead, before);
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionHead, after);
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionHead, supersede);
  gtk_widget_class_bind_template_callback (widget_class, on_before);
  gtk_widget_class_bind_template_callback (widget_class, on_after);
  gtk_widget_class_bind_template_callback (widget_class, on_supersede);
}

static void
remit_decision_head_init (RemitDecisionHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
