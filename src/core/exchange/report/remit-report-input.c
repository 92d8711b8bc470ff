/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the style sheet of a report reads. */
#include "remit-report-input.h"

#include "check/remit-check.h"
#include "exchange/plan/remit-plan-writer.h"
#include "model/remit-day.h"
#include "model/remit-waiver.h"
#include "remit-report-node.h"

static void
add_waiver (xmlNode *node,
            const RemitRecord *waiver)
{
  char day[11];

  remit_report_node_set (node, "accepted-by", remit_record_get_text (waiver, REMIT_WAIVER_ACTOR));
  remit_report_node_set (node, "reason", remit_record_get_text (waiver, REMIT_WAIVER_REASON));
  remit_day_format (remit_record_get_integer (waiver, REMIT_WAIVER_UNTIL), day);
  remit_report_node_set (node, "accepted-until", day);
}

static void
add_finding (xmlNode *root,
             xmlNs *ns,
             RemitFinding *finding)
{
  const RemitChoice *severity = &remit_severity_choices[remit_finding_get_severity (finding)];
  RemitRule *rule = remit_finding_get_rule (finding);
  xmlNode *node = xmlNewChild (root, ns, BAD_CAST "finding", NULL);

  remit_report_node_set (node, "rule", remit_finding_get_rule_id (finding));
  remit_report_node_set (node, "severity", severity->nick);
  remit_report_node_set (node, "severity-label", g_dgettext (GETTEXT_PACKAGE, severity->label));
  remit_report_node_set (node, "title", remit_finding_get_title (finding));
  remit_report_node_set (node, "message", remit_finding_get_message (finding));
  remit_report_node_set (node, "why", rule != NULL ? rule->why : NULL);
  if (remit_finding_get_waiver (finding) != NULL)
    add_waiver (node, remit_finding_get_waiver (finding));
}

/* Findings say what they rest on, whoever may read that; so only those who may read all get
 * them. */
static gboolean
add_findings (const RemitExport *export,
              xmlNode *root,
              xmlNs *ns,
              GError **error)
{
  g_autoptr (RemitRules) rules = NULL;
  RemitCheckOptions options = { .plan = export->plan, .cancellable = export->cancellable };
  g_autoptr (GPtrArray) findings = NULL;

  if (export->audience != REMIT_AUDIENCE_FULL)
    return TRUE;
  options.rules = rules = remit_rules_load ();
  findings = remit_check_run (remit_store_get_path (export->store), &options, error);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    add_finding (root, ns, findings->pdata[i]);
  return findings != NULL;
}

static gboolean
add_all (const RemitExport *export,
         xmlDoc *document,
         GError **error)
{
  xmlNode *root = xmlDocGetRootElement (document);
  xmlNs *ns = xmlNewNs (root, BAD_CAST REMIT_REPORT_NAMESPACE, BAD_CAST "r");

  return add_findings (export, root, ns, error) && remit_report_add_skills (export, root, ns, error)
         && remit_report_add_load (export, root, ns, error);
}

xmlDoc *
remit_report_input_new (const RemitExport *export,
                        GError **error)
{
  RemitExport plain = *export;
  xmlDoc *document;

  plain.stylesheet = NULL; /* for a browser */
  document = remit_plan_build (&plain, error);

  if (document != NULL && !add_all (export, document, error))
    g_clear_pointer (&document, xmlFreeDoc);
  return document;
}
