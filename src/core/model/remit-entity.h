/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The live object of one row, with a GObject property for each field. */
#pragma once

#include <glib-object.h>

#include "remit-record.h"

/**
 * RemitEntity:
 *
 * Each kind has a type of its own, derived from this one, with a property for each of its fields.
 * Properties are read-only: an entity changes when an edit is committed (see remit-edit.h), and
 * then notifies.
 */
#define REMIT_TYPE_ENTITY (remit_entity_get_type ())
G_DECLARE_FINAL_TYPE (RemitEntity, remit_entity, REMIT, ENTITY, GObject)

/** Returns: the type of the entities of a kind */
GType remit_entity_get_type_of (RemitKind kind);

/** Returns: whether @object, which may be anything or %NULL, is an entity of a kind */
gboolean remit_entity_is (gpointer object,
                          RemitKind kind);

/** Returns: (transfer full): a live object that takes @record */
RemitEntity *remit_entity_new (RemitRecord *record);

RemitKind remit_entity_get_kind (RemitEntity *self);
gint64 remit_entity_get_id (RemitEntity *self);
const RemitRecord *remit_entity_get_record (RemitEntity *self);
gint64 remit_entity_get_integer (RemitEntity *self,
                                 guint field);
const char *remit_entity_get_text (RemitEntity *self,
                                   guint field);

/** For the store only: takes over the values of @fields (a bit each) from @record, notifying. */
void remit_entity_update (RemitEntity *self,
                          const RemitRecord *record,
                          guint64 fields);
