/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule has found, and on what. */
#pragma once

#include "check/rules/remit-rule.h"
#include "model/remit-entities.h"

#define REMIT_TYPE_FINDING (remit_finding_get_type ())
G_DECLARE_FINAL_TYPE (RemitFinding, remit_finding, REMIT, FINDING, GObject)

/** The kinds that a finding can be about, in the order of the fields of a waiver. */
#define REMIT_N_SUBJECTS REMIT_WAIVER_N_SUBJECTS
RemitKind remit_subject_get_kind (guint subject);
/** Returns: the index of the subjects of a kind, or -1 */
int remit_subject_find (RemitKind kind);

/** @rule: (nullable): %NULL for what is wrong with a rule itself */
RemitFinding *remit_finding_new (RemitRule *rule,
                                 RemitSeverity severity,
                                 const gint64 subjects[REMIT_N_SUBJECTS],
                                 const char *message,
                                 const char *when);

/** Another row of the same finding: one more line of its message, at most as bad as it is. */
void remit_finding_add_line (RemitFinding *self,
                             RemitSeverity severity,
                             const char *message);

/** Returns: whether a waiver is of the same rule and subjects */
gboolean remit_finding_is_meant_by (RemitFinding *self,
                                    const RemitRecord *waiver);
/** Says that a waiver is in force, of which a copy is kept. */
void remit_finding_set_waiver (RemitFinding *self,
                               const RemitRecord *waiver);

/** The id of the rule; `RULE` for what is wrong with a rule itself. */
const char *remit_finding_get_rule_id (RemitFinding *self);
RemitRule *remit_finding_get_rule (RemitFinding *self);
RemitSeverity remit_finding_get_severity (RemitFinding *self);
const char *remit_finding_get_title (RemitFinding *self);

/** Returns: (transfer full): the title, to be said in any language */
RemitMessage *remit_finding_describe_title (RemitFinding *self);
/** In figures, a line for each row. */
const char *remit_finding_get_message (RemitFinding *self);
/** Returns: the id of what it is about, or 0 when it is not about one of that kind */
gint64 remit_finding_get_subject (RemitFinding *self,
                                  RemitKind kind);
gboolean remit_finding_is_about (RemitFinding *self,
                                 RemitKind kind,
                                 gint64 id);
/** Returns: (nullable): the waiver that is in force */
const RemitRecord *remit_finding_get_waiver (RemitFinding *self);

/** Returns: (transfer none) (element-type RemitRuleRepair): what can be done about it */
GPtrArray *remit_finding_get_repairs (RemitFinding *self);

/** Whether two are of one rule, about the same. */
guint remit_finding_hash (gconstpointer finding);
gboolean remit_finding_equal (gconstpointer a,
                              gconstpointer b);
/** Returns: whether two that are equal also say the same */
gboolean remit_finding_says_same (RemitFinding *self,
                                  RemitFinding *other);
