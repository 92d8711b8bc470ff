/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Allocations and absences over time, swept into spans of days that are alike. */
#include "remit-timeline.h"

#include "model/remit-day.h"

/* On @day, the load and the number of reasons to be away change by this much. */
typedef struct {
  gint64 day;
  int load;
  int away;
} Event;

void
remit_timeline_init (RemitTimeline *self,
                     int capacity)
{
  self->capacity = capacity;
  self->events = g_array_new (FALSE, FALSE, sizeof (Event));
}

void
remit_timeline_clear (RemitTimeline *self)
{
  g_clear_pointer (&self->events, g_array_unref);
}

static void
add (RemitTimeline *self,
     gint64 from,
     gint64 until,
     int load,
     int away)
{
  /* The first day of all is since ever: no day is before it. */
  Event begin = { from > 1 ? from : 0, load, away };
  Event end = { until + 1, -load, -away };

  if (until != 0 && from > until)
    return;
  g_array_append_val (self->events, begin);
  if (until != 0)
    g_array_append_val (self->events, end);
}

void
remit_timeline_add_load (RemitTimeline *self,
                         gint64 from,
                         gint64 until,
                         int percent)
{
  add (self, from, until, percent, 0);
}

void
remit_timeline_add_away (RemitTimeline *self,
                         gint64 from,
                         gint64 until)
{
  add (self, from, until, 0, 1);
}

void
remit_timeline_set_days (RemitTimeline *self,
                         gint64 from,
                         gint64 until)
{
  if (from > 1)
    add (self, 0, from - 1, 0, 1);
  if (until != 0)
    add (self, until + 1, 0, 0, 1);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  gint64 first = ((const Event *) a)->day;
  gint64 second = ((const Event *) b)->day;

  return first < second ? -1 : first > second;
}

/* Ends the last span the day before @from, and begins another one, unless the two are alike. */
static void
append_span (RemitTimeline *self,
             GArray *spans,
             gint64 from,
             int load,
             gboolean away)
{
  RemitLoadSpan *last = spans->len > 0 ? &g_array_index (spans, RemitLoadSpan, spans->len - 1)
                                       : NULL;
  RemitLoadSpan span = { .from = from, .load = load, .capacity = away ? 0 : self->capacity,
                         .away = away };

  if (last != NULL && last->load == span.load && last->capacity == span.capacity
      && last->away == span.away)
    return;
  if (last != NULL)
    last->until = from - 1;
  g_array_append_val (spans, span);
}

GArray *
remit_timeline_sweep (RemitTimeline *self)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (RemitLoadSpan));
  gint64 day = 0;
  int load = 0;
  int away = 0;

  g_array_sort (self->events, compare_events);
  for (guint i = 0; i < self->events->len; i++)
    {
      const Event *event = &g_array_index (self->events, Event, i);

      if (event->day > day)
        {
          append_span (self, spans, day, load, away > 0);
          day = event->day;
        }
      load += event->load;
      away += event->away;
    }
  append_span (self, spans, day, load, away > 0);
  return spans;
}

void
remit_timeline_from_today (gint64 *from,
                           gint64 *until)
{
  gint64 today = remit_day_today ();

  if (*until == 0 || *until >= today)
    *from = MAX (*from, today);
}

gboolean
remit_load_span_meets (const RemitLoadSpan *span,
                       gint64 from,
                       gint64 until)
{
  return (until == 0 || span->from <= until) && (span->until == 0 || from <= span->until);
}

gboolean
remit_load_span_is_over (const RemitLoadSpan *span)
{
  return span->load > span->capacity;
}

static int
rank (const RemitLoadSpan *span)
{
  if (remit_load_span_is_over (span))
    return span->away ? 2 : 3;
  return span->away ? 0 : 1;
}

static gboolean
is_worse (const RemitLoadSpan *span,
          const RemitLoadSpan *other)
{
  if (rank (span) != rank (other))
    return rank (span) > rank (other);
  return span->load - span->capacity > other->load - other->capacity;
}

const RemitLoadSpan *
remit_load_spans_find_peak (GArray *spans,
                            gint64 from,
                            gint64 until)
{
  const RemitLoadSpan *peak = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);

      if (remit_load_span_meets (span, from, until) && (peak == NULL || is_worse (span, peak)))
        peak = span;
    }
  return peak;
}

int
remit_load_spans_get_free (GArray *spans,
                           gint64 from,
                           gint64 until)
{
  int free_there = G_MAXINT;
  int load_away = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);

      if (!remit_load_span_meets (span, from, until))
        continue;
      if (span->away)
        load_away = MAX (load_away, span->load);
      else
        free_there = MIN (free_there, span->capacity - span->load);
    }
  return free_there != G_MAXINT ? free_there : -load_away;
}
