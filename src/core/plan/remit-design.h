/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on plans, teams, slots, roles and people: one edit each, with a label in words. */
#pragma once

#include "store/remit-workspace.h"

G_BEGIN_DECLS

/* Each returns whether it was done, with @error set if not: %REMIT_MODEL_ERROR_INVALID or
 * %REMIT_MODEL_ERROR_REFUSED with a reason in words, or %REMIT_STORE_ERROR. What a create verb
 * makes has its id in the record or in the return value (0 for an error). */

/**
 * remit_design_can_delete:
 * @consequence: (out) (optional) (transfer full): what goes with it: "3 slots and 5 assignments"
 *
 * Whether an entity may be deleted (a role that slots use may not).
 */
gboolean remit_design_can_delete (RemitWorkspace *workspace,
                                  RemitKind kind,
                                  gint64 id,
                                  char **consequence,
                                  GError **error);
gboolean remit_design_delete (RemitWorkspace *workspace,
                              RemitKind kind,
                              gint64 id,
                              GError **error);

/** Inserts a record of any kind; teams and slots without a position go last. The label names it. */
gint64 remit_design_create (RemitWorkspace *workspace,
                            RemitRecord *record,
                            GError **error);

/** Changes one field, from a text as in remit_record_parse(). The label names entity and field. */
gboolean remit_design_change (RemitWorkspace *workspace,
                              RemitKind kind,
                              gint64 id,
                              guint field,
                              const char *text,
                              GError **error);

/** Whether remit_design_change() would be accepted; changes nothing. For forms, as one types. */
gboolean remit_design_can_change (RemitWorkspace *workspace,
                                  RemitKind kind,
                                  gint64 id,
                                  guint field,
                                  const char *text,
                                  GError **error);

/** A team with its slots and their needs; a slot with its needs; a role; not who is in them. */
gint64 remit_design_duplicate (RemitWorkspace *workspace,
                               RemitKind kind,
                               gint64 id,
                               GError **error);

/** A whole plan with its assignments, as a scenario made from it. */
gint64 remit_design_copy_plan (RemitWorkspace *workspace,
                               gint64 plan,
                               const char *name,
                               GError **error);

/** Puts a team among its siblings, or a slot into a team, before @before (0: at the end). */
gboolean remit_design_move_team (RemitWorkspace *workspace,
                                 gint64 team,
                                 gint64 before,
                                 GError **error);
gboolean remit_design_move_slot (RemitWorkspace *workspace,
                                 gint64 slot,
                                 gint64 team,
                                 gint64 before,
                                 GError **error);

/** Sets the level of a person's skill; 0 removes it. */
gboolean remit_design_set_skill (RemitWorkspace *workspace,
                                 gint64 person,
                                 gint64 skill,
                                 int level,
                                 GError **error);

/** Sets the level a slot needs of a skill; 0 removes the need. */
gboolean remit_design_set_need (RemitWorkspace *workspace,
                                gint64 slot,
                                gint64 skill,
                                int level,
                                gboolean critical,
                                GError **error);

/** Returns: (transfer full): how an entity is called: a name, a slot's role, "Ada in ML engineer" */
char *remit_design_dup_name (RemitWorkspace *workspace,
                             RemitKind kind,
                             gint64 id);

/** Returns: (transfer full) (element-type RemitEntity): a plan's teams in their order */
GPtrArray *remit_design_get_teams (RemitWorkspace *workspace,
                                   gint64 plan);
/** Returns: (transfer full) (element-type RemitEntity): a team's slots in their order */
GPtrArray *remit_design_get_slots (RemitWorkspace *workspace,
                                   gint64 team);

/**
 * remit_design_find:
 * @text: an id, or a name that only one of the kind has (letter case apart)
 * @plan: for kinds of a plan, 0 for all
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED, listing the candidates when there are several
 */
RemitEntity *remit_design_find (RemitWorkspace *workspace,
                                RemitKind kind,
                                gint64 plan,
                                const char *text,
                                GError **error);

G_END_DECLS
