/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON Schema of a plan, made from the tables of fields. */
#include "remit-plan-json.h"

#include <json-glib/json-glib.h>

#include "exchange/remit-own-audience.h"
#include "model/remit-entities.h"

#define ID "^[0-9a-f]{16}$"
#define DAY "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
#define TIME "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"
#define DURATION "^PT[0-9]+[HM]([0-9]+M)?$"
#define OWN_AUDIENCE "^own:[a-z0-9][a-z0-9-]{0,39}$"
#define HASH "^[0-9a-f]{64}$"
#define TEXT_MAXIMUM (64 * 1024)

static void
set_string (JsonObject *object,
            const char *name,
            const char *value)
{
  json_object_set_string_member (object, name, value);
}

static JsonObject *
new_type (const char *type)
{
  JsonObject *object = json_object_new ();

  set_string (object, "type", type);
  return object;
}

static JsonObject *
new_pattern (const char *pattern)
{
  JsonObject *object = new_type ("string");

  set_string (object, "pattern", pattern);
  return object;
}

static JsonObject *
new_enum (const RemitChoice *choices)
{
  JsonObject *object = json_object_new ();
  JsonArray *values = json_array_new ();

  for (guint i = 0; choices[i].nick != NULL; i++)
    json_array_add_string_element (values, choices[i].nick);
  json_object_set_array_member (object, "enum", values);
  return object;
}

static JsonObject *
new_text (const RemitField *field)
{
  JsonObject *object = new_type ("string");

  json_object_set_int_member (object, "minLength", 1);
  json_object_set_int_member (object, "maxLength",
                              field->maximum > 0 ? field->maximum : TEXT_MAXIMUM);
  return object;
}

static JsonObject *
new_number (const RemitField *field)
{
  JsonObject *object = new_type ("integer");

  json_object_set_int_member (object, "minimum", field->minimum);
  if (field->maximum > field->minimum)
    json_object_set_int_member (object, "maximum", field->maximum);
  return object;
}

static JsonObject *
new_field (const RemitField *field)
{
  switch (field->kind)
    {
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_PERCENT:
      return new_number (field);
    case REMIT_FIELD_BOOLEAN:
      return new_type ("boolean");
    case REMIT_FIELD_DATE:
      return new_pattern (DAY);
    case REMIT_FIELD_TIME:
      return new_pattern (TIME);
    case REMIT_FIELD_DURATION:
      return new_pattern (DURATION);
    case REMIT_FIELD_ENUM:
      return new_enum (field->choices);
    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
      return new_pattern (ID);
    case REMIT_FIELD_TEXT:
    default:
      return new_text (field);
    }
}

/* What an audience may not be given may be missing: all that a file can be without. Of what it
 * cannot, numbers, choices and yes or no are always written. */
static gboolean
is_required (const RemitField *field)
{
  if (remit_own_audience_can_hide (field))
    return FALSE;
  switch (field->kind)
    {
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_PERCENT:
    case REMIT_FIELD_BOOLEAN:
    case REMIT_FIELD_DURATION:
    case REMIT_FIELD_ENUM:
      return TRUE;
    case REMIT_FIELD_TEXT:
    case REMIT_FIELD_DATE:
    case REMIT_FIELD_TIME:
    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
    default:
      return (field->flags & REMIT_FIELD_REQUIRED) != 0;
    }
}

static void
add_fields (const RemitEntityInfo *info,
            JsonObject *properties,
            JsonArray *required)
{
  if (remit_entity_info_has_id (info))
    {
      json_object_set_object_member (properties, "id", new_pattern (ID));
      json_array_add_string_element (required, "id");
    }
  for (guint i = 0; i < info->n_fields; i++)
    {
      const RemitField *field = &info->fields[i];

      if (field->flags & REMIT_FIELD_IMPLIED)
        continue;
      json_object_set_object_member (properties, field->name, new_field (field));
      if (is_required (field))
        json_array_add_string_element (required, field->name);
    }
}

static JsonObject *
new_list (const RemitEntityInfo *info)
{
  g_autofree char *address = g_strdup_printf ("#/$defs/%s", info->name);
  JsonObject *list = new_type ("array");
  JsonObject *items = json_object_new ();

  set_string (items, "$ref", address);
  json_object_set_object_member (list, "items", items);
  return list;
}

