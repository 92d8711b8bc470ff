/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of work roles are, so that rules need not know every role by name. */
#include "remit-role-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const RemitChoice remit_role_groups[] = {
  { "unset", N_ ("Not set") },
  { "builder", N_ ("Model building") },
  { "science", N_ ("Data science") },
  { "evaluation", N_ ("Evaluation") },
  { "software", N_ ("Software") },
  { "data", N_ ("Data engineering") },
  { "data-owner", N_ ("Data ownership") },
  { "product", N_ ("Product management") },
  { "analysis", N_ ("Business analysis") },
  { "design", N_ ("Design") },
  { "domain", N_ ("Domain expertise") },
  { "user", N_ ("Users") },
  { "operations", N_ ("Operations") },
  { "security", N_ ("Security") },
  { "compliance", N_ ("Compliance") },
  { "oversight", N_ ("Human oversight") },
  { "validation", N_ ("Validation") },
  { "risk", N_ ("Risk management") },
  { "privacy", N_ ("Data protection") },
  { "owner", N_ ("Model ownership") },
  { "lead", N_ ("Team leadership") },
  { "sponsor", N_ ("Sponsors and committees") },
  { "support", N_ ("Support") },
  { NULL, NULL },
};

/* The ready-made roles, and usual names of the same work, each between two spaces. */
static const char *const keys[REMIT_ROLE_N_GROUPS] = {
  [REMIT_ROLE_GROUP_BUILDER]
  = " ml-engineer ai-engineer research-engineer edge-engineer machine-learning-engineer"
    " mlops-engineer ml-ops-engineer senior-ml-engineer llm-engineer prompt-engineer"
    " ml-ingenieur ki-ingenieur ",
  [REMIT_ROLE_GROUP_SCIENCE]
  = " data-scientist research-scientist applied-scientist modeller modeler statistician"
    " quantitative-analyst quant ml-researcher researcher senior-data-scientist ",
  [REMIT_ROLE_GROUP_EVALUATION] = " evaluation-lead red-team-lead evaluation-engineer tester"
                                  " qa-engineer test-engineer ",
  [REMIT_ROLE_GROUP_SOFTWARE]
  = " software-engineer ml-architect software-developer developer backend-engineer"
    " frontend-engineer full-stack-engineer fullstack-engineer mobile-engineer architect"
    " solution-architect tech-lead ",
  [REMIT_ROLE_GROUP_DATA] = " data-engineer analytics-engineer annotation-lead"
                            " data-platform-engineer senior-data-engineer ",
  [REMIT_ROLE_GROUP_DATA_OWNER] = " data-steward data-product-owner data-owner ",
  [REMIT_ROLE_GROUP_PRODUCT] = " product-manager product-owner product-lead ai-product-manager"
                               " senior-product-manager ",
  [REMIT_ROLE_GROUP_ANALYSIS] = " business-analyst data-analyst business-translator"
                                " process-analyst ",
  [REMIT_ROLE_GROUP_DESIGN] = " ux-designer user-researcher product-designer designer"
                              " ux-researcher service-designer ",
  [REMIT_ROLE_GROUP_DOMAIN] = " domain-expert clinical-expert subject-matter-expert clinician ",
  [REMIT_ROLE_GROUP_USER] = " end-user labour-representative user-representative ",
  [REMIT_ROLE_GROUP_OPERATIONS]
  = " site-reliability-engineer platform-engineer incident-commander devops-engineer"
    " operations-engineer sre infrastructure-engineer ",
  [REMIT_ROLE_GROUP_SECURITY] = " security-engineer security-officer ",
  [REMIT_ROLE_GROUP_COMPLIANCE]
  = " compliance-specialist legal-counsel quality-regulatory compliance-officer"
    " regulatory-specialist legal ",
  [REMIT_ROLE_GROUP_OVERSIGHT] = " oversight-officer human-overseer ",
  [REMIT_ROLE_GROUP_VALIDATION] = " model-validator validation-lead independent-validator"
                                  " validator head-of-validation ",
  [REMIT_ROLE_GROUP_RISK] = " risk-manager ai-governance-lead model-risk-manager risk-officer"
                            " internal-auditor auditor ",
  [REMIT_ROLE_GROUP_PRIVACY] = " data-protection-officer privacy-officer dpo ",
  [REMIT_ROLE_GROUP_OWNER] = " model-owner system-owner ",
  [REMIT_ROLE_GROUP_LEAD] = " delivery-lead centre-lead engineering-manager team-lead"
                            " engineering-lead scrum-master project-manager programme-manager ",
  [REMIT_ROLE_GROUP_SPONSOR] = " executive-sponsor committee-chair sponsor chair steering-committee"
                               " risk-committee committee ",
  [REMIT_ROLE_GROUP_SUPPORT] = " ml-coach technical-writer adoption-lead vendor-manager"
                               " change-manager trainer ",
};

RemitRoleGroup
remit_role_guess_group (const char *key)
{
  g_autofree char *word = NULL;

  g_return_val_if_fail (key != NULL, REMIT_ROLE_GROUP_UNSET);

  if (*key == '\0' || strchr (key, ' ') != NULL)
    return REMIT_ROLE_GROUP_UNSET;
  word = g_strdup_printf (" %s ", key);
  for (int i = 0; i < REMIT_ROLE_N_GROUPS; i++)
    if (keys[i] != NULL && strstr (keys[i], word) != NULL)
      return (RemitRoleGroup) i;
  return REMIT_ROLE_GROUP_UNSET;
}

RemitRoleGroup
remit_role_group_complete (gint64 group,
                           const char *key)
{
  return group != REMIT_ROLE_GROUP_UNSET ? (RemitRoleGroup) group : remit_role_guess_group (key);
}
