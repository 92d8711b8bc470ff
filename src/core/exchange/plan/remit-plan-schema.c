/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The published schema of plans, made ready for validating a stream. */
#include "remit-plan-schema.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "exchange/remit-exchange.h"
#include "model/remit-data.h"

struct _RemitPlanSchema
{
  xmlDoc *doc;
  xmlSchema *schema;
};

static gboolean
is_identity_constraint (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE
         && (xmlStrEqual (node->name, BAD_CAST "key") || xmlStrEqual (node->name, BAD_CAST "keyref")
             || xmlStrEqual (node->name, BAD_CAST "unique"));
}

static void
strip_identity_constraints (xmlNode *parent)
{
  for (xmlNode *node = parent->children, *next; node != NULL; node = next)
    {
      next = node->next;
      if (!is_identity_constraint (node))
        {
          strip_identity_constraints (node);
          continue;
        }
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
}

RemitPlanSchema *
remit_plan_schema_load (GError **error)
{
  g_autofree char *path = remit_data_dup_path ("schema/plan.xsd");
  g_autoptr (RemitPlanSchema) self = g_new0 (RemitPlanSchema, 1);
  xmlSchemaParserCtxt *parser;

  self->doc = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (self->doc != NULL)
    {
      strip_identity_constraints (xmlDocGetRootElement (self->doc));
      parser = xmlSchemaNewDocParserCtxt (self->doc);
      self->schema = xmlSchemaParse (parser);
      xmlSchemaFreeParserCtxt (parser);
    }
  if (self->schema != NULL)
    return g_steal_pointer (&self);

  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE,
               _ ("Remit is not installed correctly: “%s” is missing or damaged"), path);
  return NULL;
}

void
remit_plan_schema_free (RemitPlanSchema *self)
{
  g_clear_pointer (&self->schema, xmlSchemaFree);
  g_clear_pointer (&self->doc, xmlFreeDoc);
  g_free (self);
}

xmlSchema *
remit_plan_schema_get (RemitPlanSchema *self)
{
  return self->schema;
}

/* "… Expected is one of ( {urn:remit:plan:1}needs, {urn:remit:plan:1}assignment )." to
 * "<needs>, <assignment>"; %NULL when nothing is expected. */
static char *
list_expected (const char *message)
{
  const char *list = strstr (message, "( ");
  g_autoptr (GString) words = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;

  if (list == NULL)
    return NULL;

  parts = g_strsplit_set (list + 2, ", )", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *name = strchr (parts[i], '}');

      if (name != NULL)
        g_string_append_printf (words, "%s<%s>", words->len > 0 ? ", " : "", name + 1);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static char *
describe_unexpected (const char *message,
                     const char *element,
                     const char *parent)
{
  g_autofree char *expected = list_expected (message);

  if (parent == NULL)
    return g_strdup_printf (_ ("Unexpected <%s>"), element);
  if (expected == NULL)
    /* Translators: two names of XML elements */
    return g_strdup_printf (_ ("Unexpected <%s> in <%s>"), element, parent);
  /* Translators: two names of XML elements, and a list of such */
  return g_strdup_printf (_ ("Unexpected <%s> in <%s>; expected %s"), element,
                          parent, expected);
}

/* libxml2's own words, without the element, which they begin with, and without namespaces. */
static char *
describe_otherwise (const char *message,
                    const char *element)
{
  const char *words = strstr (message, "': ");
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = words != NULL ? words + 3 : message; *p != '\0' && *p != '\n'; p++)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;

      if (end == NULL)
        g_string_append_c (text, *p);
      else
        p = end;
    }
  /* Translators: the name of an XML element, and libxml2's words, in English */
  return g_strdup_printf (_ ("<%s> does not match the schema: %s"), element, text->str);
}

char *
remit_plan_schema_describe (int code,
                            const char *message,
                            const char *element,
                            const char *parent)
{
  switch (code)
    {
    case XML_SCHEMAV_ELEMENT_CONTENT:
      return describe_unexpected (message, element, parent);
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
      if (parent != NULL)
        return describe_unexpected ("", element, parent);
      /* Translators: the name of an XML element */
      return g_strdup_printf (_ ("<%s> must be empty"), element);
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
      /* Translators: the name of an XML element */
      return g_strdup_printf (_ ("Unexpected text in <%s>"), element);
    default:
      return describe_otherwise (message, element);
    }
}
