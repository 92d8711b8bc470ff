/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Allocations and absences over time, swept into spans of days that are alike. */
#pragma once

#include "remit-load.h"

/**
 * RemitTimeline:
 *
 * Gathers what begins and ends on which day, then makes spans of it. In all its functions the first
 * day is 0 for an open start, the last day 0 for an open end; both are included.
 */
typedef struct {
  int capacity;
  GArray *events;
} RemitTimeline;

void remit_timeline_init (RemitTimeline *self,
                          int capacity);
void remit_timeline_clear (RemitTimeline *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitTimeline, remit_timeline_clear)

/** Nothing is added when the last day is before the first. */
void remit_timeline_add_load (RemitTimeline *self,
                              gint64 from,
                              gint64 until,
                              int percent);
void remit_timeline_add_away (RemitTimeline *self,
                              gint64 from,
                              gint64 until);

/** What is before the first day, or after the last, does not count as being there. */
void remit_timeline_set_days (RemitTimeline *self,
                              gint64 from,
                              gint64 until);

/** Returns: (transfer full) (element-type RemitLoadSpan): see remit_load_get_spans() */
GArray *remit_timeline_sweep (RemitTimeline *self);

/** Days gone by do not count, unless all days are: moves *@from to today at least. */
void remit_timeline_from_today (gint64 *from,
                                gint64 *until);

/** Whether a span has a day between the two. */
gboolean remit_load_span_meets (const RemitLoadSpan *span,
                                gint64 from,
                                gint64 until);

gboolean remit_load_span_is_over (const RemitLoadSpan *span);

/**
 * Returns: (transfer none) (nullable): the span that a manager should see first among those that
 *   meet the days: too much load, then load while away, then the largest load over capacity; the
 *   earliest of equals
 */
const RemitLoadSpan *remit_load_spans_find_peak (GArray *spans,
                                                 gint64 from,
                                                 gint64 until);

/** See remit_load_get_free(). */
int remit_load_spans_get_free (GArray *spans,
                               gint64 from,
                               gint64 until);
