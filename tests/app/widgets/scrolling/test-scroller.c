/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What scrolls its own content: what stays in sight, and what comes into sight. */
#include "remit-test-app.h"
#include "widgets/scrolling/remit-scroller.h"

#define ACROSS GTK_ORIENTATION_HORIZONTAL
#define DOWN GTK_ORIENTATION_VERTICAL

typedef struct {
  GtkWidget *widget;
  RemitScroller scroller;
  GtkAdjustment *across;
  GtkAdjustment *down;
} Fixture;

static guint n_scrolled;

static void
on_scrolled (GtkWidget *widget)
{
  g_assert_true (GTK_IS_WIDGET (widget));
  n_scrolled++;
}

static void
set_adjustment (Fixture *f,
                guint prop_id,
                GtkAdjustment *adjustment)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GTK_TYPE_ADJUSTMENT);
  g_value_set_object (&value, adjustment);
  g_assert_true (remit_scroller_set_property (&f->scroller, prop_id, &value));
}

static GtkAdjustment *
get_adjustment (Fixture *f,
                guint prop_id)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GTK_TYPE_ADJUSTMENT);
  g_assert_true (remit_scroller_get_property (&f->scroller, prop_id, &value));
  return g_value_get_object (&value);
}

/* As for an object that is made: both adjustments are given, and are none. */
static void
set_up (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  f->widget = g_object_ref_sink (gtk_fixed_new ());
  f->scroller = (RemitScroller){
    .widget = f->widget, .scrolled = on_scrolled, .page_step = 0.8,
  };
  set_adjustment (f, REMIT_SCROLLER_PROP_HADJUSTMENT, NULL);
  set_adjustment (f, REMIT_SCROLLER_PROP_VADJUSTMENT, NULL);
  f->across = remit_scroller_get_adjustment (&f->scroller, ACROSS);
  f->down = remit_scroller_get_adjustment (&f->scroller, DOWN);
  n_scrolled = 0;
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  remit_scroller_dispose (&f->scroller);
  g_object_unref (f->widget);
}

static void
assert_value (GtkAdjustment *adjustment,
              double value)
{
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), value, 0.01);
}

/* ── Properties ───────────────────────────────────────────────────────────────────────────── */

static void
test_properties (Fixture *f,
                 gconstpointer data G_GNUC_UNUSED)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GTK_TYPE_SCROLLABLE_POLICY);
  g_value_set_enum (&value, GTK_SCROLL_NATURAL);
  g_assert_true (remit_scroller_set_property (&f->scroller, REMIT_SCROLLER_PROP_VSCROLL_POLICY,
                                              &value));
  g_assert_true (remit_scroller_get_property (&f->scroller, REMIT_SCROLLER_PROP_HSCROLL_POLICY,
                                              &value));
  g_assert_cmpint (g_value_get_enum (&value), ==, GTK_SCROLL_MINIMUM);
  g_assert_true (remit_scroller_get_property (&f->scroller, REMIT_SCROLLER_PROP_VSCROLL_POLICY,
                                              &value));
  g_assert_cmpint (g_value_get_enum (&value), ==, GTK_SCROLL_NATURAL);

  /* those of the class itself */
  g_assert_false (remit_scroller_set_property (&f->scroller, REMIT_SCROLLER_N_PROPS, &value));
  g_assert_false (remit_scroller_get_property (&f->scroller, REMIT_SCROLLER_N_PROPS, &value));
}

/* The one before is let go, and no longer followed. */
static void
test_replace (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  GtkAdjustment *other = g_object_ref_sink (gtk_adjustment_new (30, 0, 1000, 10, 80, 100));

  g_object_ref (f->down);
  remit_scroller_configure (&f->scroller, DOWN, 1000, 100);
  set_adjustment (f, REMIT_SCROLLER_PROP_VADJUSTMENT, other);
  g_assert_true (get_adjustment (f, REMIT_SCROLLER_PROP_VADJUSTMENT) == other);
  g_assert_true (get_adjustment (f, REMIT_SCROLLER_PROP_HADJUSTMENT) == f->across);
  g_assert_cmpint (remit_scroller_get_y (&f->scroller), ==, 30);

  gtk_adjustment_set_value (f->down, 50);
  g_assert_cmpuint (n_scrolled, ==, 0);
  gtk_adjustment_set_value (other, 50);
  g_assert_cmpuint (n_scrolled, ==, 1);
  /* once more the same: it is followed once */
  set_adjustment (f, REMIT_SCROLLER_PROP_VADJUSTMENT, other);
  gtk_adjustment_set_value (other, 60);
  g_assert_cmpuint (n_scrolled, ==, 2);

  /* none is a new one */
  set_adjustment (f, REMIT_SCROLLER_PROP_VADJUSTMENT, NULL);
  g_assert_false (get_adjustment (f, REMIT_SCROLLER_PROP_VADJUSTMENT) == other);
  g_assert_cmpint (remit_scroller_get_y (&f->scroller), ==, 0);
  g_assert_cmpuint (G_OBJECT (other)->ref_count, ==, 1);
  g_assert_cmpuint (G_OBJECT (f->down)->ref_count, ==, 1);
  g_object_unref (other);
  g_object_unref (f->down);
}

