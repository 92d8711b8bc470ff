/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and moments. */
#include "model/remit-day.h"

static void
test_round_trip (void)
{
  static const char *const days[] = { "0001-01-01", "1970-01-01", "2024-02-29", "2026-12-31",
                                      "9999-12-31" };
  char text[11];

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      gint64 day = remit_day_parse (days[i]);

      g_assert_cmpint (day, >, 0);
      remit_day_format (day, text);
      g_assert_cmpstr (text, ==, days[i]);
    }
}

static void
test_neighbours (void)
{
  g_assert_cmpint (remit_day_parse ("2026-03-01") - remit_day_parse ("2026-02-28"), ==, 1);
  g_assert_cmpint (remit_day_parse ("2024-03-01") - remit_day_parse ("2024-02-28"), ==, 2);
}

static void
test_not_days (void)
{
  static const char *const texts[] = { "", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01",
                                       "0000-01-01", "2026-01-32", "2026/01/01", "2026-01-011",
                                       "20260101", "yesterday", "-026-01-01", "2026-01-0a" };

  g_assert_cmpint (remit_day_parse (NULL), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (remit_day_parse (texts[i]), ==, 0);
}

static void
test_open (void)
{
  char text[11] = "x";
  g_autofree char *shown = remit_day_display (0);

  remit_day_format (0, text);
  g_assert_cmpstr (text, ==, "");
  g_assert_cmpstr (shown, ==, "");
}

static void
test_today (void)
{
  g_setenv ("REMIT_TODAY", "2026-03-14", TRUE);
  g_assert_cmpint (remit_day_today (), ==, remit_day_parse ("2026-03-14"));
  g_unsetenv ("REMIT_TODAY");
  g_assert_cmpint (remit_day_today (), >=, remit_day_parse ("2026-01-01"));
}

static void
test_time (void)
{
  gint64 time = remit_time_parse ("2026-03-31T12:00:00.250Z");
  g_autofree char *text = remit_time_format (time);
  g_autofree char *none = remit_time_format (0);

  g_assert_cmpstr (text, ==, "2026-03-31T12:00:00.250Z");
  g_assert_cmpint (remit_time_parse ("2026-03-31T14:00:00.250+02:00"), ==, time);
  g_assert_cmpint (remit_time_parse ("noon"), ==, 0);
  g_assert_cmpint (remit_time_parse (NULL), ==, 0);
  g_assert_cmpstr (none, ==, "");
}

static void
test_day_of_time (void)
{
  gint64 noon = remit_time_parse ("2026-03-31T12:00:00.000Z");

  g_assert_cmpint (remit_day_of_time (noon), ==, remit_day_parse ("2026-03-31"));
  g_assert_cmpint (remit_day_of_time (0), ==, remit_day_today ());
  /* as a damaged file may have it */
  g_assert_cmpint (remit_day_of_time (G_MAXINT64), ==, 0);
  g_assert_cmpint (remit_day_of_time (G_MININT64), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/day/round-trip", test_round_trip);
  g_test_add_func ("/model/day/neighbours", test_neighbours);
  g_test_add_func ("/model/day/not-days", test_not_days);
  g_test_add_func ("/model/day/open", test_open);
  g_test_add_func ("/model/day/today", test_today);
  g_test_add_func ("/model/day/time", test_time);
  g_test_add_func ("/model/day/of-time", test_day_of_time);
  return g_test_run ();
}
