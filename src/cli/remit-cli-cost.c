/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that shows what a plan costs. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "model/remit-day.h"
#include "plan/load/remit-load-cost.h"
#include "remit-cli.h"
#include "support/remit-cli-days.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

static char *option_from;
static char *option_until;

static const GOptionEntry options[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &option_from, N_ ("The first day; today if omitted"),
    N_ ("DAY") },
  { "until", 0, 0, G_OPTION_ARG_STRING, &option_until,
    N_ ("The last day; a year later if omitted"), N_ ("DAY") },
  { NULL }
};

static gboolean
parse_days (gint64 *from,
            gint64 *until,
            GError **error)
{
  if (!remit_cli_parse_day ("--from", option_from, remit_day_today (), from, error)
      || !remit_cli_parse_day ("--until", option_until, *from + 364, until, error))
    return FALSE;
  return remit_cli_check_days (*from, *until, error);
}

/* Full-time equivalents on an average working day. */
static double
get_fte (const RemitCost *cost,
         gint64 amount)
{
  return cost->n_days > 0 ? (double) amount / 100 / cost->n_days : 0;
}

static void
add_fte (RemitCliTable *table,
         const RemitCost *cost,
         gint64 amount)
{
  g_autofree char *text = g_strdup_printf ("%.1f", get_fte (cost, amount));

  remit_cli_table_add (table, text);
}

/* One amount after the other, where there are several currencies. */
static void
add_sums (RemitCliTable *table,
          const RemitCostRow *row,
          gboolean is_open)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->sums->len; i++)
    {
      const RemitCostSum *sum = &g_array_index (row->sums, RemitCostSum, i);
      g_autofree char *money = remit_money_display (is_open ? sum->open : sum->allocated,
                                                    sum->currency);

      g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", money);
    }
  remit_cli_table_add (table, text->len > 0 ? text->str : "–");
  g_string_free (text, TRUE);
}

static void
show_text (const RemitCost *cost)
{
  /* Translators: the columns of a table: a team, how many people, full-time equivalents, what they
   * cost, full-time equivalents that are vacant, and what these would cost */
  g_autoptr (RemitCliTable) table = remit_cli_table_new (
    _ ("Team"), _ ("People"), _ ("FTE"), _ ("Cost"), _ ("Open FTE"), _ ("Estimate"), NULL);
  const RemitCostRow *total = NULL;

  for (guint i = 0; i < cost->rows->len; i++)
    {
      const RemitCostRow *row = total = &g_array_index (cost->rows, RemitCostRow, i);

      remit_cli_table_add (table, row->team != 0 ? row->name : _ ("All"));
      remit_cli_table_add_number (table, row->n_people);
      add_fte (table, cost, row->allocated);
      add_sums (table, row, FALSE);
      add_fte (table, cost, row->open);
      add_sums (table, row, TRUE);
    }
  remit_cli_table_print (table);
  g_print (ngettext ("%u working day\n", "%u working days\n", cost->n_days), cost->n_days);
  if (total != NULL && total->n_unknown > 0)
    g_print (ngettext ("%u assignment has no day rate, of the person or the role: omitted\n",
                       "%u assignments have no day rate, of the person or the role: omitted\n",
                       total->n_unknown), total->n_unknown);
}

static void
set_row (JsonObject *object,
         const RemitCost *cost,
         const RemitCostRow *row)
{
  JsonArray *array;

  remit_cli_json_set_id (object, "team", row->team);
  json_object_set_string_member (object, "name", row->name);
  json_object_set_int_member (object, "people", row->n_people);
  json_object_set_double_member (object, "fte", get_fte (cost, row->allocated));
  json_object_set_double_member (object, "open_fte", get_fte (cost, row->open));
  json_object_set_int_member (object, "without_rate", row->n_unknown);
  array = remit_cli_json_add_array (object, "sums");
  for (guint i = 0; i < row->sums->len; i++)
    {
      const RemitCostSum *sum = &g_array_index (row->sums, RemitCostSum, i);
      JsonObject *member = remit_cli_json_append (array);
      g_autofree char *allocated = remit_money_format (sum->allocated, sum->currency);
      g_autofree char *open = remit_money_format (sum->open, sum->currency);

      json_object_set_string_member (member, "currency", sum->currency);
      json_object_set_string_member (member, "allocated", allocated);
      json_object_set_string_member (member, "open", open);
    }
}

static void
show_json (const RemitCost *cost)
{
  JsonObject *object = json_object_new ();
  JsonArray *array;

  json_object_set_int_member (object, "working_days", cost->n_days);
  array = remit_cli_json_add_array (object, "rows");
  for (guint i = 0; i < cost->rows->len; i++)
    set_row (remit_cli_json_append (array), cost,
             &g_array_index (cost->rows, RemitCostRow, i));
  remit_cli_json_print (object);
}

static gboolean
run_cost (RemitCli *cli,
          char **arguments,
          GError **error)
{
  g_autoptr (RemitCost) cost = NULL;
  gint64 plan, from, until;

  if (!parse_days (&from, &until, error))
    return FALSE;
  plan = remit_cli_entity_find (cli, REMIT_KIND_PLAN, 0, arguments[0], error);
  if (plan != 0)
    cost = remit_cost_read (cli->store, plan, from, until, NULL, error);
  if (cost == NULL)
    return FALSE;
  if (cli->json)
    show_json (cost);
  else
    show_text (cost);
  return TRUE;
}

const RemitCliVerb remit_cli_cost_verbs[] = {
  { "cost", N_ ("PLAN"), 1, REMIT_CLI_NO_FLAGS, N_ ("Show what the teams of a plan cost"),
    N_ ("An assignment costs its share of the day rate of the person, or else of the role, on "
        "each\n"
        "working day. What is vacant is estimated by the rate of the role. Amounts in several\n"
        "currencies are not added up.\n"
        "\n"
        "JSON: working_days, rows, an array of objects with team (null for the whole plan), name,\n"
        "people, fte, open_fte, without_rate, sums (currency, allocated, open)."),
    options, run_cost },
  { NULL }
};
