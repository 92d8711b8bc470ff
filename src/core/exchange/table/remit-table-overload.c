/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People over capacity after an import of seats. */
#include <glib/gi18n-lib.h>

#include "model/remit-day.h"
#include "plan/load/remit-timeline.h"
#include "remit-table-private.h"

typedef struct {
  gint64 person;
  char *name;
  RemitTimeline timeline;
  RemitLoadSpan peak;
} Load;

static void
load_clear (gpointer data)
{
  Load *load = data;

  g_free (load->name);
  remit_timeline_clear (&load->timeline);
}

static gint64
read_day (RemitStatement *statement,
          int column)
{
  return remit_day_parse (remit_statement_get_text (statement, column));
}

static void
add_person (GArray *loads,
            RemitStatement *statement)
{
  Load load = { .person = remit_statement_get_integer (statement, 0) };

  load.name = g_strdup (remit_statement_get_text (statement, 1));
  remit_timeline_init (&load.timeline, (int) remit_statement_get_integer (statement, 2));
  remit_timeline_set_days (&load.timeline, read_day (statement, 3), read_day (statement, 4));
  g_array_append_val (loads, load);
}

/* The rows come person by person. */
static void
add_assignment (GArray *loads,
                RemitStatement *statement)
{
  Load *last = loads->len > 0 ? &g_array_index (loads, Load, loads->len - 1) : NULL;

  if (last == NULL || last->person != remit_statement_get_integer (statement, 0))
    {
      add_person (loads, statement);
      last = &g_array_index (loads, Load, loads->len - 1);
    }
  remit_timeline_add_load (&last->timeline, read_day (statement, 6), read_day (statement, 7),
                           (int) remit_statement_get_integer (statement, 5));
}

static gboolean
read_loads (RemitTableJob *job,
            gint64 plan,
            GHashTable *seated,
            GArray *loads,
            GError **error)
{
  g_autoptr (RemitStatement) statement = remit_store_query (
    job->store,
    "SELECT p.id, p.name, p.capacity, p.\"from\", p.\"until\", a.allocation, "
    "  coalesce (a.\"from\", s.\"from\"), coalesce (a.\"until\", s.\"until\") "
    "FROM assignment AS a JOIN person AS p ON p.id = a.person JOIN slot AS s ON s.id = a.slot "
    "WHERE a.plan = ?1 ORDER BY p.id",
    plan, 0, error);

  while (remit_store_step (job->store, statement))
    {
      gint64 person = remit_statement_get_integer (statement, 0);

      if (g_hash_table_contains (seated, &person))
        add_assignment (loads, statement);
    }
  return remit_store_finish (job->store, statement, error);
}

static void
find_peak (Load *load)
{
  g_autoptr (GArray) spans = remit_timeline_sweep (&load->timeline);

  load->peak = *remit_load_spans_find_peak (spans, remit_day_today (), 0);
}

static int
compare_excess (gconstpointer a,
                gconstpointer b)
{
  const Load *first = a;
  const Load *second = b;
  int first_excess = first->peak.load - first->peak.capacity;
  int second_excess = second->peak.load - second->peak.capacity;

  if (first_excess != second_excess)
    return first_excess > second_excess ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

static void
note (RemitTableJob *job,
      GArray *loads)
{
  for (guint i = 0; i < loads->len; i++)
    {
      const Load *load = &g_array_index (loads, Load, i);

      if (remit_load_span_is_over (&load->peak))
        remit_import_result_note (job->result, REMIT_NOTE_LOAD, 0,
                                  /* Translators: a name, load and capacity of the person */
                                  _ ("%s is at %d %% in this plan, with a capacity of %d %%"),
                                  load->name, load->peak.load, load->peak.capacity);
    }
}

gboolean
remit_table_overload_note (RemitTableJob *job,
                           gint64 plan,
                           GHashTable *seated,
                           GError **error)
{
  g_autoptr (GArray) loads = g_array_new (FALSE, FALSE, sizeof (Load));

  g_array_set_clear_func (loads, load_clear);
  if (!read_loads (job, plan, seated, loads, error))
    return FALSE;
  for (guint i = 0; i < loads->len; i++)
    find_peak (&g_array_index (loads, Load, i));
  g_array_sort (loads, compare_excess);
  note (job, loads);
  return TRUE;
}
