/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SELECT of a rule, on a connection that lets it read and nothing else. */
#pragma once

#include "check/findings/remit-finding.h"
#include "remit-rule-gate.h"

/**
 * RemitRuleQuery:
 * @needs: the views that it reads, a bit each
 * @subjects: the columns that say what a finding is about, −1 for none
 * @severity: the column with the row's own severity, or −1
 * @when: the column `case`, or −1
 */
typedef struct {
  RemitRule *rule;
  RemitStatement *statement;
  guint needs;
  int subjects[REMIT_N_SUBJECTS];
  int severity;
  int when;
} RemitRuleQuery;

/**
 * remit_rule_query_new:
 *
 * Prepares the SELECT of a rule on a restricted connection.
 *
 * Errors: %REMIT_RULE_ERROR_INVALID: it is no single SELECT, reads something else, asks for an
 *   unknown parameter, or its messages name columns that it does not have
 */
RemitRuleQuery *remit_rule_query_new (RemitRule *rule,
                                      RemitRuleGate *gate,
                                      GError **error);
void remit_rule_query_free (RemitRuleQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitRuleQuery, remit_rule_query_free)

/** Gives the parameters their values: `:today`, `:plan`, and the settings by their names. */
void remit_rule_query_bind (RemitRuleQuery *self,
                            const RemitRecord *settings,
                            gint64 plan,
                            gint64 today);
