/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report says of the cost of teams, to those who may read day rates. */
#include "plan/load/remit-load-cost.h"
#include "remit-report-node.h"

static gboolean
is_shown (const RemitExport *export)
{
  return remit_audience_sees_field (export->audience,
                                    &remit_person_info.fields[REMIT_PERSON_DAY_RATE])
         && remit_audience_sees_field (export->audience,
                                       &remit_role_info.fields[REMIT_ROLE_DAY_RATE]);
}

static gboolean
has_sums (const RemitCost *cost)
{
  for (guint i = 0; i < cost->rows->len; i++)
    if (g_array_index (cost->rows, RemitCostRow, i).sums->len > 0)
      return TRUE;
  return FALSE;
}

static void
set_fte (xmlNode *node,
         const char *name,
         gint64 amount,
         guint n_days)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.1f",
                   n_days > 0 ? (double) amount / 100 / n_days : 0);
  remit_report_node_set (node, name, text);
}

/* One amount after the other, where there are several currencies. */
static void
set_sums (xmlNode *node,
          const char *name,
          const RemitCostRow *row,
          gboolean are_open)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < row->sums->len; i++)
    {
      const RemitCostSum *sum = &g_array_index (row->sums, RemitCostSum, i);
      g_autofree char *money = remit_money_display (are_open ? sum->open : sum->allocated,
                                                    sum->currency);

      g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", money);
    }
  remit_report_node_set (node, name, text->str);
}

static void
add_row (xmlNode *root,
         xmlNs *ns,
         const RemitCost *cost,
         const RemitCostRow *row)
{
  xmlNode *node = xmlNewChild (root, ns, BAD_CAST (row->team != 0 ? "team" : "total"), NULL);

  if (row->team != 0)
    remit_report_node_set_id (node, "team", row->team);
  remit_report_node_set (node, "name", row->name);
  remit_report_node_set_some (node, "people", row->n_people);
  remit_report_node_set_some (node, "without-rate", row->n_unknown);
  set_fte (node, "fte", row->allocated, cost->n_days);
  set_fte (node, "open", row->open, cost->n_days);
  set_sums (node, "cost", row, FALSE);
  set_sums (node, "estimate", row, TRUE);
}

gboolean
remit_report_add_cost (const RemitExport *export,
                       xmlNode *root,
                       xmlNs *ns,
                       gint64 from,
                       gint64 until,
                       GError **error)
{
  g_autoptr (RemitCost) cost = NULL;
  xmlNode *node;

  if (!is_shown (export))
    return TRUE;
  cost = remit_cost_read (export->store, export->plan, from, until, export->cancellable, error);
  if (cost == NULL)
    return FALSE;
  if (!has_sums (cost))
    return TRUE;
  node = xmlNewChild (root, ns, BAD_CAST "cost", NULL);
  remit_report_node_set_some (node, "days", cost->n_days);
  for (guint i = 0; i < cost->rows->len; i++)
    add_row (node, ns, cost, &g_array_index (cost->rows, RemitCostRow, i));
  return TRUE;
}
