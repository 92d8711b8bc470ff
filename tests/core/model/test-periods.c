/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Allocations over time as one text. */
#include "model/remit-periods.h"

#include "remit-test.h"

static void
test_round_trip (void)
{
  static const struct
  {
    const char *text;
    const char *written;
    guint n;
  } cases[] = {
    { "", "", 0 },
    { "2026-01-01/2026-03-31 50%", "2026-01-01/2026-03-31 50%", 1 },
    { " 2026-01-01/.. 50 % ;../2026-03-31   1000%", "2026-01-01/.. 50%; ../2026-03-31 1000%", 2 },
    { "../.. 1%", "../.. 1%", 1 },
    { "2026-01-01/2026-01-01 5%", "2026-01-01/2026-01-01 5%", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) periods = remit_periods_parse (cases[i].text);
      g_autofree char *written = NULL;

      g_assert_nonnull (periods);
      g_assert_cmpuint (periods->len, ==, cases[i].n);
      written = remit_periods_write (periods);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_bad (void)
{
  static const char *const cases[] = {
    " ",
    ";",
    "50%",
    "2026-01-01 50%",
    "2026-01-01/2026-03-31",
    "2026-01-01/2026-03-31 %",
    "2026-01-01/2026-03-31 50",
    "2026-01-01/2026-03-31 0%",
    "2026-01-01/2026-03-31 1001%",
    "2026-01-01/2026-03-31 -5%",
    "2026-01-01/2026-03-31 50%;",
    "2026-01-01/2026-03-31 50% and more",
    "2026-03-31/2026-01-01 50%",
    "2026-02-30/2026-03-31 50%",
    "/ 50%",
    "2026-01-01/2026-03-31/2026-04-01 50%",
    "2026-01-01/2026-03-31 99999999999999999999%",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i]);
      g_assert_null (remit_periods_parse (cases[i]));
    }
}

/* No text has more than are read again. */
static void
test_many (void)
{
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (RemitPeriod));
  const RemitPeriod period = { .percent = 10 };
  g_autofree char *written = NULL;
  g_autofree char *more = NULL;
  g_autoptr (GArray) read = NULL;

  for (guint i = 0; i <= REMIT_PERIODS_MAX; i++)
    g_array_append_val (periods, period);
  written = remit_periods_write (periods);
  read = remit_periods_parse (written);
  g_assert_nonnull (read);
  g_assert_cmpuint (read->len, ==, REMIT_PERIODS_MAX);
  more = g_strconcat (written, "; ../.. 10%", NULL);
  g_assert_null (remit_periods_parse (more));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/periods/round-trip", test_round_trip);
  g_test_add_func ("/model/periods/bad", test_bad);
  g_test_add_func ("/model/periods/many", test_many);
  return g_test_run ();
}
