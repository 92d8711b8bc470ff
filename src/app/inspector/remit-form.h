/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form in which an entity of a kind is shown and edited. */
#pragma once

#include <gtk/gtk.h>

#include "model/remit-field.h"

/**
 * RemitForm:
 *
 * A kind that has a form (see #RemitEntityInfo) has a file ui/inspector/NAME.ui, in which the
 * object `form` is a RemitForm of rows (see remit-field-row.h), sections (see remit-section.h) and
 * whatever else is to be seen. Nothing here knows which kinds there are.
 *
 * Style class `wide`: it is better read with more room than a form needs.
 */
#define REMIT_TYPE_FORM (remit_form_get_type ())
G_DECLARE_FINAL_TYPE (RemitForm, remit_form, REMIT, FORM, GtkBox)

/** Returns: (transfer full): the form of a kind that has one */
RemitForm *remit_form_create (RemitKind kind);
