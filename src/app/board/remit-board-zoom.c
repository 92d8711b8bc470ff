/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How closely the board's view shows the teams: with all details, with names alone, or as a map. */
#include <glib/gi18n.h>

#include "remit-board-view-private.h"

/* ── The map ──────────────────────────────────────────────────────────────────────────────── */

static void
on_opened (RemitBoardView *self,
           gint64 team)
{
  g_object_set (self, "zoom", self->close == REMIT_BOARD_NAMES ? "names" : "detail", NULL);
  remit_board_show (self->board, team);
}

static const char *
get_legend (RemitMapColors colors)
{
  switch (colors)
    {
    case REMIT_MAP_BY_LOAD:
      return _ ("Bars: the highest load of a team’s people; red when somebody is over capacity");
    case REMIT_MAP_BY_FINDINGS:
      return _ ("Signs: the worst finding about a team, its slots or its people");
    case REMIT_MAP_BY_FILL:
    case REMIT_MAP_N_COLORS:
    default:
      return _ ("Bars: how many of a team’s slots are filled; green when all are");
    }
}

static void
ensure_map (RemitBoardView *self)
{
  GtkWidget *scrolled;

  if (self->map != NULL)
    return;
  self->map = remit_board_map_new (self->board, self->hub);
  remit_board_map_set_colors (self->map, self->colors);
  g_signal_connect_object (self->map, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->map));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (self->map_place, scrolled);

  self->legend = GTK_LABEL (gtk_label_new (get_legend (self->colors)));
  gtk_label_set_xalign (self->legend, 0);
  gtk_label_set_wrap (self->legend, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->legend), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->legend), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->legend), "remit-map-legend");
  gtk_box_append (self->map_place, GTK_WIDGET (self->legend));
}

void
remit_board_zoom_set_colors (RemitBoardView *self,
                             RemitMapColors colors)
{
  self->colors = colors;
  remit_board_strip_set_colors (self->strip, colors);
  if (self->map == NULL)
    return;
  remit_board_map_set_colors (self->map, colors);
  gtk_label_set_label (self->legend, get_legend (colors));
}

GtkScrolledWindow *
remit_board_zoom_get_scrolled (RemitBoardView *self)
{
  if (self->zoom != REMIT_BOARD_MAP_OF_ALL)
    return self->scrolled;
  return GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (self->map)));
}

/* ── Zooming ──────────────────────────────────────────────────────────────────────────────── */

/* The team under the pointer, or the one that is looked at. */
static gint64
find_team (RemitBoardView *self,
           gboolean at_pointer)
{
  GtkWidget *widget = self->zoom == REMIT_BOARD_MAP_OF_ALL ? GTK_WIDGET (self->map)
                                                           : GTK_WIDGET (self->board);
  gint64 team = 0;
  double x, y;

  if (at_pointer
      && gtk_widget_translate_coordinates (GTK_WIDGET (self), widget, self->x, self->y, &x, &y))
    team = self->zoom == REMIT_BOARD_MAP_OF_ALL ? remit_board_map_find_team (self->map, x, y)
                                                : remit_board_find_team (self->board, x);
  if (team != 0)
    return team;
  return self->zoom == REMIT_BOARD_MAP_OF_ALL ? remit_board_map_get_team (self->map)
                                              : remit_board_get_team_in_sight (self->board);
}

