/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that shows load against capacity over time. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "model/remit-day.h"
#include "model/remit-percent.h"
#include "plan/design/remit-design.h"
#include "plan/load/remit-load-chart.h"
#include "remit-cli.h"
#include "support/remit-cli-days.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

/* In the order of the enums. */
static const char *const bys[] = { "person", "unit", "team", "role", NULL };
static const char *const everies[] = { "day", "week", "month", NULL };
static const char *const states[] = { "none", "free", "full", "over", "away", NULL };

/* How many months are shown when nothing is said. */
#define N_MONTHS 6

static char *option_by;
static char *option_from;
static char *option_until;
static char *option_every;
static char *option_only;
static int option_free;

static const GOptionEntry options[] = {
  { "by", 0, 0, G_OPTION_ARG_STRING, &option_by,
    N_ ("Whose load: person (the default), unit, team or role"), "person|unit|team|role" },
  { "from", 0, 0, G_OPTION_ARG_STRING, &option_from, N_ ("The first day; today if omitted"),
    N_ ("DAY") },
  { "until", 0, 0, G_OPTION_ARG_STRING, &option_until,
    N_ ("The last day; six months later if omitted"), N_ ("DAY") },
  { "every", 0, 0, G_OPTION_ARG_STRING, &option_every,
    N_ ("The length of the periods: day, week or month (the default)"), "day|week|month" },
  { "only", 0, 0, G_OPTION_ARG_STRING, &option_only,
    N_ ("Only who has nothing to do, has time, is fully planned, or has too much to do"),
    "none|free|full|over" },
  { "free", 0, 0, G_OPTION_ARG_INT, &option_free,
    N_ ("Only who has at least this share of their capacity left, in percent"), N_ ("PERCENT") },
  { NULL }
};

typedef struct {
  RemitLoadBy by;
  RemitLoadEvery every;
  int only; /* a RemitLoadState, or -1 */
  gint64 from;
  gint64 until;
} Request;

/* ── What is asked for ────────────────────────────────────────────────────────────────────── */

static gint64
add_months (gint64 day,
            guint n)
{
  GDate date;

  g_date_set_julian (&date, (guint32) day);
  g_date_add_months (&date, n);
  return g_date_get_julian (&date) - 1;
}

static gboolean
parse_word (const char *const *words,
            const char *option,
            const char *value,
            int initial,
            int *word,
            GError **error)
{
  *word = value != NULL ? remit_cli_find_word (words, option, value, error) : initial;
  return value == NULL || *word >= 0;
}

static gboolean
parse_request (Request *request,
               GError **error)
{
  int by, every;

  if (!parse_word (bys, "--by", option_by, REMIT_LOAD_BY_PERSON, &by, error)
      || !parse_word (everies, "--every", option_every, REMIT_LOAD_EVERY_MONTH, &every, error)
      || !parse_word (states, "--only", option_only, -1, &request->only, error)
      || !remit_cli_parse_day ("--from", option_from, remit_day_today (), &request->from, error)
      || !remit_cli_parse_day ("--until", option_until, add_months (request->from, N_MONTHS),
                               &request->until, error))
    return FALSE;
  request->by = (RemitLoadBy) by;
  request->every = (RemitLoadEvery) every;
  if (!remit_cli_check_days (request->from, request->until, error))
    return FALSE;
  if (option_free < 0 || option_free > 100)
    return remit_cli_misuse (error, _ ("--free is not between 0 and 100."));
  return TRUE;
}

static gboolean
is_wanted (const Request *request,
           const RemitLoadRow *row)
{
  RemitLoadState state = remit_load_cell_get_state (&row->total, row->full_from);

  if (request->only >= 0 && state != (RemitLoadState) request->only
      && !(request->only == REMIT_LOAD_FREE && state == REMIT_LOAD_NONE))
    return FALSE;
  return option_free == 0 || remit_load_cell_get_free (&row->total) >= option_free;
}

/* ── Text ─────────────────────────────────────────────────────────────────────────────────── */

static char *
dup_cell (const RemitLoadCell *cell)
{
  int used = remit_load_cell_get_utilisation (cell);
  const char *over = cell->over_days > 0 ? "!" : "";
  const char *proposed = cell->proposed > 0 ? "~" : "";

  if (used < 0)
    return g_strconcat (cell->confirmed + (gint64) cell->proposed > 0 ? "!" : "–", NULL);
  return remit_percent_printf ("%s%s%d %%", over, proposed, used);
}

static char *
dup_period (const RemitLoadChart *chart,
            guint i)
{
  char day[11];

  remit_day_format (g_array_index (chart->periods, RemitLoadPeriod, i).from, day);
  if (chart->every == REMIT_LOAD_EVERY_MONTH)
    day[7] = '\0';
  return g_strdup (day);
}

/* Full-time equivalents on an average day, to one decimal. */
static char *
dup_fte (const RemitLoadChart *chart,
         int amount)
{
  const RemitLoadPeriod *first = &g_array_index (chart->periods, RemitLoadPeriod, 0);
  const RemitLoadPeriod *last = first + chart->periods->len - 1;

  return g_strdup_printf ("%.1f", amount / 100.0 / (double) (last->until - first->from + 1));
}

