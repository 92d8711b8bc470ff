/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sign of what a comparison says about something on the board, and its outline. */
#include "remit-sign-mark.h"

#include <glib/gi18n.h>

#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"

static GtkWidget *
create (GtkWidget *box)
{
  GtkWidget *mark = gtk_label_new (NULL);

  gtk_widget_add_css_class (mark, "remit-sign");
  gtk_widget_insert_before (mark, box, NULL);
  return mark;
}

void
remit_sign_mark_outline (GtkWidget *widget,
                         RemitBoardSign sign)
{
  for (RemitBoardSign i = REMIT_BOARD_SIGN_ADDED; i < REMIT_BOARD_N_SIGNS; i++)
    remit_style_set_class (widget, remit_board_sign_get_css_class (i), i == sign);
}

char *
remit_sign_mark_show (RemitBoardGhosts *ghosts,
                      gint64 id,
                      GtkWidget *widget,
                      GtkWidget *box,
                      GtkWidget **mark)
{
  const char *text;
  RemitBoardSign sign = remit_board_ghosts_get_sign (ghosts, id, &text);
  const char *label = remit_board_sign_get_label (sign);

  if (*mark == NULL && sign == REMIT_BOARD_SIGN_NONE)
    return NULL;
  remit_sign_mark_outline (widget, sign);
  if (*mark == NULL)
    *mark = create (box);
  gtk_widget_set_visible (*mark, sign != REMIT_BOARD_SIGN_NONE);
  if (sign == REMIT_BOARD_SIGN_NONE)
    return NULL;
  gtk_label_set_label (GTK_LABEL (*mark), remit_board_sign_get_text (sign));
  remit_tooltip_set (*mark, *text != '\0' ? text : label);
  /* Translators: “moved”, “changed” or the like, and what differs */
  return *text != '\0' ? g_strdup_printf (_ ("%1$s: %2$s"), label, text) : g_strdup (label);
}
