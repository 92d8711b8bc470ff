/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks how much of a person's time a slot is to have. */
#include "remit-board-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-style.h"
#include "widgets/remit-try.h"

struct _RemitAllocationDialog
{
  AdwMessageDialog parent_instance;

  GtkWidget *parent;
  RemitWorkspace *workspace;
  RemitPlacement placement;

  GtkSpinButton *spin;
  GtkAdjustment *adjustment;
  GtkLabel *outcome;
};

G_DEFINE_FINAL_TYPE (RemitAllocationDialog, remit_allocation_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* Says what the number would lead to, while it is chosen. */
static void
on_value_changed (RemitAllocationDialog *self)
{
  g_auto (RemitOutcome) outcome = { 0 };
  g_autofree char *summary = NULL;

  if (self->workspace == NULL)
    return;
  self->placement.allocation = gtk_spin_button_get_value_as_int (self->spin);
  remit_placement_ask (self->workspace, &self->placement, &outcome);
  summary = remit_outcome_dup_summary (&outcome);
  gtk_label_set_label (self->outcome, summary);
  remit_style_set_class (GTK_WIDGET (self->outcome), "warning",
                         outcome.verdict == REMIT_VERDICT_DOUBTFUL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "change",
                                           outcome.verdict == REMIT_VERDICT_FINE
                                             || outcome.verdict == REMIT_VERDICT_DOUBTFUL);
}

/* In the slot in which the person is by then. */
static gint64
allocate (RemitWorkspace *workspace,
          gpointer data,
          GError **error)
{
  const RemitPlacement *placement = data;

  return remit_placement_allocate (workspace, placement->assignment, placement->allocation, error);
}

static void
remit_allocation_dialog_response (AdwMessageDialog *dialog,
                                  const char *response)
{
  RemitAllocationDialog *self = REMIT_ALLOCATION_DIALOG (dialog);

  if (g_str_equal (response, "change"))
    remit_try (self->parent, self->workspace, allocate,
               g_memdup2 (&self->placement, sizeof self->placement), g_free);
}

static void
remit_allocation_dialog_dispose (GObject *object)
{
  RemitAllocationDialog *self = REMIT_ALLOCATION_DIALOG (object);

  g_clear_object (&self->parent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (remit_allocation_dialog_parent_class)->dispose (object);
}

static void
remit_allocation_dialog_class_init (RemitAllocationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_allocation_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = remit_allocation_dialog_response;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/board/dialogs/remit-allocation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitAllocationDialog, spin);
  gtk_widget_class_bind_template_child (widget_class, RemitAllocationDialog, adjustment);
  gtk_widget_class_bind_template_child (widget_class, RemitAllocationDialog, outcome);
  gtk_widget_class_bind_template_callback (widget_class, on_value_changed);
}

static void
remit_allocation_dialog_init (RemitAllocationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->spin))),
                                  TRUE);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self), "cancel", _ ("_Cancel"), "change",
                                    _ ("C_hange"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self), "change",
                                              ADW_RESPONSE_SUGGESTED);
}

static void
show_assignment (RemitAllocationDialog *self,
                 RemitEntity *assignment)
{
  const RemitField *field = &remit_entity_info (REMIT_KIND_ASSIGNMENT)
                               ->fields[REMIT_ASSIGNMENT_ALLOCATION];
  g_autofree char *name = remit_design_dup_name (self->workspace, REMIT_KIND_ASSIGNMENT,
                                                 remit_entity_get_id (assignment));

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), name);
  gtk_adjustment_set_lower (self->adjustment, (double) field->minimum);
  gtk_adjustment_set_upper (self->adjustment, (double) field->maximum);
  gtk_adjustment_set_value (self->adjustment,
                            (double) remit_entity_get_integer (assignment,
                                                               REMIT_ASSIGNMENT_ALLOCATION));
  on_value_changed (self);
}

void
remit_allocation_dialog_present (GtkWidget *parent,
                                 RemitWorkspace *workspace,
                                 gint64 assignment)
{
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_ASSIGNMENT, assignment);
  RemitAllocationDialog *self;

  if (entity == NULL)
    return;
  self = g_object_new (REMIT_TYPE_ALLOCATION_DIALOG, "transient-for",
                       gtk_widget_get_root (parent), NULL);
  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->placement.person = remit_entity_get_integer (entity, REMIT_ASSIGNMENT_PERSON);
  self->placement.slot = remit_entity_get_integer (entity, REMIT_ASSIGNMENT_SLOT);
  self->placement.assignment = assignment;
  show_assignment (self, entity);
  remit_dialog_present (GTK_WINDOW (self));
}
