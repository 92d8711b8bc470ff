/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menus, lists and other popovers of a window, and its tooltips. */
#include "remit-shot-popovers.h"

#include <adwaita.h>

/* Milliseconds, within which each of them comes. */
#define PATIENCE 5000

/* Milliseconds, which it has for its content. */
#define REST 300

typedef struct {
  GHashTable *seen;
  RemitShotLook look;
  gpointer data;
} Looking;

typedef gboolean (*Condition) (GtkWidget *widget);

static gboolean
set_flag (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, set_flag, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: whether it is so in time */
static gboolean
wait_until (Condition is_so,
            GtkWidget *widget)
{
  gboolean over = FALSE;
  guint source = g_timeout_add (PATIENCE, set_flag, &over);

  while (!over && !is_so (widget))
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (source);
  return is_so (widget);
}

/* ── Popovers ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_gone (GtkWidget *widget)
{
  return !gtk_widget_get_mapped (widget);
}

/* Of one kind are those that widgets of one type have in one of our own. */
static char *
dup_kind (GtkWidget *opener)
{
  GtkWidget *own = opener;

  while (gtk_widget_get_parent (own) != NULL
         && !g_str_has_prefix (G_OBJECT_TYPE_NAME (own), "Remit"))
    own = gtk_widget_get_parent (own);
  return g_strdup_printf ("%s-%s", G_OBJECT_TYPE_NAME (own), G_OBJECT_TYPE_NAME (opener));
}

/* Returns: (nullable): what was opened; some buttons make theirs then */
static GtkPopover *
pop_up (GtkWidget *opener)
{
  GtkWidget *child;

  if (GTK_IS_MENU_BUTTON (opener))
    {
      gtk_menu_button_popup (GTK_MENU_BUTTON (opener));
      return gtk_menu_button_get_popover (GTK_MENU_BUTTON (opener));
    }
  child = gtk_widget_get_last_child (opener);
  while (child != NULL && !GTK_IS_POPOVER (child))
    child = gtk_widget_get_prev_sibling (child);
  if (child != NULL)
    gtk_popover_popup (GTK_POPOVER (child));
  return child != NULL ? GTK_POPOVER (child) : NULL;
}

/* What is scrolled out of sight has no screen for a popover. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;
  GtkWidget *top;

  if (!gtk_widget_compute_bounds (widget, root, &bounds))
    return FALSE;
  top = gtk_widget_pick (root, bounds.origin.x + bounds.size.width / 2,
                         bounds.origin.y + bounds.size.height / 2,
                         GTK_PICK_DEFAULT);
  return top != NULL && (top == widget || gtk_widget_is_ancestor (top, widget));
}

static void
open_popover (GtkWidget *opener,
              Looking *looking)
{
  g_autofree char *kind = dup_kind (opener);
  g_autoptr (GtkPopover) popover = NULL;

  if (!gtk_widget_get_mapped (opener) || !gtk_widget_is_sensitive (opener) || !is_in_sight (opener)
      || !g_hash_table_add (looking->seen, g_strdup (kind)))
    return;
  popover = pop_up (opener);
  if (popover == NULL)
    return;
  g_object_ref (popover);
  if (wait_until (gtk_widget_get_mapped, GTK_WIDGET (popover)))
    {
      rest (REST);
      looking->look (GTK_NATIVE (popover), kind, looking->data);
    }
  gtk_popover_popdown (popover);
  wait_until (is_gone, GTK_WIDGET (popover));
}

/* What a popover shows may change the window. */
static void
find_openers (GtkWidget *widget,
              GPtrArray *found)
{
  if (GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) || ADW_IS_COMBO_ROW (widget))
    g_ptr_array_add (found, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_openers (child, found);
}

/* ── Tooltips ─────────────────────────────────────────────────────────────────────────────── */

/* Returns: (nullable): the window that GTK shows the tooltips of @window in */
static GtkWidget *
find_tooltip (GtkWidget *window)
{
  for (GtkWidget *child = gtk_widget_get_first_child (window); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_NATIVE (child) && g_str_equal (gtk_widget_get_css_name (child), "tooltip"))
      return child;
  return NULL;
}

static gboolean
has_tooltip (GtkWidget *window)
{
  GtkWidget *tooltip = find_tooltip (window);

  return tooltip != NULL && gtk_widget_get_mapped (tooltip);
}

static GtkWidget *
find_with_text (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return NULL;
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_with_text (child);
  return found;
}

/* Without a window manager a window is at the corner of the screen. */
static void
move_pointer (double x,
              double y)
{
  g_autofree char *command = g_strdup_printf ("xdotool mousemove %d %d", (int) x, (int) y);

  if (!g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL))
    g_error ("The test needs xdotool");
}

static void
open_tooltip (GtkWidget *window,
              Looking *looking)
{
  GtkWidget *widget = find_with_text (window);
  graphene_rect_t bounds;
  graphene_point_t centre;
  double x, y;

  if (widget == NULL || !g_hash_table_add (looking->seen, g_strdup ("tooltip"))
      || !gtk_widget_compute_bounds (widget, window, &bounds))
    return;
  graphene_rect_get_center (&bounds, &centre);
  gtk_native_get_surface_transform (GTK_NATIVE (window), &x, &y);
  move_pointer (x + centre.x, y + centre.y);
  move_pointer (x + centre.x + 1, y + centre.y);
  if (wait_until (has_tooltip, window))
    {
      rest (REST);
      looking->look (GTK_NATIVE (find_tooltip (window)), "tooltip", looking->data);
    }
  else
    g_error ("No tooltip of %s “%s” at %f, %f", G_OBJECT_TYPE_NAME (widget),
             gtk_widget_get_tooltip_text (widget), x + centre.x, y + centre.y);
  move_pointer (0, 0);
}

void
remit_shot_open_popovers (GtkWindow *window,
                          GHashTable *seen,
                          RemitShotLook look,
                          gpointer data)
{
  g_autoptr (GPtrArray) openers = g_ptr_array_new_with_free_func (g_object_unref);
  Looking looking = { seen, look, data };

  find_openers (GTK_WIDGET (window), openers);
  open_tooltip (GTK_WIDGET (window), &looking);
  for (guint i = 0; i < openers->len; i++)
    open_popover (openers->pdata[i], &looking);
}
