/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views of the window, one at a time. */
#pragma once

#include "widgets/remit-view.h"

/**
 * RemitViewStack:
 *
 * Has the workspace, plan and checker of its views, one for each of remit_views, which are created
 * when they are shown for the first time. Has the actions of a window that go to a view, to an
 * entity and to the search.
 */
#define REMIT_TYPE_VIEW_STACK (remit_view_stack_get_type ())
G_DECLARE_FINAL_TYPE (RemitViewStack, remit_view_stack, REMIT, VIEW_STACK, RemitView)

/** Returns: the name of the view that is shown */
const char *remit_view_stack_get_shown (RemitViewStack *self);

/** Binds a property of @object, both ways, to the name of the view that is shown. */
void remit_view_stack_bind (RemitViewStack *self,
                            GObject *object,
                            const char *property);

/** Shows the view with @name; does nothing when there is none. */
void remit_view_stack_show (RemitViewStack *self,
                            const char *name);

/** Returns: (transfer none) (nullable): the view that is shown; %NULL without a workspace */
RemitView *remit_view_stack_get_view (RemitViewStack *self);

/** Takes away what there is of the present alone; the actions must have been added. */
void remit_view_stack_set_past (RemitViewStack *self);
