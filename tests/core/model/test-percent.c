/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Percentages whose number and sign stay together. */
#include "model/remit-percent.h"

static void
assert_kept (RemitPercentStyle style,
             const char *text,
             const char *kept)
{
  g_autofree char *result = NULL;

  remit_percent_set_style (style);
  result = remit_percent_keep (g_strdup (text));
  remit_percent_set_style (REMIT_PERCENT_PLAIN);
  g_assert_cmpstr (result, ==, kept);
}

static void
test_plain (void)
{
  assert_kept (REMIT_PERCENT_PLAIN, "Ada: 40 % of 100 %", "Ada: 40 % of 100 %");
}

static void
test_kept (void)
{
  assert_kept (REMIT_PERCENT_KEPT, "Ada: 40 % of 100 %", "Ada: 40\u00a0% of 100\u00a0%");
  assert_kept (REMIT_PERCENT_KEPT, "12,5\u00a0% or 1.200 %", "12,5\u00a0% or 1.200\u00a0%");
  assert_kept (REMIT_PERCENT_KEPT, "%, 40%, 40  %, 40 is % – ½ %", "%, 40%, 40  %, 40 is % – ½ %");
  assert_kept (REMIT_PERCENT_KEPT, "40 ", "40 ");
  assert_kept (REMIT_PERCENT_KEPT, "", "");
}

static void
test_isolated (void)
{
  assert_kept (REMIT_PERCENT_ISOLATED, "أدا: 40 %", "أدا: \u206640\u00a0%\u2069");
  assert_kept (REMIT_PERCENT_ISOLATED, "40 % / 7, 8", "\u206640\u00a0%\u2069 / 7, 8");
}

static void
test_printf (void)
{
  g_autofree char *text = NULL;

  remit_percent_set_style (REMIT_PERCENT_KEPT);
  text = remit_percent_printf ("%s: %d %%", "Ada", 40);
  remit_percent_set_style (REMIT_PERCENT_PLAIN);
  g_assert_cmpstr (text, ==, "Ada: 40\u00a0%");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/percent/plain", test_plain);
  g_test_add_func ("/model/percent/kept", test_kept);
  g_test_add_func ("/model/percent/isolated", test_isolated);
  g_test_add_func ("/model/percent/printf", test_printf);
  return g_test_run ();
}
