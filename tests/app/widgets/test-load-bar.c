/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the load bar: how far it is filled, in both text directions. */
#include "remit-test-app.h"

#include <gsk/gl/gskglrenderer.h>

#include "widgets/drawing/remit-load-bar.h"

#define WIDTH 100
#define HEIGHT 6

static GtkWidget *
show_bar (int load,
          int capacity,
          GtkTextDirection direction)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *bar = remit_load_bar_new ();

  gtk_widget_set_direction (bar, direction);
  gtk_widget_set_size_request (bar, WIDTH, HEIGHT);
  gtk_widget_set_halign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  remit_load_bar_set (REMIT_LOAD_BAR (bar), load, capacity);
  gtk_window_set_child (GTK_WINDOW (window), bar);
  gtk_window_present (GTK_WINDOW (window));
  remit_test_settle ();
  return bar;
}

/* Returns: (transfer full): one with OpenGL, as most have it, or else that of the window */
static GskRenderer *
create_renderer (GtkNative *native)
{
  g_autoptr (GskRenderer) renderer = gsk_gl_renderer_new ();

  if (gsk_renderer_realize (renderer, gtk_native_get_surface (native), NULL))
    return g_steal_pointer (&renderer);
  g_test_message ("There is no OpenGL");
  return g_object_ref (gtk_native_get_renderer (native));
}

/* Returns: the colour in the middle of the bar, so many percent along it */
static guint32
get_colour (GtkWidget *bar,
            int percent)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (bar);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GtkNative *native = gtk_widget_get_native (bar);
  g_autoptr (GskRenderer) renderer = create_renderer (native);
  g_autoptr (GdkTexture) texture = NULL;
  guint32 pixels[WIDTH * HEIGHT];

  gdk_paintable_snapshot (picture, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  gdk_texture_download (texture, (guchar *) pixels, WIDTH * 4);
  if (renderer != gtk_native_get_renderer (native))
    gsk_renderer_unrealize (renderer);
  return pixels[HEIGHT / 2 * WIDTH + percent * WIDTH / 100];
}

static void
test_filled (void)
{
  GtkWidget *bar = show_bar (40, 100, GTK_TEXT_DIR_LTR);

  g_assert_cmphex (get_colour (bar, 20), ==, get_colour (bar, 30));
  g_assert_cmphex (get_colour (bar, 50), ==, get_colour (bar, 90));
  g_assert_cmphex (get_colour (bar, 30), !=, get_colour (bar, 50));
  remit_load_bar_set (REMIT_LOAD_BAR (bar), 60, 100);
  remit_test_settle ();
  g_assert_cmphex (get_colour (bar, 30), ==, get_colour (bar, 50));
  g_assert_cmphex (get_colour (bar, 50), !=, get_colour (bar, 90));
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (bar)));
}

static void
test_empty (void)
{
  GtkWidget *bar = show_bar (0, 100, GTK_TEXT_DIR_LTR);

  g_assert_cmphex (get_colour (bar, 10), ==, get_colour (bar, 90));
  remit_load_bar_set (REMIT_LOAD_BAR (bar), 0, 0);
  remit_test_settle ();
  g_assert_cmphex (get_colour (bar, 10), ==, get_colour (bar, 90));
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (bar)));
}

/* The part above capacity is another one. */
static void
test_over (void)
{
  GtkWidget *bar = show_bar (200, 100, GTK_TEXT_DIR_LTR);

  g_assert_cmphex (get_colour (bar, 10), ==, get_colour (bar, 40));
  g_assert_cmphex (get_colour (bar, 40), !=, get_colour (bar, 60));
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (bar)));
}

static void
test_right_to_left (void)
{
  GtkWidget *bar = show_bar (40, 100, GTK_TEXT_DIR_RTL);

  g_assert_cmphex (get_colour (bar, 70), ==, get_colour (bar, 90));
  g_assert_cmphex (get_colour (bar, 50), !=, get_colour (bar, 70));
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (bar)));
}

static void
add_tests (void)
{
  g_test_add_func ("/widgets/load-bar/filled", test_filled);
  g_test_add_func ("/widgets/load-bar/empty", test_empty);
  g_test_add_func ("/widgets/load-bar/over", test_over);
  g_test_add_func ("/widgets/load-bar/right-to-left", test_right_to_left);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
