/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans of time: ISO 8601 and words. */
#include "model/remit-duration.h"
#include "model/remit-locale.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 minutes;
  } good[] = {
    { "PT48H", 2880 }, { "P2D", 2880 }, { "P1DT12H", 2160 }, { "PT90M", 90 }, { "PT1H30M", 90 },
    { "PT0M", 0 }, { "P1DT1H1M", 1501 },
  };
  static const char *const bad[] = { "",      "48",    "48H",   "P",        "PT",      "PT48",
                                     "P1M",   "P1Y",   "PT1S",  "PT1M1H",   "PT1H1H",  "P-1D",
                                     "PT1H ", "pt1h",  "P1DT",  "PT1.5H",   "P99999D", "PTH",
                                     "PT99999999999999999999H" };
  gint64 minutes;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i].text);
      g_assert_true (remit_duration_parse (good[i].text, &minutes));
      g_assert_cmpint (minutes, ==, good[i].minutes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (remit_duration_parse (bad[i], &minutes));
    }
}

static void
test_understand (void)
{
  static const struct
  {
    const char *text;
    gint64 minutes;
  } good[] = {
    { "2 days", 2880 },   { "1 day", 1440 },      { "16 working hours", 960 },
    { "30 min.", 30 },    { "30 min", 30 },       { "1 hour 30 minutes", 90 },
    { "1h30m", 90 },      { "16h", 960 },         { "2 D", 2880 },
    { " 8  Hours ", 480 }, { "PT16H", 960 },      { "pt1h30m", 90 },
    { "0m", 0 },          { "1 day 2 h 3 min", 1563 },
  };
  static const char *const bad[] = { "", " ", "2", "days", "2 weeks", "two days", "1 min 1 hour",
                                     "1h 1h", "-1 h", "1.5 h", "2 days!", "99999999 days",
                                     "2 working days" };
  gint64 minutes;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i].text);
      g_assert_true (remit_duration_understand (good[i].text, &minutes));
      g_assert_cmpint (minutes, ==, good[i].minutes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (remit_duration_understand (bad[i], &minutes));
    }
}

/* In the user's language, and in English all the same; run by test_language() in a process of its
 * own, since a translation is loaded once. */
static void
test_german (void)
{
  static const struct
  {
    const char *text;
    gint64 minutes;
  } good[] = {
    { "2 Tage", 2880 }, { "16 Arbeitsstunden", 960 }, { "30 Min.", 30 }, { "2 days", 2880 },
    { "1 Stunde 30 Minuten", 90 }, { "4 Std.", 240 },
  };
  gint64 minutes;

  g_setenv ("LANGUAGE", "de", TRUE);
  remit_locale_init ();
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i].text);
      g_assert_true (remit_duration_understand (good[i].text, &minutes));
      g_assert_cmpint (minutes, ==, good[i].minutes);
    }
}

static void
test_language (void)
{
  g_test_trap_subprocess ("/model/duration/language/subprocess/german", 0,
                          G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_format (void)
{
  static const struct
  {
    gint64 minutes;
    const char *text;
    const char *words;
  } cases[] = {
    { 2880, "PT48H", "48 hours" },
    { 60, "PT1H", "1 hour" },
    { 90, "PT90M", "1 hour 30 minutes" },
    { 1, "PT1M", "1 minute" },
    { 525600, "PT8760H", "8760 hours" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = remit_duration_format (cases[i].minutes);
      g_autofree char *words = remit_duration_display (cases[i].minutes);
      gint64 minutes;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_true (remit_duration_parse (text, &minutes));
      g_assert_cmpint (minutes, ==, cases[i].minutes);
      g_assert_true (remit_duration_understand (words, &minutes));
      g_assert_cmpint (minutes, ==, cases[i].minutes);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/duration/parse", test_parse);
  g_test_add_func ("/model/duration/understand", test_understand);
  g_test_add_func ("/model/duration/language", test_language);
  g_test_add_func ("/model/duration/language/subprocess/german", test_german);
  g_test_add_func ("/model/duration/format", test_format);
  return g_test_run ();
}
