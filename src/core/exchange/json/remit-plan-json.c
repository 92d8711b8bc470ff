/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as JSON, with the names that its XML has. */
#include "remit-plan-json.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange/plan/remit-plan-writer.h"
#include "model/remit-entities.h"
#include "model/remit-xml.h"

static RemitFieldKind
find_type (const RemitEntityInfo *info,
           const char *name)
{
  int field = info != NULL ? remit_entity_info_find_field (info, name) : -1;

  return field >= 0 ? info->fields[field].kind : REMIT_FIELD_TEXT;
}

static void
add_value (JsonBuilder *builder,
           RemitFieldKind type,
           const char *text)
{
  if (type == REMIT_FIELD_INTEGER || type == REMIT_FIELD_PERCENT)
    json_builder_add_int_value (builder, g_ascii_strtoll (text, NULL, 10));
  else if (type == REMIT_FIELD_BOOLEAN)
    json_builder_add_boolean_value (builder, g_str_equal (text, "true"));
  else
    json_builder_add_string_value (builder, text);
}

static void
add_attributes (JsonBuilder *builder,
                const RemitEntityInfo *info,
                xmlNode *element)
{
  for (xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      xmlChar *text = xmlNodeGetContent ((xmlNode *) attribute);

      json_builder_set_member_name (builder, name);
      add_value (builder, find_type (info, name), (const char *) text);
      xmlFree (text);
    }
}

static void add_entity (JsonBuilder *builder,
                        const RemitEntityInfo *info,
                        xmlNode *element);

/* Returns: whether there is an entity of that kind in it */
static gboolean
has_entities (const RemitEntityInfo *info,
              const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (remit_xml_is (node, info->element))
      return TRUE;
  return FALSE;
}

static void
add_entities (JsonBuilder *builder,
              const RemitEntityInfo *info,
              const char *name,
              xmlNode *parent)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (remit_xml_is (node, info->element))
      add_entity (builder, info, node);
  json_builder_end_array (builder);
}

/* Parts of the entity, and of a plan its sections. */
static void
add_children (JsonBuilder *builder,
              const RemitEntityInfo *info,
              xmlNode *element)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *part = remit_entity_info (kind);

      if (remit_entity_info_get_owner (part) == info->kind && has_entities (part, element))
        add_entities (builder, part, part->element, element);
    }
  for (xmlNode *node = element->children; node != NULL; node = node->next)
    for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
      {
        const RemitEntityInfo *part = remit_entity_info (kind);

        if (part->section != NULL && remit_xml_is (node, part->section))
          add_entities (builder, part, part->section, node);
      }
}

static void
add_entity (JsonBuilder *builder,
            const RemitEntityInfo *info,
            xmlNode *element)
{
  json_builder_begin_object (builder);
  add_attributes (builder, info, element);
  add_children (builder, info, element);
  json_builder_end_object (builder);
}

static void
add_history (JsonBuilder *builder,
             xmlNode *history)
{
  g_autofree char *length = remit_xml_dup_attribute (history, "length");
  g_autofree char *head = remit_xml_dup_attribute (history, "head");

  json_builder_set_member_name (builder, "history");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "length");
  json_builder_add_int_value (builder, g_ascii_strtoll (length, NULL, 10));
  json_builder_set_member_name (builder, "head");
  json_builder_add_string_value (builder, head);
  json_builder_end_object (builder);
}

static char *
dup_json (xmlDoc *document)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  const RemitEntityInfo *info = remit_entity_info (REMIT_KIND_PLAN);
  xmlNode *plan = xmlDocGetRootElement (document);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "$schema");
  json_builder_add_string_value (builder, REMIT_PLAN_JSON_SCHEMA);
  add_attributes (builder, info, plan);
  add_children (builder, info, plan);
  for (xmlNode *node = plan->children; node != NULL; node = node->next)
    if (remit_xml_is (node, "history"))
      add_history (builder, node);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, NULL);
}

gboolean
remit_plan_write_json (const RemitExport *export,
                       RemitOutput *output,
                       GError **error)
{
  xmlDoc *document = remit_plan_build (export, error);
  g_autofree char *json = NULL;

  if (document == NULL)
    return FALSE;
  json = dup_json (document);
  xmlFreeDoc (document);
  return remit_output_write (output, json, strlen (json)) && remit_output_write (output, "\n", 1);
}