static void
test_disposed (Fixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  GtkAdjustment *down = g_object_ref (f->down);

  remit_scroller_configure (&f->scroller, DOWN, 1000, 100);
  remit_scroller_dispose (&f->scroller);
  remit_scroller_dispose (&f->scroller);
  gtk_adjustment_set_value (down, 50);
  g_assert_cmpuint (n_scrolled, ==, 0);
  g_assert_null (remit_scroller_get_adjustment (&f->scroller, DOWN));
  g_assert_cmpint (remit_scroller_get_x (&f->scroller), ==, 0);
  g_assert_cmpint (remit_scroller_get_y (&f->scroller), ==, 0);
  remit_scroller_configure (&f->scroller, DOWN, 1000, 100);
  remit_scroller_rewind (&f->scroller);
  g_assert_cmpuint (G_OBJECT (down)->ref_count, ==, 1);
  g_object_unref (down);
}

/* ── What stays in sight ──────────────────────────────────────────────────────────────────── */

static void
test_configure (Fixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  remit_scroller_configure (&f->scroller, DOWN, 1000, 100);
  g_assert_cmpfloat (gtk_adjustment_get_upper (f->down), ==, 1000);
  g_assert_cmpfloat (gtk_adjustment_get_page_size (f->down), ==, 100);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_step_increment (f->down), 10, 0.01);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_page_increment (f->down), 80, 0.01);
  gtk_adjustment_set_value (f->down, 400);
  g_assert_cmpuint (n_scrolled, ==, 1);

  /* it stays in its place, and without a word, as far as there is such a place */
  remit_scroller_configure (&f->scroller, DOWN, 2000, 150);
  assert_value (f->down, 400);
  remit_scroller_configure (&f->scroller, DOWN, 500, 150);
  assert_value (f->down, 350);
  g_assert_cmpint (remit_scroller_get_y (&f->scroller), ==, 350);
  /* what is smaller than a page fills it */
  remit_scroller_configure (&f->scroller, DOWN, 50, 150);
  assert_value (f->down, 0);
  g_assert_cmpfloat (gtk_adjustment_get_upper (f->down), ==, 150);
  g_assert_cmpuint (n_scrolled, ==, 1);
}

static void
test_rewind (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  remit_scroller_configure (&f->scroller, ACROSS, 1000, 100);
  remit_scroller_configure (&f->scroller, DOWN, 1000, 100);
  gtk_adjustment_set_value (f->across, 400);
  gtk_adjustment_set_value (f->down, 300);
  remit_scroller_rewind (&f->scroller);
  assert_value (f->across, 0);
  assert_value (f->down, 0);
  g_assert_cmpuint (n_scrolled, ==, 4);
}

/* Something shorter is shown next, and from its beginning. */
static void
test_rewind_from_right (Fixture *f,
                        gconstpointer data G_GNUC_UNUSED)
{
  gtk_widget_set_direction (f->widget, GTK_TEXT_DIR_RTL);
  remit_scroller_configure (&f->scroller, ACROSS, 1000, 100);
  gtk_adjustment_set_value (f->across, 400);
  remit_scroller_rewind (&f->scroller);
  assert_value (f->across, 900);
  remit_scroller_configure (&f->scroller, ACROSS, 600, 100);
  assert_value (f->across, 500);
}

/* From right to left, the beginning is on the right, and what is in sight stays as far from it. */
static void
test_configure_from_right (Fixture *f,
                           gconstpointer data G_GNUC_UNUSED)
{
  gtk_widget_set_direction (f->widget, GTK_TEXT_DIR_RTL);
  remit_scroller_configure (&f->scroller, ACROSS, 1000, 100);
  assert_value (f->across, 900);
  gtk_adjustment_set_value (f->across, 700);
  remit_scroller_configure (&f->scroller, ACROSS, 1200, 150);
  assert_value (f->across, 850);
  /* beyond the other end */
  remit_scroller_configure (&f->scroller, ACROSS, 250, 150);
  assert_value (f->across, 0);

  /* down is the same in both */
  remit_scroller_configure (&f->scroller, DOWN, 1000, 100);
  assert_value (f->down, 0);
}

