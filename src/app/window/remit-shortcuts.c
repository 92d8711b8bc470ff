/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that lists the keyboard shortcuts. */
#include "remit-shortcuts.h"

#include <glib/gi18n.h>

#include "remit-views.h"

/* As a builder does it: GTK 4.8 has no other function for this. */
static void
add_child (GtkBuilder *builder,
           GObject *parent,
           GObject *child)
{
  GTK_BUILDABLE_GET_IFACE (parent)->add_child (GTK_BUILDABLE (parent), builder, child, NULL);
}

static void
add_views (GtkBuilder *builder)
{
  GObject *group = gtk_builder_get_object (builder, "views");

  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    {
      g_autofree char *action = remit_view_info_dup_action (info);

      add_child (builder, group,
                 g_object_new (GTK_TYPE_SHORTCUTS_SHORTCUT, "title", _ (info->title),
                               "action-name", action, NULL));
    }
}

/* What is in a section when it is added can be searched for. */
static GtkShortcutsWindow *
create_shortcuts (void)
{
  static const char *const sections[] = { "window", "board", "decisions" };
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/remit/Remit/remit-shortcuts.ui");
  GObject *shortcuts = gtk_builder_get_object (builder, "shortcuts");

  add_views (builder);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    add_child (builder, shortcuts, gtk_builder_get_object (builder, sections[i]));
  gtk_window_set_title (GTK_WINDOW (shortcuts), _ ("Keyboard Shortcuts"));
  return GTK_SHORTCUTS_WINDOW (shortcuts);
}

/* As the window's help overlay it finds the accelerators of actions by itself; but it is made when
 * it is wanted, not with the window. */
void
remit_shortcuts_show (GtkApplicationWindow *window)
{
  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));

  if (gtk_application_window_get_help_overlay (window) == NULL)
    gtk_application_window_set_help_overlay (window, create_shortcuts ());
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}
