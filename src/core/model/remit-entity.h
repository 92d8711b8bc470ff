/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The live object of one row, with a GObject property for each field. */
#pragma once

#include <glib-object.h>

#include "remit-record.h"

G_BEGIN_DECLS

#define REMIT_TYPE_ENTITY (remit_entity_get_type ())
G_DECLARE_DERIVABLE_TYPE (RemitEntity, remit_entity, REMIT, ENTITY, GObject)

/**
 * RemitEntityClass:
 * @info: the table of the entity's fields, from which the class installs its properties
 *
 * Properties are read-only: an entity changes when an edit is committed (see remit-edit.h), and
 * then notifies.
 */
struct _RemitEntityClass
{
  GObjectClass parent_class;
  const RemitEntityInfo *info;
};

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

/** For the types of entities: sets the class's info and installs the properties. */
void remit_entity_class_install_fields (RemitEntityClass *klass,
                                        const RemitEntityInfo *info);

#define REMIT_DEFINE_ENTITY(TypeName, type_name, entity_info)                       \
  struct _##TypeName                                                                \
  {                                                                                 \
    RemitEntity parent_instance;                                                    \
  };                                                                                \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, REMIT_TYPE_ENTITY)                      \
  static void type_name##_class_init (TypeName##Class *klass)                       \
  {                                                                                 \
    remit_entity_class_install_fields (REMIT_ENTITY_CLASS (klass), &(entity_info)); \
  }                                                                                 \
  static void type_name##_init (TypeName *self G_GNUC_UNUSED) {}

G_END_DECLS
