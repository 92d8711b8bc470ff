/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether all in a window has the room that it needs. */
#include "remit-shot-layout.h"

#include <adwaita.h>

/* Pixels. */
#define TARGET 24
#define EDGE 1

typedef struct {
  const char *name;
  GtkWidget *root;
  guint n_faults;
} Shot;

/* What is shown, in a word or two. */
static char *
describe (GtkWidget *widget)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;

  if (text == NULL)
    text = gtk_widget_get_tooltip_text (widget);
  return g_strdup_printf ("%s.%s “%.40s”", G_OBJECT_TYPE_NAME (widget),
                          gtk_widget_get_css_name (widget), text != NULL ? text : "");
}

static void
tell (Shot *shot,
      const char *what,
      GtkWidget *widget,
      GtkWidget *other)
{
  g_autofree char *words = describe (widget);
  g_autofree char *more = other != NULL ? describe (other) : g_strdup ("");
  g_autofree char *in = describe (gtk_widget_get_parent (widget));

  shot->n_faults++;
  g_printerr ("%s: %s: %s %s in %s\n", shot->name, what, words, more, in);
}

/* ── Room ─────────────────────────────────────────────────────────────────────────────────── */

/* Of other widgets GTK itself tells when they get less than they need. */
static void
check_room (Shot *shot,
            GtkWidget *widget)
{
  int width, height;

  if (!GTK_IS_LABEL (widget))
    return;
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (widget)), &width, &height);
  if (width > gtk_widget_get_width (widget) + EDGE)
    tell (shot, "too narrow", widget, NULL);
  if (height > gtk_widget_get_height (widget) + EDGE)
    tell (shot, "too low", widget, NULL);
}

static gboolean
is_target (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget)
         || g_str_equal (gtk_widget_get_css_name (widget), "remit-chip");
}

static void
check_target (Shot *shot,
              GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (!is_target (widget) || !gtk_widget_compute_bounds (widget, shot->root, &bounds))
    return;
  if (bounds.size.width < TARGET || bounds.size.height < TARGET)
    tell (shot, "too small to be hit", widget, NULL);
}

/* ── Overlaps ─────────────────────────────────────────────────────────────────────────────── */

/* Their children lie above one another. */
static gboolean
is_pile (GtkWidget *widget)
{
  return GTK_IS_OVERLAY (widget) || GTK_IS_STACK (widget) || ADW_IS_TOAST_OVERLAY (widget)
         || ADW_IS_FLAP (widget) || ADW_IS_LEAFLET (widget) || ADW_IS_VIEW_STACK (widget)
         || ADW_IS_SQUEEZER (widget)
         || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_SWITCH (widget) || GTK_IS_WINDOW (widget)
         || GTK_IS_TEXT (widget) || GTK_IS_WINDOW_HANDLE (widget) || GTK_IS_PANED (widget)
         || g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "AdwGizmo")
         || g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwIndicatorBin");
}

/* It lies above or below the others on purpose. */
static gboolean
is_layer (GtkWidget *widget)
{
  return GTK_IS_NATIVE (widget) || GTK_IS_SEPARATOR (widget)
         || gtk_widget_has_css_class (widget, "remit-hint")
         || g_str_equal (gtk_widget_get_css_name (widget), "remit-column")
         || !gtk_widget_get_mapped (widget) || gtk_widget_get_opacity (widget) < 1;
}

static gboolean
overlap (GtkWidget *one,
         GtkWidget *other,
         GtkWidget *root)
{
  graphene_rect_t a, b, both;

  return gtk_widget_compute_bounds (one, root, &a) && gtk_widget_compute_bounds (other, root, &b)
         && graphene_rect_intersection (&a, &b, &both) && both.size.width > EDGE
         && both.size.height > EDGE;
}

static void
check_siblings (Shot *shot,
                GtkWidget *parent)
{
  if (is_pile (parent))
    return;
  for (GtkWidget *one = gtk_widget_get_first_child (parent); one != NULL;
       one = gtk_widget_get_next_sibling (one))
    for (GtkWidget *other = gtk_widget_get_next_sibling (one); other != NULL && !is_layer (one);
         other = gtk_widget_get_next_sibling (other))
      if (!is_layer (other) && overlap (one, other, shot->root))
        tell (shot, "overlap", one, other);
}

static void
check (Shot *shot,
       GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (gtk_widget_get_parent (widget) != NULL)
    {
      check_room (shot, widget);
      check_target (shot, widget);
    }
  check_siblings (shot, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check (shot, child);
}

guint
remit_shot_check_layout (GtkWidget *root,
                         const char *name)
{
  Shot shot = { .name = name, .root = root };

  check (&shot, root);
  return shot.n_faults;
}
