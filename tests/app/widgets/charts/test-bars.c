/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars: what they say, as a table, and as a picture. */
#include <string.h>

#include "exchange/paper/remit-picture-file.h"
#include "remit-test-app.h"
#include "widgets/charts/remit-bars.h"

static const char *const names[] = { "later", "soon", "late" };

static RemitBars *
create (void)
{
  static const RemitBarsRow rows[] = { { "Proposed", { 1, 0, 4 } }, { "Accepted", { 1200, 0, 0 } },
                                       { "Rejected", { 0, 0, 0 } } };

  return g_object_ref_sink (REMIT_BARS (remit_bars_new (rows, G_N_ELEMENTS (rows),
                                                        G_N_ELEMENTS (names), names)));
}

static void
assert_words (RemitBars *bars,
              guint item,
              const char *expected)
{
  g_autofree char *words = REMIT_PLOT_GET_CLASS (bars)->dup_words (REMIT_PLOT (bars), item);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (RemitBars) bars = create ();

  g_assert_cmpuint (REMIT_PLOT_GET_CLASS (bars)->get_n_items (REMIT_PLOT (bars)), ==, 3);
  assert_words (bars, 0, "Proposed: 5 (later: 1, late: 4)");
  assert_words (bars, 1, "Accepted: 1200 (later: 1200)");
  assert_words (bars, 2, "Rejected: 0");
}

static char *
describe (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *row = rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "|" : "", (char *) row->pdata[j]);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  g_autoptr (RemitBars) bars = create ();
  g_autoptr (GPtrArray) rows = remit_chart_dup_rows (REMIT_CHART (bars));
  g_autofree char *text = describe (rows);

  g_assert_cmpstr (text, ==,
                   "|later|soon|late|Total\n"
                   "Proposed|1|0|4|5\n"
                   "Accepted|1200|0|0|1200\n"
                   "Rejected|0|0|0|0\n");
}

/* Without names there is no legend, and no other column than the sum. */
static void
test_one_part (void)
{
  g_autoptr (RemitBars) bars = create ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *text = NULL;
  int width, with_legend, height;

  REMIT_PLOT_GET_CLASS (bars)->get_size (REMIT_PLOT (bars), &width, &with_legend);
  remit_bars_set (bars, &(RemitBarsRow){ "One", { 7 } }, 1, 1, NULL);
  REMIT_PLOT_GET_CLASS (bars)->get_size (REMIT_PLOT (bars), &width, &height);
  g_assert_cmpint (height * 3, <, with_legend);
  rows = remit_chart_dup_rows (REMIT_CHART (bars));
  text = describe (rows);
  g_assert_cmpstr (text, ==, "|Total\nOne|7\n");
  assert_words (bars, 0, "One: 7");
}

static void
paint (cairo_t *cr,
       gpointer node)
{
  gsk_render_node_draw (node, cr);
}

/* With its title above it, in each format. */
static void
test_picture (void)
{
  static const char *const starts[REMIT_N_PICTURE_FORMATS] = {
    [REMIT_PICTURE_SVG] = "<?xml", [REMIT_PICTURE_PNG] = "\x89PNG", [REMIT_PICTURE_PDF] = "%PDF"
  };
  g_autoptr (RemitBars) bars = create ();
  int own_width, own_height, width, height;
  GskRenderNode *node = remit_chart_draw (REMIT_CHART (bars), "Decisions", &width, &height);

  REMIT_CHART_GET_IFACE (bars)->measure (REMIT_CHART (bars), &own_width, &own_height);
  g_assert_cmpint (width, >, own_width);
  g_assert_cmpint (height, >, own_height + 20);
  for (guint format = 0; format < REMIT_N_PICTURE_FORMATS; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = remit_picture_file_draw (width, height,
                                                          (RemitPictureFormat) format, paint, node,
                                                          &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 500);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (starts[format]), starts[format],
                       strlen (starts[format]));
    }
  gsk_render_node_unref (node);
}

static void
add_tests (void)
{
  g_test_add_func ("/charts/bars/words", test_words);
  g_test_add_func ("/charts/bars/rows", test_rows);
  g_test_add_func ("/charts/bars/one-part", test_one_part);
  g_test_add_func ("/charts/bars/picture", test_picture);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
