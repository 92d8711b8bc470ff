/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in a template: teams, slots, sizes, and a first estimate of what it costs. */
#pragma once

#include "plan/load/remit-load-cost.h"

/**
 * RemitTemplateSlot:
 * @name: its name, or else that of its role, translated if it is one of the program's
 * @role: the key of its role
 * @why: what it is there for, the same; may be empty
 * @skills: (element-type utf8): what it needs, in words: "Python 3"
 * @rate: what the template says that a day of the role costs; empty for nothing
 * @fte: percent
 */
typedef struct {
  char *name;
  char *role;
  char *why;
  GPtrArray *skills;
  char *rate;
  int fte;
  gboolean is_required;
} RemitTemplateSlot;

/**
 * RemitTemplateTeam:
 * @parent: the place of the team above it among the template's, or -1
 * @topology: the #RemitTopology, translated
 * @risk: the same of its class of risk
 * @slots: (element-type RemitTemplateSlot)
 */
typedef struct {
  char *name;
  char *purpose;
  int parent;
  gint64 topology;
  gint64 risk;
  gboolean is_ml;
  GPtrArray *slots;
} RemitTemplateTeam;

/**
 * RemitTemplateSize:
 * @n_people: how many people it takes when nobody is in two slots
 * @fte: percent
 */
typedef struct {
  int n_people;
  int fte;
} RemitTemplateSize;

/**
 * RemitTemplateDetails:
 * @teams: (element-type RemitTemplateTeam)
 * @required: the slots that have to be filled
 * @all: with the optional ones
 */
typedef struct {
  GPtrArray *teams;
  RemitTemplateSize required;
  RemitTemplateSize all;
  guint n_slots;
  guint n_decisions;
  guint n_ladders;
} RemitTemplateDetails;

/**
 * remit_template_details_read:
 * @path: a template
 *
 * Reads a template, all of it, without a workspace. Texts are translated as in
 * remit_template_translate().
 *
 * Errors: those of remit_plan_parse()
 *
 * Returns: (transfer full) (nullable): %NULL on errors, and when it was cancelled
 */
RemitTemplateDetails *remit_template_details_read (const char *path,
                                                   GCancellable *cancellable,
                                                   GError **error);
void remit_template_details_free (RemitTemplateDetails *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitTemplateDetails, remit_template_details_free)

/** Returns: the size of one team, with or without the optional slots */
RemitTemplateSize remit_template_team_get_size (const RemitTemplateTeam *self,
                                                gboolean only_required);

/** Returns: (transfer full): both sizes in words: "5 people, 3.8 FTE", "4 to 6 people, 2.5 to 3.1
 *   FTE" */
char *remit_template_details_dup_size (const RemitTemplateDetails *self);

/**
 * RemitTemplateEstimate:
 * @sums: (element-type RemitCostSum): by currency, what is open: nobody is allocated yet
 * @n_days: working days that are counted
 * @n_unknown: slots of roles of which neither the workspace nor the template knows a day rate
 *
 * What all slots of a template cost, filled as they ask.
 */
typedef struct {
  GArray *sums;
  guint n_days;
  guint n_unknown;
} RemitTemplateEstimate;

/**
 * remit_template_estimate:
 * @store: (nullable): whose day rates count before the template's, and whose working days; without
 *   it, all are from Monday to Friday
 * @from: the first day
 * @until: the last day, not before the first
 *
 * As remit_cost_read() does for a plan that was made from the template, and has nobody yet.
 *
 * Returns: (transfer full) (nullable): %NULL on errors
 */
RemitTemplateEstimate *remit_template_estimate (const RemitTemplateDetails *details,
                                                RemitStore *store,
                                                gint64 from,
                                                gint64 until,
                                                GError **error);
void remit_template_estimate_free (RemitTemplateEstimate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitTemplateEstimate, remit_template_estimate_free)

/** Returns: (transfer full) (nullable): the estimate in words: "850,000 EUR a year"; %NULL when no
 *   rate is known */
char *remit_template_estimate_dup_words (const RemitTemplateEstimate *self);
