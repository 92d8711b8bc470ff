/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All live entities of one kind, by rising id: the identity map, and a list model. */
#pragma once

#include "model/remit-entity.h"

#define REMIT_TYPE_ENTITY_LIST (remit_entity_list_get_type ())
G_DECLARE_FINAL_TYPE (RemitEntityList, remit_entity_list, REMIT, ENTITY_LIST, GObject)

RemitEntityList *remit_entity_list_new (GType type);

/** Returns: (transfer none) (nullable): the entity with @id */
RemitEntity *remit_entity_list_get (RemitEntityList *self,
                                    gint64 id);

/**
 * remit_entity_list_add:
 *
 * Takes entities that are not in the list. Whoever watches the list is told once.
 */
void remit_entity_list_add (RemitEntityList *self,
                            GPtrArray *entities);

/** Removes the entities with these ids (#gint64). */
void remit_entity_list_remove (RemitEntityList *self,
                               GArray *ids);

/** Removes all. */
void remit_entity_list_clear (RemitEntityList *self);

/** Returns: (transfer none): the entities themselves, to read */
GPtrArray *remit_entity_list_get_all (RemitEntityList *self);