static const char *
get_name (const RemitLoadRow *row)
{
  return *row->name != '\0' ? row->name : _ ("(none)");
}

static void
add_row (RemitCliTable *table,
         const RemitLoadChart *chart,
         const RemitLoadRow *row,
         const char *name)
{
  g_autofree char *capacity = dup_fte (chart, row->total.capacity);
  g_autofree char *open = dup_fte (chart, remit_load_cell_get_open (&row->total));

  remit_cli_table_add (table, name);
  for (guint i = 0; i < chart->periods->len; i++)
    {
      g_autofree char *cell = dup_cell (&row->cells[i]);

      remit_cli_table_add (table, cell);
    }
  remit_cli_table_add (table, capacity);
  if (chart->by == REMIT_LOAD_BY_TEAM || chart->by == REMIT_LOAD_BY_ROLE)
    remit_cli_table_add (table, open);
}

/* What adds to the load of somebody who has too much. */
static void
show_parts (RemitCli *cli,
            const RemitLoadChart *chart,
            guint row)
{
  for (guint i = 0; i < chart->parts->len; i++)
    {
      const RemitLoadPart *part = &g_array_index (chart->parts, RemitLoadPart, i);
      g_autofree char *name = NULL;
      char from[11], until[11];

      if (part->row != row)
        continue;
      name = remit_design_dup_name (cli->workspace, REMIT_KIND_ASSIGNMENT, part->assignment);
      remit_day_format (part->from, from);
      remit_day_format (part->until, until);
      /* Translators: an allocation, who is in which slot, and two days */
      g_print (_ ("    %1$d %%: %2$s, %3$s to %4$s\n"), part->percent, name, from, until);
    }
}

static void
show_over (RemitCli *cli,
           const Request *request,
           const RemitLoadChart *chart)
{
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const RemitLoadRow *row = &g_array_index (chart->rows, RemitLoadRow, i);

      if (row->total.over_days == 0 || !is_wanted (request, row))
        continue;
      g_print (ngettext ("%1$s has too much to do on %2$d day:\n",
                         "%1$s has too much to do on %2$d days:\n", row->total.over_days),
               get_name (row), row->total.over_days);
      show_parts (cli, chart, i);
    }
}

static RemitCliTable *
create_table (const RemitLoadChart *chart)
{
  static const char *const heads[] = { N_ ("Person"), N_ ("Unit"), N_ ("Team"), N_ ("Role") };
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (headers, g_strdup (_ (heads[chart->by])));
  for (guint i = 0; i < chart->periods->len; i++)
    g_ptr_array_add (headers, dup_period (chart, i));
  if (chart->by == REMIT_LOAD_BY_TEAM || chart->by == REMIT_LOAD_BY_ROLE)
    {
      /* Translators: full-time equivalents that slots need, and those not allocated to anybody */
      g_ptr_array_add (headers, g_strdup (_ ("FTE needed")));
      g_ptr_array_add (headers, g_strdup (_ ("Open FTE")));
    }
  else
    g_ptr_array_add (headers, g_strdup (_ ("FTE")));
  return remit_cli_table_newv (headers);
}

static void
show_text (RemitCli *cli,
           const Request *request,
           const RemitLoadChart *chart)
{
  g_autoptr (RemitCliTable) table = create_table (chart);

  for (guint i = 0; i < chart->rows->len; i++)
    {
      const RemitLoadRow *row = &g_array_index (chart->rows, RemitLoadRow, i);

      if (is_wanted (request, row))
        add_row (table, chart, row, get_name (row));
    }
  add_row (table, chart, &chart->totals, _ ("All"));
  remit_cli_table_print (table);
  /* Translators: what the signs in a table of load mean */
  g_print (_ ("! too much on some day, ~ partly proposed, – without capacity\n"));
  if (chart->by == REMIT_LOAD_BY_PERSON)
    show_over (cli, request, chart);
}

/* ── JSON ─────────────────────────────────────────────────────────────────────────────────── */

static void
set_cell (JsonObject *object,
          const RemitLoadCell *cell,
          const RemitLoadChart *chart)
{
  const RemitChoice *hirings = remit_slot_info.fields[REMIT_SLOT_HIRING].choices;
  int used = remit_load_cell_get_utilisation (cell);

  json_object_set_int_member (object, "capacity", cell->capacity);
  json_object_set_int_member (object, "confirmed", cell->confirmed);
  json_object_set_int_member (object, "proposed", cell->proposed);
  json_object_set_int_member (object, "over_days", cell->over_days);
  if (used >= 0)
    json_object_set_int_member (object, "utilisation", used);
  else
    json_object_set_null_member (object, "utilisation");
  if (chart->by == REMIT_LOAD_BY_TEAM || chart->by == REMIT_LOAD_BY_ROLE)
    {
      JsonObject *open = json_object_new ();

      for (guint i = 0; i < REMIT_N_HIRINGS; i++)
        json_object_set_int_member (open, hirings[i].nick, cell->open[i]);
      json_object_set_object_member (object, "open", open);
    }
  else
    json_object_set_int_member (object, "away_days", cell->away_days);
}