static void
add_parts (const RemitEntityInfo *info,
           JsonObject *properties)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *part = remit_entity_info (kind);

      if (part->element != NULL && remit_entity_info_get_owner (part) == info->kind)
        json_object_set_object_member (properties, part->element, new_list (part));
    }
}

static JsonObject *
new_object (JsonObject *properties,
            JsonArray *required)
{
  JsonObject *object = new_type ("object");

  json_object_set_object_member (object, "properties", properties);
  if (json_array_get_length (required) > 0)
    json_object_set_array_member (object, "required", required);
  else
    json_array_unref (required);
  json_object_set_boolean_member (object, "additionalProperties", FALSE);
  return object;
}

static JsonObject *
new_history (void)
{
  JsonObject *properties = json_object_new ();
  JsonObject *length = new_type ("integer");
  JsonArray *required = json_array_new ();

  json_object_set_int_member (length, "minimum", 0);
  json_object_set_object_member (properties, "length", length);
  json_object_set_object_member (properties, "head", new_pattern (HASH));
  json_array_add_string_element (required, "length");
  json_array_add_string_element (required, "head");
  return new_object (properties, required);
}

/* What only the whole has: the format, for whom it is, the sections, and the history. */
static void
add_whole (JsonObject *properties,
           JsonArray *required)
{
  JsonObject *audience = json_object_new ();
  JsonObject *built_in = json_object_new ();
  JsonArray *audiences = json_array_new ();
  JsonArray *either = json_array_new ();

  json_object_set_object_member (properties, "$schema", new_type ("string"));
  json_object_set_object_member (properties, "format", new_pattern ("^1\\.[0-9]+$"));
  for (guint i = 0; i < REMIT_N_AUDIENCES; i++)
    json_array_add_string_element (audiences, remit_audience_nicks[i]);
  json_object_set_array_member (built_in, "enum", audiences);
  json_array_add_object_element (either, built_in);
  json_array_add_object_element (either, new_pattern (OWN_AUDIENCE));
  json_object_set_array_member (audience, "anyOf", either);
  json_object_set_object_member (properties, "audience", audience);
  json_object_set_object_member (properties, "withheld", new_type ("string"));
  json_array_add_string_element (required, "format");
  json_array_add_string_element (required, "audience");
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (remit_entity_info (kind)->section != NULL)
      {
        const RemitEntityInfo *info = remit_entity_info (kind);

        json_object_set_object_member (properties, info->section, new_list (info));
        json_array_add_string_element (required, info->section);
      }
  json_object_set_object_member (properties, "history", new_history ());
  json_array_add_string_element (required, "history");
}

static JsonObject *
new_entity (const RemitEntityInfo *info)
{
  JsonObject *properties = json_object_new ();
  JsonArray *required = json_array_new ();

  if (info->kind == REMIT_KIND_PLAN)
    add_whole (properties, required);
  add_fields (info, properties, required);
  add_parts (info, properties);
  return new_object (properties, required);
}

/* Returns: whether entities of the kind are in the file of a plan */
static gboolean
is_written (const RemitEntityInfo *info)
{
  RemitKind owner = remit_entity_info_get_owner (info);

  return info->element != NULL
         && (info->kind == REMIT_KIND_PLAN || info->section != NULL
             || (owner != REMIT_KIND_NONE && is_written (remit_entity_info (owner))));
}

static JsonObject *
new_definitions (void)
{
  JsonObject *definitions = json_object_new ();

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (is_written (remit_entity_info (kind)))
      json_object_set_object_member (definitions, remit_entity_info (kind)->name,
                                     new_entity (remit_entity_info (kind)));
  return definitions;
}

char *
remit_plan_json_dup_schema (void)
{
  JsonObject *schema = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  set_string (schema, "$schema", "https://json-schema.org/draft/2020-12/schema");
  set_string (schema, "$id", REMIT_PLAN_JSON_SCHEMA);
  set_string (schema, "title", "A plan of Remit");
  set_string (schema, "$ref", "#/$defs/plan");
  json_object_set_object_member (schema, "$defs", new_definitions ());
  json_node_take_object (root, schema);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, NULL);
}
