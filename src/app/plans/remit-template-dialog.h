/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a template, looking at what is in it, and making a plan from it, or adding its teams to
 * one. */
#pragma once

#include <adwaita.h>

#include "store/workspace/remit-workspace.h"

#define REMIT_TYPE_TEMPLATE_DIALOG (remit_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RemitTemplateDialog, remit_template_dialog, REMIT, TEMPLATE_DIALOG, AdwWindow)

/**
 * remit_template_dialog_new:
 * @plan: the plan that its teams are added to, 0 for a new one
 * @template_id: the id of the template to show first, or the empty string
 */
RemitTemplateDialog *remit_template_dialog_new (GtkWindow *parent,
                                                RemitWorkspace *workspace,
                                                gint64 plan,
                                                const char *template_id);
