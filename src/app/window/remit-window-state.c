/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window restores: size, sidebar and view. */
#include "remit-window-state.h"

#include "settings/remit-state.h"

void
remit_window_state_restore (GtkWindow *window,
                            AdwFlap *sidebar,
                            RemitViewStack *views)
{
  GSettings *settings = remit_state_get ();
  g_autofree char *view = NULL;
  int width;
  int height;

  if (settings == NULL)
    return;

  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (window, width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
  adw_flap_set_reveal_flap (sidebar, g_settings_get_boolean (settings, "sidebar"));
  view = g_settings_get_string (settings, "view");
  remit_view_stack_show (views, view);
}

/* In a narrow window the sidebar is closed for want of room, which says nothing about the next. */
void
remit_window_state_save (GtkWindow *window,
                         AdwFlap *sidebar,
                         RemitViewStack *views)
{
  GSettings *settings = remit_state_get ();
  int width;
  int height;

  if (settings == NULL)
    return;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set (settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  if (!adw_flap_get_folded (sidebar))
    g_settings_set_boolean (settings, "sidebar", adw_flap_get_reveal_flap (sidebar));
  g_settings_set_string (settings, "view", remit_view_stack_get_shown (views));
}
