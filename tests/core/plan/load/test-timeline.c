/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sweep over allocations and absences: against a count day by day, and at its edges. */
#include "plan/load/remit-timeline.h"

#define N_DAYS 60
#define N_ROUNDS 300

typedef struct {
  int load[N_DAYS + 1];
  int away[N_DAYS + 1];
} Count;

static void
check_spans (GArray *spans)
{
  const RemitLoadSpan *last = &g_array_index (spans, RemitLoadSpan, spans->len - 1);

  g_assert_cmpuint (spans->len, >, 0);
  g_assert_cmpint (g_array_index (spans, RemitLoadSpan, 0).from, ==, 0);
  g_assert_cmpint (last->until, ==, 0);
  for (guint i = 1; i < spans->len; i++)
    {
      const RemitLoadSpan *before = &g_array_index (spans, RemitLoadSpan, i - 1);
      const RemitLoadSpan *span = before + 1;

      g_assert_cmpint (span->from, ==, before->until + 1);
      g_assert_true (span->load != before->load || span->away != before->away
                     || span->capacity != before->capacity);
    }
}

static const RemitLoadSpan *
find_span (GArray *spans,
           gint64 day)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);

      if (remit_load_span_meets (span, day, day))
        return span;
    }
  g_assert_not_reached ();
}

static void
count (int *days,
       gint64 from,
       gint64 until,
       int amount)
{
  for (gint64 day = 1; day <= N_DAYS; day++)
    if (day >= from && (until == 0 || day <= until))
      days[day] += amount;
}

static void
test_against_days (void)
{
  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_auto (RemitTimeline) timeline = { 0 };
      g_autoptr (GArray) spans = NULL;
      Count expected = { { 0 }, { 0 } };
      int n = g_test_rand_int_range (0, 8);

      remit_timeline_init (&timeline, 80);
      for (int i = 0; i < n; i++)
        {
          gint64 from = g_test_rand_int_range (0, N_DAYS);
          gint64 until = g_test_rand_int_range (0, N_DAYS);
          int percent = g_test_rand_int_range (1, 100);

          if (g_test_rand_bit ())
            {
              remit_timeline_add_load (&timeline, from, until, percent);
              count (expected.load, from, until, percent);
            }
          else
            {
              remit_timeline_add_away (&timeline, from, until);
              count (expected.away, from, until, 1);
            }
        }

      spans = remit_timeline_sweep (&timeline);
      check_spans (spans);
      for (gint64 day = 1; day <= N_DAYS; day++)
        {
          const RemitLoadSpan *span = find_span (spans, day);

          g_assert_cmpint (span->load, ==, expected.load[day]);
          g_assert_cmpint (span->away, ==, expected.away[day] > 0);
          g_assert_cmpint (span->capacity, ==, expected.away[day] > 0 ? 0 : 80);
        }
    }
}

static void
test_empty (void)
{
  g_auto (RemitTimeline) timeline = { 0 };
  g_autoptr (GArray) spans = NULL;

  remit_timeline_init (&timeline, 100);
  remit_timeline_add_load (&timeline, 9, 8, 50);
  spans = remit_timeline_sweep (&timeline);
  check_spans (spans);
  g_assert_cmpuint (spans->len, ==, 1);
  g_assert_cmpint (g_array_index (spans, RemitLoadSpan, 0).load, ==, 0);
  g_assert_cmpint (g_array_index (spans, RemitLoadSpan, 0).capacity, ==, 100);
}

