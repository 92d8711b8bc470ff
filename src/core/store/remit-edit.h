/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way to change a workspace: a transaction, a line of history, a step of undo. */
#pragma once

#include "model/remit-message.h"
#include "remit-store.h"
#include "store/changes/remit-change-watch.h"

/**
 * RemitEdit:
 *
 * Begin, insert, set, delete, commit. Freeing an edit that was not committed rolls it back. One
 * edit at a time on a store.
 */
typedef struct _RemitEdit RemitEdit;

/**
 * remit_edit_begin:
 * @label: (nullable): what the user does, a phrase without arguments that is not translated yet;
 *   for %NULL remit_edit_describe() is called before the commit
 *
 * Begins with BEGIN IMMEDIATE, waiting a while for other programs (remit_store_set_patience()).
 *
 * Errors: %REMIT_STORE_ERROR_LOCKED, %REMIT_STORE_ERROR_READ_ONLY
 */
RemitEdit *remit_edit_begin (RemitStore *store,
                             const char *label,
                             GError **error);
void remit_edit_free (RemitEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitEdit, remit_edit_free)

RemitStore *remit_edit_get_store (RemitEdit *self);

/**
 * remit_edit_describe:
 * @plan: the plan that it is of, 0 for the workspace
 * @label: (transfer full): what the user does: "Assign Ada Lovelace to ML engineer". All that read
 *   the history may read it: what belongs in another compartment is not named
 *
 * Says what the history is to say of the edit, which may be known only when much of it is done.
 */
void remit_edit_describe (RemitEdit *self,
                          gint64 plan,
                          RemitMessage *label);

/**
 * remit_edit_set_bulk:
 *
 * Says that the edit will insert many rows. It then writes down by itself what it inserts, which is
 * much faster than to have SQLite's session do so; what comes into the history is the same.
 * Whatever else is done to a row, also to one of these, is recorded as ever.
 */
void remit_edit_set_bulk (RemitEdit *self);

/**
 * remit_edit_set_unattended:
 *
 * Says that nobody does this: a clock ran out. The history has %REMIT_EDIT_UNATTENDED for who made
 * it, and undo and redo go on from where they were: it is no step of theirs, but is taken back with
 * the edit that it follows from.
 */
void remit_edit_set_unattended (RemitEdit *self);

/**
 * remit_edit_set_watch:
 * @watch: keeps what is done to rows from now on, and outlives the edit; what goes along with what
 *   is deleted is not among it
 */
void remit_edit_set_watch (RemitEdit *self,
                           RemitChangeWatch *watch);

/** Who made what nobody made: the program. */
#define REMIT_EDIT_UNATTENDED "Remit"

/**
 * remit_edit_insert:
 *
 * Inserts @record, giving it a new id when it has none. Values are checked first.
 *
 * Errors: %REMIT_MODEL_ERROR_INVALID, %REMIT_STORE_ERROR
 */
gboolean remit_edit_insert (RemitEdit *self,
                            RemitRecord *record,
                            GError **error);

/** Writes all values of @record over the row with its id. */
gboolean remit_edit_update (RemitEdit *self,
                            const RemitRecord *record,
                            GError **error);

/** Writes one value of @record over that of the row with its id. */
gboolean remit_edit_update_field (RemitEdit *self,
                                  const RemitRecord *record,
                                  guint field,
                                  GError **error);

/** Sets one number, date, enum or reference of one row. */
gboolean remit_edit_set_integer (RemitEdit *self,
                                 RemitKind kind,
                                 gint64 id,
                                 guint field,
                                 gint64 value,
                                 GError **error);

/** Sets one text of one row. */
gboolean remit_edit_set_text (RemitEdit *self,
                              RemitKind kind,
                              gint64 id,
                              guint field,
                              const char *value,
                              GError **error);

/** Deletes a row and, by cascade, what it owns. */
gboolean remit_edit_delete (RemitEdit *self,
                            RemitKind kind,
                            gint64 id,
                            GError **error);

/**
 * remit_edit_commit:
 *
 * Writes the line of history and commits; an edit that changed nothing leaves no line. When it
 * fails, everything is as before. The edit is still to be freed.
 */
gboolean remit_edit_commit (RemitEdit *self,
                            GError **error);

/** Sets the name that the history has for who made the edits of this process; else the user's. */
void remit_edit_set_actor (const char *actor);
const char *remit_edit_get_actor (void);
