/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a decision's form that shows its log, as a timeline. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-decision-log.h"

#include <glib/gi18n.h>

#include "plan/decide/remit-decide.h"
#include "plan/remit-log.h"
#include "remit-record-dialog.h"
#include "widgets/remit-ask.h"
#include "widgets/remit-editor.h"
#include "widgets/remit-feedback.h"
#include "widgets/rows/remit-log-row.h"

struct _RemitDecisionLog
{
  AdwPreferencesGroup parent_instance;

  RemitEntityLink link;
  guint n_shown;
  GtkWidget *list;
};

static void remit_decision_log_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitDecisionLog, remit_decision_log, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_decision_log_editor_init))

/* ── One entry ────────────────────────────────────────────────────────────────────────────── */

/* "Outcome: accepted" */
static char *
dup_heading (RemitEntity *event)
{
  const RemitRecord *record = remit_entity_get_record (event);
  g_autofree char *kind = remit_record_display (record, REMIT_DECISION_EVENT_KIND);
  g_autofree char *result = remit_record_display (record, REMIT_DECISION_EVENT_RESULT);

  if (remit_entity_get_integer (event, REMIT_DECISION_EVENT_RESULT) == REMIT_RESULT_NONE)
    return g_steal_pointer (&kind);
  /* Translators: what an entry of a log is, and the result: “Outcome: Accepted” */
  return g_strdup_printf (_ ("%1$s: %2$s"), kind, result);
}

static void
add_part (RemitLogRow *row,
          RemitEntity *event,
          guint field)
{
  const char *text = remit_entity_get_text (event, field);
  g_autofree char *words = NULL;

  if (*text == '\0')
    return;
  words = g_strdup_printf ("%s: %s", remit_field_get_label (
                                       &remit_decision_event_info.fields[field]), text);
  remit_log_row_add_part (row, words);
}

static void
add_evidence (RemitLogRow *row,
              RemitEntity *event)
{
  const char *link = remit_entity_get_text (event, REMIT_DECISION_EVENT_EVIDENCE);
  g_autofree char *scheme = g_uri_parse_scheme (link);
  GtkWidget *button;

  /* only what a browser opens, and nothing that would run */
  if (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0)
    {
      add_part (row, event, REMIT_DECISION_EVENT_EVIDENCE);
      return;
    }
  button = gtk_link_button_new_with_label (link, _ ("Evidence"));
  gtk_widget_add_css_class (button, "remit-log-link");
  remit_log_row_add_widget (row, button);
}

static gboolean
is_correction (RemitEntity *event)
{
  return remit_entity_get_integer (event, REMIT_DECISION_EVENT_KIND)
         == REMIT_DECISION_EVENT_CORRECTION;
}

/* ── Taking back ──────────────────────────────────────────────────────────────────────────── */

static void
on_answer (GtkWidget *widget,
           gint64 event,
           const char *reason)
{
  RemitDecisionLog *self = REMIT_DECISION_LOG (widget);
  g_autoptr (GError) error = NULL;

  if (self->link.workspace == NULL)
    return;
  if (remit_decide_correct (self->link.workspace, event, reason, &error) != 0)
    remit_feedback_done (widget, remit_workspace_get_undo_label (self->link.workspace));
  else
    remit_feedback_error (widget, error);
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

  remit_ask (widget, &question, g_variant_get_int64 (parameter), on_answer);
}

static GtkWidget *
create_row (RemitDecisionLog *self,
            RemitEntity *event)
{
  g_autofree char *heading = dup_heading (event);
  RemitLogRow *row = remit_log_row_new (self->link.workspace, event, heading);

  add_part (row, event, REMIT_DECISION_EVENT_CONSEQUENCES);
  add_part (row, event, REMIT_DECISION_EVENT_OVERRIDE);
  add_evidence (row, event);
  if (!is_correction (event) && remit_log_stands (self->link.workspace, event))
    remit_log_row_add_take_back (row, "log.take-back", remit_entity_get_id (event));
  return GTK_WIDGET (row);
}

/* ── All of them ──────────────────────────────────────────────────────────────────────────── */

static void
update (GtkWidget *widget)
{
  RemitDecisionLog *self = REMIT_DECISION_LOG (widget);
  g_autoptr (GPtrArray) events = NULL;
  GtkWidget *child;

  if (self->link.entity != NULL)
    events = remit_log_get (self->link.workspace, REMIT_KIND_DECISION_EVENT,
                            remit_entity_get_id (self->link.entity));
  /* it only grows */
  if (events != NULL && events->len == self->n_shown && self->n_shown > 0)
    return;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  self->n_shown = events != NULL ? events->len : 0;
  for (guint i = self->n_shown; i-- > 0;)
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (self, events->pdata[i]));
  gtk_widget_set_visible (self->list, self->n_shown > 0);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         self->n_shown > 0 ? NULL : _ ("Nothing yet"));
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitDecisionLog *self = REMIT_DECISION_LOG (editor);

  self->n_shown = 0;
  remit_entity_link_set (&self->link, GTK_WIDGET (self), workspace, plan, entity, update);
}

static void
remit_decision_log_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
}

static void
on_record (GtkWidget *widget,
           const char *name G_GNUC_UNUSED,
           GVariant *parameter)
{
  RemitDecisionLog *self = REMIT_DECISION_LOG (widget);
  int kind = remit_field_find_choice (
    &remit_decision_event_info.fields[REMIT_DECISION_EVENT_KIND],
    g_variant_get_string (parameter, NULL));

  if (self->link.entity != NULL && kind >= 0)
    remit_record_dialog_present (widget, self->link.workspace,
                                 remit_entity_get_id (self->link.entity),
                                 (RemitDecisionEventKind) kind);
}

static void
remit_decision_log_dispose (GObject *object)
{
  remit_entity_link_clear (&REMIT_DECISION_LOG (object)->link);

  G_OBJECT_CLASS (remit_decision_log_parent_class)->dispose (object);
}

static void
remit_decision_log_class_init (RemitDecisionLogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = remit_decision_log_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "log.record", "s", on_record);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "log.take-back", "x", on_take_back);
}

static void
remit_decision_log_init (RemitDecisionLog *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("_Input…"), "log.record::input");
  g_menu_append (menu, _ ("Ob_jection…"), "log.record::objection");
  g_menu_append (menu, _ ("_Outcome…"), "log.record::outcome");
  g_menu_append (menu, _ ("_Review…"), "log.record::review");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Record"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Log"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);
}
