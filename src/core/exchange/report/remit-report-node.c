/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Elements that a report has beside those of the plan. */
#include "remit-report-node.h"

#include "exchange/plan/remit-plan-writer.h"
#include "model/remit-day.h"
#include "model/remit-id.h"

void
remit_report_node_set (xmlNode *node,
                       const char *name,
                       const char *text)
{
  g_autofree char *allowed = NULL;

  if (text == NULL || *text == '\0')
    return;
  allowed = remit_plan_dup_xml_text (text);
  xmlSetProp (node, BAD_CAST name, BAD_CAST allowed);
}

void
remit_report_node_set_id (xmlNode *node,
                          const char *name,
                          gint64 id)
{
  char text[17];

  remit_id_format (id, text);
  remit_report_node_set (node, name, text);
}

void
remit_report_node_set_some (xmlNode *node,
                            const char *name,
                            gint64 integer)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, integer);

  if (integer != 0)
    remit_report_node_set (node, name, text);
}

void
remit_report_node_set_day (xmlNode *node,
                           const char *name,
                           gint64 day)
{
  char text[11];

  remit_day_format (day, text);
  remit_report_node_set (node, name, text);
}
