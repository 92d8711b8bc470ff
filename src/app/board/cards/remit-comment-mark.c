/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many comments on a card are open. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-comment-mark.h"

#include "plan/design/remit-comments.h"

static GtkWidget *
create (GtkBox *box)
{
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_box_append (GTK_BOX (mark), gtk_image_new_from_icon_name ("remit-comments-symbolic"));
  gtk_box_append (GTK_BOX (mark), gtk_label_new (NULL));
  gtk_widget_add_css_class (mark, "caption");
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_box_insert_child_after (box, mark, gtk_widget_get_first_child (GTK_WIDGET (box)));
  return mark;
}

void
remit_comment_mark_show_in (guint n_open,
                            GtkBox *box,
                            GtkWidget **mark)
{
  g_autofree char *number = g_strdup_printf ("%u", n_open);
  g_autofree char *words = remit_comments_dup_count (n_open);

  if (*mark == NULL && n_open == 0)
    return;
  if (*mark == NULL)
    *mark = create (box);
  gtk_widget_set_visible (*mark, n_open > 0);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (*mark)), number);
  gtk_widget_set_tooltip_text (*mark, words);
}
