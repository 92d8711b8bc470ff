/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace in memory: live objects and lists, kept true to the store by changesets. */
#pragma once

#include "store/history/remit-history.h"
#include "store/remit-edit.h"

/**
 * RemitWorkspace:
 *
 * The identity map over a #RemitStore: one #RemitEntity a row, updated in place whenever an edit,
 * an undo or another process changes the row. People, skills, roles and plans are always there;
 * what belongs to a plan is there from remit_workspace_open_plan() on. For the main thread.
 *
 * Signal `changed` (GPtrArray of #RemitChange): after all objects and lists have been updated,
 * once a commit. An empty array means that everything may be different (a reload).
 *
 * Signal `lost`: the file is not what it was any more, or is again; see
 * remit_workspace_get_loss().
 */
#define REMIT_TYPE_WORKSPACE (remit_workspace_get_type ())
G_DECLARE_FINAL_TYPE (RemitWorkspace, remit_workspace, REMIT, WORKSPACE, GObject)

/** Like remit_store_open(). */
RemitWorkspace *remit_workspace_open (const char *path,
                                      RemitStoreFlags flags,
                                      GError **error);

/** Returns: (transfer none): the store, for readers and for the history */
RemitStore *remit_workspace_get_store (RemitWorkspace *self);

/** Loads what belongs to @plan, and to every published plan, if it is not there yet. */
gboolean remit_workspace_open_plan (RemitWorkspace *self,
                                    gint64 plan,
                                    GError **error);

/**
 * remit_workspace_open_whole:
 * @kind: one that is on demand and has parts, such as %REMIT_KIND_CONFLICT
 *
 * Makes live objects of one entity and its parts, which stay from now on. Nothing is done for one
 * that is not there; it will be when it comes.
 */
gboolean remit_workspace_open_whole (RemitWorkspace *self,
                                     RemitKind kind,
                                     gint64 id,
                                     GError **error);

/** Returns: (transfer none): all live entities of a kind, by rising id */
GListModel *remit_workspace_get_list (RemitWorkspace *self,
                                      RemitKind kind);

/** Returns: (transfer none) (nullable): the live entity, or %NULL when there is none */
RemitEntity *remit_workspace_get (RemitWorkspace *self,
                                  RemitKind kind,
                                  gint64 id);

/**
 * remit_workspace_get_referring:
 * @field: a reference field of @kind
 *
 * Returns: (transfer none) (element-type RemitEntity): the live entities of @kind whose @field
 *   refers to @id, by rising id; never %NULL; true until the next change
 */
GPtrArray *remit_workspace_get_referring (RemitWorkspace *self,
                                          RemitKind kind,
                                          guint field,
                                          gint64 id);

/**
 * remit_workspace_never_wait:
 *
 * For a workspace that a main loop uses: what cannot be done at once fails with
 * %REMIT_STORE_ERROR_LOCKED, to be tried again a moment later, and what is large of that which
 * others write is read in a thread. Without this, as in the command line, an edit waits for others
 * (remit_store_set_patience()), and reads what they wrote at once.
 */
void remit_workspace_never_wait (RemitWorkspace *self);

/**
 * remit_workspace_begin:
 *
 * Takes over what others have written, and begins an edit, see remit_edit_begin(): the live objects
 * are what is going to be changed, whoever else is at work. So a verb begins, then judges, then
 * writes; remit_edit_describe() says what it is called. The commit updates the live objects before
 * it returns.
 *
 * Errors: those of remit_edit_begin(); %REMIT_STORE_ERROR_LOCKED also when others write all the
 *   time, or wrote much that is still being read
 */
RemitEdit *remit_workspace_begin (RemitWorkspace *self,
                                  GError **error);

/**
 * remit_workspace_undo:
 * @op: %REMIT_HISTORY_UNDO or %REMIT_HISTORY_REDO
 *
 * Takes back the entry that remit_workspace_get_top() names, or does it again.
 *
 * Errors: those of remit_history_undo(); when somebody else's entry lies on top by now, or since
 *   less than a second, it is taken over, and nothing else is done
 */
gboolean remit_workspace_undo (RemitWorkspace *self,
                               RemitHistoryOp op,
                               GError **error);

/** Returns: whether undo (or redo, by @op) would take longer than a part of a frame */
gboolean remit_workspace_is_undo_large (RemitWorkspace *self,
                                        RemitHistoryOp op);

/**
 * remit_workspace_undo_async:
 * @op: %REMIT_HISTORY_UNDO or %REMIT_HISTORY_REDO
 *
 * Does it in a thread, with a connection of its own. Meanwhile no edit should be begun: it would
 * wait for this one. What others have written is taken over also when it fails.
 */
void remit_workspace_undo_async (RemitWorkspace *self,
                                 RemitHistoryOp op,
                                 GAsyncReadyCallback callback,
                                 gpointer data);

/** What is done in a thread. Returns: an id or another number above 0, or 0 with @error set */
typedef gint64 (*RemitWorkspaceFunc) (RemitStore *store,
                                      gpointer data,
                                      GError **error);

/**
 * remit_workspace_run_async:
 * @func: has a connection of its own
 * @free_func_data: (nullable): called in the main thread
 *
 * Runs @func in a thread, and takes over what it did before @callback is called. Meanwhile no edit
 * should be begun: it would wait for that of the thread.
 */
void remit_workspace_run_async (RemitWorkspace *self,
                                RemitWorkspaceFunc func,
                                gpointer func_data,
                                GDestroyNotify free_func_data,
                                GAsyncReadyCallback callback,
                                gpointer data);

/** Ends that, and remit_workspace_undo_async(). Returns: what the function returned, or 0 */
gint64 remit_workspace_run_finish (RemitWorkspace *self,
                                   GAsyncResult *result,
                                   GError **error);

/** Returns: (transfer none): what undo (or redo, by @op) would take; true until the next change */
const RemitHistoryTop *remit_workspace_get_top (RemitWorkspace *self,
                                                RemitHistoryOp op);
const char *remit_workspace_get_undo_label (RemitWorkspace *self);
const char *remit_workspace_get_redo_label (RemitWorkspace *self);

/**
 * remit_workspace_refresh_async:
 *
 * Takes over what other connections (a worker, another process) have committed, reading in a thread
 * what is large. Costs next to nothing when there is nothing new. That it cannot be read is told by
 * the signal `unread` as well.
 */
void remit_workspace_refresh_async (RemitWorkspace *self,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
gboolean remit_workspace_refresh_finish (RemitWorkspace *self,
                                         GAsyncResult *result,
                                         GError **error);

/**
 * remit_workspace_get_loss:
 *
 * Known by a watch (remit_workspace_watch()), and when an edit is refused for it.
 *
 * Returns: (transfer none) (nullable): what became of the file, an error of
 *   remit_store_check_path(), or of remit_store_renew(): then what others write is not shown
 */
const GError *remit_workspace_get_loss (RemitWorkspace *self);

/** Watches the file and refreshes by itself, in the thread-default main context. */
void remit_workspace_watch (RemitWorkspace *self);
