/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The buttons for undo and redo, which say what they would take back. */
#include <glib/gi18n.h>

#include "widgets/remit-tooltip.h"
#include "widgets/remit-view.h"

/**
 * RemitUndoButtons:
 *
 * The buttons activate `win.undo` and `win.redo`.
 */
#define REMIT_TYPE_UNDO_BUTTONS (remit_undo_buttons_get_type ())
G_DECLARE_FINAL_TYPE (RemitUndoButtons, remit_undo_buttons, REMIT, UNDO_BUTTONS, RemitView)

struct _RemitUndoButtons
{
  RemitView parent_instance;

  GtkButton *undo;
  GtkButton *redo;
};

G_DEFINE_FINAL_TYPE (RemitUndoButtons, remit_undo_buttons, REMIT_TYPE_VIEW)

static void
name_button (GtkButton *button,
             const char *text)
{
  remit_tooltip_set (GTK_WIDGET (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static char *
dup_text (RemitWorkspace *workspace,
          RemitHistoryOp op)
{
  const RemitHistoryTop *top = workspace != NULL ? remit_workspace_get_top (workspace, op) : NULL;
  gboolean is_undo = op == REMIT_HISTORY_UNDO;

  if (top != NULL && top->label != NULL)
    return g_strdup_printf (is_undo ? _ ("Undo: %s") : _ ("Redo: %s"), top->label);
  if (top != NULL && top->is_sealed)
    return g_strdup (is_undo ? _ ("Nothing to Undo: Earlier Changes Are Archived")
                             : _ ("Nothing to Redo: Earlier Changes Are Archived"));
  return g_strdup (is_undo ? _ ("Nothing to Undo") : _ ("Nothing to Redo"));
}

static void
remit_undo_buttons_update (RemitView *view)
{
  RemitUndoButtons *self = REMIT_UNDO_BUTTONS (view);
  RemitWorkspace *workspace = remit_view_get_workspace (view);
  g_autofree char *undo = dup_text (workspace, REMIT_HISTORY_UNDO);
  g_autofree char *redo = dup_text (workspace, REMIT_HISTORY_REDO);

  name_button (self->undo, undo);
  name_button (self->redo, redo);
}

static void
remit_undo_buttons_class_init (RemitUndoButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  REMIT_VIEW_CLASS (klass)->update = remit_undo_buttons_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/window/remit-undo-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitUndoButtons, undo);
  gtk_widget_class_bind_template_child (widget_class, RemitUndoButtons, redo);
}

static void
remit_undo_buttons_init (RemitUndoButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_undo_buttons_update (REMIT_VIEW (self));
}
