/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window remembers: its size, its sidebar, its view. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "application/remit-state.h"
#include "remit-window-private.h"

void
remit_window_state_restore (RemitWindow *self)
{
  GSettings *settings = remit_state_get ();
  g_autofree char *view = NULL;
  int width;
  int height;

  if (settings == NULL)
    return;

  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->sidebar_flap, g_settings_get_boolean (settings, "sidebar"));
  view = g_settings_get_string (settings, "view");
  adw_view_stack_set_visible_child_name (self->views, view);
}

/* In a narrow window the sidebar is closed for want of room, which says nothing about the next. */
void
remit_window_state_save (RemitWindow *self)
{
  GSettings *settings = remit_state_get ();
  int width;
  int height;

  if (settings == NULL || self->is_past)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!adw_flap_get_folded (self->sidebar_flap))
    g_settings_set_boolean (settings, "sidebar", adw_flap_get_reveal_flap (self->sidebar_flap));
  g_settings_set_string (settings, "view", adw_view_stack_get_visible_child_name (self->views));
}
