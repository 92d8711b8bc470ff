/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The live object of one row, with a GObject property for each field. */
#include "remit-entity.h"

struct _RemitEntity
{
  GObject parent_instance;
  RemitRecord *record;
};

/* The types of the kinds add nothing to it but their properties. */
G_DEFINE_ABSTRACT_TYPE (RemitEntity, remit_entity, G_TYPE_OBJECT)

/* Property ids are the field's index plus one; the one after the last field is "id". */

static void
remit_entity_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  RemitEntity *self = REMIT_ENTITY (object);

  if (prop_id == remit_record_get_info (self->record)->n_fields + 1)
    g_value_set_int64 (value, remit_entity_get_id (self));
  else if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, remit_entity_get_text (self, prop_id - 1));
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, remit_entity_get_integer (self, prop_id - 1) != 0);
  else if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, remit_entity_get_integer (self, prop_id - 1));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_entity_finalize (GObject *object)
{
  g_clear_pointer (&REMIT_ENTITY (object)->record, remit_record_free);

  G_OBJECT_CLASS (remit_entity_parent_class)->finalize (object);
}

static void
remit_entity_class_init (RemitEntityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_entity_finalize;
}

static void
remit_entity_init (RemitEntity *self G_GNUC_UNUSED)
{
}

static GParamSpec *
create_pspec (const RemitField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (field->kind)
    {
    case REMIT_FIELD_TEXT:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);
    case REMIT_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, field->initial != 0, flags);
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_PERCENT:
    case REMIT_FIELD_DATE:
    case REMIT_FIELD_TIME:
    case REMIT_FIELD_DURATION:
    case REMIT_FIELD_ENUM:
    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
    default:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, field->initial,
                                 flags);
    }
}

static void
install_fields (gpointer klass,
                gpointer data)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const RemitEntityInfo *info = data;

  /* GObject does not inherit this one. */
  object_class->get_property = remit_entity_get_property;
  for (guint i = 0; i < info->n_fields; i++)
    g_object_class_install_property (object_class, i + 1, create_pspec (&info->fields[i]));
  g_object_class_install_property (object_class, info->n_fields + 1,
                                   g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static GType
register_type (const RemitEntityInfo *info)
{
  g_autofree char *name = g_strconcat ("RemitEntity-", info->name, NULL);
  const GTypeInfo type_info = {
    .class_size = sizeof (RemitEntityClass),
    .class_init = install_fields,
    .class_data = info,
    .instance_size = sizeof (RemitEntity),
  };

  return g_type_register_static (REMIT_TYPE_ENTITY, name, &type_info, G_TYPE_FLAG_FINAL);
}

GType
remit_entity_get_type_of (RemitKind kind)
{
  static GType types[REMIT_N_KINDS];

  g_return_val_if_fail (kind > REMIT_KIND_NONE && kind < REMIT_N_KINDS, G_TYPE_INVALID);

  if (g_once_init_enter (&types[kind]))
    g_once_init_leave (&types[kind], register_type (remit_entity_info (kind)));
  return types[kind];
}

gboolean
remit_entity_is (gpointer object,
                 RemitKind kind)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (object, remit_entity_get_type_of (kind));
}

RemitEntity *
remit_entity_new (RemitRecord *record)
{
  RemitEntity *self = g_object_new (remit_entity_get_type_of (remit_record_get_kind (record)),
                                    NULL);

  self->record = record;
  return self;
}

RemitKind
remit_entity_get_kind (RemitEntity *self)
{
  g_return_val_if_fail (REMIT_IS_ENTITY (self), REMIT_KIND_NONE);

  return remit_record_get_kind (self->record);
}

gint64
remit_entity_get_id (RemitEntity *self)
{
  g_return_val_if_fail (REMIT_IS_ENTITY (self), 0);

  return remit_record_get_id (self->record);
}

const RemitRecord *
remit_entity_get_record (RemitEntity *self)
{
  g_return_val_if_fail (REMIT_IS_ENTITY (self), NULL);

  return self->record;
}

gint64
remit_entity_get_integer (RemitEntity *self,
                          guint field)
{
  g_return_val_if_fail (REMIT_IS_ENTITY (self), 0);

  return remit_record_get_integer (self->record, field);
}

const char *
remit_entity_get_text (RemitEntity *self,
                       guint field)
{
  g_return_val_if_fail (REMIT_IS_ENTITY (self), NULL);

  return remit_record_get_text (self->record, field);
}

void
remit_entity_update (RemitEntity *self,
                     const RemitRecord *record,
                     guint64 fields)
{
  const RemitEntityInfo *info = remit_record_get_info (self->record);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (!(fields & (G_GUINT64_CONSTANT (1) << i))
          || remit_record_is_same (self->record, record, i))
        continue;
      remit_record_copy_field (self->record, record, i);
      g_object_notify (G_OBJECT (self), info->fields[i].name);
    }
  g_object_thaw_notify (G_OBJECT (self));
}
