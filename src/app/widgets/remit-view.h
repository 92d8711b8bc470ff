/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base of what shows a plan of a workspace: views, the inspector, the list of plans. */
#pragma once

#include <adwaita.h>

#include "check/remit-checker.h"
#include "store/workspace/remit-workspace.h"

/**
 * RemitView:
 *
 * Properties: `workspace` (nullable), `plan` (an id, or 0 for none) and `checker` (nullable, of
 * that plan). The plan of another workspace is 0 until it is set.
 */
#define REMIT_TYPE_VIEW (remit_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (RemitView, remit_view, REMIT, VIEW, AdwBin)

/** What there must be for an action of a view. Without a workspace the window shows another page,
 * on which no view has anything to act on. */
typedef enum {
  REMIT_VIEW_NEEDS_WORKSPACE,
  REMIT_VIEW_NEEDS_PLAN,
  REMIT_VIEW_CHANGES_WORKSPACE, /* which has to be one that can be changed */
  REMIT_VIEW_CHANGES_PLAN,
} RemitViewNeed;

/**
 * RemitViewAction:
 * @entry: an action of the window, which is called with the view
 * @need: without it the action is not enabled
 */
typedef struct {
  GActionEntry entry;
  RemitViewNeed need;
} RemitViewAction;

/**
 * RemitViewClass:
 * @actions, @n_actions: what remit_view_add_actions() adds
 * @show_workspace: called with another workspace, before @show_plan; the one before is kept until
 *   both have returned
 * @show_plan: called with another plan or workspace
 * @show_checker: called with another checker
 * @changed: called with the changes of a commit (RemitChange; none when everything may be another);
 *   what @show_plan has connected to the workspace's `changed` is called first
 * @update: called after @show_plan and after @changed
 * @checked: called when the checker has found something else
 * @show_entity: brings an entity into view; see remit_view_show_entity()
 * @mark_entity: marks what is selected; see remit_view_mark_entity()
 * @focus_search: gives the keyboard to the search; by default to the first one that is in sight
 * @take_focus: takes the keyboard when the view is shown with a key; see remit_view_take_focus()
 *
 * Each is optional.
 */
struct _RemitViewClass
{
  AdwBinClass parent_class;

  const RemitViewAction *actions;
  guint n_actions;

  void (*show_workspace) (RemitView *self,
                          RemitWorkspace *workspace);
  void (*show_plan) (RemitView *self,
                     RemitWorkspace *workspace,
                     gint64 plan);
  void (*show_checker) (RemitView *self,
                        RemitChecker *checker);
  void (*changed) (RemitView *self,
                   GPtrArray *changes);
  void (*update) (RemitView *self);
  void (*checked) (RemitView *self);
  void (*show_entity) (RemitView *self,
                       RemitKind kind,
                       gint64 id,
                       RemitKind other_kind,
                       gint64 other);
  void (*mark_entity) (RemitView *self,
                       RemitKind kind,
                       gint64 id);
  void (*focus_search) (RemitView *self);
  gboolean (*take_focus) (RemitView *self);
};

/**
 * remit_view_new:
 * @type: of a RemitView
 * @source: has the properties of a view, which the new one follows
 */
RemitView *remit_view_new (GType type,
                           GObject *source);

/** Adds the actions of the view to its window, as long as the view is there. */
void remit_view_add_actions (RemitView *self,
                             GActionMap *window);

/** Enables or disables one of these, which needs more than a workspace or a plan. */
void remit_view_enable_action (RemitView *self,
                               const char *name,
                               gboolean enabled);

/** Sets the state of one of these. */
void remit_view_set_action_state (RemitView *self,
                                  const char *name,
                                  GVariant *state);

/** Returns: (transfer none) (nullable): the workspace */
RemitWorkspace *remit_view_get_workspace (RemitView *self);

/** Returns: the id of the plan, 0 for none */
gint64 remit_view_get_plan (RemitView *self);

/** Returns: (transfer none) (nullable): the checker of the plan */
RemitChecker *remit_view_get_checker (RemitView *self);

/** Returns: whether there is a plan to show or change */
gboolean remit_view_has_plan (RemitView *self);

/**
 * remit_view_show_entity:
 * @other_kind: of what it is seen together with, such as the holder of a right, or
 *   %REMIT_KIND_NONE
 *
 * Brings an entity into view, where the view has a place for it.
 */
void remit_view_show_entity (RemitView *self,
                             RemitKind kind,
                             gint64 id,
                             RemitKind other_kind,
                             gint64 other);

/** Marks an entity as the one that is selected, wherever the view shows it, and no other. */
void remit_view_mark_entity (RemitView *self,
                             RemitKind kind,
                             gint64 id);

/** Creates what the record says, tells the user, and opens it in the inspector. */
void remit_view_create_entity (RemitView *self,
                               const RemitRecord *record);

/** What is done when it was created; see #RemitTriedFunc. */
void remit_view_inspect_created (GtkWidget *view,
                                 RemitWorkspace *workspace,
                                 gint64 id,
                                 gpointer record,
                                 const GError *error);

/** Gives the keyboard to the search of the view, if it has one. */
void remit_view_focus_search (RemitView *self);

/**
 * remit_view_take_focus:
 *
 * Gives the keyboard to what one begins with in the view. A view that had gtk_widget_grab_focus()
 * do that would be one stop of Tab, before which there is no other.
 *
 * Returns: whether anything took it
 */
gboolean remit_view_take_focus (RemitView *self);
