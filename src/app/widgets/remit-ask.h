/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for one text: a title, a reason. */
#pragma once

#include <gtk/gtk.h>

/**
 * RemitQuestion:
 * @heading, @body: what is asked, and what comes of it
 * @label: names the entry, for whoever cannot see it
 * @placeholder: (nullable): stands in the entry while it is empty
 * @text: (nullable): what the entry has first
 * @action: the button's label, with its mnemonic
 * @destructive: whether the button warns
 *
 * Every text is translated already.
 */
typedef struct {
  const char *heading;
  const char *body;
  const char *label;
  const char *placeholder;
  const char *text;
  const char *action;
  gboolean destructive;
} RemitQuestion;

/** Called with what was answered. Not called when nothing was. */
typedef void (*RemitAnswer) (GtkWidget *asker,
                             gint64 subject,
                             const char *text);

/**
 * remit_ask:
 * @subject: an id, or 0: what the question is about, for the answer
 *
 * Presents the question above the window of @asker, which is kept until it is answered.
 */
void remit_ask (GtkWidget *asker,
                const RemitQuestion *question,
                gint64 subject,
                RemitAnswer answered);