/* What ends the day before something like it begins is one span; overlapping absences are one. */
static void
test_neighbours (void)
{
  g_auto (RemitTimeline) timeline = { 0 };
  g_autoptr (GArray) spans = NULL;

  remit_timeline_init (&timeline, 100);
  remit_timeline_add_load (&timeline, 10, 19, 50);
  remit_timeline_add_load (&timeline, 20, 29, 50);
  remit_timeline_add_away (&timeline, 40, 50);
  remit_timeline_add_away (&timeline, 45, 60);
  spans = remit_timeline_sweep (&timeline);
  check_spans (spans);
  g_assert_cmpuint (spans->len, ==, 5);
  g_assert_cmpint (g_array_index (spans, RemitLoadSpan, 1).from, ==, 10);
  g_assert_cmpint (g_array_index (spans, RemitLoadSpan, 1).until, ==, 29);
  g_assert_cmpint (g_array_index (spans, RemitLoadSpan, 3).from, ==, 40);
  g_assert_cmpint (g_array_index (spans, RemitLoadSpan, 3).until, ==, 60);
}

static void
test_first_and_last_day (void)
{
  g_auto (RemitTimeline) timeline = { 0 };
  g_autoptr (GArray) spans = NULL;

  remit_timeline_init (&timeline, 100);
  remit_timeline_set_days (&timeline, 100, 200);
  spans = remit_timeline_sweep (&timeline);
  check_spans (spans);
  g_assert_cmpuint (spans->len, ==, 3);
  g_assert_true (find_span (spans, 99)->away);
  g_assert_false (find_span (spans, 100)->away);
  g_assert_false (find_span (spans, 200)->away);
  g_assert_true (find_span (spans, 201)->away);
}

/* Too much load goes before load while away, that before what fits; then the most over capacity. */
static void
test_peak (void)
{
  g_auto (RemitTimeline) timeline = { 0 };
  g_autoptr (GArray) spans = NULL;

  remit_timeline_init (&timeline, 100);
  remit_timeline_add_load (&timeline, 0, 0, 90);
  remit_timeline_add_load (&timeline, 10, 19, 20);
  remit_timeline_add_load (&timeline, 15, 16, 10);
  remit_timeline_add_away (&timeline, 30, 39);
  spans = remit_timeline_sweep (&timeline);

  g_assert_cmpint (remit_load_spans_find_peak (spans, 0, 0)->from, ==, 15);
  g_assert_cmpint (remit_load_spans_find_peak (spans, 17, 0)->from, ==, 17);
  g_assert_cmpint (remit_load_spans_find_peak (spans, 20, 0)->from, ==, 30);
  g_assert_cmpint (remit_load_spans_find_peak (spans, 40, 0)->load, ==, 90);
  g_assert_cmpint (remit_load_spans_find_peak (spans, 19, 19)->load, ==, 110);
  g_assert_cmpint (remit_load_spans_find_peak (spans, 0, 9)->load, ==, 90);
}

static void
test_free (void)
{
  g_auto (RemitTimeline) timeline = { 0 };
  g_autoptr (GArray) spans = NULL;

  remit_timeline_init (&timeline, 100);
  remit_timeline_add_load (&timeline, 10, 19, 70);
  remit_timeline_add_load (&timeline, 30, 39, 130);
  remit_timeline_add_away (&timeline, 15, 25);
  spans = remit_timeline_sweep (&timeline);

  g_assert_cmpint (remit_load_spans_get_free (spans, 0, 9), ==, 100);
  g_assert_cmpint (remit_load_spans_get_free (spans, 0, 10), ==, 30);
  g_assert_cmpint (remit_load_spans_get_free (spans, 0, 0), ==, -30);
  /* being away does not take from what is free on the other days */
  g_assert_cmpint (remit_load_spans_get_free (spans, 20, 29), ==, 100);
  /* but on days that one is away, nothing is */
  g_assert_cmpint (remit_load_spans_get_free (spans, 20, 25), ==, 0);
  g_assert_cmpint (remit_load_spans_get_free (spans, 15, 19), ==, -70);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/against-days", test_against_days);
  g_test_add_func ("/timeline/empty", test_empty);
  g_test_add_func ("/timeline/neighbours", test_neighbours);
  g_test_add_func ("/timeline/first-and-last-day", test_first_and_last_day);
  g_test_add_func ("/timeline/peak", test_peak);
  g_test_add_func ("/timeline/free", test_free);

  return g_test_run ();
}
