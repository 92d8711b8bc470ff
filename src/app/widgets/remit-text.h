/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into a box for text. */
#pragma once

#include <gtk/gtk.h>

/** Returns: (transfer full): the text, without white space at its ends */
char *remit_text_dup (GtkTextView *view);

/** Returns: (transfer full): what stands in a field of one line, without blanks around it */
char *remit_text_dup_line (gpointer editable);
