/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of taking from the library share. */
#pragma once

#include "remit-library-take.h"

/** Where items go. */
typedef struct {
  RemitWorkspace *workspace;
  RemitEdit *edit;
  gint64 plan;
  gint64 team;
  gint64 position;   /* after which the next decision or ladder comes */
  GHashTable *roles; /* (element-type utf8 gint64): roles that were added, by their keys */
} RemitTaking;

/** Returns: (transfer none) (nullable): the role or the skill with the key of an item */
RemitEntity *remit_taking_find (RemitWorkspace *workspace,
                                RemitKind kind,
                                const char *key);

/** Adds a role or a skill, or the texts that it lacks. */
gboolean remit_taking_add_shared (RemitTaking *self,
                                  const RemitLibraryItem *item,
                                  GError **error);

gboolean remit_taking_add_decision (RemitTaking *self,
                                    const RemitLibraryItem *item,
                                    GError **error);

gboolean remit_taking_add_ladder (RemitTaking *self,
                                  const RemitLibraryItem *item,
                                  GError **error);

/** Returns: the position for the next item */
gint64 remit_taking_get_position (RemitTaking *self);

/**
 * remit_taking_find_holders:
 * @role: a role's key
 *
 * Returns: (transfer full) (element-type RemitEntity): the slots of the team with a role, required
 *   ones first; for the whole plan the role, when the plan has slots with it or no slots at all
 */
GPtrArray *remit_taking_find_holders (RemitTaking *self,
                                      const char *role);

/** Returns: (transfer full) (nullable): the only slot of the plan with a role */
RemitEntity *remit_taking_find_shared (RemitTaking *self,
                                       const char *role);

/** Returns: whether it is a slot that may stay vacant */
gboolean remit_taking_is_optional (RemitEntity *holder);
