/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much room the inspector has beside the views. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "inspector/remit-inspector.h"
#include "remit-window-private.h"

/* As in remit-window.ui. */
#define USUAL 320
/* For the parties of a conflict side by side. */
#define MORE 480
/* From there on it leaves the views their width beside the sidebar. */
#define WIDE_WINDOW 1140

static gboolean
update (gpointer data)
{
  RemitWindow *self = data;

  self->room_source = 0;
  remit_window_room_update (self);
  return G_SOURCE_REMOVE;
}

static void
remit_window_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  GtkWidgetClass *parent_class = g_type_class_peek (ADW_TYPE_APPLICATION_WINDOW);
  gboolean was_wide = self->is_wide;

  parent_class->size_allocate (widget, width, height, baseline);
  self->is_wide = width >= WIDE_WINDOW;
  /* not while sizes are being given */
  if (self->is_wide != was_wide && self->room_source == 0)
    self->room_source = g_idle_add (update, self);
}

void
remit_window_room_class_init (GtkWidgetClass *widget_class)
{
  widget_class->size_allocate = remit_window_size_allocate;
}

void
remit_window_room_update (RemitWindow *self)
{
  GtkWidget *inspector = adw_bin_get_child (self->inspector_place);
  gboolean more = self->is_wide && inspector != NULL
                  && remit_inspector_wants_room (REMIT_INSPECTOR (inspector));

  gtk_widget_set_size_request (GTK_WIDGET (self->inspector_place), more ? MORE : USUAL, -1);
}

void
remit_window_room_dispose (RemitWindow *self)
{
  g_clear_handle_id (&self->room_source, g_source_remove);
}
