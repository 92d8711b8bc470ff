/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of the history, as people write them. */
#include "history/remit-history-time.h"

static void
test_parse (void)
{
  const gint64 noon = G_GINT64_CONSTANT (1772366400000);

  g_assert_cmpint (remit_history_time_parse ("2026-03-01 12:00"), ==, noon + 999);
  g_assert_cmpint (remit_history_time_parse (" 2026-03-01T12:00:00Z "), ==, noon + 999);
  g_assert_cmpint (remit_history_time_parse ("2026-03-01 12:00:01"), ==, noon + 1999);
  g_assert_cmpint (remit_history_time_parse ("noon"), ==, 0);
  g_assert_cmpint (remit_history_time_parse ("2026-02-30 12:00"), ==, 0);
  g_assert_cmpint (remit_history_time_parse (""), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/time/parse", test_parse);
  return g_test_run ();
}
