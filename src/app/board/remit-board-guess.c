/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large the board is going to be, before anything is allocated: cards made for more than the
 * first frame shows would delay it, and those that it lacks would come a frame later. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-board-guess.h"

#include <adwaita.h>

static int
measure (GtkWidget *widget,
         GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* What the others in a box take. */
static int
measure_siblings (GtkWidget *widget,
                  GtkOrientation orientation)
{
  int sum = 0;

  for (GtkWidget *sibling = gtk_widget_get_first_child (gtk_widget_get_parent (widget));
       sibling != NULL; sibling = gtk_widget_get_next_sibling (sibling))
    if (sibling != widget && gtk_widget_should_layout (sibling))
      sum += measure (sibling, orientation);
  return sum;
}

/* What the flap beside the content takes; one that finds no room is folded, and takes none. */
static int
measure_flap (AdwFlap *flap,
              GtkWidget *content,
              int width)
{
  GtkWidget *widget = adw_flap_get_flap (flap);
  int taken;

  if (widget == NULL || widget == content || !adw_flap_get_reveal_flap (flap))
    return 0;

  taken = measure (widget, GTK_ORIENTATION_HORIZONTAL);
  return width - taken >= measure (content, GTK_ORIENTATION_HORIZONTAL) ? taken : 0;
}

static void
guess (GtkWidget *widget,
       int *width,
       int *height)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_WINDOW (widget))
    gtk_window_get_default_size (GTK_WINDOW (widget), width, height);
  if (parent == NULL)
    return;

  guess (parent, width, height);
  if (ADW_IS_FLAP (parent))
    *width -= measure_flap (ADW_FLAP (parent), widget, *width);
  else if (GTK_IS_BOX (parent)
           && gtk_orientable_get_orientation (GTK_ORIENTABLE (parent)) == GTK_ORIENTATION_VERTICAL)
    *height -= measure_siblings (widget, GTK_ORIENTATION_VERTICAL);
  else if (GTK_IS_BOX (parent))
    *width -= measure_siblings (widget, GTK_ORIENTATION_HORIZONTAL);
}

void
remit_board_guess_size (GtkWidget *widget,
                        int *width,
                        int *height)
{
  *width = gtk_widget_get_width (widget);
  *height = gtk_widget_get_height (widget);
  if (*width == 0)
    guess (widget, width, height);
}
