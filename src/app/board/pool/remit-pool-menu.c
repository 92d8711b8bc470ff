/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of a person in the pool. */
#include <glib/gi18n.h>

#include "remit-pool-private.h"
#include "widgets/remit-menu.h"
#include "widgets/remit-place.h"

static void
on_pick_up (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RemitPool *self = REMIT_POOL (widget);
  RemitEntity *person = remit_workspace_get (self->workspace, REMIT_KIND_PERSON,
                                             g_variant_get_int64 (parameter));

  if (person != NULL)
    remit_pool_pick_up (self, person);
}

static void
on_assign (GtkWidget *widget,
           const char *name G_GNUC_UNUSED,
           GVariant *parameter)
{
  RemitPool *self = REMIT_POOL (widget);
  RemitEntity *person = remit_workspace_get (self->workspace, REMIT_KIND_PERSON,
                                             g_variant_get_int64 (parameter));

  if (person != NULL && remit_pool_people_get_slot (self->people) != 0)
    remit_pool_assign (self, person);
}

static void
show_menu (GtkWidget *row,
           const GdkRectangle *place)
{
  gint64 person = remit_entity_get_id (remit_pool_row_get_person (REMIT_POOL_ROW (row)));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) put = g_menu_item_new (_ ("Assign to Slot…"), NULL);
  g_autoptr (GMenuItem) inspect = g_menu_item_new (_ ("Details"), NULL);
  g_autoptr (GMenuItem) show = g_menu_item_new (_ ("Show on Board"), NULL);
  RemitPool *pool = (RemitPool *) gtk_widget_get_ancestor (row, REMIT_TYPE_POOL);

  if (pool != NULL && remit_pool_people_get_slot (pool->people) != 0)
    {
      g_autoptr (GMenuItem) assign_item = g_menu_item_new (_ ("Assign to This Slot"), NULL);

      g_menu_item_set_action_and_target (assign_item, "pool.assign", "x", person);
      g_menu_append_item (menu, assign_item);
    }
  g_menu_item_set_action_and_target (put, "pool.pick-up", "x", person);
  g_menu_item_set_action_and_target (inspect, "win.inspect", "(ix)", (int) REMIT_KIND_PERSON,
                                     person);
  g_menu_append_item (menu, put);
  g_menu_append_item (menu, inspect);
  if (pool != NULL
      && remit_place_is_on_board (pool->workspace, pool->plan, REMIT_KIND_PERSON, person))
    {
      g_menu_item_set_action_and_target (show, "win.show-place", "(ixix)", (int) REMIT_KIND_PERSON,
                                         person, (int) REMIT_KIND_NONE, (gint64) 0);
      g_menu_append_item (menu, show);
    }
  remit_menu_popup (row, G_MENU_MODEL (menu), place);
}

gboolean
remit_pool_on_menu_key (GtkWidget *widget,
                        GVariant *args,
                        gpointer data)
{
  RemitPool *self = REMIT_POOL (widget);
  RemitPoolRow *row = remit_pool_get_focused_row (self);
  GdkRectangle place = { 0 };

  if (row == NULL || remit_pool_row_get_person (row) == NULL)
    return FALSE;
  place.width = gtk_widget_get_width (GTK_WIDGET (row));
  place.height = gtk_widget_get_height (GTK_WIDGET (row));
  show_menu (GTK_WIDGET (row), &place);
  return TRUE;
}

static void
on_menu_pressed (GtkGestureClick *gesture,
                 int n_press,
                 double x,
                 double y,
                 GtkWidget *row)
{
  GtkWidget *pool = gtk_widget_get_ancestor (row, REMIT_TYPE_POOL);
  GdkRectangle place = { (int) x, (int) y, 1, 1 };

  if (pool == NULL || remit_pool_row_get_person (REMIT_POOL_ROW (row)) == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (row, &place);
}

void
remit_pool_add_menu_click (GtkWidget *row)
{
  GtkGesture *menu = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (menu));
}

void
remit_pool_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "pool.pick-up", "x", on_pick_up);
  gtk_widget_class_install_action (widget_class, "pool.assign", "x", on_assign);
}
