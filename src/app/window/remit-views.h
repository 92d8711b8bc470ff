/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of views, used by the sidebar, the keys and the shortcuts window. */
#pragma once

#include "widgets/remit-view.h"

/**
 * RemitViewInfo:
 * @name: in `win.show-view` and in the settings
 * @title: (translatable)
 * @key: an accelerator
 * @get_type: of a RemitView
 * @get_type_without_plan: (nullable): of what is shown instead while there is no plan; a view
 *   without one has a page for that itself
 * @shows: the kinds of entities that have their place in this view (see remit_view_show_entity()),
 *   ending with %REMIT_KIND_NONE
 * @is_of_present: not there in a window on an earlier version, which has no history
 */
typedef struct {
  const char *name;
  const char *title;
  const char *icon;
  const char *key;
  GType (*get_type) (void);
  GType (*get_type_without_plan) (void);
  RemitKind shows[4];
  gboolean is_of_present;
} RemitViewInfo;

/** The views in the order of the sidebar; ends with one without a name. */
extern const RemitViewInfo remit_views[];

/** Returns: (nullable): the view with @name */
const RemitViewInfo *remit_views_find (const char *name);

/** Returns: (nullable): the view in which an entity of @kind has its place */
const RemitViewInfo *remit_views_find_place (RemitKind kind);

/** Returns: (transfer full): the action that opens the view, with its parameter */
char *remit_view_info_dup_action (const RemitViewInfo *self);
