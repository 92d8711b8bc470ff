/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where brackets beside a list stand. */
#include "overview/remit-brackets.h"

static GArray *
make (guint n,
      const RemitBracket *brackets)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (RemitBracket));

  return g_array_append_vals (all, brackets, n);
}

static char *
describe (const GArray *brackets)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < brackets->len; i++)
    {
      const RemitBracket *bracket = &g_array_index (brackets, RemitBracket, i);

      g_string_append_printf (text, "%u-%u:%u ", bracket->from, bracket->to, bracket->lane);
    }
  return g_string_free (text, FALSE);
}

/* Short ones inside; those that only touch side by side. */
static void
test_lanes (void)
{
  static const RemitBracket some[] = { { 0, 5, 1, 0 }, { 0, 1, 1, 0 }, { 1, 2, 1, 0 },
                                       { 2, 4, 1, 0 }, { 1, 3, 1, 0 } };
  g_autoptr (GArray) brackets = make (G_N_ELEMENTS (some), some);
  g_autofree char *text = NULL;

  g_assert_cmpuint (remit_brackets_arrange (brackets, 8), ==, 3);
  text = describe (brackets);
  g_assert_cmpstr (text, ==, "0-1:0 1-2:0 1-3:1 2-4:0 0-5:2 ");
}

/* What has no place is in the last. */
static void
test_few_lanes (void)
{
  static const RemitBracket some[] = { { 0, 9, 1, 0 }, { 1, 8, 1, 0 }, { 2, 7, 1, 0 } };
  g_autoptr (GArray) brackets = make (G_N_ELEMENTS (some), some);
  g_autofree char *text = NULL;

  g_assert_cmpuint (remit_brackets_arrange (brackets, 2), ==, 2);
  text = describe (brackets);
  g_assert_cmpstr (text, ==, "2-7:0 1-8:1 0-9:1 ");
}

static void
test_limit (void)
{
  static const RemitBracket some[] = { { 0, 1, 1, 0 }, { 0, 2, 5, 0 }, { 3, 4, 2, 0 },
                                       { 5, 6, 2, 0 } };
  g_autoptr (GArray) brackets = make (G_N_ELEMENTS (some), some);
  g_autofree char *text = NULL;

  g_assert_cmpuint (remit_brackets_limit (brackets, 4), ==, 0);
  g_assert_cmpuint (remit_brackets_limit (brackets, 2), ==, 2);
  text = describe (brackets);
  g_assert_cmpstr (text, ==, "0-2:0 3-4:0 ");
}

/* In no lane but the last do two overlap. */
static void
test_any (void)
{
  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (GArray) brackets = g_array_new (FALSE, FALSE, sizeof (RemitBracket));
      guint max_lanes = (guint) g_test_rand_int_range (1, 9);

      for (guint i = 0; i < 40; i++)
        {
          guint from = (guint) g_test_rand_int_range (0, 60);
          RemitBracket bracket = { from, from + (guint) g_test_rand_int_range (1, 20), 1, 0 };

          g_array_append_val (brackets, bracket);
        }
      g_assert_cmpuint (remit_brackets_arrange (brackets, max_lanes), <=, max_lanes);
      for (guint i = 0; i < brackets->len; i++)
        for (guint j = 0; j < i; j++)
          {
            const RemitBracket *a = &g_array_index (brackets, RemitBracket, i);
            const RemitBracket *b = &g_array_index (brackets, RemitBracket, j);

            g_assert_true (a->lane != b->lane || a->lane == max_lanes - 1 || a->to <= b->from
                           || b->to <= a->from);
          }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview/brackets/lanes", test_lanes);
  g_test_add_func ("/overview/brackets/few-lanes", test_few_lanes);
  g_test_add_func ("/overview/brackets/limit", test_limit);
  g_test_add_func ("/overview/brackets/any", test_any);
  return g_test_run ();
}
