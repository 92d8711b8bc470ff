/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first widget of a type. */
#include "remit-find.h"

GtkWidget *
remit_find_widget (GtkWidget *root,
                   GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = remit_find_widget (child, type);
  return found;
}
