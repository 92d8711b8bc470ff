/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number of open comments on a card. */
#include "remit-comment-mark.h"

#include "plan/design/remit-comments.h"
#include "widgets/remit-tooltip.h"

static GtkWidget *
create (GtkBox *box)
{
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (box));

  gtk_box_append (GTK_BOX (mark), gtk_image_new_from_icon_name ("remit-comments-symbolic"));
  gtk_box_append (GTK_BOX (mark), gtk_label_new (NULL));
  gtk_widget_add_css_class (mark, "caption");
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_box_insert_child_after (box, mark, gtk_widget_get_prev_sibling (last));
  return mark;
}

char *
remit_comment_mark_show_in (guint n_open,
                            GtkBox *box,
                            GtkWidget **mark)
{
  g_autofree char *number = NULL;
  char *words;

  if (*mark != NULL)
    gtk_widget_set_visible (*mark, n_open > 0);
  if (n_open == 0)
    return NULL;
  if (*mark == NULL)
    *mark = create (box);
  number = g_strdup_printf ("%u", n_open);
  words = remit_comments_dup_count (n_open);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (*mark)), number);
  remit_tooltip_set (*mark, words);
  return words;
}
