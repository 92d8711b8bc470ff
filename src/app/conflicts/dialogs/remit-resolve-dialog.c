/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resolves a conflict: the approach, the outcome, and the resulting decision. */
#include "remit-resolve-dialog.h"

#include <glib/gi18n.h>

#include "plan/conflict/remit-settle.h"
#include "plan/design/remit-design.h"
#include "widgets/pickers/remit-choices.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-text.h"

/* In the order of the choices. */
enum {
  ENDS_WITHOUT,
  ENDS_IN_NEW,
  ENDS_IN_EXISTING,
};

struct _RemitResolveDialog
{
  AdwWindow parent_instance;

  GtkWidget *parent;
  RemitWorkspace *workspace;
  RemitEntity *conflict;
  gint64 person;
  gint64 decision;
  gint64 accountable;

  AdwWindowTitle *title;
  AdwComboRow *mode;
  AdwActionRow *person_row;
  RemitEntityPicker *person_picker;
  GtkTextView *text;
  AdwComboRow *ends_in;
  AdwEntryRow *new_title;
  AdwActionRow *decision_row;
  RemitEntityPicker *decision_picker;
  AdwActionRow *accountable_row;
  RemitEntityPicker *accountable_picker;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (RemitResolveDialog, remit_resolve_dialog, ADW_TYPE_WINDOW)

/* ── Choices ──────────────────────────────────────────────────────────────────────────────── */

static void
fill_modes (RemitResolveDialog *self)
{
  const RemitChoice *modes = remit_conflict_info.fields[REMIT_CONFLICT_MODE].choices;
  g_autoptr (GListModel) words = remit_choices_new (modes + REMIT_MODE_COMPETING);

  adw_combo_row_set_model (self->mode, words);
  adw_combo_row_set_selected (self->mode, REMIT_MODE_COLLABORATING - REMIT_MODE_COMPETING);
}

static void
fill_ends (RemitResolveDialog *self)
{
  const char *words[] = { _ ("No decision"), _ ("New decision"), _ ("Existing decision"),
                          NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  adw_combo_row_set_model (self->ends_in, G_LIST_MODEL (list));
}

static void
update (RemitResolveDialog *self)
{
  guint ends_in = adw_combo_row_get_selected (self->ends_in);

  gtk_widget_set_visible (GTK_WIDGET (self->new_title), ends_in == ENDS_IN_NEW);
  gtk_widget_set_visible (GTK_WIDGET (self->decision_row), ends_in == ENDS_IN_EXISTING);
  gtk_widget_set_visible (GTK_WIDGET (self->accountable_row), ends_in != ENDS_WITHOUT);
}

static void
show_name (RemitResolveDialog *self,
           AdwActionRow *row,
           RemitKind kind,
           gint64 id)
{
  g_autofree char *name = remit_design_dup_name (self->workspace, kind, id);

  adw_action_row_set_subtitle (row, name);
}

static void
on_person_shown (RemitResolveDialog *self)
{
  remit_entity_picker_show (self->person_picker, self->workspace, REMIT_KIND_PERSON,
                            self->conflict);
}

static void
on_person_picked (RemitResolveDialog *self,
                  gint64 id)
{
  self->person = id;
  show_name (self, self->person_row, REMIT_KIND_PERSON, id);
}

static void
on_decision_shown (RemitResolveDialog *self)
{
  remit_entity_picker_show (self->decision_picker, self->workspace, REMIT_KIND_DECISION,
                            self->conflict);
}

static void
on_decision_picked (RemitResolveDialog *self,
                    gint64 id)
{
  self->decision = id;
  show_name (self, self->decision_row, REMIT_KIND_DECISION, id);
}

static void
on_accountable_shown (RemitResolveDialog *self)
{
  remit_entity_picker_show (self->accountable_picker, self->workspace, REMIT_KIND_SLOT,
                            self->conflict);
}

static void
on_accountable_picked (RemitResolveDialog *self,
                       gint64 id)
{
  self->accountable = id;
  show_name (self, self->accountable_row, REMIT_KIND_SLOT, id);
}

/* ── Resolving ────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  gint64 conflict;
  gint64 person;
  RemitResolution resolution;
  char *text;
  char *new_decision;
} Settlement;

static void
settlement_free (gpointer data)
{
  Settlement *self = data;

  g_free (self->text);
  g_free (self->new_decision);
  g_free (self);
}

static gint64
resolve (RemitWorkspace *workspace,
         gpointer data,
         GError **error)
{
  const Settlement *self = data;

  return remit_settle_resolve (workspace, self->conflict, self->person, &self->resolution, error);
}

static void
on_resolved (GtkWidget *widget,
             RemitWorkspace *workspace,
             gint64 done,
             gpointer data G_GNUC_UNUSED,
             const GError *error)
{
  RemitResolveDialog *self = REMIT_RESOLVE_DIALOG (widget);

  if (done == 0)
    {
      remit_dialog_refuse (self->problem, error->message);
      return;
    }
  remit_feedback_done (self->parent, remit_workspace_get_undo_label (workspace));
  gtk_window_close (GTK_WINDOW (self));
}

static Settlement *
create_settlement (RemitResolveDialog *self,
                   guint ends_in)
{
  Settlement *settlement = g_new0 (Settlement, 1);
  RemitResolution *resolution = &settlement->resolution;

  settlement->conflict = remit_entity_get_id (self->conflict);
  settlement->person = self->person;
  settlement->text = remit_text_dup (self->text);
  resolution->mode = (RemitMode) (adw_combo_row_get_selected (self->mode) + REMIT_MODE_COMPETING);
  resolution->text = settlement->text;
  if (ends_in == ENDS_IN_NEW)
    resolution->new_decision = settlement->new_decision =
      remit_text_dup_line (self->new_title);
  if (ends_in == ENDS_IN_EXISTING)
    resolution->decision = self->decision;
  if (ends_in != ENDS_WITHOUT)
    resolution->accountable = self->accountable;
  return settlement;
}

static gboolean
lacks_decision (const Settlement *self,
                guint ends_in)
{
  return (ends_in == ENDS_IN_NEW && *self->new_decision == '\0')
         || (ends_in == ENDS_IN_EXISTING && self->resolution.decision == 0);
}

static void
on_resolve (RemitResolveDialog *self)
{
  guint ends_in = adw_combo_row_get_selected (self->ends_in);
  Settlement *settlement = create_settlement (self, ends_in);

  if (!lacks_decision (settlement, ends_in))
    {
      remit_try_then (GTK_WIDGET (self), self->workspace, resolve, settlement, settlement_free,
                      on_resolved);
      return;
    }
  settlement_free (settlement);
  remit_dialog_refuse (self->problem, _ ("Choose the resulting decision"));
}

/* ── The dialog ───────────────────────────────────────────────────────────────────────────── */

static void
remit_resolve_dialog_dispose (GObject *object)
{
  RemitResolveDialog *self = REMIT_RESOLVE_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->conflict);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (remit_resolve_dialog_parent_class)->dispose (object);
}

static void
remit_resolve_dialog_class_init (RemitResolveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_resolve_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/conflicts/dialogs/remit-resolve-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitResolveDialog, title);
  gtk_widget_class_bind_template_child (widget_class, RemitResolveDialog, mode);
  gtk_widget_class_bind_template_child (widget_class, RemitResolveDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, RemitResolveDialog, person_picker);
  gtk_widget_class_bind_template_child (widget_class, RemitResolveDialog, text);
  gtk_widget_class_bind_template_child (widget_class, RemitResolveDialog, ends_in);
  gtk_widget_class_bind_template_child (widget_class, RemitResolveDialog, new_title);
  gtk_widget_class_bind_template_child (widget_class, RemitResolveDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, RemitResolveDialog, decision_picker);
  gtk_widget_class_bind_template_child (widget_class, RemitResolveDialog, accountable_row);
  gtk_widget_class_bind_template_child (widget_class, RemitResolveDialog, accountable_picker);
  gtk_widget_class_bind_template_child (widget_class, RemitResolveDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_resolve);
  gtk_widget_class_bind_template_callback (widget_class, on_person_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_person_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_decision_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_decision_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_accountable_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_accountable_picked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_resolve_dialog_init (RemitResolveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_modes (self);
  fill_ends (self);
  g_signal_connect_object (self->ends_in, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

void
remit_resolve_dialog_present (GtkWidget *parent,
                              RemitWorkspace *workspace,
                              RemitEntity *conflict)
{
  RemitResolveDialog *self = g_object_new (REMIT_TYPE_RESOLVE_DIALOG, "transient-for",
                                           gtk_widget_get_root (parent), NULL);

  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->conflict = g_object_ref (conflict);
  adw_window_title_set_subtitle (self->title,
                                 remit_entity_get_text (conflict, REMIT_CONFLICT_TITLE));
  adw_action_row_set_subtitle (self->person_row, remit_edit_get_actor ());
  remit_dialog_present (GTK_WINDOW (self));
}
