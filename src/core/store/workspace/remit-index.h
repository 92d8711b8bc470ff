/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who refers to whom: for one reference field, the entities by the id they refer to. */
#pragma once

#include "model/remit-entity.h"

typedef struct _RemitIndex RemitIndex;

RemitIndex *remit_index_new (guint field);
void remit_index_free (RemitIndex *self);

guint remit_index_get_field (RemitIndex *self);

void remit_index_add (RemitIndex *self,
                      RemitEntity *entity);

/** Removes an entity that refers, or did until now, to @target. */
void remit_index_remove (RemitIndex *self,
                         RemitEntity *entity,
                         gint64 target);

/** Returns: (transfer none): by rising id; never %NULL */
GPtrArray *remit_index_get (RemitIndex *self,
                            gint64 target);

void remit_index_clear (RemitIndex *self);
