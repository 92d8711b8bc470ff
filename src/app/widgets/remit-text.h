/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into a box for text. */
#pragma once

#include <gtk/gtk.h>

/** Returns: (transfer full): the text, without white space at its ends */
char *remit_text_dup (GtkTextView *view);
