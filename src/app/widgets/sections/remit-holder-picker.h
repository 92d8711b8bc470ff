/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds who is to hold something: a slot, a role or a person. */
#pragma once

#include <gtk/gtk.h>

/**
 * RemitHolderPicker:
 *
 * For a section of a form (see remit-section.h), around the picker: whoever is picked is to hold
 * something for the entity shown. Signal `picked` (int kind, gint64 id) when one was chosen.
 */
#define REMIT_TYPE_HOLDER_PICKER (remit_holder_picker_get_type ())
G_DECLARE_FINAL_TYPE (RemitHolderPicker, remit_holder_picker, REMIT, HOLDER_PICKER, GtkBox)

/** @label: names the choice of a kind, for whoever cannot see it */
RemitHolderPicker *remit_holder_picker_new (const char *label);

/** Returns: (transfer floating): a button, called @label, whose popover is the picker */
GtkWidget *remit_holder_picker_create_button (RemitHolderPicker *self,
                                              const char *label);
