/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report says of load: people by month against what they can work, and what slots need. */
#include "model/remit-day.h"
#include "plan/load/remit-load-chart-words.h"
#include "remit-report-node.h"

/* A page has room for so many months, and nobody reads a longer list of people. */
#define MAX_MONTHS 12
#define MAX_PEOPLE 250

/* ── Days ─────────────────────────────────────────────────────────────────────────────────── */

static gint64
get_month (gint64 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  g_date_set_day (&date, 1);
  return g_date_get_julian (&date);
}

/* Returns: the last day of the month that is so many months after that of @day */
static gint64
get_end (gint64 day,
         guint months)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) get_month (day));
  g_date_add_months (&date, months + 1);
  return g_date_get_julian (&date) - 1;
}

/* @first: (out): the first day that slots and assignments say, or 0
 * @last: (out): the last one; 0 when none is said, or some of them go on */
static gboolean
read_days (const RemitExport *export,
           gint64 *first,
           gint64 *last,
           GError **error)
{
  static const char sql[] =
    "SELECT min (day), CASE WHEN count (until) = count (*) THEN max (until) END FROM (SELECT "
    "s.\"from\" AS day, s.until FROM slot s WHERE s.plan = ?1 UNION ALL SELECT a.\"from\", "
    "coalesce (a.until, (SELECT s.until FROM slot s WHERE s.id = a.slot)) FROM assignment a WHERE "
    "a.plan = ?1)";
  RemitStatement *statement = remit_store_query (export->store, sql, export->plan, 0, error);

  *first = *last = 0;
  if (remit_store_step (export->store, statement))
    {
      const char *min = remit_statement_get_text (statement, 0);
      const char *max = remit_statement_get_text (statement, 1);

      *first = min != NULL ? remit_day_parse (min) : 0;
      *last = max != NULL ? remit_day_parse (max) : 0;
    }
  return remit_store_finish (export->store, statement, error);
}

/* From the first day of the plan, or this month when it has begun and goes on, to its last one, or
 * as long as there is room. */
static gboolean
find_days (const RemitExport *export,
           gint64 *from,
           gint64 *until,
           GError **error)
{
  gint64 first, last;

  if (!read_days (export, &first, &last, error))
    return FALSE;
  if (last == 0 || last > remit_day_today ())
    first = MAX (first, remit_day_today ());
  *from = get_month (first != 0 ? first : last);
  *until = get_end (*from, MAX_MONTHS - 1);
  if (last >= *from)
    *until = MIN (*until, get_end (last, 0));
  return TRUE;
}

/* ── People ───────────────────────────────────────────────────────────────────────────────── */

static void
add_person_cell (xmlNode *person,
                 xmlNs *ns,
                 const RemitLoadCell *cell)
{
  xmlNode *node = xmlNewChild (person, ns, BAD_CAST "cell", NULL);
  g_autofree char *load =
    g_strdup_printf ("%d", cell->capacity > 0 ? remit_load_cell_get_utilisation (cell) : 0);

  if (cell->capacity == 0)
    remit_report_node_set (node, "away", "true");
  else
    remit_report_node_set (node, "load", load);
  remit_report_node_set_some (node, "over", cell->over_days);
  remit_report_node_set_some (node, "proposed", cell->proposed);
}

static void
add_person (xmlNode *load,
            xmlNs *ns,
            const RemitLoadChart *chart,
            const RemitLoadRow *row)
{
  xmlNode *person = xmlNewChild (load, ns, BAD_CAST "person", NULL);

  remit_report_node_set_id (person, "person", row->id);
  remit_report_node_set (person, "name", row->name);
  remit_report_node_set_some (person, "over", row->total.over_days);
  for (guint i = 0; i < chart->periods->len; i++)
    add_person_cell (person, ns, &row->cells[i]);
}

static gboolean
has_load (const RemitLoadRow *row)
{
  return row->total.confirmed + row->total.proposed > 0;
}

/* Of more people than a list can have, those with too much come first. */
static void
add_people (xmlNode *load,
            xmlNs *ns,
            const RemitLoadChart *chart)
{
  guint n = 0, n_over = 0, n_left = 0, n_others;

  for (guint i = 0; i < chart->rows->len; i++)
    {
      const RemitLoadRow *row = &g_array_index (chart->rows, RemitLoadRow, i);

      n += has_load (row);
      n_over += row->total.over_days > 0;
    }
  n_others = MAX_PEOPLE - MIN (n_over, MAX_PEOPLE);
  n_over = MIN (n_over, MAX_PEOPLE);
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const RemitLoadRow *row = &g_array_index (chart->rows, RemitLoadRow, i);
      guint *room = row->total.over_days > 0 ? &n_over : &n_others;

      if (!has_load (row))
        continue;
      if (n > MAX_PEOPLE && *room == 0)
        {
          n_left++;
          continue;
        }
      *room -= *room > 0;
      add_person (load, ns, chart, row);
    }
  remit_report_node_set_some (load, "more", n_left);
}

