/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One element of a plan file: its attributes as the values of a record. */
#include "remit-plan-element.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-id.h"

/* Returns: whether the kind's owner is what @parent stands for, or it is of the plan */
static gboolean
is_within (const RemitEntityInfo *info,
           const char *parent)
{
  RemitKind owner = remit_entity_info_get_owner (info);

  return info->section != NULL || owner == REMIT_KIND_NONE || parent == NULL
         || strcmp (remit_entity_info (owner)->element, parent) == 0;
}

RemitKind
remit_plan_element_find_kind (const char *element,
                              const char *parent)
{
  RemitKind found = REMIT_KIND_NONE;

  for (RemitKind kind = REMIT_KIND_SKILL; kind < REMIT_N_KINDS; kind++)
    if (strcmp (remit_entity_info (kind)->element, element) == 0)
      {
        if (is_within (remit_entity_info (kind), parent))
          return kind;
        found = kind;
      }
  return found;
}

/* Only in lower case, so that ids are equal when their texts are. Returns 0 for what is no id. */
static gint64
parse_id (const char *text)
{
  gint64 id = remit_id_parse (text);
  char canonical[17];

  remit_id_format (id, canonical);
  return strcmp (text, canonical) == 0 ? id : 0;
}

static gboolean
refuse_id (const char *name,
           const char *text,
           GError **error)
{
  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
               /* Translators: the name of an XML attribute, and its value */
               _ ("%s=\"%.80s\" is not an id; expected 16 lower-case hexadecimal digits"), name,
               text);
  return FALSE;
}

static gboolean
parse_own_id (RemitRecord *record,
              const char *text,
              GError **error)
{
  remit_record_set_id (record, parse_id (text));
  return remit_record_get_id (record) != 0 || refuse_id ("id", text, error);
}

static gboolean
parse_value (RemitRecord *record,
             guint field,
             const char *text,
             GError **error)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];

  if ((info->kind == REMIT_FIELD_REFERENCE || info->kind == REMIT_FIELD_ORIGIN)
      && parse_id (text) == 0)
    return refuse_id (info->name, text, error);
  if (*text != '\0')
    return remit_record_parse (record, field, text, error);

  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
               /* Translators: the name of an XML attribute */
               _ ("The attribute “%s” is empty; remove it"), info->name);
  return FALSE;
}

gboolean
remit_plan_element_parse (RemitPlanElement *self,
                          const char *name,
                          const char *text,
                          GError **error)
{
  const RemitEntityInfo *info = remit_record_get_info (self->record);
  int field = remit_entity_info_find_field (info, name);
  /* White space around a value is nothing, except in a text. */
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (strcmp (name, "id") == 0 && remit_entity_info_has_id (info))
    return parse_own_id (self->record, trimmed, error);
  /* These are read before. */
  if (info->kind == REMIT_KIND_PLAN
      && (strcmp (name, "format") == 0 || strcmp (name, "audience") == 0
          || strcmp (name, "withheld") == 0))
    return TRUE;
  if (field >= 0 && !(info->fields[field].flags & REMIT_FIELD_IMPLIED))
    {
      self->given |= G_GUINT64_CONSTANT (1) << field;
      if (remit_field_is_text (&info->fields[field]))
        return remit_record_parse (self->record, (guint) field, text, error);
      return parse_value (self->record, (guint) field, trimmed, error);
    }

  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID,
               /* Translators: the name of an XML element, and of an attribute */
               _ ("<%s> cannot have the attribute “%s”"), info->element, name);
  return FALSE;
}

static gboolean
is_required (const RemitField *field)
{
  return (field->flags & REMIT_FIELD_REQUIRED) && !(field->flags & REMIT_FIELD_IMPLIED);
}

const char *
remit_plan_element_find_missing (const RemitPlanElement *self)
{
  const RemitEntityInfo *info = remit_record_get_info (self->record);

  if (remit_entity_info_has_id (info) && remit_record_get_id (self->record) == 0)
    return "id";
  for (guint i = 0; i < info->n_fields; i++)
    if (is_required (&info->fields[i]) && !(self->given & (G_GUINT64_CONSTANT (1) << i)))
      return info->fields[i].name;
  return NULL;
}
