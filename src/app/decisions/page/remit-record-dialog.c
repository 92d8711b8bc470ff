/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds an entry to the log of a decision: input, objection, outcome or review. */
#include "remit-record-dialog.h"

#include <glib/gi18n.h>

#include "plan/decide/remit-decide.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-text.h"

struct _RemitRecordDialog
{
  AdwWindow parent_instance;

  GtkWidget *parent;
  RemitWorkspace *workspace;
  gint64 decision;
  RemitDecisionEventKind kind;
  gint64 person;

  AdwWindowTitle *title;
  AdwComboRow *result;
  AdwActionRow *person_row;
  RemitEntityPicker *picker;
  AdwPreferencesGroup *text_group;
  GtkTextView *text;
  AdwPreferencesGroup *consequences_group;
  GtkTextView *consequences;
  AdwEntryRow *evidence;
  AdwPreferencesGroup *override_group;
  GtkTextView *override;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (RemitRecordDialog, remit_record_dialog, ADW_TYPE_WINDOW)

/* ── Who ──────────────────────────────────────────────────────────────────────────────────── */

/* Without the right to decide, the user sees who has it, and can override with a reason. */
static void
update_override (RemitRecordDialog *self)
{
  g_autofree char *whose = NULL;
  g_autofree char *words = NULL;
  gboolean may = self->kind != REMIT_DECISION_EVENT_OUTCOME
                 || remit_decide_may (self->workspace, self->decision, self->person, 0, &whose);

  gtk_widget_set_visible (GTK_WIDGET (self->override_group), !may);
  if (may)
    return;
  words = whose != NULL && *whose != '\0'
            /* Translators: whose decision it is: “Ada Lovelace (Product manager)” */
            ? g_strdup_printf (_ ("This decision belongs to %s. Record the outcome as an override "
                                  "and give the reason. The checker reports overrides."), whose)
            : g_strdup (_ ("Nobody has the right to make this decision. Record the outcome as an "
                           "override and give the reason. The checker reports overrides."));
  adw_preferences_group_set_description (self->override_group, words);
}

static void
show_person (RemitRecordDialog *self)
{
  RemitEntity *person = self->person != 0 ? remit_workspace_get (self->workspace,
                                                                 REMIT_KIND_PERSON, self->person)
                                          : NULL;

  adw_action_row_set_subtitle (self->person_row,
                               person != NULL ? remit_entity_get_text (person, REMIT_PERSON_NAME)
                                              : remit_edit_get_actor ());
  update_override (self);
}

static void
on_picked (RemitRecordDialog *self,
           gint64 id)
{
  self->person = id;
  show_person (self);
}

static void
on_popover_shown (RemitRecordDialog *self)
{
  RemitEntity *decision = remit_workspace_get (self->workspace, REMIT_KIND_DECISION,
                                               self->decision);

  if (decision != NULL)
    remit_entity_picker_show (self->picker, self->workspace, REMIT_KIND_PERSON, decision);
}

/* ── Recording ────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitLogEntry entry;
  char *text;
  char *consequences;
  char *evidence;
  char *override;
} Recording;

static void
recording_free (gpointer data)
{
  Recording *self = data;

  g_free (self->text);
  g_free (self->consequences);
  g_free (self->evidence);
  g_free (self->override);
  g_free (self);
}

static gint64
record (RemitWorkspace *workspace,
        gpointer data,
        GError **error)
{
  const Recording *self = data;

  return remit_decide_log (workspace, &self->entry, error);
}

static void
on_recorded (GtkWidget *widget,
             RemitWorkspace *workspace,
             gint64 event,
             gpointer data G_GNUC_UNUSED,
             const GError *error)
{
  RemitRecordDialog *self = REMIT_RECORD_DIALOG (widget);

  if (event == 0)
    {
      remit_dialog_refuse (self->problem, error->message);
      return;
    }
  remit_feedback_done (self->parent, remit_workspace_get_undo_label (workspace));
  gtk_window_close (GTK_WINDOW (self));
}

/* An outcome has more to say than other entries. */
static void
add_outcome (RemitRecordDialog *self,
             Recording *recording)
{
  static const RemitResult results[] = { REMIT_RESULT_ACCEPTED, REMIT_RESULT_REJECTED,
                                         REMIT_RESULT_WITHDRAWN };
  guint result = MIN (adw_combo_row_get_selected (self->result), G_N_ELEMENTS (results) - 1);

  recording->consequences = remit_text_dup (self->consequences);
  recording->entry.result = results[result];
  recording->entry.consequences = recording->consequences;
  if (!gtk_widget_get_visible (GTK_WIDGET (self->override_group)))
    return;
  recording->override = remit_text_dup (self->override);
  recording->entry.override = recording->override;
}

static Recording *
create_recording (RemitRecordDialog *self)
{
  Recording *recording = g_new0 (Recording, 1);

  recording->text = remit_text_dup (self->text);
  recording->evidence = remit_text_dup_line (self->evidence);
  recording->entry = (RemitLogEntry){ .decision = self->decision,
                                      .kind = self->kind,
                                      .result = REMIT_RESULT_NONE,
                                      .person = self->person,
                                      .text = recording->text,
                                      .evidence = recording->evidence };
  if (self->kind == REMIT_DECISION_EVENT_OUTCOME)
    add_outcome (self, recording);
  return recording;
}

static void
on_record (RemitRecordDialog *self)
{
  Recording *recording = create_recording (self);

  if (*recording->text == '\0' && self->kind != REMIT_DECISION_EVENT_OUTCOME)
    {
      remit_dialog_refuse (self->problem, _ ("Enter a statement"));
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
      recording_free (recording);
      return;
    }
  remit_try_then (GTK_WIDGET (self), self->workspace, record, recording, recording_free,
                  on_recorded);
}

static void
remit_record_dialog_dispose (GObject *object)
{
  RemitRecordDialog *self = REMIT_RECORD_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (remit_record_dialog_parent_class)->dispose (object);
}

static void
remit_record_dialog_class_init (RemitRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_record_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/decisions/page/remit-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitRecordDialog, title);
  gtk_widget_class_bind_template_child (widget_class, RemitRecordDialog, result);
  gtk_widget_class_bind_template_child (widget_class, RemitRecordDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, RemitRecordDialog, picker);
  gtk_widget_class_bind_template_child (widget_class, RemitRecordDialog, text_group);
  gtk_widget_class_bind_template_child (widget_class, RemitRecordDialog, text);
  gtk_widget_class_bind_template_child (widget_class, RemitRecordDialog, consequences_group);
  gtk_widget_class_bind_template_child (widget_class, RemitRecordDialog, consequences);
  gtk_widget_class_bind_template_child (widget_class, RemitRecordDialog, evidence);
  gtk_widget_class_bind_template_child (widget_class, RemitRecordDialog, override_group);
  gtk_widget_class_bind_template_child (widget_class, RemitRecordDialog, override);
  gtk_widget_class_bind_template_child (widget_class, RemitRecordDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_record);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_record_dialog_init (RemitRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
get_title (RemitDecisionEventKind kind)
{
  switch ((int) kind)
    {
    case REMIT_DECISION_EVENT_INPUT:
      return _ ("Record Input");
    case REMIT_DECISION_EVENT_OBJECTION:
      return _ ("Record Objection");
    case REMIT_DECISION_EVENT_OUTCOME:
      return _ ("Record Outcome");
    default:
      return _ ("Record Review");
    }
}

/* Who sits here may be one of the people. */
static gint64
find_actor (RemitWorkspace *workspace)
{
  GListModel *people = remit_workspace_get_list (workspace, REMIT_KIND_PERSON);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (RemitEntity) person = g_list_model_get_item (people, i);

      if (g_strcmp0 (remit_entity_get_text (person, REMIT_PERSON_NAME), remit_edit_get_actor ())
          == 0)
        return remit_entity_get_id (person);
    }
  return 0;
}

void
remit_record_dialog_present (GtkWidget *parent,
                             RemitWorkspace *workspace,
                             gint64 decision,
                             RemitDecisionEventKind kind)
{
  RemitRecordDialog *self = g_object_new (REMIT_TYPE_RECORD_DIALOG, "transient-for",
                                          gtk_widget_get_root (parent), NULL);
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_DECISION, decision);
  gboolean outcome = kind == REMIT_DECISION_EVENT_OUTCOME;
  const char *what = outcome ? _ ("Rationale") : _ ("Statement");

  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->decision = decision;
  self->kind = kind;
  self->person = find_actor (workspace);
  gtk_window_set_title (GTK_WINDOW (self), get_title (kind));
  adw_window_title_set_title (self->title, get_title (kind));
  if (entity != NULL)
    adw_window_title_set_subtitle (self->title,
                                   remit_entity_get_text (entity, REMIT_DECISION_TITLE));
  adw_preferences_group_set_title (self->text_group, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, what,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->result), outcome);
  gtk_widget_set_visible (GTK_WIDGET (self->consequences_group), outcome);
  show_person (self);
  remit_dialog_present (GTK_WINDOW (self));
}