/* ── Demand ───────────────────────────────────────────────────────────────────────────────── */

/* Full-time equivalents on an average day, with one digit. */
static void
set_fte (xmlNode *node,
         const char *name,
         gint64 amount,
         gint64 n_days)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.1f", (double) amount / 100 / (double) n_days);
  remit_report_node_set (node, name, text);
}

static void
set_demand (xmlNode *node,
            const RemitLoadCell *cell,
            gint64 n_days)
{
  static const char *const names[REMIT_N_HIRINGS] = {
    [REMIT_HIRING_OPEN] = "open",
    [REMIT_HIRING_REQUESTED] = "requested",
    [REMIT_HIRING_OFFERED] = "offered",
    [REMIT_HIRING_FROZEN] = "frozen",
  };

  set_fte (node, "demand", cell->capacity, n_days);
  set_fte (node, "confirmed", cell->confirmed, n_days);
  set_fte (node, "proposed", cell->proposed, n_days);
  for (guint i = 0; i < REMIT_N_HIRINGS; i++)
    set_fte (node, names[i], cell->open[i], n_days);
}

static void
add_demand (xmlNode *load,
            xmlNs *ns,
            const RemitLoadChart *chart,
            gint64 n_days)
{
  for (guint i = 0; i < chart->periods->len; i++)
    {
      const RemitLoadPeriod *period = &g_array_index (chart->periods, RemitLoadPeriod, i);
      xmlNode *node = xmlNewChild (load, ns, BAD_CAST "month", NULL);

      g_autofree char *head = remit_load_chart_dup_head (chart, i);

      remit_report_node_set_day (node, "from", period->from);
      remit_report_node_set (node, "label", head);
      set_demand (node, &chart->totals.cells[i], period->until - period->from + 1);
    }
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const RemitLoadRow *row = &g_array_index (chart->rows, RemitLoadRow, i);
      xmlNode *node = xmlNewChild (load, ns, BAD_CAST "team", NULL);

      remit_report_node_set_id (node, "team", row->id);
      remit_report_node_set (node, "name", row->name);
      set_demand (node, &row->total, n_days);
    }
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

/* What people do in other plans, and when they are away, is for those who may read all. */
static gboolean
shows_people (const RemitExport *export)
{
  return export->audience == REMIT_AUDIENCE_FULL;
}

static gboolean
shows_demand (const RemitExport *export)
{
  static const guint slot[] = { REMIT_SLOT_FTE, REMIT_SLOT_FROM, REMIT_SLOT_UNTIL,
                                REMIT_SLOT_HIRING };
  static const guint assignment[] = { REMIT_ASSIGNMENT_ALLOCATION, REMIT_ASSIGNMENT_FROM,
                                      REMIT_ASSIGNMENT_UNTIL, REMIT_ASSIGNMENT_STATE };

  if (!remit_audience_sees_kind (export->audience, &remit_slot_info)
      || !remit_audience_sees_kind (export->audience, &remit_assignment_info))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (slot); i++)
    if (!remit_audience_sees_field (export->audience, &remit_slot_info.fields[slot[i]])
        || !remit_audience_sees_field (export->audience,
                                       &remit_assignment_info.fields[assignment[i]]))
      return FALSE;
  return TRUE;
}

static RemitLoadChart *
read_chart (const RemitExport *export,
            RemitLoadBy by,
            gint64 from,
            gint64 until,
            GError **error)
{
  return remit_load_chart_read (export->store, export->plan, by, from, until,
                                REMIT_LOAD_EVERY_MONTH, export->cancellable, error);
}

static xmlNode *
add_load (xmlNode *root,
          xmlNs *ns,
          gint64 from,
          gint64 until)
{
  xmlNode *load = xmlNewChild (root, ns, BAD_CAST "load", NULL);

  remit_report_node_set_day (load, "from", from);
  remit_report_node_set_day (load, "until", until);
  return load;
}

gboolean
remit_report_add_load (const RemitExport *export,
                       xmlNode *root,
                       xmlNs *ns,
                       GError **error)
{
  g_autoptr (RemitLoadChart) teams = NULL;
  g_autoptr (RemitLoadChart) people = NULL;
  gint64 from, until;
  xmlNode *load;

  if (!shows_demand (export))
    return TRUE;
  if (!find_days (export, &from, &until, error))
    return FALSE;
  teams = read_chart (export, REMIT_LOAD_BY_TEAM, from, until, error);
  if (teams != NULL && shows_people (export))
    people = read_chart (export, REMIT_LOAD_BY_PERSON, from, until, error);
  if (teams == NULL || (people == NULL && shows_people (export)))
    return FALSE;
  if (teams->totals.total.capacity == 0)
    return TRUE;
  load = add_load (root, ns, from, until);
  add_demand (load, ns, teams, until - from + 1);
  if (people != NULL)
    add_people (load, ns, people);
  return remit_report_add_cost (export, root, ns, from, until, error);
}
