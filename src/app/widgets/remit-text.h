/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into a box for text. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Returns: (transfer full): the text, without white space at its ends */
char *remit_text_dup (GtkTextView *view);

G_END_DECLS