static void
set_parts (RemitCli *cli,
           JsonArray *array,
           const RemitLoadChart *chart,
           guint row)
{
  for (guint i = 0; i < chart->parts->len; i++)
    {
      const RemitLoadPart *part = &g_array_index (chart->parts, RemitLoadPart, i);
      RemitEntity *assignment;
      JsonObject *object;

      if (part->row != row)
        continue;
      object = remit_cli_json_append (array);
      assignment = remit_workspace_get (cli->workspace, REMIT_KIND_ASSIGNMENT, part->assignment);
      remit_cli_json_set_id (object, "assignment", part->assignment);
      remit_cli_json_set_id (object, "slot",
                             assignment != NULL
                               ? remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_SLOT) : 0);
      remit_cli_json_set_day (object, "from", part->from);
      remit_cli_json_set_day (object, "until", part->until);
      json_object_set_int_member (object, "allocation", part->percent);
    }
}

static void
set_row (JsonObject *object,
         const RemitLoadRow *row,
         const RemitLoadChart *chart)
{
  JsonObject *total = json_object_new ();
  JsonArray *cells;

  remit_cli_json_set_id (object, "id", row->id);
  json_object_set_string_member (object, "name", row->name != NULL ? row->name : "");
  json_object_set_int_member (object, "full_from", row->full_from);
  json_object_set_string_member (object, "state",
                                 states[remit_load_cell_get_state (&row->total, row->full_from)]);
  set_cell (total, &row->total, chart);
  json_object_set_object_member (object, "total", total);
  cells = remit_cli_json_add_array (object, "cells");
  for (guint i = 0; i < chart->periods->len; i++)
    set_cell (remit_cli_json_append (cells), &row->cells[i], chart);
}

static void
show_json (RemitCli *cli,
           const Request *request,
           const RemitLoadChart *chart)
{
  JsonObject *object = json_object_new ();
  JsonObject *totals = json_object_new ();
  JsonArray *array;

  json_object_set_string_member (object, "by", bys[chart->by]);
  json_object_set_string_member (object, "every", everies[chart->every]);
  json_object_set_int_member (object, "over_from", chart->over_from);
  array = remit_cli_json_add_array (object, "periods");
  for (guint i = 0; i < chart->periods->len; i++)
    {
      JsonObject *period = remit_cli_json_append (array);

      remit_cli_json_set_day (period, "from",
                              g_array_index (chart->periods, RemitLoadPeriod, i).from);
      remit_cli_json_set_day (period, "until",
                              g_array_index (chart->periods, RemitLoadPeriod, i).until);
    }
  array = remit_cli_json_add_array (object, "rows");
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const RemitLoadRow *row = &g_array_index (chart->rows, RemitLoadRow, i);
      JsonObject *member;

      if (!is_wanted (request, row))
        continue;
      member = remit_cli_json_append (array);
      set_row (member, row, chart);
      if (chart->by == REMIT_LOAD_BY_PERSON)
        set_parts (cli, remit_cli_json_add_array (member, "assignments"), chart, i);
    }
  set_row (totals, &chart->totals, chart);
  json_object_set_object_member (object, "all", totals);
  remit_cli_json_print (object);
}

/* ── The verb ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
run_load (RemitCli *cli,
          char **arguments,
          GError **error)
{
  g_autoptr (RemitLoadChart) chart = NULL;
  Request request;
  gint64 plan;

  if (!parse_request (&request, error))
    return FALSE;
  /* the names of assignments, of which some are in other plans that count */
  if (remit_cli_get_workspace (cli, error) == NULL)
    return FALSE;
  plan = remit_cli_entity_find (cli, REMIT_KIND_PLAN, 0, arguments[0], error);
  if (plan == 0 || !remit_workspace_open_plan (cli->workspace, plan, error))
    return FALSE;
  chart = remit_load_chart_read (cli->store, plan, request.by, request.from, request.until,
                                 request.every, NULL, error);
  if (chart == NULL)
    return FALSE;
  if (cli->json)
    show_json (cli, &request, chart);
  else
    show_text (cli, &request, chart);
  return TRUE;
}

const RemitCliVerb remit_cli_load_verbs[] = {
  { "load", N_ ("PLAN"), 1, REMIT_CLI_NO_FLAGS, N_ ("Show load against capacity over time"),
    N_ ("People and units have the load of all plans that count: PLAN, and the published ones.\n"
        "Teams and roles have what the slots of PLAN need, and who is in them. A period shows the\n"
        "load in percent of the capacity; days are those of the calendar.\n"
        "\n"
        "JSON: by, every, over_from, periods (from, until), rows, an array of objects with id,\n"
        "name, full_from, state (none, free, full, over, away), total and cells (capacity,\n"
        "confirmed, proposed in percent times days; over_days; utilisation in percent, or null;\n"
        "away_days of people, open by hiring state of teams and roles), and of people\n"
        "assignments (assignment, slot, from, until, allocation); all, an object like those in\n"
        "rows."),
    options, run_load },
  { NULL }
};