static gboolean
has_keyboard (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
zoom_to (RemitBoardView *self,
         RemitBoardZoom zoom,
         gboolean at_pointer)
{
  gboolean from_map = self->zoom == REMIT_BOARD_MAP_OF_ALL;
  gboolean to_map = zoom == REMIT_BOARD_MAP_OF_ALL;
  gint64 team = find_team (self, at_pointer);
  gboolean had_focus = has_keyboard (from_map ? GTK_WIDGET (self->map) : GTK_WIDGET (self->board));

  if (to_map)
    ensure_map (self);
  self->zoom = zoom;
  if (!to_map)
    {
      self->close = zoom;
      remit_board_set_names (self->board, zoom == REMIT_BOARD_NAMES);
    }
  REMIT_VIEW_GET_CLASS (self)->update (REMIT_VIEW (self));
  if (to_map && !from_map && team != 0)
    remit_board_map_go_to (self->map, team);
  else if (from_map && !to_map && team != 0)
    remit_board_go_to (self->board, team);
  if (had_focus)
    gtk_widget_grab_focus (to_map ? GTK_WIDGET (self->map) : GTK_WIDGET (self->board));
}

void
remit_board_zoom_set (RemitBoardView *self,
                      RemitBoardZoom zoom)
{
  if (self->zoom != zoom)
    zoom_to (self, zoom, FALSE);
}

/* Returns: whether there is a step that way */
static gboolean
zoom_by (RemitBoardView *self,
         int step,
         gboolean at_pointer)
{
  int zoom = (int) self->zoom - step;

  if (!remit_view_has_plan (REMIT_VIEW (self)) || zoom < 0 || zoom >= REMIT_BOARD_N_ZOOMS)
    return FALSE;
  zoom_to (self, (RemitBoardZoom) zoom, at_pointer);
  remit_board_options_changed (self);
  g_object_notify (G_OBJECT (self), "zoom");
  return TRUE;
}

static void
on_zoom (GtkWidget *widget,
         const char *name,
         GVariant *parameter G_GNUC_UNUSED)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (widget);

  if (g_str_equal (name, "view.zoom-reset"))
    g_object_set (self, "zoom", "detail", NULL);
  else if (!zoom_by (self, g_str_equal (name, "view.zoom-in") ? 1 : -1, FALSE))
    gtk_widget_error_bell (widget);
}

/* ── The wheel ────────────────────────────────────────────────────────────────────────────── */

static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double dx G_GNUC_UNUSED,
           double dy,
           RemitBoardView *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  if (dy != 0)
    zoom_by (self, dy < 0 ? 1 : -1, TRUE);
  return TRUE;
}

static void
on_motion (GtkEventControllerMotion *controller G_GNUC_UNUSED,
           double x,
           double y,
           RemitBoardView *self)
{
  self->x = x;
  self->y = y;
}

static void
add_controller (RemitBoardView *self,
                GtkEventController *controller,
                const char *signal,
                GCallback callback)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, signal, callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* ── Keys ─────────────────────────────────────────────────────────────────────────────────── */

static gboolean
on_key (GtkWidget *widget,
        GVariant *action,
        gpointer data G_GNUC_UNUSED)
{
  return gtk_widget_get_mapped (widget)
         && gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), NULL);
}

/* Wherever in the window the keyboard is, as long as the board is the view that is shown. */
static void
add_keys (RemitBoardView *self)
{
  static const struct {
    guint keyval;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "view.zoom-in" },
    { GDK_KEY_equal, "view.zoom-in" },
    { GDK_KEY_KP_Add, "view.zoom-in" },
    { GDK_KEY_minus, "view.zoom-out" },
    { GDK_KEY_KP_Subtract, "view.zoom-out" },
    { GDK_KEY_0, "view.zoom-reset" },
    { GDK_KEY_KP_0, "view.zoom-reset" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut =
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, GDK_CONTROL_MASK),
                          gtk_callback_action_new (on_key, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
remit_board_zoom_init (RemitBoardView *self)
{
  add_keys (self);
  add_controller (self,
                  gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                   | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE),
                  "scroll", G_CALLBACK (on_scroll));
  add_controller (self, gtk_event_controller_motion_new (), "motion", G_CALLBACK (on_motion));
}

void
remit_board_zoom_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.zoom-in", NULL, on_zoom);
  gtk_widget_class_install_action (widget_class, "view.zoom-out", NULL, on_zoom);
  gtk_widget_class_install_action (widget_class, "view.zoom-reset", NULL, on_zoom);
}
