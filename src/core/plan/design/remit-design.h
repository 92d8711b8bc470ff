/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs on plans, teams, slots, roles and people: one edit each, with a label in words. */
#pragma once

#include "store/workspace/remit-workspace.h"

/* Each returns whether it was done, with @error set if not: %REMIT_MODEL_ERROR_INVALID or
 * %REMIT_MODEL_ERROR_REFUSED with a reason in words, or %REMIT_STORE_ERROR. What a create verb
 * makes has its id in the record or in the return value (0 for an error). */

/** Sets %REMIT_MODEL_ERROR_REFUSED. Returns: %FALSE */
gboolean remit_design_refuse (GError **error,
                              const char *format,
                              ...) G_GNUC_PRINTF (2, 3);

/**
 * remit_design_can_delete:
 * @consequence: (out) (optional) (transfer full): what goes with it, in all plans: "3 slots and 5
 *   assignments"; empty when nothing does
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

/** The same for several of one kind: all or nothing, in one edit; their consequences added up. */
gboolean remit_design_can_delete_all (RemitWorkspace *workspace,
                                      RemitKind kind,
                                      const gint64 *ids,
                                      gsize n_ids,
                                      char **consequence,
                                      GError **error);
gboolean remit_design_delete_all (RemitWorkspace *workspace,
                                  RemitKind kind,
                                  const gint64 *ids,
                                  gsize n_ids,
                                  GError **error);

/**
 * remit_design_create:
 *
 * Inserts a record of any kind. Teams, slots and decisions without a position go last; a decision
 * is proposed now, when it says nothing else; a role without a key
 * gets one from its name; a plan is opened (see remit_workspace_open_plan()). The label names it.
 */
gint64 remit_design_create (RemitWorkspace *workspace,
                            RemitRecord *record,
                            GError **error);

/**
 * remit_design_change:
 *
 * Changes one field, from a text as in remit_record_parse(). The label names entity and field. With
 * the value that is there already nothing is done.
 */
gboolean remit_design_change (RemitWorkspace *workspace,
                              RemitKind kind,
                              gint64 id,
                              guint field,
                              const char *text,
                              GError **error);

/**
 * RemitFieldText:
 * @text: the value that a field is to have
 * @was: (nullable): the value that it is taken to have; what somebody else has saved in its place
 *   is not overwritten
 *
 * A field, and its value as a text.
 */
typedef struct {
  guint field;
  const char *text;
  const char *was;
} RemitFieldText;

/**
 * remit_design_change_all:
 *
 * Changes several fields of one entity in one edit. They are judged together: a first day may be
 * after the last one that there was, if the last one is changed, too.
 *
 * Errors: those of remit_design_change(), and %REMIT_STORE_ERROR_OVERTAKEN
 */
gboolean remit_design_change_all (RemitWorkspace *workspace,
                                  RemitKind kind,
                                  gint64 id,
                                  const RemitFieldText *values,
                                  gsize n_values,
                                  GError **error);

/** Whether remit_design_change() would be accepted; changes nothing. For forms, as one types. */
gboolean remit_design_can_change (RemitWorkspace *workspace,
                                  RemitKind kind,
                                  gint64 id,
                                  guint field,
                                  const char *text,
                                  GError **error);

/** Returns: whether entities of @kind can be duplicated, see remit_design_duplicate() */
gboolean remit_design_can_duplicate (RemitKind kind);

/**
 * remit_design_duplicate:
 *
 * A team with its slots and their needs, a slot with its needs, a role; not who is in them. A
 * person with their skills; without e-mail address, number and notes. A copy stands after its
 * original, and is called "… (copy)" where names are to differ. It is a new one, which does not
 * remember its original. Other kinds are refused; for plans see remit_design_copy_plan().
 */
gint64 remit_design_duplicate (RemitWorkspace *workspace,
                               RemitKind kind,
                               gint64 id,
                               GError **error);

/** A whole plan with its assignments, as a scenario made from it; each row remembers which one it
 * was copied from, see REMIT_FIELD_COPIED(). */
gint64 remit_design_copy_plan (RemitWorkspace *workspace,
                               gint64 plan,
                               const char *name,
                               GError **error);

/**
 * remit_design_move:
 * @kind: one that has an order, see remit_entity_info_find_order()
 * @before: one of the same owner, or 0 for the end
 *
 * Puts an entity before another one. Nothing is done when it stands there.
 */
gboolean remit_design_move (RemitWorkspace *workspace,
                            RemitKind kind,
                            gint64 id,
                            gint64 before,
                            GError **error);
