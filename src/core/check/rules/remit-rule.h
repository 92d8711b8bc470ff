/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule: what it looks for, and what it says when it finds it. */
#pragma once

#include "model/remit-field.h"

/**
 * RemitSeverity:
 * @REMIT_SEVERITY_ERROR: the team cannot work like this, or would fail an audit
 * @REMIT_SEVERITY_WARNING: a manager should look at it
 * @REMIT_SEVERITY_INFORMATION: good to know
 */
typedef enum {
  REMIT_SEVERITY_ERROR,
  REMIT_SEVERITY_WARNING,
  REMIT_SEVERITY_INFORMATION,
  REMIT_N_SEVERITIES
} RemitSeverity;

/** The word in files and for programs, "error", and the one for people. */
extern const RemitChoice remit_severity_choices[REMIT_N_SEVERITIES + 1];

#define REMIT_RULE_NAMESPACE "urn:remit:rule:1"

#define REMIT_RULE_ERROR (remit_rule_error_quark ())
GQuark remit_rule_error_quark (void);

/**
 * RemitRuleError:
 * @REMIT_RULE_ERROR_UNREADABLE: the file cannot be read
 * @REMIT_RULE_ERROR_INVALID: the file is no rule, or its SELECT is not one that a rule may have;
 *   the message says where and why
 * @REMIT_RULE_ERROR_LIMIT: the rule took too long
 */
typedef enum {
  REMIT_RULE_ERROR_UNREADABLE,
  REMIT_RULE_ERROR_INVALID,
  REMIT_RULE_ERROR_LIMIT,
} RemitRuleError;

/**
 * RemitRepair:
 * @REMIT_REPAIR_DECIDE_JOINTLY: let those who are accountable decide together, under JOINT
 * @REMIT_REPAIR_KEEP_STRONGEST: of several letters in a cell, keep the one that weighs most
 * @REMIT_REPAIR_LOWER_QUORUM: ask for as many approvers as there are
 * @REMIT_REPAIR_MARK_SUPERSEDED: take a decision out of force
 * @REMIT_REPAIR_TRIM: cut an assignment to the days of its slot and its person
 * @REMIT_REPAIR_REDUCE: lower a person's allocations to what there is time for
 * @REMIT_REPAIR_NEED_WHAT_IS_FILLED: let a slot need what it has
 *
 * What can be done about a finding: see remit-repair.h.
 */
typedef enum {
  REMIT_REPAIR_DECIDE_JOINTLY,
  REMIT_REPAIR_KEEP_STRONGEST,
  REMIT_REPAIR_LOWER_QUORUM,
  REMIT_REPAIR_MARK_SUPERSEDED,
  REMIT_REPAIR_TRIM,
  REMIT_REPAIR_REDUCE,
  REMIT_REPAIR_NEED_WHAT_IS_FILLED,
  REMIT_N_REPAIRS
} RemitRepair;

/**
 * RemitRuleMessage:
 * @when: (nullable): the value of the column `case` for which it is
 * @text: with placeholders: see remit-message.h
 */
typedef struct {
  char *when;
  char *text;
} RemitRuleMessage;

/** @when: (nullable): the value of the column `case` for which it is offered; else always */
typedef struct {
  RemitRepair repair;
  char *when;
} RemitRuleRepair;

/**
 * RemitRule:
 * @path: the file
 * @title: what is wrong, in a few words; this and all that follows in the user's language
 * @phrase: the title as it stands in the file, which may have to be translated yet
 * @messages: (element-type RemitRuleMessage): what is wrong, with figures
 * @why: why it matters
 * @source: (nullable): where the rule comes from
 * @repairs: (element-type RemitRuleRepair)
 * @select: the SELECT
 * @line: where that begins in the file
 *
 * A rule as its file has it. Not changed after it was loaded; may be shared by threads.
 */
typedef struct {
  char *id;
  char *path;
  RemitSeverity severity;
  char *title;
  char *phrase;
  GPtrArray *messages;
  char *why;
  char *source;
  GPtrArray *repairs;
  char *select;
  int line;
} RemitRule;

/**
 * remit_rule_load:
 *
 * Reads a rule, and checks it against `schema/rule.xsd`. Whether its SELECT can be used shows
 * remit_check_rule().
 */
RemitRule *remit_rule_load (const char *path,
                            GError **error);
RemitRule *remit_rule_ref (RemitRule *self);
void remit_rule_unref (RemitRule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitRule, remit_rule_unref)

/** Returns: the message for the value of the column `case`; the one without else */
const char *remit_rule_get_message (const RemitRule *self,
                                    const char *when);

/**
 * RemitRuleProblem:
 * @path: the file that is no rule
 * @error: why
 */
typedef struct {
  char *path;
  GError *error;
} RemitRuleProblem;

/**
 * RemitRules:
 * @rules: (element-type RemitRule): the built-in ones first, then those of the system and the user,
 *   each by id
 * @problems: (element-type RemitRuleProblem): files that are none
 *
 * All rules that there are.
 */
typedef struct {
  GPtrArray *rules;
  GPtrArray *problems;
} RemitRules;

/**
 * remit_rules_load:
 *
 * Reads the rules of the program, those in `remit/rules` of the system's data folders, and those in
 * `remit/rules` of the user's. A file whose rule has the id of one before it is a problem.
 */
RemitRules *remit_rules_load (void);
RemitRules *remit_rules_ref (RemitRules *self);
void remit_rules_unref (RemitRules *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitRules, remit_rules_unref)

/** Returns: (transfer none) (nullable): the rule with an id, letter case apart */
RemitRule *remit_rules_find (RemitRules *self,
                             const char *id);
