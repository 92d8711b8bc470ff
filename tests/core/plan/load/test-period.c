/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days in a row, in words. */
#include <locale.h>

#include "model/remit-day.h"
#include "plan/load/remit-period.h"

typedef struct {
  const char *from;
  const char *until;
  const char *words;
} Case;

/* Today is 10 February 2026. */
static const Case cases[] = {
  /* whole months by name, the year when it is another one */
  { "2026-03-01", "2026-03-31", "in March" },
  { "2026-02-01", "2026-02-28", "in February" },
  { "2028-02-01", "2028-02-29", "in February 2028" },
  { "2027-03-01", "2027-03-31", "in March 2027" },
  { "2026-03-01", "2026-05-31", "from March to May" },
  { "2027-03-01", "2027-05-31", "from March to May 2027" },
  { "2026-11-01", "2027-01-31", "from November 2026 to January 2027" },
  { "2025-12-01", "2025-12-31", "in December 2025" },
  /* else days */
  { "2026-03-03", "2026-03-28", "from 3 to 28 March" },
  { "2026-03-01", "2026-03-30", "from 1 to 30 March" },
  { "2026-03-02", "2026-03-31", "from 2 to 31 March" },
  { "2027-03-03", "2027-03-28", "from 3 to 28 March 2027" },
  { "2026-03-03", "2026-04-04", "from 3 March to 4 April" },
  { "2026-11-03", "2027-01-04", "from 3 November 2026 to 4 January 2027" },
  { "2026-03-03", "2026-03-03", "on 3 March" },
  { "2027-03-03", "2027-03-03", "on 3 March 2027" },
  /* the same month of two years is not one month */
  { "2026-03-03", "2027-03-05", "from 3 March 2026 to 5 March 2027" },
  /* what has begun */
  { "2026-01-12", "2026-03-28", "until 28 March" },
  { "2026-02-10", "2026-03-28", "until 28 March" },
  { "2026-01-12", "2026-03-31", "until the end of March" },
  { "2026-01-12", "2027-03-31", "until the end of March 2027" },
  { "2026-01-12", "2026-02-10", "today" },
  { "2026-02-10", "2026-02-10", "today" },
  { "2026-02-11", "2026-02-11", "on 11 February" },
  /* what is over */
  { "2026-01-03", "2026-02-09", "from 3 January to 9 February" },
  /* open ends */
  { "", "", "from now on" },
  { "2026-02-10", "", "from now on" },
  { "2020-01-01", "", "from now on" },
  { "2026-02-11", "", "from 11 February on" },
  { "2026-03-01", "", "from March on" },
  { "2027-03-01", "", "from March 2027 on" },
  { "2027-03-02", "", "from 2 March 2027 on" },
  { "", "2026-03-28", "until 28 March" },
  { "", "2026-03-31", "until the end of March" },
  { "", "2025-12-31", "until the end of December 2025" },
  { "", "2026-02-10", "today" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = remit_period_dup_words (remit_day_parse (cases[i].from),
                                                       remit_day_parse (cases[i].until));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* The last day that can be written is no trap. */
static void
test_far_away (void)
{
  g_autofree char *words = remit_period_dup_words (1, REMIT_DAY_MAX);

  g_assert_cmpstr (words, !=, "");
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_setenv ("REMIT_TODAY", "2026-02-10", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period/words", test_words);
  g_test_add_func ("/period/far-away", test_far_away);

  return g_test_run ();
}
