/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a decision's form that shows its log, as a timeline. */
#include "remit-decision-page.h"

#include <glib/gi18n.h>

#include "plan/decide/remit-decide.h"
#include "remit-record-dialog.h"

struct _RemitDecisionLog
{
  RemitTimeline parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitDecisionLog, remit_decision_log, REMIT_TYPE_TIMELINE)

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

static void
fill_row (RemitTimeline *self G_GNUC_UNUSED,
          RemitLogRow *row,
          RemitEntity *event)
{
  add_part (row, event, REMIT_DECISION_EVENT_CONSEQUENCES);
  add_part (row, event, REMIT_DECISION_EVENT_OVERRIDE);
  add_evidence (row, event);
}

/* ── Adding and taking back ───────────────────────────────────────────────────────────────── */

static gboolean
can_take_back (RemitEntity *event)
{
  return remit_entity_get_integer (event, REMIT_DECISION_EVENT_KIND)
         != REMIT_DECISION_EVENT_CORRECTION;
}

static gboolean
take_back (RemitWorkspace *workspace,
           gint64 event,
           const char *reason,
           GError **error)
{
  return remit_decide_correct (workspace, event, reason, error) != 0;
}

static void
on_record (GtkWidget *widget,
           const char *name G_GNUC_UNUSED,
           GVariant *parameter)
{
  RemitSectionLink *link = remit_section_get_link (widget);
  int kind = remit_choice_find (
    remit_decision_event_info.fields[REMIT_DECISION_EVENT_KIND].choices,
    g_variant_get_string (parameter, NULL));

  if (link->entity != NULL && kind >= 0)
    remit_record_dialog_present (widget, link->workspace, remit_entity_get_id (link->entity),
                                 (RemitDecisionEventKind) kind);
}

static void
remit_decision_log_class_init (RemitDecisionLogClass *klass)
{
  static const char *const edits[] = { "log.record", "log.take-back", NULL };
  RemitListSectionClass *section_class = REMIT_LIST_SECTION_CLASS (klass);
  RemitTimelineClass *timeline_class = REMIT_TIMELINE_CLASS (klass);

  section_class->kind = REMIT_KIND_DECISION_EVENT;
  section_class->edits = edits;
  section_class->empty = N_ ("No entries yet");
  timeline_class->newest_first = TRUE;
  timeline_class->dup_heading = dup_heading;
  timeline_class->fill_row = fill_row;
  timeline_class->can_take_back = can_take_back;
  timeline_class->take_back = take_back;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "log.record", "s", on_record);
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
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}
