/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is carried in a drag, or by keyboard: people, a slot, or a team; never a widget. */
#pragma once

#include <glib-object.h>

#include "plan/placement/remit-placement.h"

typedef enum {
  REMIT_DRAG_PEOPLE,
  REMIT_DRAG_SLOT,
  REMIT_DRAG_TEAM,
} RemitDragKind;

/**
 * RemitDrag:
 * @id: the slot or team
 * @placements: (element-type RemitPlacement): of people, without a slot yet
 * @name: what it is called: a person's or a slot's name, "3 people"
 */
typedef struct {
  RemitDragKind kind;
  gint64 id;
  GArray *placements;
  char *name;
} RemitDrag;

#define REMIT_TYPE_DRAG (remit_drag_get_type ())
GType remit_drag_get_type (void);

RemitDrag *remit_drag_new (RemitDragKind kind,
                           gint64 id,
                           const char *name);
RemitDrag *remit_drag_copy (const RemitDrag *self);
void remit_drag_free (RemitDrag *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitDrag, remit_drag_free)

/** Adds a person, out of the pool (assignment 0) or out of a slot. */
void remit_drag_add (RemitDrag *self,
                     gint64 person,
                     gint64 assignment);

/** Returns: the assignment that is carried, if it is one alone, or 0 */
gint64 remit_drag_get_assignment (const RemitDrag *self);

/**
 * Returns: (transfer full) (element-type RemitPlacement): what a drop on @slot, or (0) into @team,
 *   or (0) on the pool asks for
 */
GArray *remit_drag_get_placements (const RemitDrag *self,
                                   gint64 slot,
                                   gint64 team,
                                   gboolean copy);
