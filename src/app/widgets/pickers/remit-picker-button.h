/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that adds one of many: its popover has a picker. */
#pragma once

#include "remit-entity-picker.h"

/**
 * remit_picker_button_new:
 * @label: what it does, such as "Add a Team"
 * @picker: which is in the popover
 * @content: (nullable): the content of the popover, when the picker is not all of it
 * @fill: called with @object alone when the popover opens, to fill the picker
 */
GtkWidget *remit_picker_button_new (const char *label,
                                    RemitEntityPicker *picker,
                                    GtkWidget *content,
                                    GCallback fill,
                                    gpointer object);
