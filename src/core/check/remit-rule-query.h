/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SELECT of a rule, on a connection that lets it read and nothing else. */
#pragma once

#include "check/remit-finding.h"
#include "check/remit-rule-views.h"

G_BEGIN_DECLS

/**
 * RemitRuleQuery:
 * @needs: the views that it reads, a bit each
 * @subjects: the columns that say what a finding is about, −1 for none
 * @severity: the column with the row's own severity, or −1
 * @when: the column `case`, or −1
 */
typedef struct {
  RemitRule *rule;
  sqlite3_stmt *statement;
  guint needs;
  int subjects[REMIT_N_SUBJECTS];
  int severity;
  int when;
} RemitRuleQuery;

/**
 * RemitRuleGate:
 * @open: whether the connection may do everything for now, since it is not a rule that asks
 * @needs: the views that the statement which is being prepared reads, a bit each
 *
 * What stands between a rule and the database. (To take SQLite's authorizer away and put it back
 * would have all statements prepared anew.)
 */
typedef struct {
  gboolean open;
  guint needs;
} RemitRuleGate;

/** Puts the gate before a connection, closed. */
void remit_rule_gate_init (RemitRuleGate *self,
                           RemitStore *store);
/** For what is not a rule's doing, between the two. */
void remit_rule_gate_open (RemitRuleGate *self,
                           RemitStore *store);
void remit_rule_gate_close (RemitRuleGate *self,
                            RemitStore *store);

/**
 * remit_rule_query_new:
 *
 * Prepares the SELECT of a rule on a restricted connection.
 *
 * Errors: %REMIT_RULE_ERROR_INVALID: it is no single SELECT, reads something else, asks for an
 *   unknown parameter, or its messages name columns that it does not have
 */
RemitRuleQuery *remit_rule_query_new (RemitStore *store,
                                      RemitRule *rule,
                                      RemitRuleGate *gate,
                                      GError **error);
void remit_rule_query_free (RemitRuleQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitRuleQuery, remit_rule_query_free)

/** Gives the parameters their values: `:today`, `:plan`, and the settings by their names. */
void remit_rule_query_bind (RemitRuleQuery *self,
                            const RemitRecord *settings,
                            gint64 plan,
                            gint64 today);

/** Returns: whether the name is one of a parameter that a rule can have, with its colon */
gboolean remit_rule_query_knows (const char *parameter);

G_END_DECLS
