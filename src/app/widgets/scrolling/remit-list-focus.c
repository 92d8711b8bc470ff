/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the keyboard comes to in a list that is longer than what is in sight. */
#include "remit-list-focus.h"

#include "widgets/remit-find.h"

static gboolean
get_bounds (GtkWidget *rows,
            GtkWidget *row,
            graphene_rect_t *bounds)
{
  return gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, rows, bounds);
}

/* Also if only a part of it is. */
static gboolean
is_in_sight (GtkWidget *rows,
             GtkWidget *row)
{
  graphene_rect_t bounds;

  return get_bounds (rows, row, &bounds) && bounds.origin.y + bounds.size.height > 0
         && bounds.origin.y < (float) gtk_widget_get_height (rows);
}

/* Returns: where a row begins below the upper edge of what is in sight; negative when it is not in
 * sight as a whole */
static float
get_place (GtkWidget *rows,
           GtkWidget *row)
{
  graphene_rect_t bounds;

  if (!get_bounds (rows, row, &bounds)
      || bounds.origin.y + bounds.size.height > (float) gtk_widget_get_height (rows))
    return -1;
  return bounds.origin.y;
}

static gboolean
is_selected (GtkWidget *row)
{
  return (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0;
}

/* Returns: (nullable): the selected row that is in sight, or the first */
static GtkWidget *
choose (GtkWidget *rows)
{
  GtkWidget *first = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      float place = get_place (rows, row);

      if (place < 0)
        continue;
      if (is_selected (row))
        return row;
      if (first == NULL || place < get_place (rows, first))
        first = row;
    }
  return first;
}

static gboolean
go_into_sight (GtkWidget *list,
               GdkFrameClock *clock,
               gpointer data)
{
  /* those of a table are in a list of its own */
  GtkWidget *rows = remit_find_widget (list, GTK_TYPE_LIST_VIEW);
  GtkWidget *row = rows != NULL ? gtk_widget_get_focus_child (rows) : NULL;

  if (row == NULL || is_in_sight (rows, row))
    return G_SOURCE_REMOVE;
  row = choose (rows);
  if (row != NULL)
    gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

/* Where it is, is known when it has come there. */
static void
on_enter (GtkEventController *controller)
{
  gtk_widget_add_tick_callback (gtk_event_controller_get_widget (controller), go_into_sight, NULL,
                                NULL);
}

void
remit_list_focus_keep_in_sight (GtkWidget *list)
{
  GtkEventController *focus;

  g_return_if_fail (GTK_IS_LIST_VIEW (list) || GTK_IS_COLUMN_VIEW (list));

  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "enter", G_CALLBACK (on_enter), NULL);
  gtk_widget_add_controller (list, focus);
}
