/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the layout of an icon beside a text of several lines. */
#include "remit-test-app.h"
#include "widgets/drawing/remit-icon-layout.h"

/* An image of GTK's own has a baseline, and is as large with ours. */
static void
test_no_baseline (void)
{
  g_autoptr (GtkWidget) plain =
    g_object_ref_sink (gtk_image_new_from_icon_name ("list-add-symbolic"));
  g_autoptr (GtkWidget) image =
    g_object_ref_sink (gtk_image_new_from_icon_name ("list-add-symbolic"));
  int minimum, natural, baselines[2];

  gtk_widget_measure (plain, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, &baselines[0],
                      &baselines[1]);
  g_assert_cmpint (baselines[0], >=, 0);

  gtk_widget_set_layout_manager (image, g_object_new (REMIT_TYPE_ICON_LAYOUT, NULL));
  for (int i = 0; i < 2; i++)
    {
      int size[2];

      gtk_widget_measure (image, (GtkOrientation) i, -1, &size[0], &size[1], &baselines[0],
                          &baselines[1]);
      g_assert_cmpint (baselines[0], ==, -1);
      g_assert_cmpint (baselines[1], ==, -1);
      g_assert_cmpint (size[0], ==, minimum);
      g_assert_cmpint (size[1], ==, natural);
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/icon-layout/no-baseline", test_no_baseline);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