/** Puts a slot into a team of its plan, before another slot (0: at the end). */
gboolean remit_design_move_slot (RemitWorkspace *workspace,
                                 gint64 slot,
                                 gint64 team,
                                 gint64 before,
                                 GError **error);

/**
 * remit_design_move_by:
 * @kind: one that has an order, see remit_entity_info_find_order()
 * @step: 1 or -1
 * @is_moved: (out): whether there was one to change places with
 *
 * Puts an entity one place on among those of its owner, by the order that they have by then.
 *
 * Returns: %FALSE with @error set; an end is none
 */
gboolean remit_design_move_by (RemitWorkspace *workspace,
                               RemitKind kind,
                               gint64 id,
                               int step,
                               gboolean *is_moved,
                               GError **error);

/** The same with a slot and the team beside its own, in which it stands as high. */
gboolean remit_design_move_slot_by (RemitWorkspace *workspace,
                                    gint64 slot,
                                    int step,
                                    gboolean *is_moved,
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

/** The one or the other, by @kind, which is that of a slot or of a person. */
gboolean remit_design_set_level (RemitWorkspace *workspace,
                                 RemitKind kind,
                                 gint64 id,
                                 gint64 skill,
                                 int level,
                                 gboolean critical,
                                 GError **error);

/**
 * remit_design_add_skill:
 * @kind: that of a slot or of a person
 * @skill: a skill, or 0 for that with @name
 * @name: (nullable): of one that is made in the same edit, when nobody knows it
 * @is_added: (out): whether it was added
 *
 * Adds a skill at a level; one that is there already keeps the level that somebody chose.
 *
 * Returns: whether it is there now
 */
gboolean remit_design_add_skill (RemitWorkspace *workspace,
                                 RemitKind kind,
                                 gint64 id,
                                 gint64 skill,
                                 const char *name,
                                 int level,
                                 gboolean *is_added,
                                 GError **error);

/**
 * Returns: (transfer full): how an entity is called: a name, a slot's role, "Ada in ML engineer";
 *   empty when it is not there
 */
char *remit_design_dup_name (RemitWorkspace *workspace,
                             RemitKind kind,
                             gint64 id);

/** Returns: (transfer full): the same of a record that need not be in the workspace, which is asked
 *   for what has no name of its own */
char *remit_design_dup_record_name (RemitWorkspace *workspace,
                                    const RemitRecord *record);

/** Returns: (transfer full): the value as people read it, of references the name */
char *remit_design_dup_value (RemitWorkspace *workspace,
                              const RemitRecord *record,
                              guint field);

/** Returns: the plan that an entity belongs to, 0 for the workspace */
gint64 remit_design_get_plan (const RemitRecord *record);

/**
 * remit_design_get_parts:
 * @kind: a log, or one with an order: teams, decisions and ladders of a plan, slots of a team, …
 *
 * Returns: (transfer full) (element-type RemitEntity): what is of @owner, in its order; what is
 *   equal in it by id
 */
GPtrArray *remit_design_get_parts (RemitWorkspace *workspace,
                                   RemitKind kind,
                                   gint64 owner);

/** Returns: (transfer full): what remit_design_dup_name() says, to be said in any language */
RemitMessage *remit_design_describe (RemitWorkspace *workspace,
                                     RemitKind kind,
                                     gint64 id);

/** Returns: (transfer full): "Fraud/ML engineer": what can be written instead of a slot's name */
char *remit_design_dup_slot_path (RemitWorkspace *workspace,
                                  const RemitRecord *slot);

/**
 * remit_design_is_called:
 * @text: a name (letter case apart); for people also an e-mail address or number, for roles also a
 *   key, for slots also "team/slot"
 *
 * Returns: whether an entity that need not be in the workspace is called so
 */
gboolean remit_design_is_called (RemitWorkspace *workspace,
                                 const RemitRecord *record,
                                 const char *text);

/**
 * remit_design_find:
 * @text: an id, or a name that only one of the kind has, as above
 * @plan: for kinds of a plan, 0 for all
 *
 * Returns: (transfer none) (nullable): the live entity
 *
 * Errors: %REMIT_MODEL_ERROR_REFUSED, listing the candidates when there are several
 */
RemitEntity *remit_design_find (RemitWorkspace *workspace,
                                RemitKind kind,
                                gint64 plan,
                                const char *text,
                                GError **error);

/** Returns: (transfer full) (element-type RemitEntity): all that @text may mean, as above */
GPtrArray *remit_design_find_all (RemitWorkspace *workspace,
                                  RemitKind kind,
                                  gint64 plan,
                                  const char *text);