/* The same place, as the widget counts it. */
static void
test_from_start (Fixture *f,
                 gconstpointer data G_GNUC_UNUSED)
{
  remit_scroller_configure (&f->scroller, ACROSS, 1000, 100);
  gtk_adjustment_set_value (f->across, 700);
  g_assert_cmpint (remit_scroller_get_x (&f->scroller), ==, 700);
  f->scroller.from_start = TRUE;
  g_assert_cmpint (remit_scroller_get_x (&f->scroller), ==, 700);

  gtk_widget_set_direction (f->widget, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (remit_scroller_get_x (&f->scroller), ==, 200);
  f->scroller.from_start = FALSE;
  g_assert_cmpint (remit_scroller_get_x (&f->scroller), ==, 700);
}

/* ── What comes into sight ────────────────────────────────────────────────────────────────── */

static void
scroll_to (Fixture *f,
           GtkOrientation orientation,
           int from,
           int size)
{
  remit_scroller_scroll_to (&f->scroller, orientation, from, size, 20, 5);
}

static void
test_scroll_to (Fixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  remit_scroller_configure (&f->scroller, DOWN, 1000, 100);
  gtk_adjustment_set_value (f->down, 400);

  /* in sight, up to the edges and what is kept free there */
  scroll_to (f, DOWN, 420, 30);
  scroll_to (f, DOWN, 465, 30);
  assert_value (f->down, 400);
  g_assert_cmpuint (n_scrolled, ==, 1);
  /* after, by a pixel and by far */
  scroll_to (f, DOWN, 466, 30);
  assert_value (f->down, 401);
  scroll_to (f, DOWN, 700, 30);
  assert_value (f->down, 635);
  /* before, by a pixel and by far */
  scroll_to (f, DOWN, 654, 30);
  assert_value (f->down, 634);
  scroll_to (f, DOWN, 300, 30);
  assert_value (f->down, 280);
  /* and no further than there is */
  scroll_to (f, DOWN, 0, 30);
  assert_value (f->down, 0);
  scroll_to (f, DOWN, 970, 30);
  assert_value (f->down, 900);
}

/* What does not fit is shown from its beginning, from wherever one comes. */
static void
test_no_room (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  remit_scroller_configure (&f->scroller, DOWN, 1000, 100);
  scroll_to (f, DOWN, 420, 76);
  assert_value (f->down, 400);
  gtk_adjustment_set_value (f->down, 450);
  scroll_to (f, DOWN, 420, 76);
  assert_value (f->down, 400);
  scroll_to (f, DOWN, 420, 300);
  assert_value (f->down, 400);
}

/* Before the first layout, the first one is not scrolled out of sight. */
static void
test_no_page (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  scroll_to (f, DOWN, 20, 30);
  assert_value (f->down, 0);
  remit_scroller_configure (&f->scroller, DOWN, 1000, 0);
  scroll_to (f, DOWN, 20, 30);
  assert_value (f->down, 0);
  scroll_to (f, DOWN, 420, 30);
  assert_value (f->down, 400);
}

static void
test_scroll_to_from_right (Fixture *f,
                           gconstpointer data G_GNUC_UNUSED)
{
  gtk_widget_set_direction (f->widget, GTK_TEXT_DIR_RTL);
  remit_scroller_configure (&f->scroller, ACROSS, 1000, 100);

  /* counted from the left, as it was before */
  scroll_to (f, ACROSS, 420, 30);
  assert_value (f->across, 400);
  scroll_to (f, ACROSS, 500, 30);
  assert_value (f->across, 435);

  /* counted from the right, 465 of which are out of sight there */
  f->scroller.from_start = TRUE;
  scroll_to (f, ACROSS, 490, 30);
  assert_value (f->across, 435);
  scroll_to (f, ACROSS, 420, 30);
  assert_value (f->across, 500);
  scroll_to (f, ACROSS, 500, 30);
  assert_value (f->across, 465);
  scroll_to (f, ACROSS, 20, 30);
  assert_value (f->across, 900);
  scroll_to (f, ACROSS, 970, 30);
  assert_value (f->across, 0);
}

static void
add (const char *name,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/widgets/scroller/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("properties", test_properties);
  add ("replace", test_replace);
  add ("disposed", test_disposed);
  add ("configure", test_configure);
  add ("configure-from-right", test_configure_from_right);
  add ("rewind", test_rewind);
  add ("rewind-from-right", test_rewind_from_right);
  add ("from-start", test_from_start);
  add ("scroll-to", test_scroll_to);
  add ("no-room", test_no_room);
  add ("no-page", test_no_page);
  add ("scroll-to-from-right", test_scroll_to_from_right);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
