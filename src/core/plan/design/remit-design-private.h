/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs share: finding records in any plan, naming them, refusing in words. */
#pragma once

#include "remit-design.h"

/** The distance between new neighbours, so that others fit between without a renumbering. */
#define REMIT_POSITION_STEP 1024
#define REMIT_POSITION_MAX G_MAXINT32

/**
 * remit_design_peek:
 * @owned: (out): set when the record had to be read from the store, else %NULL; to be freed
 *
 * Returns: (transfer none) (nullable): the record, whether its plan is loaded or not
 */
const RemitRecord *remit_design_peek (RemitWorkspace *workspace,
                                      RemitKind kind,
                                      gint64 id,
                                      RemitRecord **owned);

/** Returns: (transfer full) (nullable): a copy of the record, or %NULL with an error in words */
RemitRecord *remit_design_load (RemitWorkspace *workspace,
                                RemitKind kind,
                                gint64 id,
                                GError **error);

/**
 * remit_design_load_referring:
 * @max: as many at most, or -1 for all
 *
 * Returns: (transfer full) (nullable) (element-type RemitRecord): the rows of @kind whose @field
 *   is @id, in all plans, by their ids; %NULL with @error set: %REMIT_STORE_ERROR
 */
GPtrArray *remit_design_load_referring (RemitStore *store,
                                        RemitKind kind,
                                        guint field,
                                        gint64 id,
                                        int max,
                                        GError **error);

/** Returns: how many they are; -1 with @error set: %REMIT_STORE_ERROR */
gint64 remit_design_count_referring (RemitStore *store,
                                     RemitKind kind,
                                     guint field,
                                     gint64 id,
                                     GError **error);

/** Returns: (transfer full): "a", "a and b", "a, b and c"; empty when there are none */
char *remit_design_join (GPtrArray *texts);

/** Returns: (transfer full): "3 slots and 5 assignments"; empty when all are 0 */
char *remit_design_dup_counts (const guint counts[REMIT_N_KINDS]);

/** Says that an entity of a kind no longer exists. Returns: %FALSE */
gboolean remit_design_refuse_gone (RemitKind kind,
                                   GError **error);

/** Returns: (transfer full): the label of an edit: "Add team Fraud" */
RemitMessage *remit_design_describe_verb (RemitWorkspace *workspace,
                                          RemitVerb verb,
                                          const RemitRecord *record);

/** Returns: (transfer full): the name of a record, as in remit_design_dup_record_name() */
RemitMessage *remit_design_describe_record (RemitWorkspace *workspace,
                                            const RemitRecord *record);

/** Refuses to rewrite a log, and to delete or change what is kept as it is. */
gboolean remit_design_check_kept (const RemitEntityInfo *info,
                                  GError **error);

/** Whether a record may have the value it now has in @field. What is odd elsewhere may stay. */
gboolean remit_design_check_field (RemitWorkspace *workspace,
                                   const RemitRecord *record,
                                   guint field,
                                   GError **error);

/** Whether two assignments put a person into a slot twice on a day. The database refuses it. */
gboolean remit_design_do_overlap (const RemitRecord *a,
                                  const RemitRecord *b);

/**
 * remit_design_find_overlap:
 * @assignment: an assignment, in the workspace or not yet
 *
 * Returns: (transfer none) (nullable): another one of the same person in the same slot, which has
 *   days in common with it
 */
RemitEntity *remit_design_find_overlap (RemitWorkspace *workspace,
                                        const RemitRecord *assignment);

/**
 * remit_design_settle_waiting:
 * @record: what was written in @edit
 * @label: (inout): what was done, which says it then
 *
 * Fills the slots that wait for somebody who is new, or called otherwise now; where somebody is
 * assigned, nobody is awaited any longer.
 */
gboolean remit_design_settle_waiting (RemitEdit *edit,
                                      const RemitRecord *record,
                                      RemitMessage **label,
                                      GError **error);

/** Gives a role a key that no other has, made from its name. */
gboolean remit_design_make_key (RemitWorkspace *workspace,
                                RemitRecord *role,
                                GError **error);

/** A position after all that there are. */
gint64 remit_design_get_last_position (GPtrArray *siblings,
                                       guint field);

/**
 * remit_design_make_room:
 *
 * Makes room before the sibling at @index, renumbering all in @edit if need be.
 *
 * Returns: the position that is free, or -1 with @error set
 */
gint64 remit_design_make_room (RemitEdit *edit,
                               GPtrArray *siblings,
                               guint field,
                               guint index,
                               GError **error);
