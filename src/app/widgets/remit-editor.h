/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What forms are made of: widgets that show and change one entity, or a field of it. */
#pragma once

#include <gtk/gtk.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_EDITOR (remit_editor_get_type ())
G_DECLARE_INTERFACE (RemitEditor, remit_editor, REMIT, EDITOR, GtkWidget)

/**
 * RemitEditorInterface:
 * @show: shows @entity in the light of @plan, or nothing when it is %NULL; what was typed for
 *   another one is left
 * @revert: (nullable): takes back what was typed and not committed; returns whether there was any
 */
struct _RemitEditorInterface
{
  GTypeInterface parent_interface;

  void (*show) (RemitEditor *self,
                RemitWorkspace *workspace,
                gint64 plan,
                RemitEntity *entity);
  gboolean (*revert) (RemitEditor *self);
};

/** Shows an entity in all editors in @form, itself included. */
void remit_editor_show_all (GtkWidget *form,
                            RemitWorkspace *workspace,
                            gint64 plan,
                            RemitEntity *entity);

/** Takes back what was typed in the editor around @widget. Returns whether there was any. */
gboolean remit_editor_revert (GtkWidget *widget);
