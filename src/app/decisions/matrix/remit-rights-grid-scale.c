/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large rows and columns of the matrix are: as large as their text. */
#include "remit-rights-grid-private.h"
#include "widgets/drawing/remit-scale.h"
#include "widgets/scrolling/remit-tick.h"

/* A font may be higher than others of its size. */
static double
get_scale (RemitRightsGrid *self)
{
  GtkWidget *line = remit_rights_strip_new (REMIT_TYPE_RIGHTS_LINE, self->table, &self->layout);
  GtkWidget *head = remit_rights_head_new (self->table, self->hub);
  double least;

  gtk_widget_insert_before (line, GTK_WIDGET (self), self->header);
  gtk_widget_insert_before (head, self->header, NULL);
  least = remit_rights_layout_get_scale_for (
    &self->layout, remit_rights_line_measure (REMIT_RIGHTS_LINE (line)),
    remit_rights_head_measure (REMIT_RIGHTS_HEAD (head), self->layout.with_people));
  gtk_widget_unparent (line);
  gtk_widget_unparent (head);
  return MAX (least, MAX (remit_scale_get (GTK_WIDGET (self)), 1));
}

void
remit_rights_grid_scale (RemitRightsGrid *self)
{
  double scale = get_scale (self);

  if (scale == self->layout.scale)
    return;
  remit_rights_layout_set_scale (&self->layout, scale);
  remit_rights_grid_lay_out (self);
  remit_rights_grid_rebind (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
on_scale_tick (GtkWidget *widget,
               GdkFrameClock *clock G_GNUC_UNUSED,
               gpointer data G_GNUC_UNUSED)
{
  RemitRightsGrid *self = REMIT_RIGHTS_GRID (widget);

  self->scale_tick = 0;
  remit_rights_grid_scale (self);
  return G_SOURCE_REMOVE;
}

/* The style changes while sizes are allocated, too. */
void
remit_rights_grid_scale_later (RemitRightsGrid *self)
{
  remit_tick_start (GTK_WIDGET (self), &self->scale_tick, on_scale_tick);
}
